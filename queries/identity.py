"""Which nodes are one, which are phases of one, which may be: a pure function of the nodes and people's decisions.

In: subjects from `sameness.py`, decided links; out: an `Identity` that `uniting.py` applies to rows. The order of
loading never matters. Decisions come first, the newest before the older; then what is surest. Two nodes that a person,
a document or their place keeps apart never get into one, whatever lies between them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from queries.candidates import pair_up
from queries.decisions import Action, Link
from queries.named import Named, NodeSort
from queries.sameness import judge
from queries.verdicts import Place, Quote, Sameness, SameReason, Subject, Verdict, compare_places
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes and what joins them; ids are those of the nodes as they are shown, `one` before `other`.

    For phases `one` is the earlier, and `quotes` are the sentences that say so, sorted. `is_postponed`: a person looked
    at it and is unsure. Score in 0..1.
    """

    one: str
    other: str
    sort: NodeSort
    score: float
    reason: SameReason
    is_postponed: bool = False
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Union:
    """Two nodes of documents that became one, and why; `decision_id` where a person decided it.

    The names are those that the documents give them.
    """

    one: str
    other: str
    score: float
    reason: SameReason
    decision_id: str | None = None
    one_name: str = ""
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is who. Mappings are by id; what is one node of one document is in none of them. Made by `to_identity`.

    The last three say of each node what the tuples of all say: of its possible pairs and its phases at either end, of
    the unions whose first it is.
    """

    shown: Mapping[str, str] = field(default_factory=dict[str, str])
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    unions: tuple[Union, ...] = ()
    phases: tuple[Pair, ...] = ()
    possible: tuple[Pair, ...] = ()
    possible_at: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict[str, tuple[Pair, ...]])
    phases_at: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict[str, tuple[Pair, ...]])
    unions_at: Mapping[str, tuple[Union, ...]] = field(default_factory=dict[str, tuple[Union, ...]])

    def of(self, id: str) -> str:
        """The id under which a node is shown."""
        return self.shown.get(id, id)

    def within(self, id: str) -> tuple[str, ...]:
        """The nodes that are shown as the one this belongs to, sorted."""
        return self.members.get(self.of(id), (id,))

    def unions_of(self, id: str) -> tuple[Union, ...]:
        """Why the nodes that are shown as this one are one."""
        return tuple(union for member in self.within(id) for union in self.unions_at.get(member, ()))

    def possibly(self, id: str) -> tuple[str, ...]:
        """The nodes that may be the same as this one, the likeliest first."""
        shown = self.of(id)
        return tuple(pair.other if pair.one == shown else pair.one for pair in self.possible_at.get(shown, ()))


Judged = tuple[str, str, Verdict]


def identify(
    subjects: Sequence[Subject],
    register: Register,
    *,
    pairs: Sequence[tuple[Subject, Subject]] | None = None,
    links: Sequence[Link] = (),
    hints: Iterable[Judged] = (),
    corrected: Collection[str] = (),
) -> Identity:
    """Unite what is one. `pairs` are worth judging (default: those of `candidates.py`), `hints` verdicts from texts.

    `links` are decided, the newest first.

    One of `corrected` stands for all that are one with it: a person said how it is called.
    """
    known = {subject.node.id: subject for subject in subjects}
    judged = [
        (one.node.id, other.node.id, verdict)
        for one, other in (_paired(known, register) if pairs is None else pairs)
        if (verdict := judge(one, other, register)) is not None
    ]
    judged = _unambiguous([*judged, *(hint for hint in hints if hint[0] in known and hint[1] in known)])
    groups = _Groups(known, register, corrected)
    for link in links:
        groups.decide(link)
    phases = [(one, other, found) for one, other, found in judged if found.sameness is Sameness.PHASES]
    for one, other, _ in phases:
        groups.part(one, other)
    for one, other, verdict in sorted(judged, key=_surest):
        if verdict.sameness is Sameness.SAME:
            groups.unite(Union(one, other, verdict.score, verdict.reason))
    return groups.identity(judged, phases)


def _paired(known: Mapping[str, Subject], register: Register) -> Iterator[tuple[Subject, Subject]]:
    return ((known[one], known[other]) for one, other in pair_up(known.values(), register))


def to_identity(
    *,
    shown: Mapping[str, str],
    members: Mapping[str, tuple[str, ...]],
    unions: Iterable[Union],
    phases: Iterable[Pair],
    possible: Iterable[Pair],
) -> Identity:
    """The identity of these, in their orders, with what it says of each node."""
    told, later, maybe = tuple(unions), tuple(phases), tuple(possible)
    unions_at: defaultdict[str, list[Union]] = defaultdict(list)
    for union in told:
        unions_at[union.one].append(union)
    return Identity(
        shown=shown,
        members=members,
        unions=told,
        phases=later,
        possible=maybe,
        possible_at=_by_end(maybe),
        phases_at=_by_end(later),
        unions_at={id: tuple(first) for id, first in unions_at.items()},
    )


def _by_end(pairs: Iterable[Pair]) -> dict[str, tuple[Pair, ...]]:
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.one].append(pair)
        found[pair.other].append(pair)
    return {id: tuple(around) for id, around in found.items()}


def _surest(judged: Judged) -> tuple[float, str, str]:
    one, other, verdict = judged
    return -verdict.score, one, other


def _unambiguous(judged: list[Judged]) -> list[Judged]:
    """What holds only for one namesake is no more than possible where there are two."""
    counted = Counter(id for one, other, verdict in judged if verdict.needs_one for id in (one, other))

    def settled(one: str, other: str, verdict: Verdict) -> Judged:
        if verdict.needs_one and max(counted[one], counted[other]) > 1:
            return one, other, replace(verdict, sameness=Sameness.POSSIBLE, score=min(verdict.score, 0.7))
        return one, other, verdict

    return [settled(*found) for found in judged]


class _Groups:
    """Nodes growing together; each knows whom it must not meet."""

    def __init__(self, known: Mapping[str, Subject], register: Register, corrected: Collection[str]) -> None:
        self._known = known
        self._register = register
        self._corrected = corrected
        self._group: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self._settled: set[frozenset[str]] = set()
        self._postponed: set[frozenset[str]] = set()
        self._unions: list[Union] = []

    def decide(self, link: Link) -> None:
        """Apply a decision; one that a newer decision on the same nodes contradicts is left aside."""
        one, other, pair = link.one, link.other, frozenset((link.one, link.other))
        if one not in self._known or other not in self._known or pair in self._settled:
            return
        self._settled.add(pair)
        match link.action:
            case Action.MERGE:
                if not self._kept_apart(one, other):
                    self._join(Union(one, other, 1.0, SameReason.DECIDED, link.decision_id))
            case Action.REJECT | Action.SPLIT:
                if self._root(one) != self._root(other):
                    self.part(one, other)
            case Action.UNSURE:
                self._postponed.add(pair)

    def part(self, one: str, other: str) -> None:
        """Never let these two be one."""
        self._apart[one].add(other)
        self._apart[other].add(one)

    def unite(self, union: Union) -> None:
        """Let two be one where nothing keeps any of their groups apart, and no person put it off."""
        one, other = union.one, union.other
        if frozenset((one, other)) in self._postponed or self._kept_apart(one, other):
            return
        if union.reason.is_stated or self._may_meet(one, other):
            self._join(union)

    def identity(self, judged: Sequence[Judged], phases: Sequence[Judged]) -> Identity:
        """What has become of all."""
        groups = {root: tuple(sorted(members)) for root, members in self._members.items() if len(members) > 1}
        names = {root: self._name_of(members) for root, members in groups.items()}
        shown = {id: names[root] for root, members in groups.items() for id in members}
        return to_identity(
            shown=shown,
            members={names[root]: members for root, members in groups.items()},
            unions=(self._told(union) for union in sorted(self._unions, key=lambda one: (one.one, one.other))),
            phases=self._phases(phases, shown),
            possible=self._possible(judged, shown),
        )

    def _told(self, union: Union) -> Union:
        one, other = (self._known[id].node.name for id in (union.one, union.other))
        return replace(union, one_name=one, other_name=other)

    def _root(self, id: str) -> str:
        return self._group.get(id, id)

    def _all(self, id: str) -> list[str]:
        return self._members.get(self._root(id), [id])

    def _join(self, union: Union) -> None:
        one, other = self._root(union.one), self._root(union.other)
        if one == other:
            return
        self._unions.append(union)
        joined = [*self._members.pop(one, [one]), *self._members.pop(other, [other])]
        root = min(joined)
        self._members[root] = joined
        self._group.update(dict.fromkeys(joined, root))

    def _kept_apart(self, one: str, other: str) -> bool:
        mine, theirs = self._all(one), set(self._all(other))
        return any(self._apart[id] & theirs for id in mine)

    def _may_meet(self, one: str, other: str) -> bool:
        """Whether no two of the groups are named in one document or lie in two places."""
        pairs = product(self._all(one), self._all(other))
        return all(self._are_compatible(self._known[mine], self._known[theirs]) for mine, theirs in pairs)

    def _are_compatible(self, one: Subject, other: Subject) -> bool:
        if set(one.node.documents) & set(other.node.documents):
            return False
        if one.node.register_id and other.node.register_id:
            return False
        return compare_places(one, other, self._register) is not Place.OTHER

    def _name_of(self, members: Iterable[str]) -> str:
        """The node that stands for all: corrected, of the register, named by most documents, with the fullest name."""

        def rank(node: Named) -> tuple[bool, bool, int, int, str]:
            return (
                node.id not in self._corrected,
                node.register_id is None,
                -len(node.documents),
                -len(node.name),
                node.id,
            )

        return min((self._known[id].node for id in members), key=rank).id

    def _phases(self, judged: Sequence[Judged], shown: Mapping[str, str]) -> tuple[Pair, ...]:
        """The earlier before the later: what texts state, and of a row of editions only neighbours."""
        stated = self._stated(judged, shown)
        found: dict[tuple[str, str], Pair] = {}
        for one, other, verdict in judged:
            earlier, later = sorted((one, other), key=self._begins)
            pair = shown.get(earlier, earlier), shown.get(later, later)
            if verdict.quote is None and pair[0] != pair[1] and pair[::-1] not in stated:
                found[pair] = Pair(*pair, self._known[one].node.sort, verdict.score, verdict.reason)
        reached = {pair for pair in found if any((pair[0], middle) in found and (middle, pair[1]) in found
                                                 for middle in {end for ends in found for end in ends})}  # fmt: skip
        linked = {pair: phases for pair, phases in found.items() if pair not in reached} | stated
        return tuple(linked[pair] for pair in sorted(linked))

    def _stated(self, judged: Sequence[Judged], shown: Mapping[str, str]) -> dict[tuple[str, str], Pair]:
        """What texts state; where they contradict each other none of it."""
        found: dict[tuple[str, str], Pair] = {}
        for one, other, verdict in judged:
            pair = shown.get(one, one), shown.get(other, other)
            if verdict.quote and pair[0] != pair[1]:
                quotes = {verdict.quote, *(found[pair].quotes if pair in found else ())}
                sort = self._known[one].node.sort
                found[pair] = Pair(*pair, sort, verdict.score, verdict.reason, quotes=tuple(sorted(quotes)))
        return {pair: phases for pair, phases in found.items() if pair[::-1] not in found}

    def _begins(self, id: str) -> tuple[int, str, str]:
        subject = self._known[id]
        since = subject.node.since or ""
        first = min((first for first, _ in subject.years), default=int(since[:4] or "9999"))
        return first, since, id

    def _possible(self, judged: Sequence[Judged], shown: Mapping[str, str]) -> tuple[Pair, ...]:
        best: dict[tuple[str, str], Pair] = {}
        for one, other, verdict in judged:
            if verdict.sameness is Sameness.PHASES or self._root(one) == self._root(other):
                continue
            if self._kept_apart(one, other):
                continue
            first, second = sorted((shown.get(one, one), shown.get(other, other)))
            pair = Pair(first, second, self._known[one].node.sort, min(verdict.score, 0.89), verdict.reason)
            if (first, second) not in best or pair.score > best[first, second].score:
                best[first, second] = replace(pair, is_postponed=self._is_postponed(one, other))
        return tuple(sorted(best.values(), key=lambda pair: (-pair.score, pair.one, pair.other)))

    def _is_postponed(self, one: str, other: str) -> bool:
        pairs = product(self._all(one), self._all(other))
        return any(frozenset(pair) in self._postponed for pair in pairs)
