"""One cell of the coverage matrix, judged from plain facts: no store, no register. Next: `coverage.py` makes rows.

The order of `CellValue` is the law. A claim that a later one contradicts gives way to it; claims whose times meet or
are unknown stand side by side, and the cell is marked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.kinds import ActorKind, ChamberType, Role
from queries.answers import ActorRow, Cell, CellValue, Column, Evidence, Mark
from queries.columns import CHAMBERS, covers, is_untyped_chamber, possible_columns
from queries.dates import is_ahead, is_over, period
from queries.evidence import BY_PERSON, is_proposed, newest_date, newest_first

_CLAIMED = (CellValue.PRESENT, CellValue.INFORMAL, CellValue.ABSENT)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that somebody takes part, supports informally or is absent. `role` of participations only.

    `declined`: the statement quotes the subject's own "no"; of absences only.
    """

    subject: ActorRow
    value: CellValue
    statement: Evidence
    role: Role | None = None
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """How a participant leads to a body of another column: its parent, its branch or a member under its roof."""

    participant_id: str
    body: str
    column: Column
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """A place with a word of a kind of which no fact was made."""

    word: str
    kind: ActorKind | None
    chamber_type: ChamberType | None
    is_withheld: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What the documents say about one initiative. `day` is the day the question is asked for.

    `rejected` are the claims that a person took away: they decide nothing, but a cell left without them is marked.
    """

    day: str
    claims: tuple[Claim, ...] = ()
    routes: tuple[Route, ...] = ()
    hints: tuple[Hint, ...] = ()
    listings: tuple[Evidence, ...] = ()
    rejected: tuple[Claim, ...] = ()

    @property
    def names_somebody(self) -> bool:
        """Whether anybody at all is named as taking part; a name that was held back may be a participant."""
        return any(claim.role for claim in self.claims) or any(hint.is_withheld for hint in self.hints)

    def seated(self) -> tuple[Claim, ...]:
        """The presences, of any kind, that hold on the day and that nothing later takes back."""
        return tuple(_seated(_running(self)))

    def members(self) -> tuple[ActorRow, ...]:
        """Who sits at the table on the day, each once, by id: those behind a cell's present, and of any other kind."""
        running = _running(self)
        columns = _by_column(running, _spoken_of).values()
        seated = [claim for claims in columns for claim in _seated(_supporters_made_informal(claims))]
        seated += [claim for claim in _seated(running) if not _spoken_of(claim)]
        found = {claim.subject.id: claim.subject for claim in seated}
        return tuple(found[id] for id in sorted(found))


def judge(column: Column, facts: RowFacts) -> Cell:
    """What may be said of this kind in this initiative: the first value that holds, with what it rests on."""
    return judge_all((column,), facts)[0]


def judge_all(columns: Iterable[Column], facts: RowFacts) -> tuple[Cell, ...]:
    """The cells of these columns, in their order."""
    running = _running(facts)
    told = _Told(
        spoken=_by_column(running, _spoken_of),
        possible=_by_column(facts.claims, _possible_columns),
        rejected=_by_column(facts.rejected, _spoken_of) if facts.rejected else {},
        seated=_seated(running) if facts.routes else [],
        somebody=facts.names_somebody,
    )
    return tuple(_judged(column, facts, told) for column in columns)


@dataclass(frozen=True, slots=True)
class _Told:
    """The claims by the columns they speak of, or may speak of; `seated` are the presences nothing takes back.

    `somebody`: whether anybody at all is named as taking part.
    """

    spoken: Mapping[Column, list[Claim]]
    possible: Mapping[Column, list[Claim]]
    rejected: Mapping[Column, list[Claim]]
    seated: Sequence[Claim]
    somebody: bool


def _by_column(claims: Iterable[Claim], columns: Callable[[Claim], tuple[Column, ...]]) -> Mapping[Column, list[Claim]]:
    found: dict[Column, list[Claim]] = {}
    for claim in claims:
        for column in columns(claim):
            found.setdefault(column, []).append(claim)
    return found


def _judged(column: Column, facts: RowFacts, told: _Told) -> Cell:
    if column in told.spoken:
        claims = _supporters_made_informal(told.spoken[column])
        standing = _standing(claims, among=claims)
        for value in _CLAIMED:
            if deciding := [claim for claim in standing if claim.value is value]:
                return _claimed(column, value, deciding, standing)
    cell = _represented(column, facts.routes, told.seated) if facts.routes else None
    cell = cell or _unclaimed(column, facts, told)
    if column not in told.rejected:
        return cell
    decided = newest_first(claim.statement for claim in told.rejected[column])
    return replace(cell, marks=(*cell.marks, Mark.CORRECTED), evidence=(*cell.evidence, *decided))


def _spoken_of(claim: Claim) -> tuple[Column, ...]:
    """The columns that a claim speaks of."""
    subject = claim.subject
    # "Die Kammern sind nicht beteiligt" leaves no chamber out; a presence of "Kammern" does not say which.
    if is_untyped_chamber(subject.kind, subject.chamber_type):
        return CHAMBERS if subject.is_group and claim.value is CellValue.ABSENT else ()
    return _possible_columns(claim)


def _possible_columns(claim: Claim) -> tuple[Column, ...]:
    return possible_columns(claim.subject.kind, claim.subject.chamber_type)


def _supporters_made_informal(told: list[Claim]) -> list[Claim]:
    """Who supports without formal part is told twice, as not formally there and as a supporter: both mean informal."""
    informal = [claim for claim in told if claim.value is CellValue.INFORMAL]
    if not informal:
        return told

    def is_same_support(claim: Claim) -> bool:
        return claim.role is Role.SUPPORTER and any(covers(other.subject, claim.subject) for other in informal)

    return [replace(claim, value=CellValue.INFORMAL) if is_same_support(claim) else claim for claim in told]


def _running(facts: RowFacts) -> list[Claim]:
    """The claims that hold on the day: begun, not told to have ended, and not resting on a model's word alone."""
    over = [claim for claim in facts.claims if is_over(claim.statement, facts.day)]

    def has_ended(claim: Claim) -> bool:
        said = period(claim.statement).last
        ends = (_end(other) for other in over if _is_same_fact(other, claim))
        return said is not None and any(said <= end for end in ends)

    begun = [claim for claim in facts.claims if not is_ahead(claim.statement, facts.day) and not _is_guess(claim)]
    return [claim for claim in begun if not has_ended(claim)] if over else begun


def _seated(running: Sequence[Claim]) -> list[Claim]:
    """The presences, of any column, that nothing later takes back."""
    return _standing([claim for claim in running if claim.value is CellValue.PRESENT], among=running)


def _standing(claims: list[Claim], *, among: Sequence[Claim]) -> list[Claim]:
    """The claims that none of those takes back; of what says one and the same, none takes back another."""
    others = {value: [claim for claim in among if claim.value is not value] for value in {one.value for one in among}}
    if len(others) < 2:
        return claims
    return [claim for claim in claims if not any(_refutes(later, claim) for later in others[claim.value])]


def _is_same_fact(one: Claim, other: Claim) -> bool:
    return (one.subject.id, one.value, one.role) == (other.subject.id, other.value, other.role)


def _end(claim: Claim) -> str:
    return period(claim.statement).last or ""


def _contradict(one: Claim, other: Claim) -> bool:
    """Whether both cannot hold at once. A group's presence leaves room for one of its kind that is absent."""
    if one.value is other.value:
        return False
    positive, negative = sorted((one, other), key=lambda claim: _CLAIMED.index(claim.value))
    return covers(negative.subject, positive.subject)


def _refutes(later: Claim, claim: Claim) -> bool:
    return _contradict(later, claim) and period(later.statement).is_after(period(claim.statement))


def _claimed(column: Column, value: CellValue, deciding: Sequence[Claim], standing: Sequence[Claim]) -> Cell:
    others = (claim for claim in standing if claim.value is not value)
    opposing = [claim for claim in others if any(_contradict(claim, decided) for decided in deciding)]
    marks: list[Mark] = []
    if opposing:
        marks.append(Mark.CONFLICT)
    if value is CellValue.PRESENT and all(claim.subject.is_group for claim in deciding):
        marks.append(Mark.AS_GROUP)
    if any(claim.declined for claim in deciding):
        marks.append(Mark.DECLINED)
    if any(_is_by_hand(claim) for claim in deciding):
        marks.append(Mark.CORRECTED)
    return Cell(
        column=column,
        value=value,
        marks=tuple(marks),
        who=_names(claim.subject.name for claim in deciding),
        evidence=newest_first(claim.statement for claim in (*deciding, *opposing)),
        newest=newest_date(claim.statement for claim in deciding),
    )


def _is_by_hand(claim: Claim) -> bool:
    """Whether a person said it, or changed what it rests on: the participation, or the kind of who takes part."""
    by_hand = claim.statement.method == BY_PERSON
    words = (item.correction for item in claim.subject.corrections if item.correction)
    return by_hand or any(field == "kind" for word in words for field, _value in word.values)


def _is_guess(claim: Claim) -> bool:
    """Whether a model says that this is a body of its kind, and no person has said so yet: to be checked."""
    return is_proposed(claim.statement.method) and not _is_by_hand(claim)


def _represented(column: Column, routes: Iterable[Route], seated: Sequence[Claim]) -> Cell | None:
    leading = [route for route in routes if route.column is column]
    by_participant = {claim.subject.id: claim.subject.name for claim in seated} if leading else {}
    open_routes = [route for route in leading if route.participant_id in by_participant]
    if not open_routes:
        return None
    via = {route.participant_id for route in open_routes}
    statements = [claim.statement for claim in seated if claim.subject.id in via]
    links = [item for route in open_routes for item in route.evidence]
    who = _names(f"{by_participant[route.participant_id]} → {route.body}" for route in open_routes)
    return _cell(column, CellValue.REPRESENTED, who, [*statements, *links])


def _unclaimed(column: Column, facts: RowFacts, told: _Told) -> Cell:
    """To check, not listed, not mentioned or nobody named: what is left when no claim and no route holds."""
    hints = [hint for hint in facts.hints if column in possible_columns(hint.kind, hint.chamber_type)]
    loose = told.possible.get(column, ())
    if hints or loose:
        who = _names([*(hint.word for hint in hints), *(claim.subject.name for claim in loose)])
        evidence = [*(hint.evidence for hint in hints), *(claim.statement for claim in loose)]
        return _cell(column, CellValue.TO_CHECK, who, evidence)
    if facts.listings:
        return _cell(column, CellValue.NOT_LISTED, (), facts.listings)
    return _silent(column, CellValue.NOT_MENTIONED if told.somebody else CellValue.NOBODY_NAMED)


@cache
def _silent(column: Column, value: CellValue) -> Cell:
    """A cell of which no document says a word: there are very many of them."""
    return Cell(column, value)


def _cell(column: Column, value: CellValue, who: tuple[str, ...], evidence: Iterable[Evidence]) -> Cell:
    statements = newest_first(evidence)
    return Cell(column, value, who=who, evidence=statements, newest=newest_date(statements))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
