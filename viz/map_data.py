"""A `Picture` as the data of the map page: symbols, lines and everything that a click can show.

In: the answer of `queries.picture`; out: plain JSON values for `viz.network`. Symbols and lines get opaque ids
(n0, l0), so that no name from a document ever becomes a key.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.keys import fold
from queries.answers import AbsenceLink, ActorRow, Cell, CellValue, Column, CoverageRow, InitiativeRow, Link, Picture
from queries.evidence import first_date, newest_date, newest_first
from viz.citations import Citations, Json, JsonRow
from viz.geography import SOURCE
from viz.lands import FEDERAL, Lands, home, is_federal
from viz.map_layout import Arrangement, arrange, degrees_of, ends_of, homes_of, ids_of, radius_of, short_key
from viz.map_suggestions import Suggested, word_suggestions
from viz.overview import overview
from viz.palette import INITIATIVE, Look, Stroke, load_palette, look_key
from viz.placing import Places
from viz.positions import Positions

_LONE_RADIUS = 13.0
"""The size of a symbol in the lists at the side: all alike, so that their names begin in one line."""


@dataclass(frozen=True, slots=True)
class MapData:
    """What the page needs: `nodes` and `edges` for pyvis, `page` for the panel, the matrix and the table."""

    nodes: tuple[JsonRow, ...]
    edges: tuple[JsonRow, ...]
    page: JsonRow
    positions: Positions


def gather(
    picture: Picture, lands: Lands, *, suggested: Suggested | None = None, kept: Positions | None = None
) -> MapData:
    """Everything the page shows, in a fixed order: initiatives before actors, participations before absences.

    What stood somewhere on the last map (`kept`) stands there again, if the map is small or has the same things on it.
    """
    citations = Citations()
    numbers = {key: f"n{index}" for index, key in enumerate(ids_of(picture))}
    homes = homes_of(picture, lands)
    degrees = degrees_of(picture)
    found = arrange(picture, lands, homes, kept or Positions())
    nodes = [_initiative_node(row, numbers, lands, citations) for row in picture.initiatives]
    nodes += [_actor_node(row, numbers, lands, citations) for row in picture.actors]
    for node, key, (x, y), there in zip(nodes, numbers, found.net.points, found.places.points, strict=True):
        lone = not degrees[key] and not found.net.islands
        size = _LONE_RADIUS if lone else radius_of(degrees[key], is_initiative=node["kind"] == INITIATIVE)
        where: JsonRow = {"lands": homes[key], "home": home(homes[key]), "x": x, "y": y, "there": there}
        node.update(where, size=size, lone=lone)
    _join_likenesses(nodes, picture, numbers)
    _date_initiatives(nodes, picture)
    edges = _edges(picture, numbers, citations)
    page = _page(picture, numbers, citations) | _drawing()
    page["suggestions"] = word_suggestions(suggested or {}, numbers)
    known = {land for several in homes.values() for land in several} - {FEDERAL}
    page["lands"] = {land: lands.name(land) for land in sorted(known)}
    page["islands"] = [{"land": one.land, "x": one.x, "y": one.y, "radius": one.radius} for one in found.net.islands]
    page["overview"] = overview(picture, homes, lands)
    page["views"] = _views(page)
    page["ground"] = _ground(found.places, lands)
    return MapData(tuple(nodes), tuple(edges), page, _positions(nodes, found))


def _ground(places: Places, lands: Lands) -> JsonRow:
    """The outline under the map; `scale` is pixels a kilometre."""
    return {
        "lands": [
            {"land": one.land, "name": lands.name(one.land), "path": one.path, "x": one.x, "y": one.y}
            for one in places.grounds
        ],
        "largest": places.largest,
        "beside": places.beside,
        "scale": places.scale,
        "source": SOURCE,
    }


def _views(page: JsonRow) -> list[str]:
    """The views in the order of their tabs, the first to begin with: of large maps the Länder."""
    others = ["net", "map", "around", "matrix", "table"]
    if not page["overview"]:
        return others
    return ["overview", *others] if page["islands"] else [*others, "overview"]


def _date_initiatives(nodes: Sequence[JsonRow], picture: Picture) -> None:
    """With each initiative the date from which on it is shown: its beginning, else its oldest document's."""
    dates = {one.id: one.date for one in picture.coverage.documents}
    named = {
        row.initiative.id: [date for one in row.documents if (date := dates.get(one))]
        for row in (*picture.coverage.rows, *picture.coverage.without_table)
    }
    facts: tuple[Link | AbsenceLink, ...] = (*picture.links, *picture.absences)
    for one in facts:
        if first := first_date(one.evidence):
            named.setdefault(one.initiative_id, []).append(first)
    for node, row in zip(nodes, picture.initiatives, strict=False):
        node["first"] = row.since or min(named.get(row.id, ()), default=None)


def _join_likenesses(nodes: Sequence[JsonRow], picture: Picture, numbers: Mapping[str, str]) -> None:
    """With each symbol those that may be the same, and the phases before and after it."""
    pairs = [("possibly", *pair) for pair in picture.possibly] + [
        ("possibly", *pair[::-1]) for pair in picture.possibly
    ]
    pairs += [("later", *pair) for pair in picture.phases] + [("earlier", *pair[::-1]) for pair in picture.phases]
    found: defaultdict[tuple[str, str], list[Json]] = defaultdict(list)
    for key, one, other in pairs:
        found[numbers[one], key].append(numbers[other])
    for node in nodes:
        node.update({key: found[str(node["id"]), key] for key in ("possibly", "earlier", "later")})


def _initiative_node(row: InitiativeRow, numbers: Mapping[str, str], lands: Lands, citations: Citations) -> JsonRow:
    return {
        **_drawn(row.id, numbers, load_palette().look(INITIATIVE)),
        **_named(row.name, row.aliases),
        "region": row.region_name or ", ".join(map(lands.name, row.lands)),
        "federal": is_federal(row.regions),
        "type": row.type,
        "status": row.status,
        "since": row.since,
        "until": row.until,
        "topics": row.topics,
        "parent": numbers.get(row.parent_id or ""),
        "corrections": citations.cite(row.corrections),
    }


def _actor_node(row: ActorRow, numbers: Mapping[str, str], lands: Lands, citations: Citations) -> JsonRow:
    return {
        **_drawn(row.id, numbers, load_palette().look(look_key(row.kind, row.chamber_type))),
        **_named(row.name, row.aliases),
        "region": ", ".join(map(lands.name, lands.of(row.regions))),
        "federal": is_federal(row.regions),
        "nameless": row.is_group,
        "count": row.count,
        "corrections": citations.cite(row.corrections),
    }


def _drawn(id: str, numbers: Mapping[str, str], look: Look) -> JsonRow:
    drawn: JsonRow = {"kind": look.key, "shape": look.shape, "color": look.colour, "border": look.border}
    return {"id": numbers[id], "key": short_key(id)} | drawn


def _named(name: str, aliases: Sequence[str]) -> JsonRow:
    """A name with everything it is found by: folded names, aliases and initials."""
    found_by = [fold(one) for one in (name, *aliases)]
    return {"name": name, "also": aliases, "find": list(dict.fromkeys([*found_by, initials(name)]))}


def initials(name: str) -> str:
    """The letters people shorten a name to: capitals whole, other capitalised words by their first letter.

    >>> initials("IG Bergbau, Chemie, Energie")
    'igbce'
    """
    words = [word.strip("„“”\"'(),.;:-–") for word in name.split()]
    letters = [word if word.isupper() else word[0] for word in words if word and word[0].isupper()]
    return fold("".join(letters)).replace(" ", "")


def _edges(picture: Picture, numbers: Mapping[str, str], citations: Citations) -> list[JsonRow]:
    """The lines. `lane` counts from the middle: two lines of one pair lie side by side."""
    ends = ends_of(picture)
    together, drawn = Counter(ends), Counter[tuple[str, str]]()
    edges: list[JsonRow] = []
    facts: tuple[Link | AbsenceLink, ...] = (*picture.links, *picture.absences)
    for (who, where), fact in zip(ends, facts, strict=True):
        lane = drawn[who, where] - (together[who, where] - 1) / 2
        drawn[who, where] += 1
        edge: JsonRow = {"id": f"l{len(edges)}", "from": numbers[who], "to": numbers[where], "lane": lane}
        edges.append(edge | _said(fact) | {"passages": citations.cite(fact.evidence)})
    return edges


def _said(fact: Link | AbsenceLink) -> JsonRow:
    until = next((item.until for item in newest_first(fact.evidence)[:1]), None)
    said = {"role": fact.role} if isinstance(fact, Link) else {"absence": fact.strength}
    return said | {"first": first_date(fact.evidence), "newest": newest_date(fact.evidence), "until": until}


def _positions(nodes: Sequence[JsonRow], found: Arrangement) -> Positions:
    """Where everything stands on this map; what the net lists at its side has no point of its own there."""
    keys, scale = [str(node["key"]) for node in nodes], found.places.scale
    lone = {key for key, node in zip(keys, nodes, strict=True) if node["lone"]}
    net = {key: point for key, point in zip(keys, found.net.points, strict=True) if key not in lone}
    ground = zip(keys, found.places.points, strict=True)
    return Positions(net, {key: (round(x / scale, 3), round(y / scale, 3)) for key, (x, y) in ground})


def _page(picture: Picture, numbers: Mapping[str, str], citations: Citations) -> JsonRow:
    coverage = picture.coverage
    searched = {
        one.id: citations.document(one.id, title=one.title, address=one.address, date=one.date)
        for one in coverage.documents
    }
    return {
        "sample": picture.sample,
        "dates": _span([one.date for one in coverage.documents]),
        "rows": [_row(row, numbers, citations, searched) for row in coverage.rows],
        "without_table": [_row(row, numbers, citations, searched) for row in coverage.without_table],
        "unknown": [
            {"key": short_key(one.region), "name": one.name, "passages": citations.cite(one.evidence)}
            for one in coverage.unknown
        ],
        "passages": citations.passages,
        "documents": citations.documents,
    }


def _span(dates: Sequence[str | None]) -> JsonRow:
    """From which years the documents are, and how many are undated; the years are None when all are."""
    years = [date[:4] for date in dates if date]
    return {
        "oldest": min(years, default=None),
        "newest": max(years, default=None),
        "undated": len(dates) - len(years),
        "documents": len(dates),
    }


def _row(row: CoverageRow, numbers: Mapping[str, str], citations: Citations, searched: Mapping[str, int]) -> JsonRow:
    others: list[Json] = [[look_key(kind, None), count] for kind, count in row.others]
    return {
        "initiative": numbers[row.initiative.id],
        "cells": [_cell(cell, citations) for cell in row.cells],
        "others": others,
        "documents": [searched[one] for one in row.documents if one in searched],
    }


def _cell(cell: Cell, citations: Citations) -> JsonRow:
    return {
        "value": cell.value,
        "marks": cell.marks,
        "who": cell.who,
        "first": first_date(cell.evidence),
        "newest": cell.newest,
        "until": _end(cell),
        "passages": citations.cite(cell.evidence),
    }


def _end(cell: Cell) -> str | None:
    """When what the cell says has ended, where every passage says that it has."""
    ends = [item.until for item in cell.evidence]
    return max((end for end in ends if end), default=None) if all(ends) else None


def _drawing() -> JsonRow:
    """The legend: kinds, line styles, columns and values in their order."""
    palette = load_palette()
    return {
        "kinds": [
            {"key": look.key, "shape": look.shape, "color": look.colour, "border": look.border}
            for look in palette.looks
        ],
        "lines": [_line(stroke) for stroke in (*palette.strokes, *palette.absences)],
        "columns": list(Column),
        "values": list(CellValue),
    }


def _line(stroke: Stroke) -> JsonRow:
    return {
        "key": stroke.key,
        "color": stroke.colour,
        "width": stroke.width,
        "dash": stroke.dash,
        "roles": stroke.roles,
        "mark": stroke.mark,
    }
