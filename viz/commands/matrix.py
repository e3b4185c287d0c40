"""The coverage matrix on a terminal: one sign a cell, a legend, and below it what the signs rest on."""

from collections.abc import Iterable, Sequence

from queries.answers import (
    Cell,
    CellValue,
    Column,
    Coverage,
    CoverageRow,
    Ignorance,
    Mark,
    UnknownDistricts,
)
from queries.evidence import BY_PERSON
from seeds.register import Register
from viz.commands.evidence import say_evidence
from viz.commands.lines import heading, say, say_wrapped, table
from viz.language import _, ngettext
from viz.wording.cells import head_column, sign_of, sign_of_mark, word_column, word_ignorance, word_mark, word_value
from viz.wording.dates import word_period, word_scope
from viz.wording.places import by_place, name_lands, with_region

_QUOTED = (CellValue.ABSENT, CellValue.INFORMAL)
_NAMED = (CellValue.REPRESENTED, CellValue.TO_CHECK)


def say_matrix(found: Coverage, register: Register, *, columns: Sequence[Column], narrowed: str = "") -> None:
    """The matrix with everything that explains it; `narrowed` says which part of it was asked for."""
    say_scope(found, narrowed=narrowed)
    if found.rows:
        say()
        for line in table(_head(columns), _rows(found.rows, register), flexible=0):
            say(line)
        _say_legend(found.rows)
    else:
        say(_("No initiative with a table, or with two participants named, is in these documents."))
    for value in _QUOTED:
        _say_quoted((*found.rows, *found.without_table), value)
    for value in _NAMED:
        _say_named(found.rows, value)
    _say_corrected((*found.rows, *found.without_table))
    _say_possibly((*found.rows, *found.without_table))
    say_unknown(found)
    _say_without_table(found, register)


def say_scope(found: Coverage, *, narrowed: str = "") -> None:
    """What was searched, and for what."""
    count = len(found.documents)
    asked = ngettext("Who is there? {count} document searched", "Who is there? {count} documents searched", count)
    say_wrapped(", ".join([asked.format(count=count), *word_scope(found.documents)]), style=heading)
    if narrowed:
        say_wrapped(narrowed, indent=2)


def _head(columns: Iterable[Column]) -> list[str]:
    return [_("Initiative"), *(head_column(column).replace("- ", "-\n") for column in columns)]


def _rows(rows: Iterable[CoverageRow], register: Register) -> list[list[str]]:
    """The initiatives with their signs, under their Länder."""
    lines: list[list[str]] = []
    for place, held in by_place(rows, register):
        lines.append([place, *("" for _cell in held[0].cells)])
        lines += [["  " + row.initiative.name, *(_sign(cell) for cell in row.cells)] for row in held]
    return lines


def _sign(cell: Cell) -> str:
    """The sign of a cell with its marks, and the year of its newest evidence where that is dated."""
    marks = "".join(sign_of_mark(mark) for mark in cell.marks)
    year = f" {cell.newest[:4]}" if cell.newest else ""
    return sign_of(cell.value) + marks + year


def _say_legend(rows: Sequence[CoverageRow]) -> None:
    """What the signs mean, as far as they occur."""
    cells = [cell for row in rows for cell in row.cells]
    say()
    for value in CellValue:
        if any(cell.value is value for cell in cells):
            say(f"  {sign_of(value)}  {word_value(value)}")
    for mark in Mark:
        if any(mark in cell.marks for cell in cells):
            say(f"  {sign_of_mark(mark)}  {word_mark(mark)}")
    newest = max((cell.newest for cell in cells if cell.newest), default=None)
    if newest:
        line = _("{year}: year of the newest evidence; without a year its date is unknown")
        say_wrapped(line.format(year=newest[:4]), indent=2)
    elif any(cell.evidence for cell in cells):
        say_wrapped(_("The evidence is undated."), indent=2)


def _say_quoted(rows: Iterable[CoverageRow], value: CellValue) -> None:
    """Cells that rest on a sentence, with the sentence."""
    found = [(row, cell) for row in rows for cell in row.cells if cell.value is value]
    if not found:
        return
    _say_title(word_value(value))
    for row, cell in found:
        _say_item(f"{row.initiative.name} – {word_column(cell.column)}: {', '.join(cell.who)}")
        say_evidence(cell.evidence, indent=6)


def _say_named(rows: Iterable[CoverageRow], value: CellValue) -> None:
    """Cells that rest on a route or on words, with these and the newest sentence."""
    found = [(row, cell) for row in rows for cell in row.cells if cell.value is value]
    if not found:
        return
    _say_title(word_value(value))
    for row, cell in found:
        _say_item(f"{row.initiative.name} – {word_column(cell.column)}: {', '.join(cell.who)}")
        say_evidence(cell.evidence[:1], indent=6)


def _say_corrected(rows: Iterable[CoverageRow]) -> None:
    """Cells that people decided on, with what they said."""
    found = [(row, cell) for row in rows for cell in row.cells if Mark.CORRECTED in cell.marks]
    if not found:
        return
    _say_title(word_mark(Mark.CORRECTED))
    for row, cell in found:
        _say_item(
            f"{row.initiative.name} – {word_column(cell.column)}: {', '.join(cell.who) or word_value(cell.value)}"
        )
        say_evidence((item for item in cell.evidence if item.method == BY_PERSON), indent=6)


def _say_possibly(rows: Sequence[CoverageRow]) -> None:
    """Initiatives that may be the same as another one, each pair once: their rows may belong together."""
    told: set[str] = set()
    for row in rows:
        others = [other for other in row.possibly if other.id not in told]
        if others and not told:
            _say_title(_("Possibly the same"))
            _say_item(_("Their rows may belong together. “buendnisatlas review list” gives the reasons."))
        if others:
            told.add(row.initiative.id)
            names = ", ".join(with_region(other.name, other.region) for other in others)
            _say_item(f"{with_region(row.initiative.name, row.initiative.region_name)} – {names}")


def say_unknown(found: Coverage) -> None:
    """The regions of which nothing is known, apart from the gaps."""
    if not (found.unknown or found.districts):
        return
    _say_title(_("No information"))
    _say_item(_("Nothing is known about these regions; that is no gap."))
    for region in found.unknown:
        if region.evidence:
            _say_item(f"{region.name} – {_('Source: no findings')}")
            say_evidence(region.evidence, indent=6)
    for reason in (Ignorance.NO_INITIATIVE, Ignorance.NOTHING_NAMED):
        names = [region.name for region in found.unknown if region.reason is reason]
        if names:
            _say_item(f"{word_ignorance(reason)}: {', '.join(names)}")
    for land in found.districts:
        _say_districts(land, is_alone=len(found.districts) == 1)


def _say_districts(land: UnknownDistricts, *, is_alone: bool) -> None:
    """The Kreise without an initiative: how many, and by name where one Land alone is asked for."""
    count = len(land.districts)
    line = ngettext(
        "{name}: no initiative of its own is named for {count} of {all} districts",
        "{name}: no initiative of their own is named for {count} of {all} districts",
        count,
    )
    told = line.format(name=land.name, count=count, all=land.count)
    names = ", ".join(name for _id, name in land.districts)
    _say_item(f"{told}: {names}" if names and is_alone else told)


def _say_without_table(found: Coverage, register: Register) -> None:
    if not found.without_table:
        return
    _say_title(_("No table to sit at"))
    _say_item(_("Events, campaigns and the like: listed, but not asked for gaps."))
    for row in found.without_table:
        place = row.initiative.region_name or name_lands(row.initiative, register)
        period = word_period(row.initiative.since, row.initiative.until)
        _say_item(f"{row.initiative.name} ({', '.join(part for part in (place, period) if part)})")


def _say_title(title: str) -> None:
    say()
    say(heading(title[:1].upper() + title[1:]))


def _say_item(text: str) -> None:
    say_wrapped(text, indent=2)
