"""Who sits in both initiatives, and in which initiatives both actors sit. From the facts; `overlap` prints it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.errors import QuestionError
from graph.keys import fold
from graph.kinds import Role
from graph.store import Store
from queries.answers import AbsenceLink, ActorRow, Link
from queries.columns import covers
from queries.facts import Facts
from queries.named import NodeSort
from queries.network import NodeRow, stands
from queries.pausing import collection_paused
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register, load_register

_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Common:
    """What both have: an actor at both tables, or a table at which both actors sit; seats by role."""

    node: NodeRow
    one: tuple[Link, ...]
    other: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Single:
    """What only one has, as far as the documents say.

    `groups` take part without a name where a seat was looked for, so that it may be there after all; `absences` are
    sentences that say that it is not.
    """

    node: NodeRow
    seats: tuple[Link, ...]
    groups: tuple[ActorRow, ...]
    absences: tuple[AbsenceLink, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two initiatives and who sits in them, or two actors and where they sit; each list by name.

    `sort` is what `one` and `other` are. `one_groups` and `other_groups` are what takes part in the initiatives
    without a name: it is in none of the lists.
    """

    sort: NodeSort
    one: NodeRow
    other: NodeRow
    common: tuple[Common, ...]
    only_one: tuple[Single, ...]
    only_other: tuple[Single, ...]
    one_groups: tuple[ActorRow, ...] = ()
    other_groups: tuple[ActorRow, ...] = ()


@steady
def overlap(
    store: Store, one: str, other: str, *, register: Register | None = None, date: str | None = None
) -> Overlap:
    """What two initiatives, or two actors, have in common, as known until and standing at the date.

    Raises QuestionError("unknown_node"), and "overlap_mixed" for an actor and an initiative.
    """
    with collection_paused():
        facts = read_facts(store, register or load_register(), date=date)
        return compare(facts, facts.identity.of(one), facts.identity.of(other), date=date)


def compare(facts: Facts, one: str, other: str, *, date: str | None = None) -> Overlap:
    """The same from facts already read."""
    rows = [facts.initiatives.get(id) or facts.nodes.get(id) for id in (one, other)]
    for id, row in zip((one, other), rows, strict=True):
        if row is None:
            raise QuestionError("unknown_node", id=id)
    if (one in facts.initiatives) is not (other in facts.initiatives):
        raise QuestionError("overlap_mixed")
    return _Tables(facts, date).compare(one, other)


class _Tables:
    """The seats at each table, and what is said of those who have none."""

    def __init__(self, facts: Facts, date: str | None) -> None:
        self._facts = facts
        self._seats: defaultdict[str, dict[str, list[Link]]] = defaultdict(dict)
        self._groups: defaultdict[str, dict[str, ActorRow]] = defaultdict(dict)
        for link in facts.links:
            if not stands(link.evidence, date=date):
                continue
            who = facts.nodes[link.participant_id]
            if who.is_group:
                self._groups[link.initiative_id][who.id] = who
            for at, seated in ((link.participant_id, link.initiative_id), (link.initiative_id, link.participant_id)):
                self._seats[at].setdefault(seated, []).append(link)

    def compare(self, one: str, other: str) -> Overlap:
        """The comparison of two nodes of one sort."""
        facts = self._facts
        seats = self._named(one), self._named(other)
        sort = NodeSort.INITIATIVE if one in facts.initiatives else NodeSort.ACTOR
        return Overlap(
            sort=sort,
            one=self._row(one),
            other=self._row(other),
            common=tuple(
                Common(self._row(id), seats[0][id], seats[1][id])
                for id in self._by_name(seats[0].keys() & seats[1].keys())
            ),
            only_one=tuple(self._singles(seats[0], seats[1], other)),
            only_other=tuple(self._singles(seats[1], seats[0], one)),
            one_groups=self._groups_of(one),
            other_groups=self._groups_of(other),
        )

    def _named(self, id: str) -> Mapping[str, tuple[Link, ...]]:
        groups = self._groups.get(id, {})
        return {
            other: tuple(sorted(links, key=lambda link: (_ROLES.index(link.role), link.id)))
            for other, links in self._seats.get(id, {}).items()
            if other not in groups
        }

    def _singles(
        self, here: Mapping[str, tuple[Link, ...]], there: Mapping[str, tuple[Link, ...]], without: str
    ) -> Iterator[Single]:
        """What only one has; `without` is the node that has no seat with it."""
        for id in self._by_name(here.keys() - there.keys()):
            table, actor = (without, id) if without in self._facts.initiatives else (id, without)
            subject = self._facts.nodes[actor]
            groups = tuple(group for group in self._groups_of(table) if covers(group, subject))
            absences = (one for one in self._facts.absences if one.initiative_id == table)
            told = tuple(one for one in absences if covers(self._facts.nodes[one.absent_id], subject))
            yield Single(self._row(id), here[id], groups, told)

    def _groups_of(self, id: str) -> tuple[ActorRow, ...]:
        return tuple(sorted(self._groups.get(id, {}).values(), key=lambda row: (fold(row.name), row.id)))

    def _row(self, id: str) -> NodeRow:
        return self._facts.initiatives.get(id) or self._facts.nodes[id]

    def _by_name(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=lambda id: (fold(self._row(id).name), id))
