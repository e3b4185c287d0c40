"""Rows to claims: who takes part in what, in which role, from when to when; and why a row says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.keys import fold
from graph.kinds import Role, Strength
from loaders.claims import Body, Missing, Taking
from loaders.lexicon import word_table
from loaders.mention import LIST, ActorMention, InitiativeMention, Mention
from loaders.tables.initiatives import InitiativeDrafts
from loaders.tables.meaning import Meaning
from loaders.tables.naming import Owner
from loaders.tables.organisations import Kind, Named, OrganisationFinder, kind_in
from loaders.tables.table import Column, Form, Span, Table, TableRow
from loaders.tables.ticks import Says, Tick, period_in, read_tick

_TOTALS = frozenset(map(fold, word_table("columns")["total"]))
EXPLICIT, CARRIED, UNKNOWN = 0.97, 0.85, 0.9
_METHOD = "table"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row (or a cell of it) that no fact was made of: the file's line, the reason as a code, the words it is about.

    Reasons: no_row, heading, total, repeated, no_organisation, person, too_long, no_initiative, doubtful, unknown_tick,
    not_ticked. A name of a person is never among the words.
    """

    sheet: str
    line: int
    reason: str
    words: str = ""


_Claim = Taking | Missing
_Found = _Claim | Mention | Ignored


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row says: claims, the mentions they speak of, the first initiative, and what was ignored."""

    row: TableRow
    claims: tuple[_Claim, ...]
    mentions: tuple[Mention, ...]
    target: int | None
    ignored: tuple[Ignored, ...]


class RowReader:
    """Reads the rows of one table, in order: a line between them names a kind, an empty initiative is that above."""

    def __init__(
        self, text: str, table: Table, finder: OrganisationFinder, drafts: InitiativeDrafts, owner: Owner | None
    ) -> None:
        self._text, self._table, self._finder, self._drafts = text, table, finder, drafts
        self._owner = drafts.owned(owner) if owner else None
        self._role = (owner.role if owner else None) or Role.MEMBER
        self._turned = table.form is Form.MATRIX and not self._has(Meaning.ORGANISATION)
        self._kind: Kind | None = None
        self._above: InitiativeMention | None = None
        self._told: set[tuple[str, ...]] = set()

    def read(self, row: TableRow) -> RowReading:
        """What a row says."""
        words = tuple(self._text[slice(*span)] for span in row.cells)
        reason = self._why_nothing(row, words)
        if reason:
            return RowReading(row, (), (), None, (self._ignored(row, reason, self._text[row.start : row.end]),))
        claims, mentions, ignored = list[_Claim](), list[Mention](), list[Ignored]()
        for found in self._row(row):
            if isinstance(found, Ignored):
                ignored.append(found)
            elif isinstance(found, Taking | Missing):
                claims.append(found)
                mentions.append(found.who)
            else:
                mentions.append(found)
        target = next((m.index for m in mentions if isinstance(m, InitiativeMention)), None)
        if target is None and claims:
            target = self._owner.index if self._owner else None
        told = tuple(sorted(dict.fromkeys(mentions), key=lambda mention: (mention.start, mention.end)))
        return RowReading(row, tuple(dict.fromkeys(claims)), told, target, tuple(ignored))

    # --- rows that are none ----------------------------------------------------------------------------------------

    def _why_nothing(self, row: TableRow, words: tuple[str, ...]) -> str | None:
        filled = [n for n, cell in enumerate(words) if cell]
        first = words[filled[0]] if filled else ""
        column = self._table.columns[filled[0]] if filled else None
        if column is None:
            return "no_row"
        if len(filled) == 1 and len(words) > 1:
            kind = kind_in(first)
            if kind is not None:
                self._kind = kind
                return "heading"
            if column.meaning not in (Meaning.ORGANISATION, Meaning.INITIATIVE):
                return "no_row"
        if fold(first) in _TOTALS:
            return "total"
        if words in self._told:
            return "repeated"
        self._told.add(words)
        return None

    # --- rows that say something -----------------------------------------------------------------------------------

    def _row(self, row: TableRow) -> Iterator[_Found]:
        if self._table.form is Form.MATRIX:
            yield from self._matrix_row(row)
        elif self._table.form is Form.EDGE_LIST:
            yield from self._edges(row)
        else:
            yield from self._list_row(row, self._owner, EXPLICIT)

    def _edges(self, row: TableRow) -> Iterator[_Found]:
        column, span = next(self._of(row, Meaning.INITIATIVE))
        initiative, confidence = self._initiative(row, span), EXPLICIT
        if initiative is None and column.place < self._first_organisation():
            initiative, confidence = self._above, CARRIED
        if initiative is None:
            yield self._ignored(row, "no_initiative", self._text[row.start : row.end])
            return
        self._above = initiative
        if span[0] < span[1]:
            yield initiative
        yield from self._list_row(row, initiative, confidence)

    def _list_row(self, row: TableRow, initiative: InitiativeMention | None, confidence: float) -> Iterator[_Found]:
        told = self._said(row)
        if isinstance(told, Ignored):
            yield told
        said = told if isinstance(told, Tick) else None
        organisations = [(c, s) for c, s in self._of(row, Meaning.ORGANISATION) if s[0] < s[1]]
        if not organisations:
            yield self._ignored(row, "no_organisation", self._text[row.start : row.end])
        for column, span in organisations:
            named = self._named(row, span, several=column.role is not None)
            if named.reason:
                yield self._ignored(row, named.reason, "" if named.reason == "person" else self._text[slice(*span)])
            for body in named.bodies:
                if said is None or initiative is None:
                    yield body
                    continue
                tick = said if said.roles else replace(said, roles=(column.role,) if column.role else ())
                yield from self._claims(row, body, initiative, tick, confidence)

    def _said(self, row: TableRow) -> Tick | Ignored:
        """In which role and when, by the row's columns of roles, ticks and dates; or why it says nothing."""
        role_cells = [s for _, s in self._of(row, Meaning.ROLE) if s[0] < s[1]]
        ticks = [(c, read_tick(self._text[slice(*s)], self._table.ticks)) for c, s in self._of(row, Meaning.TICK)]
        said = [read_tick(self._text[slice(*s)], self._table.ticks) for s in role_cells]
        doubtful = next((s for s, t in zip(role_cells, said, strict=True) if t.says is Says.DOUBTFUL), None)
        if doubtful:
            return self._ignored(row, "doubtful", self._text[row.start : row.end])
        marked = [(c, t) for c, t in ticks if t.says is Says.YES]
        plain = [t for c, t in ticks if c.role is None]
        denied = next((t for t in (*said, *plain) if t.says is Says.DENIED), None)
        if denied:
            return Tick(Says.DENIED)
        if ticks and not marked and not role_cells:
            return self._ignored(row, "not_ticked", self._text[row.start : row.end])
        roles = tuple(role for t in said for role in t.roles)
        roles += tuple(role for c, t in marked for role in (t.roles or ((c.role,) if c.role else ())))
        dated = next((t for t in (*said, *(t for _, t in marked)) if t.since or t.until), Tick(Says.YES))
        since, until = self._dates(row)
        return Tick(Says.YES, tuple(dict.fromkeys(roles)), since or dated.since, until or dated.until)

    def _matrix_row(self, row: TableRow) -> Iterator[_Found]:
        meaning = Meaning.INITIATIVE if self._turned else Meaning.ORGANISATION
        span = next(self._of(row, meaning))[1]
        across = not self._turned
        named = self._named(row, span) if across and span[0] < span[1] else Named()
        initiative = None if across else self._initiative(row, span)
        if across and not named.bodies:
            reason = named.reason or "no_organisation"
            yield self._ignored(row, reason, "" if reason == "person" else self._text[row.start : row.end])
            return
        if not across and initiative is None:
            yield self._ignored(row, "no_initiative", self._text[row.start : row.end])
            return
        if initiative:
            yield initiative
        for number, column in enumerate(self._table.columns):
            if column.meaning is Meaning.TICK and row.cells[number][0] < row.cells[number][1]:
                yield from self._cell(row, number, named, initiative)

    def _cell(self, row: TableRow, number: int, named: Named, initiative: InitiativeMention | None) -> Iterator[_Found]:
        cell = self._text[slice(*row.cells[number])]
        tick = read_tick(cell, self._table.ticks)
        if tick.says is Says.NO:
            return
        heading = row.headings[number]
        other = self._initiative(row, heading) if initiative is None else None
        bodies = self._placed(self._finder.named(self._text[slice(*heading)]), heading) if initiative else named
        if other:
            yield other
        meant = initiative or other
        if tick.says in (Says.UNSURE, Says.DOUBTFUL) or meant is None or not bodies.bodies:
            reason = "doubtful" if tick.says is Says.DOUBTFUL else "unknown_tick"
            reason = reason if tick.says is not Says.YES else "no_organisation"
            yield self._ignored(row, reason, f"{self._text[slice(*heading)]}: {cell}")
            yield from bodies.bodies
            return
        for body in bodies.bodies:
            yield from self._claims(row, body, meant, tick, EXPLICIT)

    def _claims(
        self, row: TableRow, body: Body, initiative: InitiativeMention, tick: Tick, confidence: float
    ) -> Iterator[_Claim]:
        if tick.says is Says.DENIED:
            yield Missing(body, initiative.index, Strength.ABSENT, row.start, row.end, confidence)
            return
        is_known = not isinstance(body, ActorMention) or body.method != LIST
        sure = confidence if is_known else min(confidence, UNKNOWN)
        for role in tick.roles or (self._role,):
            yield Taking(body, initiative.index, role, row.start, row.end, sure, _METHOD, None, tick.since, tick.until)

    # --- cells -----------------------------------------------------------------------------------------------------

    def _initiative(self, row: TableRow, span: Span) -> InitiativeMention | None:
        region = self._cell_of(row, Meaning.REGION, after=Meaning.INITIATIVE)
        founded = self._cell_of(row, Meaning.FOUNDED)
        return self._drafts.named(span, region=region, kind=self._cell_of(row, Meaning.KIND, after=Meaning.INITIATIVE),
                                  founded=founded)  # fmt: skip

    def _named(self, row: TableRow, span: Span, *, several: bool = False) -> Named:
        kind = kind_in(self._cell_of(row, Meaning.KIND, after=Meaning.ORGANISATION)) or self._kind
        region = self._drafts.region_of(self._cell_of(row, Meaning.REGION, after=Meaning.ORGANISATION))
        town = self._cell_of(row, Meaning.TOWN)
        found = self._finder.named(
            self._text[slice(*span)],
            kind=kind,
            region=region or self._drafts.region_of(town),
            town=town,
            several=several,
        )
        return self._placed(found, span)

    def _placed(self, named: Named, span: Span) -> Named:
        """The bodies of a cell at their places in the document."""
        moved = tuple(replace(body, start=body.start + span[0], end=body.end + span[0]) for body in named.bodies)
        return replace(named, bodies=moved)

    def _dates(self, row: TableRow) -> tuple[str | None, str | None]:
        since, until = period_in(self._cell_of(row, Meaning.PERIOD))
        since = period_in(self._cell_of(row, Meaning.SINCE))[0] or since
        ended = self._cell_of(row, Meaning.UNTIL)
        return since, next((date for date in reversed(period_in(ended)) if date), None) or until

    def _cell_of(self, row: TableRow, meaning: Meaning, *, after: Meaning | None = None) -> str:
        """The row's first cell of this meaning, "" where there is none. `after`: only where it describes that one."""
        for column, span in self._of(row, meaning):
            if after is None or self._belongs(column) is after:
                return self._text[slice(*span)]
        return ""

    def _belongs(self, column: Column) -> Meaning:
        """Whom a column describes: the nearest organisation or initiative to its left, else the first one."""
        things = [c for c in self._table.columns if c.meaning in (Meaning.ORGANISATION, Meaning.INITIATIVE)]
        left = [c for c in things if c.place < column.place and c.role is None] or [c for c in things if c.role is None]
        chosen = (left[-1] if left[-1].place < column.place else left[0]) if left else None
        return chosen.meaning if chosen else Meaning.ORGANISATION

    def _of(self, row: TableRow, meaning: Meaning) -> Iterator[tuple[Column, Span]]:
        for column, span in zip(self._table.columns, row.cells, strict=True):
            if column.meaning is meaning:
                yield column, span

    def _has(self, meaning: Meaning) -> bool:
        return any(column.meaning is meaning for column in self._table.columns)

    def _first_organisation(self) -> int:
        return min(column.place for column in self._table.columns if column.meaning is Meaning.ORGANISATION)

    def _ignored(self, row: TableRow, reason: str, words: str) -> Ignored:
        return Ignored(self._table.sheet, row.line, reason, words)
