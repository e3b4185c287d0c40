"""Find actors and initiatives by what a person types: name, abbreviation, alias, with or without umlauts and hyphens.

The best way of matching that finds anything wins; within it all finds are equally good, so several mean that the name
is ambiguous. Pure but for reading the names.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from graph.keys import fold
from graph.store import Store
from queries.bearers import bearers
from queries.identity import Identity
from queries.named import Named, NodeSort
from queries.rulings import find_rulings
from queries.standing import read_identity
from queries.steady import steady
from queries.who import read_names
from seeds.register import Register, load_register

__all__ = ["Found", "Match", "MatchReason", "NodeSort", "find", "find_among"]
_NEAREST = 3
_SHORTEST_PART = 3
_SHORTEST_FORGIVEN = 4
_SPELLINGS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


class MatchReason(StrEnum):
    """How a name was matched, the surest first."""

    ID = "id"
    NAME = "name"
    ALIAS = "alias"
    SPELLING = "spelling"
    BEGINNING = "beginning"
    WORDS = "words"
    PART = "part"
    TYPING_ERROR = "typing_error"


@dataclass(frozen=True, slots=True)
class Match:
    """Something found under a name. `kind` is the value of an ActorKind or an InitiativeType.

    `reason` is None for a name that is only near. `regions` are register ids; `region_name` and `since` tell
    initiatives of the same name apart.
    """

    id: str
    sort: NodeSort
    name: str
    aliases: tuple[str, ...]
    kind: str
    regions: tuple[str, ...]
    region_name: str | None
    since: str | None
    reason: MatchReason | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found under a name: `matches` are equally good; where there is none, the three `nearest` names."""

    name: str
    matches: tuple[Match, ...]
    nearest: tuple[Match, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether several are meant equally well."""
        return len(self.matches) > 1


@dataclass(frozen=True, slots=True)
class _Named:
    """A node with its names as they are compared: `surfaces` folded, the name first; `tight` without blanks."""

    match: Match
    surfaces: tuple[str, ...]
    tight: tuple[str, ...]
    words: frozenset[str]


Nodes: TypeAlias = Sequence[_Named]
Finds: TypeAlias = list[_Named]


@steady
def find(store: Store, name: str, *, register: Register | None = None, sort: NodeSort | None = None) -> Found:
    """Find what a person means by a name, an alias, an abbreviation or an id; typing errors are forgiven last.

    A region's name beside it chooses among namesakes; `sort` looks among actors or initiatives only; what is one is
    found once, under all its names and ids. Matches are sorted by name, region, date and id; nearest by likeness.
    """
    known = register or load_register()
    rulings = find_rulings(store.decisions())
    for ways, among in zip(_SUREST, bearers(store, known, name, rulings), strict=False):
        wanted = [match for match in to_matches(among.nodes, among.identity) if sort in (None, match.sort)]
        if matches := _matches(among.identity.of(name.strip()), [_named(match, known) for match in wanted], ways):
            return Found(name, matches)
    identity = read_identity(store, known)
    nodes = read_names(store, known, rulings)
    wanted = [match for match in to_matches(nodes, identity) if sort in (None, match.sort)]
    return find_among(identity.of(name.strip()), wanted, register=known, asked=name)


def find_among(
    name: str, named: Iterable[Match], *, register: Register | None = None, asked: str | None = None
) -> Found:
    """The same among these; without a register, regions are known only as the documents name them.

    `asked` is what was typed where it is not the name itself.
    """
    nodes = [_named(match, register) for match in named]
    matches = _matches(name, nodes, len(_WAYS))
    return Found(asked or name, matches, () if matches else _nearest(name, nodes))


def _matches(name: str, nodes: Nodes, ways: int) -> tuple[Match, ...]:
    """What the first of so many ways finds that finds anything."""
    for reason, find_by in _WAYS[:ways]:
        if found := find_by(name, nodes):
            return _sorted(replace(node.match, reason=reason) for node in found)
    return ()


def to_matches(nodes: Iterable[Named], identity: Identity | None = None) -> list[Match]:
    """The nodes as they may be found; with `identity`, those that are one as one."""
    gathered: dict[str, list[Named]] = {}
    for node in nodes:
        gathered.setdefault(identity.of(node.id) if identity else node.id, []).append(node)
    return [_match(id, members) for id, members in sorted(gathered.items())]


def _match(id: str, members: list[Named]) -> Match:
    first, *others = sorted(members, key=lambda node: (node.id != id, node.id))
    names = dict.fromkeys(name for node in (first, *others) for name in node.names)
    return Match(
        id=id,
        sort=first.sort,
        name=first.name,
        aliases=tuple(name for name in names if name != first.name) if others else first.aliases,
        kind=first.kind,
        regions=tuple(dict.fromkeys(region for node in (first, *others) for region in node.regions)),
        region_name=next((node.region_name for node in (first, *others) if node.region_name), None),
        since=min((node.since for node in (first, *others) if node.since), default=None),
    )


def _named(match: Match, register: Register | None) -> _Named:
    surfaces = tuple(fold(surface) for surface in (match.name, *match.aliases))
    regions = (match.region_name or "", *(_region_names(match.regions, register) if register else ()))
    about = (*surfaces, *map(fold, regions), fold(match.since or ""))
    words = frozenset(_without_umlauts(word) for surface in about for word in surface.split())
    return _Named(match, surfaces, tuple(_tight(surface) for surface in surfaces), words)


def _region_names(regions: Iterable[str], register: Register) -> Iterator[str]:
    """The names of these regions and of the Länder they lie in."""
    for region in filter(register.has_region, regions):
        for around in (region, *register.lands_of(region)):
            yield register.region(around).name
            yield register.region(around).short_name


def _by_id(name: str, nodes: Nodes) -> Finds:
    return [node for node in nodes if node.match.id == name.strip()]


def _by_name(name: str, nodes: Nodes) -> Finds:
    asked = fold(name)
    return [node for node in nodes if asked and node.surfaces[0] == asked]


def _by_alias(name: str, nodes: Nodes) -> Finds:
    asked = fold(name)
    return [node for node in nodes if asked and asked in node.surfaces]


def _by_spelling(name: str, nodes: Nodes) -> Finds:
    asked = _tight(fold(name))
    return [node for node in nodes if asked and asked in node.tight]


def _by_beginning(name: str, nodes: Nodes) -> Finds:
    asked = _tight(fold(name))
    return [node for node in nodes if asked and any(surface.startswith(asked) for surface in node.tight)]


def _by_words(name: str, nodes: Nodes) -> Finds:
    """Every word is one of the node's: of its names, its region or its first date."""
    asked = set(_without_umlauts(fold(name)).split())
    return [node for node in nodes if asked and asked <= node.words]


def _by_part(name: str, nodes: Nodes) -> Finds:
    asked = _tight(fold(name))
    is_long = len(asked) >= _SHORTEST_PART
    return [node for node in nodes if is_long and any(asked in surface for surface in node.tight)]


def _by_typing_error(name: str, nodes: Nodes) -> Finds:
    """Those with the fewest errors, in a whole name first, else word by word."""
    asked = fold(name)
    return _fewest((node, _errors(asked, node)) for node in nodes) or _fewest(
        (node, _errors_by_word(asked, node)) for node in nodes
    )


def _errors(asked: str, node: _Named) -> int | None:
    limit = _forgiven(_tight(asked))
    distances = (OSA.distance(_tight(asked), surface, score_cutoff=limit) for surface in node.tight)
    return min((distance for distance in distances if distance <= limit), default=None)


def _errors_by_word(asked: str, node: _Named) -> int | None:
    total = 0
    for word in _without_umlauts(asked).split():
        fewest = min((OSA.distance(word, other) for other in node.words), default=len(word))
        if fewest > _forgiven(word):
            return None
        total += fewest
    return total


def _fewest(counted: Iterable[tuple[_Named, int | None]]) -> Finds:
    forgiven = [(node, errors) for node, errors in counted if errors]
    least = min((errors for _, errors in forgiven), default=0)
    return [node for node, errors in forgiven if errors == least]


def _forgiven(word: str) -> int:
    """How many typing errors: none in "DGB", then one, and one more for each eight letters."""
    return 0 if len(word) < _SHORTEST_FORGIVEN else 1 + len(word) // 8


def _nearest(name: str, nodes: Nodes) -> tuple[Match, ...]:
    asked = fold(name)

    def likeness(node: _Named) -> float:
        return max(fuzz.WRatio(asked, surface) for surface in node.surfaces)

    ranked = sorted(nodes, key=lambda node: (-likeness(node), _key(node.match)))
    return tuple(node.match for node in ranked[:_NEAREST])


def _sorted(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=_key))


def _key(match: Match) -> tuple[str, str, str, str]:
    return fold(match.name), fold(match.region_name or ""), match.since or "", match.id


def _tight(folded: str) -> str:
    return _without_umlauts(folded).replace(" ", "")


def _without_umlauts(folded: str) -> str:
    """Also "Bundnis" is to find "Bündnis", so the e that folding adds goes on both sides."""
    for written, plain in _SPELLINGS:
        folded = folded.replace(written, plain)
    return folded


_WAYS: tuple[tuple[MatchReason, Callable[[str, Nodes], Finds]], ...] = (
    (MatchReason.ID, _by_id),
    (MatchReason.NAME, _by_name),
    (MatchReason.ALIAS, _by_alias),
    (MatchReason.SPELLING, _by_spelling),
    (MatchReason.BEGINNING, _by_beginning),
    (MatchReason.WORDS, _by_words),
    (MatchReason.PART, _by_part),
    (MatchReason.TYPING_ERROR, _by_typing_error),
)
_SUREST = (2, 3)
"""So many of the ways look at no more than `bearers.py` looks up: first by id and name, then also by alias."""
