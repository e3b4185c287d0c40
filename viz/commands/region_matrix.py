"""The matrix region × kind on a terminal: for every Land and kind in how many initiatives a cell says what."""

from collections.abc import Iterator, Sequence

from queries.answers import CellValue, Coverage, Mark
from queries.by_region import NATIONWIDE, RegionCell, RegionCoverage, RegionRow
from viz.commands.evidence import source_of
from viz.commands.lines import say, say_wrapped, table
from viz.commands.matrix import say_scope, say_unknown
from viz.language import _, ngettext
from viz.wording.cells import sign_of, sign_of_mark, word_column, word_ignorance, word_mark, word_value
from viz.wording.dates import word_date


def say_regions(found: RegionCoverage, *, narrowed: str = "") -> None:
    """The matrix with its signs explained, the total last."""
    say_scope(found.coverage, narrowed=narrowed)
    say()
    if not found.rows:
        say(_("No initiative with a table, or with two participants named, is in these documents."))
    else:
        values = [value for value in CellValue if any(cell.count(value) for cell in found.total.cells)]
        head = [_("Region and kind"), *(sign_of(value) for value in values), _("Note"), _("newest evidence")]
        rows = [*found.rows, found.total] if len(found.rows) > 1 else found.rows
        body = [line for row in rows for line in _lines(row, values, is_total=row is found.total)]
        for line in table(head, body, flexible=0, right=range(1, len(values) + 1)):
            say(line)
        _say_legend(found.total, values)
    say_unknown(found.coverage)


def region_sheet_head() -> list[str]:
    """The headings of `region_sheet`."""
    return [*region_head(), _("Note")]


def region_sheet(found: RegionCoverage) -> Iterator[list[str]]:
    """The rows, then the regions of which nothing is known, a Kreis with its Land; the last column has the reason."""
    blanks = [""] * (len(region_head()) - 1)
    yield from ([*row, ""] for row in region_rows(found))
    for name, land, reason, *_source in unknown_rows(found.coverage):
        yield [f"{name} ({land})" if land else name, *blanks, f"{_('No information')}: {reason}"]


def unknown_head() -> list[str]:
    """The headings of `unknown_rows`."""
    return [_("Region"), _("Land"), _("Why nothing is known"), _("Quote"), _("Source")]


def unknown_rows(found: Coverage) -> Iterator[list[str]]:
    """One row for every region of which nothing is known: those of the documents and the Länder, then the Kreise."""
    for region in found.unknown:
        newest = region.evidence[0] if region.evidence else None
        cited = [newest.quote, source_of(newest)] if newest else ["", ""]
        yield [region.name, "", word_ignorance(region.reason), *cited]
    for land in found.districts:
        for _id, name in land.districts:
            yield [name, land.name, _("no initiative of its own named in the documents"), "", ""]


def region_head() -> list[str]:
    """The headings of `region_rows`."""
    return [
        _("Region"),
        _("Kind"),
        _("Initiatives"),
        *(word_value(value) for value in CellValue),
        *(word_mark(mark) for mark in Mark),
        _("Statements"),
        _("Newest evidence"),
    ]


def region_rows(found: RegionCoverage) -> Iterator[list[str]]:
    """One row for every region and kind, the total last."""
    for row in (*found.rows, found.total):
        yield from (_sheet_line(row, cell, is_total=row is found.total) for cell in row.cells)


def _lines(row: RegionRow, values: Sequence[CellValue], *, is_total: bool) -> Iterator[list[str]]:
    count = len(row.initiatives)
    told = ngettext("{n} initiative", "{n} initiatives", count).format(n=count)
    yield [f"{_name(row, is_total=is_total)} ({told})", *[""] * (len(values) + 2)]
    for cell in row.cells:
        counts = [str(cell.count(value) or "") for value in values]
        marks = " ".join(f"{sign_of_mark(mark)}{number}" for mark, number in cell.marks)
        newest = word_date(cell.newest) if cell.newest else _("undated") if cell.statements else "–"
        yield ["  " + word_column(cell.column), *counts, marks, newest]


def _sheet_line(row: RegionRow, cell: RegionCell, *, is_total: bool) -> list[str]:
    marks = dict(cell.marks)
    return [
        _name(row, is_total=is_total),
        word_column(cell.column),
        str(len(row.initiatives)),
        *(str(cell.count(value)) for value in CellValue),
        *(str(marks.get(mark, 0)) for mark in Mark),
        str(cell.statements),
        word_date(cell.newest) if cell.newest else "",
    ]


def _name(row: RegionRow, *, is_total: bool) -> str:
    if is_total:
        return _("All regions, each initiative once")
    if row.region == NATIONWIDE:
        return _("nationwide")
    return row.name or _("without a region")


def _say_legend(total: RegionRow, values: Sequence[CellValue]) -> None:
    say()
    for value in values:
        say(f"  {sign_of(value)}  {word_value(value)}")
    for mark in Mark:
        if any(mark in dict(cell.marks) for cell in total.cells):
            say(f"  {sign_of_mark(mark)}  {word_mark(mark)}")
    say()
    say_wrapped(
        _(
            "Counted are initiatives with a table or with two participants named. One in two Länder counts in both. "
            "“Not mentioned” does not mean “not involved”; which initiatives they are, “gaps --region” shows."
        )
    )
