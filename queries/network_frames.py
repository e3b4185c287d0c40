"""Who connects whom as pandas tables of codes and values: ways, overlaps, bridges, communities. Pure.

pandas is slow to import: import this module where a table is asked for, not before. What each column means is a code
beside its name, as in `matrix_frame.py`; `viz` words them.
"""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from queries.answers import Evidence, InitiativeRow, Link
from queries.bridges import Bridge, Bridges
from queries.communities import Communities, Community
from queries.dates import stated
from queries.evidence import newest_date
from queries.matrix_frame import Columns, Value
from queries.network import NodeRow
from queries.overlap import Overlap
from queries.paths import Connection

SOURCE_COLUMNS: Columns = (
    ("quote", "newest_quote"),
    ("document", "title_of_its_document"),
    ("address", "address_of_its_document"),
    ("page", "page_of_the_quote"),
    ("date", "date_the_statement_speaks_of"),
)
"""Where a row comes from: the newest of its statements."""

PATH_COLUMNS: Columns = (
    ("way", "number_of_way"),
    ("step", "number_of_step"),
    ("start_id", "id_of_start"),
    ("start", "name_of_start"),
    ("end_id", "id_of_end"),
    ("end", "name_of_end"),
    ("tie", "sort_of_tie"),
    ("is_forward", "tie_is_told_of_the_start"),
    ("role", "role_of_participation"),
    *SOURCE_COLUMNS,
)
"""Of `path_frame`. Without a way there are no rows."""

OVERLAP_COLUMNS: Columns = (
    ("where", "where_it_is"),
    ("actor_id", "id_of_actor"),
    ("actor", "name_of_actor"),
    ("kind", "kind_of_actor"),
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("role", "role_of_participation"),
    *SOURCE_COLUMNS,
)
"""Of `overlap_frame`."""

BRIDGE_COLUMNS: Columns = (
    ("node_id", "id_of_node"),
    ("node", "name_of_node"),
    ("sort", "actor_or_initiative"),
    ("kind", "kind_or_type_of_node"),
    ("tables", "number_of_tables"),
    ("betweenness", "betweenness"),
    ("is_sole_link", "is_sole_link"),
    ("parts", "number_of_parts_without_it"),
    ("constraint", "burts_constraint"),
    ("kinds_own", "pairs_both_of_its_group"),
    ("kinds_foreign", "pairs_both_of_one_other_group"),
    ("kinds_gate", "pairs_one_of_its_group"),
    ("kinds_third", "pairs_of_two_other_groups"),
    ("lands_own", "pairs_both_of_its_group"),
    ("lands_foreign", "pairs_both_of_one_other_group"),
    ("lands_gate", "pairs_one_of_its_group"),
    ("lands_third", "pairs_of_two_other_groups"),
)
"""Of `bridges_frame`. The groups are kinds, or Länder; what is of actors only is missing for initiatives."""

COMMUNITY_COLUMNS: Columns = (
    ("community", "number_of_community"),
    ("names", "names_of_largest_initiatives"),
    ("node_id", "id_of_node"),
    ("node", "name_of_node"),
    ("sort", "actor_or_initiative"),
    ("kind", "kind_or_type_of_node"),
    ("inside", "participations_inside"),
    ("outside", "participations_to_others"),
)
"""Of `communities_frame`."""


NODE_COLUMNS: Columns = (
    ("name", "name_of_node"),
    ("sort", "actor_or_initiative"),
    ("kind", "kind_or_type_of_node"),
    ("regions", "tuple_of_regions"),
    ("bipartite", "side_of_the_graph"),
)
EDGE_COLUMNS: Columns = (
    ("weight", "number_of_roles"),
    ("statements", "tuple_of_statements"),
    ("roles", "tuple_of_roles"),
    ("newest", "date_of_newest_statement"),
)
PAIR_COLUMNS: Columns = (
    ("weight", "number_of_shared"),
    ("newman", "newmans_weight"),
    ("shared", "tuple_of_shared"),
    ("statements", "tuple_of_statements"),
)
"""The attributes of nodes and edges of `projections.to_networkx`; `bipartite` only of a two-mode graph."""


def path_frame(found: Connection) -> pd.DataFrame:
    """One row for each fact on each step of each way."""
    rows = (
        {
            "way": way,
            "step": number,
            "start_id": step.start.id,
            "start": step.start.name,
            "end_id": step.end.id,
            "end": step.end.name,
            "tie": tie.kind.value,
            "is_forward": tie.source_id == step.start.id,
            "role": tie.role.value if tie.role else None,
            **source_of(tie.evidence),
        }
        for way, steps in enumerate(found.paths, start=1)
        for number, step in enumerate(steps, start=1)
        for tie in step.ties
    )
    return frame_of(rows, PATH_COLUMNS)


def overlap_frame(found: Overlap) -> pd.DataFrame:
    """One row for each seat: those of both first, then what only the one has, then the other."""
    return frame_of(_seats(found), OVERLAP_COLUMNS)


def bridges_frame(found: Bridges) -> pd.DataFrame:
    """One row for each actor or initiative that stands between others, in the order of the answer."""
    return frame_of(map(_bridge, found.rows), BRIDGE_COLUMNS)


def communities_frame(found: Communities) -> pd.DataFrame:
    """One row for each member of each community, its initiatives first."""
    return frame_of((told for row in found.rows for told in _members(row)), COMMUNITY_COLUMNS)


def frame_of(rows: Iterator[Mapping[str, Value]], columns: Columns) -> pd.DataFrame:
    """A table with these columns, also where there is no row."""
    return pd.DataFrame.from_records(list(rows), columns=[name for name, _meaning in columns])


def source_of(evidence: Sequence[Evidence]) -> Mapping[str, Value]:
    """The newest statement and where it stands; nothing of it where there is none."""
    newest = evidence[0] if evidence else None
    return {
        "quote": newest.quote if newest else None,
        "document": newest.document_title if newest else None,
        "address": newest.document_address if newest else None,
        "page": newest.page if newest else None,
        "date": stated(newest) if newest else None,
    }


def _members(row: Community) -> Iterator[Mapping[str, Value]]:
    members: tuple[NodeRow, ...] = (*row.initiatives, *row.actors)
    about: Mapping[str, Value] = {"community": row.number, "names": "; ".join(row.names)}
    for node in members:
        yield {**about, **_node(node), "inside": row.inside, "outside": row.outside}


def _seats(found: Overlap) -> Iterator[Mapping[str, Value]]:
    for common in found.common:
        for asked, seats in ((found.one, common.one), (found.other, common.other)):
            yield from (_seat("both", common.node, asked, seat) for seat in seats)
    for where, asked, singles in (
        ("only_one", found.one, found.only_one),
        ("only_other", found.other, found.only_other),
    ):
        for single in singles:
            yield from (_seat(where, single.node, asked, seat) for seat in single.seats)


def _seat(where: str, node: NodeRow, asked: NodeRow, seat: Link) -> Mapping[str, Value]:
    actor, initiative = (asked, node) if isinstance(node, InitiativeRow) else (node, asked)
    return {
        "where": where,
        "actor_id": actor.id,
        "actor": actor.name,
        "kind": _kind(actor),
        "initiative_id": initiative.id,
        "initiative": initiative.name,
        "role": seat.role.value,
        **source_of(seat.evidence),
        "date": newest_date(seat.evidence),
    }


def _bridge(row: Bridge) -> Mapping[str, Value]:
    groups = {
        f"{by}_{role}": getattr(between, role) if between else None
        for by, between in (("kinds", row.by_kind), ("lands", row.by_land))
        for role in ("own", "foreign", "gate", "third")
    }
    return {
        **_node(row.node),
        "tables": row.tables,
        "betweenness": row.betweenness,
        "is_sole_link": row.is_sole_link,
        "parts": len(row.parts),
        "constraint": row.constraint,
        **groups,
    }


def _node(row: NodeRow) -> Mapping[str, Value]:
    sort = "initiative" if isinstance(row, InitiativeRow) else "actor"
    return {"node_id": row.id, "node": row.name, "sort": sort, "kind": _kind(row)}


def _kind(row: NodeRow) -> str:
    return row.type.value if isinstance(row, InitiativeRow) else row.kind.value
