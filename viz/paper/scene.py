"""Who is drawn on a sheet, with which words and lines: a `Picture` made ready for paper. Next: net.py and places.py.

Where there are more actors than have room, those that sit at one table only are drawn together, by kind ("214
Unternehmen"); their names stand in the list behind the sheet. Nobody is left out without a word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.keys import fold
from queries.answers import AbsenceLink, ActorRow, InitiativeRow, Link, Picture
from viz.lands import FEDERAL, Lands, is_federal
from viz.palette import INITIATIVE, Look, Stroke, load_palette, look_key
from viz.paper.letters import Typecase
from viz.paper.numbering import Sources
from viz.wording.paper import name_bundle, word_nameless, word_sources

MOST = 240
"""So many symbols have room for their names on a sheet."""
_TOGETHER = (12, 5, 2)
"""From so many of a kind at one table they are drawn together: tried one after the other, until the rest has room."""


@dataclass(frozen=True, slots=True)
class Node:
    """What is drawn with a name. `note` is a second line under it; `lands` are where it is at home, Länder or FEDERAL.

    `members` are the names of those drawn together in it.
    """

    key: str
    name: str
    note: str
    look: Look
    hollow: bool
    regions: tuple[str, ...]
    lands: tuple[str, ...]
    degree: int = 0
    members: tuple[str, ...] = ()

    @property
    def is_initiative(self) -> bool:
        """Whether it is what others take part in."""
        return self.look.key == INITIATIVE


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from an actor to an initiative, by their places in `Scene.nodes`; `lane` counts from the middle."""

    who: int
    where: int
    stroke: Stroke
    lane: float


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sheet shows: `nodes` have lines, `bare` are initiatives without, `named` actors that are only named.

    `left` had no room on it, the least connected of too many.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    bare: tuple[Node, ...]
    named: tuple[Node, ...]
    left: tuple[Node, ...] = ()

    @property
    def everybody(self) -> tuple[Node, ...]:
        """All of them."""
        return (*self.nodes, *self.bare, *self.named, *self.left)


def make_scene(picture: Picture, lands: Lands, sources: Sources, typecase: Typecase) -> Scene:
    """Everything of the picture, in a fixed order."""
    facts: tuple[Link | AbsenceLink, ...] = (*picture.links, *picture.absences)
    cited: defaultdict[str, list[int]] = defaultdict(list)
    for fact in facts:
        cited[fact.initiative_id] += sources.numbers(fact.evidence)
    rows = {row.initiative.id: row.documents for row in (*picture.coverage.rows, *picture.coverage.without_table)}
    for id, documents in rows.items():
        cited[id] = cited[id] or sources.of_documents(documents)
    nodes = [_initiative(row, lands, cited[row.id], typecase) for row in picture.initiatives]
    reached = _reached(facts, {row.id: row.lands or _whole(row.regions) for row in picture.initiatives})
    nodes += [_actor(row, lands, reached.get(row.id, ()), typecase) for row in picture.actors]
    bundled, ends = _bundled(nodes, [(_who(fact), fact.initiative_id, _stroke(fact)) for fact in facts])
    left = _too_many(bundled, ends)
    kept = [(who, where, stroke) for who, where, stroke in ends if who not in left and where not in left]
    return _joined(_told_apart(bundled, lands), kept, left)


def _who(fact: Link | AbsenceLink) -> str:
    return fact.participant_id if isinstance(fact, Link) else fact.absent_id


def _stroke(fact: Link | AbsenceLink) -> Stroke:
    palette = load_palette()
    if isinstance(fact, Link):
        return palette.stroke(fact.role)
    return next(stroke for stroke in palette.absences if stroke.key == fact.strength.value)


def _whole(regions: Sequence[str]) -> tuple[str, ...]:
    return (FEDERAL,) if is_federal(regions) else ()


def _reached(facts: Iterable[Link | AbsenceLink], homes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The Länder of the initiatives that somebody is tied to."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        found[_who(fact)].update(homes[fact.initiative_id])
    return {who: tuple(sorted(lands - {FEDERAL})) or tuple(lands) for who, lands in found.items()}


def _initiative(row: InitiativeRow, lands: Lands, cited: Sequence[int], typecase: Typecase) -> Node:
    region = row.region_name or ", ".join(map(lands.name, row.lands))
    note = " · ".join(part for part in (typecase.take(region), word_sources(sorted({*cited}))) if part)
    home = row.lands or _whole(row.regions)
    look = load_palette().look(INITIATIVE)
    return Node(row.id, typecase.take(row.name) or word_nameless(), note, look, False, row.regions, home)


def _actor(row: ActorRow, lands: Lands, reached: tuple[str, ...], typecase: Typecase) -> Node:
    name = typecase.take(row.name) or word_nameless()
    if row.is_group and row.count and not any(letter.isdigit() for letter in name):
        name = f"{name} ({row.count})"
    home = lands.of(row.regions) or reached or _whole(row.regions)
    look = load_palette().look(look_key(row.kind, row.chamber_type))
    return Node(row.id, name, "", look, row.is_group, row.regions, home)


def _told_apart(nodes: Sequence[Node], lands: Lands) -> list[Node]:
    """Actors of one name with their Land behind it."""
    names = Counter(fold(node.name) for node in nodes if not node.is_initiative)
    told: list[Node] = []
    for node in nodes:
        place = ", ".join(lands.name(land) for land in node.lands if land != FEDERAL)
        twin = not node.is_initiative and not node.members and names[fold(node.name)] > 1 and place
        told.append(replace(node, name=f"{node.name} ({place})") if twin else node)
    return told


_Ends = list[tuple[str, str, Stroke]]


def _bundled(nodes: list[Node], ends: _Ends) -> tuple[list[Node], _Ends]:
    """The same with actors drawn together where there are too many."""
    drawn = {key for who, where, _ in ends for key in (who, where)}
    found = nodes, ends
    for least in _TOGETHER:
        if len(drawn) <= MOST:
            break
        found = _together(nodes, ends, least)
        drawn = {key for who, where, _ in found[1] for key in (who, where)}
    return found


def _together(nodes: Sequence[Node], ends: _Ends, least: int) -> tuple[list[Node], _Ends]:
    """Actors with a single line, at one table and of one kind, in one symbol from `least` on."""
    lines = Counter(who for who, _where, _stroke in ends)
    by_key = {node.key: node for node in nodes}
    crowds: defaultdict[tuple[str, str, str, bool], list[str]] = defaultdict(list)
    for who, where, stroke in ends:
        if lines[who] == 1:
            crowds[where, by_key[who].look.key, stroke.key, by_key[who].hollow].append(who)
    merged: dict[str, Node] = {}
    for number, (crowd, members) in enumerate(crowds.items()):
        if len(members) >= least:
            merged |= dict.fromkeys(members, _bundle(number, by_key[crowd[0]], [by_key[one] for one in members]))
    kept = [node for node in nodes if node.key not in merged]
    kept += dict.fromkeys(merged.values())
    lines_kept = [(merged[who].key if who in merged else who, where, stroke) for who, where, stroke in ends]
    return kept, list(dict.fromkeys(lines_kept))


def _bundle(number: int, table: Node, members: Sequence[Node]) -> Node:
    first = members[0]
    name = name_bundle(first.look.key, len(members))
    names = tuple(sorted((one.name for one in members), key=fold))
    key = f"{number}:{table.key}"
    return Node(key, name, "", first.look, first.hollow, table.regions, table.lands, members=names)


def _too_many(nodes: Sequence[Node], ends: _Ends) -> frozenset[str]:
    """Those with the fewest lines, where more are drawn than have room: half of the room is the initiatives'."""
    lines = Counter(key for who, where, _ in ends for key in (who, where))
    if len(lines) <= MOST:
        return frozenset()
    in_order = sorted((node for node in nodes if lines[node.key]), key=lambda node: (-lines[node.key], node.key))
    tables = [node for node in in_order if node.is_initiative][: MOST // 2]
    actors = [node for node in in_order if not node.is_initiative][: MOST - len(tables)]
    return frozenset(lines) - {node.key for node in (*tables, *actors)}


def _joined(nodes: Sequence[Node], ends: _Ends, left: frozenset[str]) -> Scene:
    degrees = Counter(key for who, where, _ in ends for key in (who, where))
    tied = [replace(node, degree=degrees[node.key]) for node in nodes if degrees[node.key]]
    places = {node.key: place for place, node in enumerate(tied)}
    together, drawn, ties = Counter((who, where) for who, where, _ in ends), Counter[tuple[str, str]](), list[Tie]()
    for who, where, stroke in ends:
        lane = drawn[who, where] - (together[who, where] - 1) / 2
        drawn[who, where] += 1
        ties.append(Tie(places[who], places[where], stroke, lane))
    alone = [node for node in nodes if not degrees[node.key] and node.key not in left]
    no_room = tuple(node for node in nodes if node.key in left)
    bare, named = [node for node in alone if node.is_initiative], [node for node in alone if not node.is_initiative]
    return Scene(tuple(tied), tuple(ties), tuple(bare), tuple(named), no_room)
