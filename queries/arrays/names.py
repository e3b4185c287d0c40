"""The names of all nodes in their order, and who bears a name: derived from the arrays, in memory only. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.keys import fold
from queries.arrays.shape import Nodes, Numbers, Texts


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Nodes by number, ordered by folded name, then number: `ranks` gives each its place, `order` each place its node.

    `folded` are the folded names in that order; `aliases` gives each folded alias the nodes that bear it.
    """

    folded: Texts
    order: Numbers
    ranks: Numbers
    aliases: Mapping[str, Sequence[int]]

    def called(self, folded: str) -> list[int]:
        """The nodes with this folded name, by number."""
        same = self.folded.same(folded)
        found: list[int] = self.order[same.start : same.stop].tolist()
        return found

    def bearers(self, folded: str) -> Iterator[int]:
        """The nodes with this folded name, then those with this alias."""
        yield from self.called(folded)
        yield from self.aliases.get(folded, ())

    def all_bearers(self, folded: Iterable[str]) -> list[int]:
        """The nodes with one of these folded names or aliases, by number."""
        return sorted({number for name in {*folded} for number in self.bearers(name)})

    def within(self, text: str) -> set[str]:
        """The folded names and aliases that stand in a folded text, word by word."""
        words, found = text.split(), {*self.folded.standing_in(text)}
        longest = max((alias.count(" ") + 1 for alias in self.aliases), default=0)
        for begin in range(len(words)):
            found |= {" ".join(words[begin : begin + count]) for count in range(1, longest + 1)} & self.aliases.keys()
        return found


def name_nodes(nodes: Nodes, folded: Sequence[str]) -> Names:
    """The names of these nodes, which are `folded` already."""
    order = np.array(sorted(range(len(folded)), key=folded.__getitem__), np.int32)
    ranks = np.empty(len(order), np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    numbers: list[int] = order.tolist()
    return Names(Texts.of(folded[number] for number in numbers), order, ranks, _aliases(nodes))


def fold_names(nodes: Nodes) -> list[str]:
    """Each node's name, folded."""
    plain: Callable[[str], str] = fold.__wrapped__  # of so many names hardly any comes twice
    return [plain(name) for name in nodes.names.some(range(len(nodes.names)))]


def _aliases(nodes: Nodes) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    words = [fold(nodes.aliases.words[code]) for code in range(len(nodes.aliases.words))]
    counts = np.diff(nodes.aliases.starts)
    bearers = np.repeat(np.arange(len(counts)), counts).tolist()
    for code, number in zip(nodes.aliases.codes.tolist(), bearers, strict=True):
        found[words[code]].append(number)
    return found
