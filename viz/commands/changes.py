"""`gaps --since`: what has opened, closed or become known, each with the sentences that did it."""

from collections.abc import Iterator, Mapping

from queries.answers import Cell, CellValue
from queries.changes import CellChange, ChangeKind, Changes, InitiativeChange, TableChange
from queries.evidence import newest_first
from seeds.register import Register
from viz.commands.evidence import name_document, say_evidence, source_of
from viz.commands.lines import heading, say, say_title, say_wrapped
from viz.commands.profiles import placed
from viz.language import _, mark, ngettext
from viz.wording.cells import word_column, word_mark, word_value
from viz.wording.dates import word_date

_TITLES: Mapping[ChangeKind, str] = {
    ChangeKind.OPENED: mark("Opened: somebody was there and is no longer told to be"),
    ChangeKind.CLOSED: mark("Closed: nobody was there, now one is"),
    ChangeKind.KNOWN: mark("Become known"),
}
_INITIATIVES: Mapping[InitiativeChange, str] = {
    InitiativeChange.NEW: mark("Initiatives named for the first time"),
    InitiativeChange.BEGUN: mark("Initiatives named before, begun since"),
    InitiativeChange.ENDED: mark("Initiatives that have ended"),
}
_TOLD = (CellValue.PRESENT, CellValue.INFORMAL, CellValue.ABSENT)


def say_changes(found: Changes, register: Register, *, narrowed: str = "") -> None:
    """What the comparison rests on, then each sort of change apart; `narrowed` says which part was asked for."""
    title = _("What has changed from {since} to {until}?")
    say(heading(title.format(since=word_date(found.since), until=word_date(found.until))))
    if narrowed:
        say_wrapped(narrowed, indent=2)
    _say_documents(found)
    if found.is_nothing:
        say()
        say_wrapped(_("Nothing: both days give the same matrix."))
    for kind in ChangeKind:
        changed = [change for change in found.cells if change.kind is kind]
        if changed:
            say_title(_(_TITLES[kind]), len(changed))
        for change in changed:
            say_wrapped(_line(change, register), indent=2)
            say_evidence(change.evidence[:2], indent=6)
    for sort in InitiativeChange:
        tables = [change for change in found.initiatives if change.kind is sort]
        if tables:
            say_title(_(_INITIATIVES[sort]), len(tables))
        for table in tables:
            _say_table(table, register)
    if found.silences:
        say_title(_("Source: no findings"), len(found.silences))
    for region in found.silences:
        say_wrapped(region.name, indent=2)
        say_evidence(region.evidence[:1], indent=6)
    say()
    say_wrapped(_("Told is what the documents say, by their dates: it may have happened earlier."))


def change_head() -> list[str]:
    """The headings of `change_rows`."""
    return [_("Change"), _("Initiative"), _("Kind"), _("Before"), _("Now"), _("Who"), _("Quote"), _("Source")]


def change_rows(found: Changes, register: Register) -> Iterator[list[str]]:
    """The same for a spreadsheet: one row a changed cell, initiative or region."""
    for change in found.cells:
        cells = [_word_cell(change.before), _word_cell(change.after), ", ".join(change.after.who)]
        quote = change.evidence[0] if change.evidence else None
        said = [quote.quote if quote else "", source_of(quote) if quote else ""]
        yield [_(_TITLES[change.kind]), placed(change.initiative, register), word_column(change.column), *cells, *said]
    for table in found.initiatives:
        quote = table.evidence[0] if table.evidence else None
        said = [quote.quote if quote else "", source_of(quote) if quote else ""]
        yield [_(_INITIATIVES[table.kind]), placed(table.initiative, register), "", "", "", "", *said]
    for region in found.silences:
        quote = region.evidence[0]
        yield [_("Source: no findings"), region.name, "", "", "", "", quote.quote, source_of(quote)]


def _say_documents(found: Changes) -> None:
    count = len(found.documents)
    told = ngettext("{count} document has come since", "{count} documents have come since", count).format(count=count)
    if found.undated:
        line = ngettext(
            "{count} without a date counts on both days", "{count} without a date count on both days", found.undated
        )
        told = f"{told}; {line.format(count=found.undated)}"
    say_wrapped(told, indent=2)
    for document in found.documents:
        say_wrapped(name_document(document), indent=4)


def _line(change: CellChange, register: Register) -> str:
    before, after = _word_cell(change.before), _word_cell(change.after)
    moved = after if before == after else _("{before} → {after}").format(before=before, after=after)
    parts = [f"{placed(change.initiative, register)} – {word_column(change.column)}: {moved}"]
    if change.new:
        parts.append(_("new: {names}").format(names=", ".join(change.new)))
    if change.gone:
        parts.append(_("no longer: {names}").format(names=", ".join(change.gone)))
    return "; ".join(parts)


def _word_cell(cell: Cell) -> str:
    marks = [word_mark(one) for one in cell.marks]
    return f"{word_value(cell.value)} ({', '.join(marks)})" if marks else word_value(cell.value)


def _say_table(table: TableChange, register: Register) -> None:
    cells = [cell for cell in table.cells if cell.value in _TOLD]
    told = ", ".join(f"{word_column(cell.column)}: {word_value(cell.value)}" for cell in cells)
    say_wrapped(" – ".join(part for part in (_named(table, register), told) if part), indent=2)
    # The sentence must be one that says what is told, where anything is.
    evidence = newest_first(item for cell in cells for item in cell.evidence) or table.evidence
    say_evidence(evidence[:1], indent=6)


def _named(table: TableChange, register: Register) -> str:
    row, is_begun = table.initiative, table.kind is InitiativeChange.BEGUN
    since = _("since {date}").format(date=word_date(row.since)) if row.since and is_begun else ""
    until = _("until {date}").format(date=word_date(row.until)) if row.until else ""
    return ", ".join(part for part in (placed(row, register), since, until) if part)
