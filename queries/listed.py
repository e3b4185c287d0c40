"""Which organisations a list's own words name: where one of a kind is among them, that kind is not "not listed".

By names only (of the graph and the register, the longest first); no sentence is understood here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.keys import fold
from graph.kinds import ActorKind, ChamberType
from queries.answers import Evidence
from queries.cells import Hint
from queries.facts import Facts
from seeds.register import Register

_Kind = tuple[ActorKind, ChamberType | None]


class ListedNames:
    """Finds names of organisations in the quotes of lists."""

    def __init__(self, facts: Facts, register: Register) -> None:
        self._kinds: dict[tuple[str, ...], tuple[str, _Kind | None]] = {}
        for surface, id in register.surfaces():
            row = register.rows[id]
            self._take(surface, (row.kind, row.chamber_type))
        for actor in facts.nodes.values():
            for name in () if actor.is_group else (actor.name, *actor.aliases):
                self._take(name, (actor.kind, actor.chamber_type))
        for initiative in facts.initiatives.values():
            for name in (initiative.name, *initiative.aliases):
                self._take(name, None)
        self._lengths = _lengths(self._kinds)

    def hints(self, listing: Evidence) -> Iterator[Hint]:
        """The names in a list's quote, in its order; a name inside a longer one, or an initiative's, is none."""
        words, place = fold(listing.quote).split(), 0
        while place < len(words):
            lengths = self._lengths.get(words[place], ())
            length = next((one for one in lengths if tuple(words[place : place + one]) in self._kinds), 0)
            if length:
                name, kind = self._kinds[tuple(words[place : place + length])]
                if kind is not None:
                    yield Hint(name, *kind, False, listing)
            place += max(length, 1)

    def _take(self, name: str, kind: _Kind | None) -> None:
        words = tuple(fold(name).split())
        if words:
            self._kinds[words] = (name, kind)


def _lengths(names: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """By their first word, how many words the names have, the most first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name[0]].add(len(name))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}
