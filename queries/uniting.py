"""Rows of the store with what is one made one: the names of all, the evidence of all. Pure. Next: `joins.py`.

Each node of a union is called by the id under which the union is shown. Facts that become equal are one fact, with
the statements of all; what would then hold between a node and itself is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.keys import fold
from graph.records import Row, Value
from queries.identity import Identity
from queries.rows import maybe_text, text, texts

Rows = Mapping[str, Sequence[Row]]

_ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "participations": (("participant", "initiative"), ("role",)),
    "absences": (("initiative", "absent"), ("strength",)),
    "memberships": (("member", "organisation"), ()),
    "branches": (("branch", "parent"), ()),
    "interests": (("holder", "initiative"), ("kind",)),
    "listings": (("initiative",), ()),
}
"""By question: the columns that name nodes, and those that tell facts of one pair apart."""
_REFLEXIVE = frozenset({"memberships", "branches"})
_SILENT: tuple[Value, ...] = (None, [], "", "other", "unclear")


@dataclass(frozen=True, slots=True)
class United:
    """Rows in which what is one is one. `kept` gives facts that became one with another the id of that one."""

    rows: Rows
    kept: Mapping[str, str]


def unite_rows(rows: Rows, identity: Identity) -> United:
    """The rows of the questions that `snapshot.py` asks, by the question's name."""
    shown = dict(identity.shown) | _united_groups(rows, identity)
    if not shown:
        return United(rows, {})
    united, kept = dict(rows), dict[str, str]()
    for name in _ENDS:
        united[name] = _unite_facts(name, rows[name], shown, kept)
    for name in ("initiatives", "actors", "groups"):
        united[name] = _unite_nodes(rows[name], shown)
    united["namings_gathered"] = [_renamed(row, "nodes", shown) for row in rows["namings_gathered"]]
    united["statements_gathered"] = [_renamed(row, "facts", kept) for row in rows["statements_gathered"]]
    united["unread"] = [_called(row, ("initiative",), shown) for row in rows["unread"]]
    return United(united, kept)


def united_facts(rows: Rows, identity: Identity) -> dict[str, str]:
    """Of the participations and absences those that are one with another, with the id of that one; asks for groups."""
    shown = dict(identity.shown) | _united_groups(rows, identity)
    kept: dict[str, str] = {}
    for name in ("participations", "absences"):
        _unite_facts(name, rows[name], shown, kept)
    return kept


def fold_nodes(id: str, rows: Sequence[Row]) -> Row:
    """Several nodes as the one with this id: its own words first, then those of the others by id."""
    ordered = sorted(rows, key=lambda row: (text(row, "id") != id, text(row, "id")))
    first = ordered[0]
    folded: Row = {column: _first(ordered, column) for column in first}
    names = {name for row in ordered for name in (text(row, "name"), *texts(row, "aliases"))}
    folded |= {"id": id, "aliases": [*sorted(names - {text(first, "name")})]}
    for column in ("regions", "topics"):
        if column in first:
            folded[column] = [*dict.fromkeys(value for row in ordered for value in texts(row, column))]
    for column, choose in (("since", min), ("until", max)):
        dates = [date for row in ordered if column in row and (date := maybe_text(row, column))]
        if column in first:
            folded[column] = choose(dates) if dates else None
    return folded


def _unite_facts(name: str, rows: Iterable[Row], shown: Mapping[str, str], kept: dict[str, str]) -> list[Row]:
    columns, telling = _ENDS[name]
    found: dict[tuple[Value, ...], Row] = {}
    for row in sorted(rows, key=lambda row: text(row, "id")):
        called = _called(row, columns, shown)
        key = tuple(str(called.get(column)) for column in (*columns, *telling))
        if name in _REFLEXIVE and key[0] == key[1]:
            continue
        if key in found:
            kept[text(row, "id")] = text(found[key], "id")
        else:
            found[key] = called
    return sorted(found.values(), key=lambda row: text(row, "id"))


def _unite_nodes(rows: Iterable[Row], shown: Mapping[str, str]) -> list[Row]:
    gathered: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[shown.get(text(row, "id"), text(row, "id"))].append(row)
    united: list[Row] = []
    for id, members in sorted(gathered.items()):
        row = fold_nodes(id, members) if len(members) > 1 else {**members[0], "id": id}
        if row.get("parent_id"):
            parent = shown.get(text(row, "parent_id"), text(row, "parent_id"))
            row["parent_id"] = None if parent == id else parent
        united.append(row)
    return united


def _united_groups(rows: Rows, identity: Identity) -> dict[str, str]:
    """The same word in what is one initiative is one group."""
    groups = {text(row, "id") for row in rows["groups"]}
    within: dict[str, str] = {}
    for name, end in (("participations", "participant"), ("absences", "absent")) if groups else ():
        within |= {text(row, end): identity.of(text(row, "initiative")) for row in rows[name] if row[end] in groups}
    first: dict[tuple[Value, ...], str] = {}
    shown: dict[str, str] = {}
    for row in sorted(rows["groups"], key=lambda row: text(row, "id")):
        id = text(row, "id")
        if id in within and within[id] in identity.members:
            key = within[id], row["kind"], row["chamber_type"], fold(text(row, "name"))
            if (other := first.setdefault(key, id)) != id:
                shown[id] = other
    return shown


def _called(row: Row, columns: Iterable[str], shown: Mapping[str, str]) -> Row:
    """The row with the nodes in these columns called as they are shown."""
    renamed: Row = {column: shown[id] for column in columns if (id := maybe_text(row, column) or "") in shown}
    return row | renamed if renamed else row


def _first(rows: Sequence[Row], column: str) -> Value:
    return next((row[column] for row in rows if row.get(column) not in _SILENT), rows[0][column])


def _renamed(row: Row, column: str, shown: Mapping[str, str]) -> Row:
    """The row with what this column lists called as it is shown."""
    listed = texts(row, column)
    return row if shown.keys().isdisjoint(listed) else {**row, column: [shown.get(id, id) for id in listed]}
