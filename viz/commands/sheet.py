"""The coverage matrix for a spreadsheet, in words: one row for every initiative and kind, one for every statement."""

from collections.abc import Iterable, Iterator

from queries.answers import Cell, Coverage, CoverageRow, DocumentRow, Evidence, UnknownRegion
from queries.dates import stated
from seeds.register import Register
from viz.commands.evidence import document_name, source_of
from viz.commands.profiles import region_names
from viz.language import _
from viz.wording.cells import word_column, word_ignorance, word_mark, word_value
from viz.wording.dates import word_date
from viz.wording.figures import word_decimal
from viz.wording.kinds import word_initiative_type
from viz.wording.places import with_region


def sheet_rows(found: Coverage, register: Register) -> Iterator[list[str]]:
    """The cells, then the regions of which nothing is known; under `cell_head`."""
    yield from cell_rows(found, register)
    samples = _samples(found.documents)
    yield from (_unknown_row(region, samples) for region in found.unknown)


def cell_head() -> list[str]:
    """The headings of `cell_rows`."""
    return [
        _("Land"),
        _("Initiative"),
        _("Type"),
        _("Has a table"),
        _("Kind"),
        _("Value"),
        _("Note"),
        _("Who"),
        _("Last evidenced"),
        _("Statements"),
        _("Quote"),
        _("Document"),
        _("Date of the document"),
        _("Possibly the same"),
    ]


def cell_rows(found: Coverage, register: Register) -> Iterator[list[str]]:
    """One row a cell, with its newest statement; initiatives with a table first."""
    samples = _samples(found.documents)
    for rows, has_table in ((found.rows, _("yes")), (found.without_table, _("no"))):
        for row in rows:
            same = ", ".join(with_region(one.name, one.region) for one in row.possibly)
            about = [*_about(row, register), has_table]
            yield from ([*about, *_said(cell, samples), same] for cell in row.cells)


def statement_head() -> list[str]:
    """The headings of `statement_rows`."""
    return [
        _("Initiative"),
        _("Kind"),
        _("Value"),
        _("Quote"),
        _("Document"),
        _("Address"),
        _("Page"),
        _("As of"),
        _("Confidence"),
        _("Reported by"),
    ]


def statement_rows(found: Coverage) -> Iterator[list[str]]:
    """One row for every statement behind a cell, then those of silences about regions."""
    samples = _samples(found.documents)
    for row in (*found.rows, *found.without_table):
        for cell in row.cells:
            about = [row.initiative.name, word_column(cell.column), word_value(cell.value)]
            yield from ([*about, *_cited(item, samples)] for item in cell.evidence)
    for region in found.unknown:
        yield from ([region.name, "", _("No information"), *_cited(item, samples)] for item in region.evidence)


def _samples(documents: Iterable[DocumentRow]) -> frozenset[str]:
    return frozenset(row.id for row in documents if row.sample)


def _unknown_row(region: UnknownRegion, samples: frozenset[str]) -> list[str]:
    quote = region.evidence[0] if region.evidence else None
    source = _source(quote, samples) if quote else word_ignorance(region.reason)
    count = str(len(region.evidence))
    said = [_("No information"), "", "", "", count, quote.quote if quote else "", source]
    return [region.name, "", "", "", "", *said, "", ""]


def _about(row: CoverageRow, register: Register) -> list[str]:
    lands = ", ".join(region_names(row.initiative.lands, register))
    return [lands, row.initiative.name, word_initiative_type(row.initiative.type)]


def _said(cell: Cell, samples: frozenset[str]) -> list[str]:
    newest = cell.evidence[0] if cell.evidence else None
    return [
        word_column(cell.column),
        word_value(cell.value),
        ", ".join(word_mark(mark) for mark in cell.marks),
        ", ".join(cell.who),
        word_date(cell.newest) if cell.newest else "",
        str(len(cell.evidence)),
        newest.quote if newest else "",
        _source(newest, samples) if newest else "",
        word_date(newest.document_date) if newest else "",
    ]


def _cited(item: Evidence, samples: frozenset[str]) -> list[str]:
    return [
        item.quote,
        _source(item, samples),
        "" if item.correction else item.document_address,
        str(item.page or ""),
        word_date(stated(item)),
        word_decimal(item.confidence) if item.confidence else _("no fact made of it"),
        item.reported_by or "",
    ]


def _source(quote: Evidence, samples: frozenset[str]) -> str:
    if quote.correction:
        return source_of(quote)
    name = document_name(quote.document_title, quote.document_address)
    return f"{name} – {_('Sample data')}" if quote.document_id in samples else name
