"""`load --preview`: what loading would change, and what of a table it would ignore. Writes nothing."""

import logging
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager

from graph.errors import AtlasError, DocumentError
from graph.kinds import Role
from graph.model import Actor, Initiative, Reading
from graph.store import Store
from loaders.document import SourceText
from loaders.reading import read
from loaders.tables.claims import Ignored
from loaders.tables.extraction import unowned
from loaders.tables.mapping import Mapping
from loaders.tables.meaning import Meaning
from loaders.tables.table import Column, SheetLayout
from loaders.web.address import WebAddress
from queries.comparison import Comparison, Difference, Novelty, Seat, compare
from seeds.register import Register
from viz.commands.lines import dim, heading, say, say_wrapped, table
from viz.commands.loading import NotRead
from viz.commands.mapping_start import say_mapping_start
from viz.commands.places import Fetch, Place, source_of
from viz.commands.session import graph_exists, opened_graph
from viz.language import _, ngettext
from viz.settings import Settings
from viz.wording.dates import word_date, word_period
from viz.wording.kinds import word_role, word_strength
from viz.wording.tables import word_dropped, word_form, word_ignored, word_meaning, word_no_table

_SHOWN = 10
_LONGEST = 200
_log = logging.getLogger(__name__)


def say_preview(
    settings: Settings,
    register: Register,
    places: Iterable[Place],
    *,
    as_of: str | None,
    mapping: Mapping | None,
    fetch: Fetch | None = None,
) -> list[NotRead]:
    """Say for each file what loading it would do; what cannot be read comes back."""
    not_read: list[NotRead] = []
    say(heading(_("Preview – nothing is written")))
    with _graph(settings) as store:
        for place in places:
            try:
                source = source_of(place, as_of=as_of, mapping=mapping, fetch=fetch)
                _say_source(store, register, source, name=_name(place))
            except DocumentError as error:
                not_read.append(NotRead(place, error))
            except AtlasError:
                raise
            except (OSError, KeyboardInterrupt):
                raise
            except Exception as error:
                _log.error("a document could not be read", exc_info=error)
                not_read.append(NotRead(place, DocumentError("document_failed", path=str(place))))
    return not_read


@contextmanager
def _graph(settings: Settings) -> Generator[Store | None]:
    """The graph, only to be read; None where there is none yet."""
    if not graph_exists(settings.graph.value):
        yield None
        return
    with opened_graph(settings) as store:
        yield store


def _name(place: Place) -> str:
    return place.url if isinstance(place, WebAddress) else place.name


def _say_source(store: Store | None, register: Register, source: SourceText, *, name: str) -> None:
    ignored: list[Ignored] = []
    reading = read(source, register, ignored=ignored.append)
    say()
    say(heading(f"{name} ({word_date(reading.document.date)})"))
    _say_sheets(source)
    comparison = compare(store, reading)
    _say_counts(reading, comparison)
    for novelty, title in (
        (Novelty.NEW, _("New")),
        (Novelty.CHANGED, _("Changed")),
        (Novelty.GONE, _("No longer said")),
    ):
        _say_differences(title, comparison.of(novelty), comparison)
    _say_ignored(ignored)
    say_mapping_start(source)


def _say_sheets(source: SourceText) -> None:
    lists = {one.sheet for one in unowned(source)}
    for sheet in source.sheets:
        say()
        say_wrapped(_sheet_line(sheet, is_unowned=sheet.name in lists), indent=2)
        _say_columns(sheet)
        for text in _sheet_notes(sheet):
            say_wrapped(text, indent=4)
    if source.hidden_sheets:
        say()
        say_wrapped(_("Hidden sheets, not read: {names}").format(names=", ".join(source.hidden_sheets)), indent=2)


def _sheet_line(sheet: SheetLayout, *, is_unowned: bool) -> str:
    rows = sum(len(one.rows) for one in sheet.tables)
    counted = ngettext("{n} row", "{n} rows", rows).format(n=rows)
    reason = sheet.reason or ("no_owner" if is_unowned else None)
    what = (
        word_no_table(reason)
        if reason
        else f"{', '.join(dict.fromkeys(word_form(t.form) for t in sheet.tables))}, {counted}"
    )
    return _("Sheet “{name}”: {what}").format(name=sheet.name, what=what)


def _say_columns(sheet: SheetLayout) -> None:
    ticks = [column for column in sheet.columns if column.meaning is Meaning.TICK and column.role is None]
    rows: list[tuple[str, str]] = []
    for column in dict.fromkeys(sheet.columns):
        if column not in ticks:
            rows.append((f"    {_shown(column)}", word_meaning(column)))
        elif column is ticks[0]:
            more = ngettext("{n} column: {names}", "{n} columns: {names}", len(ticks))
            names = ", ".join(_shown(one) for one in ticks[:_SHOWN]) + (" …" if len(ticks) > _SHOWN else "")
            rows.append((f"    {more.format(n=len(ticks), names=names)}", word_meaning(column)))
    if rows:
        for line in table((_("    Column"), _("means")), rows, flexible=0):
            say(line)


def _shown(column: Column) -> str:
    return column.heading.replace("\n", " ") or _("without a heading")


def _sheet_notes(sheet: SheetLayout) -> list[str]:
    notes = [word_dropped(sheet.dropped)] if sheet.dropped else []
    if sheet.left_out:
        lines = ", ".join(map(str, sheet.left_out[:_SHOWN])) + (" …" if len(sheet.left_out) > _SHOWN else "")
        notes.append(_("Left out, since they only hold contact data: lines {lines}").format(lines=lines))
    if sheet.shortened:
        line = ngettext(
            "{n} cell of more than 1000 characters shortened",
            "{n} cells of more than 1000 characters shortened",
            sheet.shortened,
        )
        notes.append(line.format(n=sheet.shortened))
    return notes


def _say_counts(reading: Reading, comparison: Comparison) -> None:
    actors = sum(isinstance(node, Actor) and node.id in comparison.new_nodes for node in reading.nodes)
    initiatives = sum(isinstance(node, Initiative) and node.id in comparison.new_nodes for node in reading.nodes)
    counted = (
        (actors, ngettext("{n} new actor", "{n} new actors", actors)),
        (initiatives, ngettext("{n} new initiative", "{n} new initiatives", initiatives)),
        *((len(comparison.of(novelty)), _words_of(novelty, len(comparison.of(novelty)))) for novelty in Novelty),
    )
    said = [words.format(n=count) for count, words in counted if count]
    say()
    say_wrapped(", ".join(said) or _("nothing found"), indent=2)


def _words_of(novelty: Novelty, count: int) -> str:
    return {
        Novelty.NEW: ngettext("{n} new finding on who takes part", "{n} new findings on who takes part", count),
        Novelty.CHANGED: ngettext("{n} changed", "{n} changed", count),
        Novelty.KNOWN: ngettext("{n} known from elsewhere", "{n} known from elsewhere", count),
        Novelty.UNCHANGED: ngettext("{n} unchanged", "{n} unchanged", count),
        Novelty.GONE: ngettext("{n} no longer said", "{n} no longer said", count),
    }[novelty]


def _say_differences(title: str, found: Sequence[Difference], comparison: Comparison) -> None:
    if not found:
        return
    say()
    say("  " + heading(f"{title} ({len(found)})"))
    rows = [
        (f"    {comparison.names.get(one.who, '')}", comparison.names.get(one.initiative, ""), _manner(one))
        for one in found[:_SHOWN]
    ]
    for line in table(("", "", ""), rows, flexible=1)[1:]:
        say(line)
    if len(found) > _SHOWN:
        rest = len(found) - _SHOWN
        say(dim("    " + ngettext("… and {n} more", "… and {n} more", rest).format(n=rest)))


def _manner(one: Difference) -> str:
    now, before = (", ".join(map(_seat, seats)) for seats in (one.now, one.before))
    return f"{before} → {now}" if one.novelty is Novelty.CHANGED else now or before


def _seat(seat: Seat) -> str:
    manner = word_role(seat.manner) if isinstance(seat.manner, Role) else word_strength(seat.manner)
    period = word_period(seat.since, seat.until)
    return f"{manner} ({period})" if period else manner


def _say_ignored(ignored: Sequence[Ignored]) -> None:
    if not ignored:
        return
    say()
    say("  " + heading(ngettext("Ignored ({n} place)", "Ignored ({n} places)", len(ignored)).format(n=len(ignored))))
    rows = [
        ("    " + _("line {number}").format(number=one.line), word_ignored(one.reason), one.words[:_LONGEST])
        for one in ignored
    ]
    for line in table(("", "", ""), rows, flexible=2)[1:]:
        say(line)
