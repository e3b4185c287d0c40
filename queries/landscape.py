"""All initiatives beside each other: where they lie, who sits there, what they are about. No quotes. Pure.

From the facts of `snapshot.py`, or from whatever else holds the whole graph; next: `resemblance.py` compares two of
them, `partners.py` looks for partners of one.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from graph.keys import fold
from graph.kinds import ActorKind, ChamberType, InitiativeType
from queries.answers import ActorRow, InitiativeRow
from queries.columns import column_of
from queries.dates import last_day
from queries.facts import Facts
from queries.nearness import Territory, territory
from queries.network import stands

_PLAIN = frozenset(
    tomllib.loads(resources.files("queries").joinpath("landscape.toml").read_text(encoding="utf-8"))["plain_words"]
)
_SHORTEST = 3
NAMED_MAKE_A_TABLE = 2
"""So many who sit there by name make a table of anything."""


@dataclass(frozen=True, slots=True)
class Surrounding:
    """One initiative as others are compared with it.

    `seats` are the ids of those who sit there by name, `groups` of those without one, sorted; `kinds` the codes of all
    kinds there, groups among them (a column, else an ActorKind). `words` are those of its topics and its name, folded.
    `counts`: whether one can sit at its table, or two at least are named.
    """

    row: InitiativeRow
    place: Territory
    seats: tuple[str, ...]
    groups: tuple[str, ...]
    kinds: frozenset[str]
    words: frozenset[str]
    counts: bool


@dataclass(frozen=True)
class Landscape:
    """Every initiative by id, and who can sit there; groups are in `actors`, too."""

    initiatives: Mapping[str, Surrounding]
    actors: Mapping[str, ActorRow]

    @cached_property
    def tables_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the initiatives in which an actor sits by name, sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id in sorted(self.initiatives):
            for seat in self.initiatives[id].seats:
                found[seat].append(id)
        return {actor: tuple(tables) for actor, tables in found.items()}


def build_landscape(facts: Facts, *, date: str | None = None) -> Landscape:
    """The landscape of these facts as it stood at the date (default: today)."""
    seated: defaultdict[str, set[str]] = defaultdict(set)
    for link in facts.links:
        if stands(link.evidence, date=date):
            seated[link.initiative_id].add(link.participant_id)
    return Landscape(
        initiatives={id: _surrounding(row, seated.get(id, ()), facts) for id, row in facts.initiatives.items()},
        actors=facts.nodes,
    )


def is_past(row: InitiativeRow, day: str) -> bool:
    """Whether its last day, of an event also its first, lies before the day."""
    last = row.until or (row.since if row.type is InitiativeType.EVENT else None)
    return last is not None and last_day(last) < day


def kind_code(actor: ActorRow) -> str:
    """The column an actor counts for, else its kind."""
    return code_of(actor.kind, actor.chamber_type)


def code_of(kind: ActorKind, chamber_type: ChamberType | None) -> str:
    """The column a kind counts for, else the kind."""
    return (column_of(kind, chamber_type) or kind).value


def content_words(*texts: str) -> frozenset[str]:
    """The words of these texts that say what something is about, folded."""
    return telling_words(map(fold, texts))


def telling_words(folded: Iterable[str]) -> frozenset[str]:
    """The same of texts that are folded already."""
    words = (word for text in folded for word in text.split())
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _PLAIN and not word.isdigit())


def _surrounding(row: InitiativeRow, seated: Iterable[str], facts: Facts) -> Surrounding:
    actors = [facts.nodes[id] for id in sorted(seated)]
    seats = tuple(actor.id for actor in actors if not actor.is_group)
    return Surrounding(
        row=row,
        place=territory(row.regions),
        seats=seats,
        groups=tuple(actor.id for actor in actors if actor.is_group),
        kinds=frozenset(map(kind_code, actors)),
        words=content_words(row.name, *row.topics),
        counts=row.type.has_table or len(seats) >= NAMED_MAKE_A_TABLE,
    )
