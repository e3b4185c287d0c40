"""A `Picture` as the data of the map page: symbols, lines and everything that a click can show.

In: the answer of `queries.picture`; out: plain JSON values for `viz.network`. Symbols and lines get opaque ids (n0, l0),
so that no name from a document ever becomes a key.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.keys import fold
from queries.answers import AbsenceLink, ActorRow, CellValue, Column, CoverageRow, InitiativeRow, Link, Picture
from viz.citations import Citations, Json, JsonRow, newest_date
from viz.lands import Lands
from viz.layout import Layout, Spot, lay_out
from viz.palette import INITIATIVE, Look, load_palette, look_key


@dataclass(frozen=True, slots=True)
class MapData:
    """What the page needs: `nodes` and `edges` for pyvis, `page` for the panel, the matrix and the table."""

    nodes: tuple[JsonRow, ...]
    edges: tuple[JsonRow, ...]
    page: JsonRow


def gather(picture: Picture, lands: Lands) -> MapData:
    """Everything the page shows, in a fixed order."""
    citations = Citations()
    numbers = {row.id: f"n{index}" for index, row in enumerate((*picture.initiatives, *picture.actors))}
    edges = _edges(picture, numbers, citations)
    degrees = Counter(end for link in picture.links for end in (link.participant_id, link.initiative_id))
    degrees.update(end for link in picture.absences for end in (link.absent_id, link.initiative_id))
    layout = _place(picture, _homes(picture, lands), degrees)
    homes = _homes(picture, lands)
    nodes = [_initiative_node(row, numbers, lands) for row in picture.initiatives]
    nodes += [_actor_node(row, numbers, lands, homes[row.id]) for row in picture.actors]
    rows = (*picture.initiatives, *picture.actors)
    for node, row, (x, y) in zip(nodes, rows, layout.points, strict=True):
        node |= {"lone": isinstance(row, InitiativeRow) and not degrees[row.id], "x": x, "y": y, "size": _radius(degrees[row.id], is_initiative=isinstance(row, InitiativeRow))}
    page = _page(picture, numbers, citations) | _drawing()
    shown = sorted({land for row in picture.initiatives for land in row.lands} | {h for home in homes.values() for h in home})
    page["lands"] = {land: lands.name(land) for land in shown}
    page["islands"] = [{"land": one.land, "x": one.x, "y": one.y, "radius": one.radius} for one in layout.islands]
    return MapData(tuple(nodes), tuple(edges), page)


def _homes(picture: Picture, lands: Lands) -> dict[str, tuple[str, ...]]:
    """The Länder of every actor: its own, else those of the initiatives it takes part in."""
    reached: dict[str, set[str]] = defaultdict(set)
    where = {row.id: row.lands for row in picture.initiatives}
    for link in picture.links:
        reached[link.participant_id].update(where[link.initiative_id])
    for absence in picture.absences:
        reached[absence.absent_id].update(where[absence.initiative_id])
    return {row.id: lands.of(row.regions) or tuple(sorted(reached[row.id])) for row in picture.actors}


def _initiative_node(row: InitiativeRow, numbers: Mapping[str, str], lands: Lands) -> JsonRow:
    look = load_palette().look(INITIATIVE)
    return {
        **_drawn(numbers[row.id], look),
        **_named(row.name, row.aliases),
        "lands": row.lands,
        "region": row.region_name or ", ".join(map(lands.name, row.lands)),
        "type": row.type,
        "status": row.status,
        "since": row.since,
        "until": row.until,
        "topics": row.topics,
        "parent": numbers.get(row.parent_id or ""),
    }


def _actor_node(row: ActorRow, numbers: Mapping[str, str], lands: Lands, home: Sequence[str]) -> JsonRow:
    look = load_palette().look(look_key(row.kind, row.chamber_type))
    return {
        **_drawn(numbers[row.id], look),
        **_named(row.name, row.aliases),
        "lands": home,
        "region": ", ".join(map(lands.name, lands.of(row.regions))),
        "nameless": row.is_group,
        "count": row.count,
    }


def _drawn(number: str, look: Look) -> JsonRow:
    return {"id": number, "kind": look.key, "shape": look.shape, "color": look.colour, "border": look.border}


def _named(name: str, aliases: Sequence[str]) -> JsonRow:
    """A name with everything it is found by: folded names, aliases and initials."""
    found_by = [fold(one) for one in (name, *aliases)]
    return {"name": name, "also": list(aliases), "find": list(dict.fromkeys([*found_by, initials(name)]))}


def initials(name: str) -> str:
    """The letters people shorten a name to: capitals whole, other capitalised words by their first letter.

    >>> initials("IG Bergbau, Chemie, Energie")
    'igbce'
    """
    words = [word.strip("„“”\"'(),.;:-–") for word in name.split()]
    letters = [word if word.isupper() else word[0] for word in words if word and word[0].isupper()]
    return fold("".join(letters)).replace(" ", "")


def _edges(picture: Picture, numbers: Mapping[str, str], citations: Citations) -> list[JsonRow]:
    """Participations, then absences. `lane` counts from the middle: two lines of one pair lie side by side."""
    ends = [(numbers[one.participant_id], numbers[one.initiative_id]) for one in picture.links]
    ends += [(numbers[one.absent_id], numbers[one.initiative_id]) for one in picture.absences]
    together, drawn = Counter(ends), Counter[tuple[str, str]]()
    edges: list[JsonRow] = []
    for (start, end), fact in zip(ends, (*picture.links, *picture.absences), strict=True):
        lane = drawn[start, end] - (together[start, end] - 1) / 2
        drawn[start, end] += 1
        edge: JsonRow = {"id": f"l{len(edges)}", "from": start, "to": end, "lane": lane}
        edges.append(edge | _said(fact) | {"passages": citations.cite(fact.evidence)})
    return edges


def _said(fact: Link | AbsenceLink) -> JsonRow:
    newest = newest_date(fact.evidence)
    if isinstance(fact, Link):
        return {"role": fact.role, "newest": newest}
    return {"absence": fact.strength, "newest": newest}


def _radius(degree: int, *, is_initiative: bool) -> float:
    return round((12 if is_initiative else 8) + 2.2 * min(degree, 40) ** 0.5, 1)


def _place(picture: Picture, homes: Mapping[str, tuple[str, ...]], degrees: Mapping[str, int]) -> Layout:
    """Positions, with room for every label below its symbol: 25 letters a line, at most three lines."""
    rows = (*picture.initiatives, *picture.actors)
    index = {row.id: place for place, row in enumerate(rows)}
    spots: list[Spot] = []
    for row in rows:
        is_initiative = isinstance(row, InitiativeRow)
        radius, home = _radius(degrees.get(row.id, 0), is_initiative=is_initiative), row.lands if isinstance(row, InitiativeRow) else homes[row.id]
        width, height = (3.4 * radius + 40, 2 * radius + 40) if is_initiative else (2 * radius + 26, 2 * radius + 16)
        spots.append(Spot(width, height, home[0] if len(home) == 1 else None))
    pairs = [(index[one.participant_id], index[one.initiative_id]) for one in picture.links]
    pairs += [(index[one.absent_id], index[one.initiative_id]) for one in picture.absences]
    return lay_out(spots, pairs)


def _page(picture: Picture, numbers: Mapping[str, str], citations: Citations) -> JsonRow:
    coverage = picture.coverage
    searched = {
        one.id: citations.document(one.id, title=one.title, address=one.address, date=one.date)
        for one in coverage.documents
    }
    page: JsonRow = {
        "sample": picture.sample,
        "rows": [_row(row, numbers, citations, searched) for row in coverage.rows],
        "without_table": [_row(row, numbers, citations, searched) for row in coverage.without_table],
        "unknown": [{"name": one.name, "passages": citations.cite(one.evidence)} for one in coverage.unknown],
    }
    return page | {"passages": citations.passages, "documents": citations.documents}


def _row(
    row: CoverageRow, numbers: Mapping[str, str], citations: Citations, searched: Mapping[str, int]
) -> JsonRow:
    cells: list[Json] = [
        {
            "value": cell.value,
            "marks": cell.marks,
            "who": cell.who,
            "newest": cell.newest,
            "passages": citations.cite(cell.evidence),
        }
        for cell in row.cells
    ]
    others: list[Json] = [[look_key(kind, None), count] for kind, count in row.others]
    documents: list[Json] = [searched[one] for one in row.documents if one in searched]
    return {"initiative": numbers[row.initiative.id], "cells": cells, "others": others, "documents": documents}


def _drawing() -> JsonRow:
    """The legend: kinds, line styles, columns and values in their order."""
    palette = load_palette()
    return {
        "kinds": [{"key": look.key, "shape": look.shape, "color": look.colour, "border": look.border} for look in palette.looks],
        "lines": [
            {"key": one.key, "color": one.colour, "width": one.width, "dash": one.dash, "roles": one.roles, "mark": one.mark}
            for one in (*palette.strokes, *palette.absences)
        ],
        "columns": list(Column),
        "values": list(CellValue),
    }
