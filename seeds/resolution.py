"""From a name as it is written to the bodies it may mean.

Comes in: the register's rows. Goes out: candidates with a score and the reason, best first; loaders decide which score
is enough. Exact after folding, with German inflection allowed; typing errors belong to the search.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.kinds import ActorKind
from seeds.names import Lenient, lenient, squeeze, without_parentheses
from seeds.periods import ALWAYS, Span, overlaps
from seeds.rows import RegisterRow
from seeds.wording import BARE_SURFACES, LINE_WORDS, NOT_LITERAL, SOLE_CHAMBER_WORDS


class Reason(StrEnum):
    """How a name led to a row."""

    NAME = "name"
    SHORT_NAME = "short_name"
    ALIAS = "alias"
    INFLECTED = "inflected"
    OFFICE = "office"
    WITH_LAND = "with_land"
    LINE_BY_LAND = "line_by_land"
    SOLE_CHAMBER = "sole_chamber"
    OTHER_REGION = "other_region"
    OTHER_TIME = "other_time"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that a name may mean. Score in 0..1; `detail` is the register's wording that matched.

    For a ministry `row` is the line and `named` its dated name: the one that matched, else the one of the date.
    """

    row: RegisterRow
    score: float
    reason: Reason
    detail: str
    named: RegisterRow | None = None


@dataclass(frozen=True, slots=True)
class _Wording:
    """One wording of one body: `named` is the row it comes from, `row` the line above a dated name."""

    row: RegisterRow
    named: RegisterRow | None
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a name is asked with: Länder around it (none: anywhere) and days (None: all times)."""

    lands: frozenset[str]
    days: Span | None


_EXACT = 1.0
_INFLECTED = 0.95
_OFFICE = 0.9
_WITH_LAND = 0.9
_BY_LAND = 0.85
_FOREIGN_NAME = 0.75
_FOREIGN_ABBREVIATION = 0.4
_OTHER_TIME = 0.6
_WITHOUT_PARENTHESES = 0.95
_ABBREVIATION_UP_TO = 5
_CORE_WORDS_AT_LEAST = 3
_LITERAL_AT_LEAST = 3

_BARE = frozenset(map(squeeze, BARE_SURFACES))
_NOT_LITERAL = frozenset(map(squeeze, NOT_LITERAL))
_PORTFOLIO_OF = {word: portfolio for portfolio, words in LINE_WORDS.items() for word in words}
_CHAMBER_OF = {lenient(word).core: kind for word, kind in SOLE_CHAMBER_WORDS.items()}


class NameIndex:
    """Every wording of every body, folded."""

    def __init__(self, rows: Mapping[str, RegisterRow], lifetimes: Mapping[str, Span]) -> None:
        self._lifetimes = lifetimes
        self._exact: dict[str, list[_Wording]] = defaultdict(list)
        self._lenient: dict[tuple[str, frozenset[str]], list[_Wording]] = defaultdict(list)
        self._without_land: dict[str, list[_Wording]] = defaultdict(list)
        self._lines: dict[tuple[str, str], RegisterRow] = {}
        self._sole: dict[tuple[str, str], list[RegisterRow]] = defaultdict(list)
        self._names: dict[str, list[RegisterRow]] = defaultdict(list)
        self._wordings = tuple(wording for row in rows.values() for wording in _wordings(row, rows))
        for wording in self._wordings:
            self._add(wording)
        for row in rows.values():
            self._note(row)

    def resolve(self, name: str, *, lands: frozenset[str], days: Span | None) -> tuple[Candidate, ...]:
        """The bodies a name may mean, best first; equal scores by id. `lands` may hold "de" for the whole country."""
        asked = _Asked(lands, days)
        found = self._find(name, asked)
        outer = without_parentheses(name)
        if not found and outer and outer != name:
            found = [_scaled(candidate, _WITHOUT_PARENTHESES) for candidate in self._find(outer, asked)]
        return tuple(sorted(_best_of_each(found), key=lambda candidate: (-candidate.score, candidate.row.id)))

    def surfaces(self) -> Iterator[tuple[str, str]]:
        """Each wording that is safe to look for in a text, with its row's id; sorted, without repeats."""
        pairs = {(wording.text, wording.row.id) for wording in self._wordings if is_literal(wording.text)}
        yield from sorted(pairs)

    def _add(self, wording: _Wording) -> None:
        key = squeeze(wording.text)
        if key in _BARE:
            return
        if wording not in self._exact[key]:
            self._exact[key].append(wording)
        form = lenient(wording.text)
        self._lenient[form.core, form.lands].append(wording)
        if _may_drop_land(wording.row, form):
            self._without_land[form.core].append(wording)

    def _note(self, row: RegisterRow) -> None:
        if row.register_kind == "ministry_line" and row.portfolio:
            for land in row.regions:
                self._lines[row.portfolio, land] = row
        elif row.register_kind == "ministry_name" and row.parent_id:
            self._names[row.parent_id].append(row)
        elif row.register_kind in SOLE_CHAMBER_WORDS.values():
            for land in row.regions:
                self._sole[row.register_kind, land].append(row)

    def _find(self, name: str, asked: _Asked) -> list[Candidate]:
        form = lenient(name)
        own = _Asked(form.lands or asked.lands, asked.days)
        found = [self._judge(wording, _EXACT, wording.reason, own) for wording in self._exact.get(squeeze(name), ())]
        if form.core:
            score, reason = (_OFFICE, Reason.OFFICE) if form.of_office else (_INFLECTED, Reason.INFLECTED)
            exact = self._lenient.get((form.core, form.lands), ())
            found += [self._judge(wording, score, reason, own) for wording in exact]
        if form.lands or form.core not in _PORTFOLIO_OF:
            for wording in self._without_land.get(form.core, ()):
                if own.lands.intersection(wording.row.regions):
                    found.append(self._judge(wording, _WITH_LAND, Reason.WITH_LAND, own))
        return found + list(self._by_land(form, own))

    def _by_land(self, form: Lenient, asked: _Asked) -> Iterator[Candidate]:
        if len(asked.lands) != 1:
            return
        (land,) = asked.lands
        line = self._lines.get((_PORTFOLIO_OF.get(form.core, ""), land))
        if line:
            yield self._judge(
                _Wording(line, None, line.name, Reason.LINE_BY_LAND), _BY_LAND, Reason.LINE_BY_LAND, asked
            )
        sole = self._sole.get((_CHAMBER_OF.get(form.core, ""), land), ())
        if len(sole) == 1:
            wording = _Wording(sole[0], None, sole[0].name, Reason.SOLE_CHAMBER)
            yield self._judge(wording, _BY_LAND, Reason.SOLE_CHAMBER, asked)

    def _judge(self, wording: _Wording, score: float, reason: Reason, asked: _Asked) -> Candidate:
        """A candidate with the score lowered where region or time speak against it."""
        if _is_foreign(wording.row, asked.lands):
            short = len(squeeze(wording.text)) <= _ABBREVIATION_UP_TO
            score *= _FOREIGN_ABBREVIATION if short else _FOREIGN_NAME
            reason = Reason.OTHER_REGION
        named = wording.named
        if named is None and wording.row.id in self._names:
            named = self._name_on(wording.row, asked.days)
        elif not self._is_alive(named or wording.row, asked.days):
            score *= _OTHER_TIME
            reason = Reason.OTHER_TIME
        return Candidate(wording.row, round(score, 4), reason, wording.text, named)

    def _is_alive(self, row: RegisterRow, days: Span | None) -> bool:
        return days is None or overlaps(self._lifetimes.get(row.id, ALWAYS), days)

    def _name_on(self, line: RegisterRow, days: Span | None) -> RegisterRow | None:
        if days is None:
            return None
        alive = [row for row in self._names[line.id] if self._is_alive(row, days)]
        return max(alive, key=lambda row: row.valid_from or "", default=None)


def is_literal(surface: str) -> bool:
    """Whether a wording may be looked for in a text as it stands: no bare word, no group, not one or two letters."""
    key = squeeze(surface)
    plural = surface.startswith(("IHKs ", "IHKn ", "Thüringer IHKs"))
    return len(key) >= _LITERAL_AT_LEAST and key not in _BARE and key not in _NOT_LITERAL and not plural


def _wordings(row: RegisterRow, rows: Mapping[str, RegisterRow]) -> Iterator[_Wording]:
    """Every wording of a row; a ministry in the same house as economy counts as the economy line."""
    house = rows[row.same_as] if row.same_as else row
    dated = house.register_kind == "ministry_name" and house.parent_id is not None
    target = rows[house.parent_id] if dated and house.parent_id else house
    named = house if dated else None
    seen: set[str] = set()
    for text, reason in _texts(row):
        if text not in seen:
            seen.add(text)
            yield _Wording(target, named, text, reason)


def _texts(row: RegisterRow) -> Iterable[tuple[str, Reason]]:
    yield row.name, Reason.NAME
    plain = row.name.removesuffix(" e. V.")
    yield plain, Reason.NAME
    head, dash, rest = plain.partition(" – ")
    if dash and squeeze(head) == squeeze(row.short_name):
        yield rest, Reason.NAME
    yield row.short_name, Reason.SHORT_NAME
    for alias in row.aliases:
        yield alias, Reason.ALIAS


def _may_drop_land(row: RegisterRow, form: Lenient) -> bool:
    if row.kind is ActorKind.MINISTRY:
        return True
    associations = (ActorKind.EMPLOYERS_ASSOCIATION, ActorKind.BUSINESS_ASSOCIATION)
    return row.kind in associations and bool(form.lands) and form.words >= _CORE_WORDS_AT_LEAST


def _is_foreign(row: RegisterRow, lands: frozenset[str]) -> bool:
    return bool(lands) and "de" not in lands and "de" not in row.regions and lands.isdisjoint(row.regions)


def _best_of_each(found: Iterable[Candidate]) -> Iterable[Candidate]:
    """The best candidate of each row; where several dated names fit equally well, none of them is claimed."""
    best: dict[str, Candidate] = {}
    for candidate in found:
        other = best.get(candidate.row.id)
        if other is None or candidate.score > other.score:
            best[candidate.row.id] = candidate
        elif candidate.score == other.score and candidate.named != other.named:
            best[candidate.row.id] = replace(other, named=None)
    return best.values()


def _scaled(candidate: Candidate, factor: float) -> Candidate:
    return replace(candidate, score=round(candidate.score * factor, 4))
