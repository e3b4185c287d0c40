"""A Cypher script for a Neo4j of one's own: constraints, nodes and relationships as this program names them.

Every statement may run again: nodes and relationships are merged by their ids. A statement ends at a line that holds
only a semicolon, and no text goes over a line's end.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.catalog import load_catalog, split_statements
from graph.forms import LINKS
from graph.kinds import ActorKind
from graph.model import Absence, Participation
from queries.answers import ActorRow
from viz.exports.attributes import LINE_ATTRIBUTES, word_code, word_kind
from viz.exports.cypher_text import Property, record
from viz.exports.drawing import Drawing, Line, Sort, Symbol
from viz.exports.fitting import NO_TEXT, Fitting, Part, Written

_LABELS: Mapping[Sort, str] = {Sort.ACTOR: "Actor", Sort.GROUP: "Group", Sort.INITIATIVE: "Initiative"}
_MOST_ROWS, _MOST_TEXT = 500, 200_000
"""How much stands in one statement: rows, and about so many characters."""
_END = "\n;\n"
_NAMED = frozenset({"sort", "sort_name", "role", "role_name"})
"""Attributes that a relationship has as its type, as a property of the graph's own, or as its name."""


def write_cypher(drawing: Drawing) -> Written:
    """The script: comments that say what it is, constraints, actors, groups, initiatives, then what joins them."""
    fitting = Fitting(NO_TEXT)
    notes = [f"// {' '.join(fitting(note).split())}\n" for note in ("Bündnisatlas", *drawing.notes)]
    content = "".join([*notes, *(statement + _END for statement in _statements(drawing, fitting))])
    return Written((Part("", content.encode("utf-8")),), fitting.left_out)


def _statements(drawing: Drawing, fitting: Fitting) -> Iterator[str]:
    yield from _constraints()
    nodes: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    labels = {symbol.row.id: _LABELS[symbol.sort] for symbol in drawing.symbols}
    for symbol in drawing.symbols:
        row = symbol.row
        kind = row.kind.label if isinstance(row, ActorRow) and not row.is_group else None
        nodes[labels[row.id], kind].append(record(_node(symbol), fitting))
    for (label, kind), rows in nodes.items():
        yield from _merging_nodes(rows, label, kind)
    links: defaultdict[tuple[str, Sort], list[str]] = defaultdict(list)
    for line in drawing.lines:
        links[labels[line.who], line.sort].append(_link(line, fitting))
    for (label, sort), rows in links.items():
        yield from _merging_links(rows, label, sort)


def _constraints() -> Iterator[str]:
    names = tuple(f" CONSTRAINT {label.lower()}_id " for label in _LABELS.values())
    for statement in split_statements(load_catalog("graph")["schema_neo4j"]):
        line = statement.splitlines()[-1]
        if any(name in line for name in names):
            yield line


def _merging_nodes(rows: Iterable[str], label: str, kind: str | None) -> Iterator[str]:
    kinds = ":".join(sorted({one.label for one in ActorKind}))
    kind_lines = f"\nREMOVE n:{kinds}\nSET n:{kind}" if kind else ""
    for lines in _portions(rows):
        yield f"UNWIND [\n{lines}\n] AS row\nMERGE (n:{label} {{id: row.id}})\nSET n += row{kind_lines}"


def _merging_links(rows: Iterable[str], label: str, sort: Sort) -> Iterator[str]:
    """A participation goes from who takes part, an absence from the initiative."""
    is_absence = sort is Sort.ABSENCE
    relation = LINKS[Absence if is_absence else Participation].relation
    pattern = f"(b)-[r:{relation} {{id: row.id}}]->(a)" if is_absence else f"(a)-[r:{relation} {{id: row.id}}]->(b)"
    for lines in _portions(rows):
        yield (
            f"UNWIND [\n{lines}\n] AS row\nMATCH (a:{label} {{id: row.who}})\n"
            f"MATCH (b:Initiative {{id: row.initiative}})\nMERGE {pattern}\nSET r += row.said"
        )


def _portions(rows: Iterable[str]) -> Iterator[str]:
    waiting: list[str] = []
    size = 0
    for row in rows:
        if waiting and (len(waiting) == _MOST_ROWS or size + len(row) > _MOST_TEXT):
            yield ",\n".join(waiting)
            waiting, size = [], 0
        waiting.append(row)
        size += len(row)
    if waiting:
        yield ",\n".join(waiting)


def _node(symbol: Symbol) -> dict[str, Property]:
    """The properties as the graph has them, and `kind_name` in words."""
    row = symbol.row
    named: dict[str, Property] = {"id": row.id, "name": row.name, "kind_name": word_kind(symbol)}
    if isinstance(row, ActorRow):
        told: dict[str, Property] = {"kind": row.kind.value, "chamber_type": row.chamber_type, "regions": row.regions}
        if row.is_group:
            return {**named, "word": row.name, **told, "count": row.count}
        return {**named, **told, "register_id": row.register_id, "aliases": row.aliases}
    return {
        **named,
        "type": row.type.value,
        "regions": row.regions,
        "region_name": row.region_name,
        "since": row.since,
        "until": row.until,
        "topics": row.topics,
        "status": row.status.value,
        "parent_id": row.parent_id,
        "aliases": row.aliases,
    }


def _link(line: Line, fitting: Fitting) -> str:
    field = LINKS[Absence if line.sort is Sort.ABSENCE else Participation].field or "role"
    said: dict[str, Property] = {field: line.code.value, "name": word_code(line)}
    said |= {one.key: one.value(line) for one in LINE_ATTRIBUTES if one.key not in _NAMED}
    ends: dict[str, Property] = {"id": line.id, "who": line.who, "initiative": line.initiative}
    return f"{record(ends, fitting)[:-1]}, said: {record(said, fitting)}}}"
