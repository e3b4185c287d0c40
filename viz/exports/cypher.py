"""A Cypher script for a Neo4j of one's own: constraints, nodes and relationships as this program names them.

Every statement may run again: nodes and relationships are merged by their ids. A statement ends at a line that holds
only a semicolon; no line of a text does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.catalog import load_catalog, split_statements
from graph.forms import LINKS
from graph.kinds import ActorKind
from graph.model import Absence, Participation
from queries.answers import ActorRow
from viz.exports.attributes import LINE_ATTRIBUTES, Value, word_code, word_kind
from viz.exports.cypher_text import NO_ROW, Cells, Holds, portions
from viz.exports.drawing import Drawing, Line, Sort, Symbol
from viz.exports.fitting import Fitting, Part, Written

Row = Sequence[Value]
_LABELS: Mapping[Sort, str] = {Sort.ACTOR: "Actor", Sort.GROUP: "Group", Sort.INITIATIVE: "Initiative"}
_END = "\n;\n"
_NAMED = frozenset({"sort", "sort_name", "role", "role_name"})
"""Attributes that a relationship has as its type, as a property of the graph's own, or as its name."""
_SAID = tuple(one for one in LINE_ATTRIBUTES if one.key not in _NAMED)
_TEXTS = frozenset({"aliases", "regions", "sources", "topics"})
_NUMBERS = frozenset({"count", "statements"})


def _cells(*names: str) -> Cells:
    kinds = {**dict.fromkeys(_TEXTS, Holds.TEXTS), **dict.fromkeys(_NUMBERS, Holds.NUMBER)}
    return Cells(tuple((name, kinds.get(name, Holds.TEXT)) for name in names))


_NODES: Mapping[Sort, Cells] = {
    Sort.ACTOR: _cells("id", "name", "kind_name", "kind", "chamber_type", "regions", "register_id", "aliases"),
    Sort.GROUP: _cells("id", "name", "kind_name", "kind", "chamber_type", "regions", "word", "count"),
    Sort.INITIATIVE: _cells(
        *("id", "name", "kind_name", "type", "regions", "region_name", "since", "until"),
        *("topics", "status", "parent_id", "aliases"),
    ),
}
"""The properties as the graph has them, and `kind_name` in words."""
_ENDS = ("id", "who", "initiative")
_LINES: Mapping[Sort, Cells] = {
    Sort.PARTICIPATION: _cells(*_ENDS, "role", "name", *(one.key for one in _SAID)),
    Sort.ABSENCE: _cells(*_ENDS, "strength", "name", *(one.key for one in _SAID)),
}


def write_cypher(drawing: Drawing) -> Written:
    """The script: comments that say what it is, constraints, nodes, then what joins them."""
    fitting = Fitting(NO_ROW)
    notes = [f"// {' '.join(fitting(note).split())}\n" for note in ("Bündnisatlas", *drawing.notes)]
    content = "".join([*notes, *(statement + _END for statement in _statements(drawing, fitting))])
    return Written((Part("", content.encode("utf-8")),), fitting.left_out)


def _statements(drawing: Drawing, fitting: Fitting) -> Iterator[str]:
    yield from _constraints()
    nodes: defaultdict[tuple[Sort, str | None], list[Row]] = defaultdict(list)
    for symbol in drawing.symbols:
        kind = symbol.row.kind.label if isinstance(symbol.row, ActorRow) and symbol.sort is Sort.ACTOR else None
        nodes[symbol.sort, kind].append(_node(symbol))
    for (sort, kind), rows in nodes.items():
        yield from _merging_nodes(rows, sort, kind, fitting)
    labels = {symbol.row.id: _LABELS[symbol.sort] for symbol in drawing.symbols}
    links: defaultdict[tuple[Sort, str], list[Row]] = defaultdict(list)
    for line in drawing.lines:
        links[line.sort, labels[line.who]].append(_link(line))
    for (sort, label), rows in links.items():
        yield from _merging_links(rows, sort, label, fitting)


def _constraints() -> Iterator[str]:
    names = tuple(f" CONSTRAINT {label.lower()}_id " for label in _LABELS.values())
    for statement in split_statements(load_catalog("graph")["schema_neo4j"]):
        line = statement.splitlines()[-1]
        if any(name in line for name in names):
            yield line


def _merging_nodes(rows: Iterable[Row], sort: Sort, kind: str | None, fitting: Fitting) -> Iterator[str]:
    kinds = ":".join(sorted({one.label for one in ActorKind}))
    labelled = f"\nREMOVE n:{kinds}\nSET n:{kind}" if kind else ""
    for beginning in portions(rows, fitting):
        yield f"{beginning}\nMERGE (n:{_LABELS[sort]} {{id: cell[0]}})\nSET {_NODES[sort].setting('n')}{labelled}"


def _merging_links(rows: Iterable[Row], sort: Sort, label: str, fitting: Fitting) -> Iterator[str]:
    """A participation goes from who takes part, an absence from the initiative."""
    is_absence = sort is Sort.ABSENCE
    link = f"[r:{LINKS[Absence if is_absence else Participation].relation} {{id: cell[0]}}]"
    ends = f"MATCH (a:{label} {{id: cell[1]}})\nMATCH (b:Initiative {{id: cell[2]}})"
    merged = f"MERGE (b)-{link}->(a)" if is_absence else f"MERGE (a)-{link}->(b)"
    for beginning in portions(rows, fitting):
        yield f"{beginning}\n{ends}\n{merged}\nSET {_LINES[sort].setting('r', start=len(_ENDS))}"


def _node(symbol: Symbol) -> Row:
    row, kind = symbol.row, word_kind(symbol)
    if isinstance(row, ActorRow):
        named = (row.id, row.name, kind, row.kind.value, row.chamber_type, row.regions)
        return (*named, row.name, row.count) if row.is_group else (*named, row.register_id, row.aliases)
    times = (row.since, row.until, row.topics, row.status.value, row.parent_id)
    return (row.id, row.name, kind, row.type.value, row.regions, row.region_name, *times, row.aliases)


def _link(line: Line) -> Row:
    said = (attribute.value(line) for attribute in _SAID)
    return (line.id, line.who, line.initiative, line.code.value, word_code(line), *said)
