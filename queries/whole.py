"""What partners need of the whole graph: who sits where, as a landscape and as ties. Next: `partners.py`. Pure.

scipy is slow to import: import this module where partners are asked for, not before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from queries.facts import Facts
from queries.landscape import Landscape, build_landscape
from queries.ties import Ties, ties_of


@dataclass(frozen=True)
class Whole:
    """What is needed of the whole graph: who sits where, as a landscape and as ties. No quotes.

    `names` are those of all actors and initiatives by id.
    """

    landscape: Landscape
    ties: Ties
    names: Mapping[str, str]

    @cached_property
    def nodes_by_key(self) -> Mapping[str, str]:
        """The node of each actor by its row in the register, else by itself."""
        return {actor.register_id or id: id for id, actor in self.landscape.actors.items() if not actor.is_group}


def read_whole(facts: Facts, *, date: str | None = None) -> Whole:
    """The whole graph as it stood at the date (default: today)."""
    names = {id: row.name for rows in (facts.nodes, facts.initiatives) for id, row in rows.items()}
    return Whole(build_landscape(facts, date=date), ties_of(facts, date=date), names)
