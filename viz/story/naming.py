"""The names in a story, looked up in a graph as `show` looks them up."""

from dataclasses import dataclass

from graph.errors import QuestionError
from graph.store import Store
from queries.regions import find_region
from queries.search import find
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class InGraph:
    """What names mean in this graph and register."""

    store: Store
    register: Register

    def node(self, name: str, /) -> str:
        """The id of the one actor or initiative of this name.

        Raises QuestionError: unknown_name, ambiguous_name, with the nearest or those that are meant.
        """
        found = find(self.store, name, register=self.register)
        if len(found.matches) == 1:
            return found.matches[0].id
        near = ", ".join(one.name for one in (found.matches or found.nearest))
        raise QuestionError("ambiguous_name" if found.matches else "unknown_name", name=name, nearest=near)

    def land(self, name: str, /) -> str:
        """The id of a Land. Raises QuestionError("unknown_region"), for what is no Land, too."""
        region = find_region(self.register, name)
        if self.register.region(region).kind != "land":
            raise QuestionError("unknown_region", name=name, nearest="")
        return region
