"""How evenly tables are set, and what has changed, as pandas tables of codes and values. Pure.

pandas is slow to import: import this module where a table is asked for, not before. What each column means is a code
beside its name, as in `matrix_frame.py`; `viz` words them.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from queries.balance import Balance, BalanceRow, KindPair, MemberKind
from queries.changes import CellChange, Changes, TableChange
from queries.matrix_frame import Columns, Value
from queries.network_frames import SOURCE_COLUMNS, frame_of, source_of

BALANCE_COLUMNS: Columns = (
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("type", "type_of_initiative"),
    ("lands", "ids_of_laender"),
    ("known", "number_of_known_members"),
    *((kind.value, "number_of_members_of_the_kind") for kind in MemberKind),
    ("unsorted", "names_of_no_known_kind"),
    ("groups", "kinds_there_as_a_group"),
    ("who", "names_of_known_members"),
    ("sides", "social_partners_named"),
    ("unions", "value_of_the_unions"),
    ("employers_side", "value_of_the_employers"),
    ("blau", "blaus_index"),
    ("iqv", "index_of_qualitative_variation"),
)
"""Of `balance_frame`; a column for each kind has its number of named members."""

PAIR_OF_KINDS_COLUMNS: Columns = (
    ("one", "one_kind_of_a_pair"),
    ("other", "other_kind_of_a_pair"),
    ("observed", "initiatives_with_both_kinds"),
    ("mean", "mean_by_chance"),
    ("low", "lower_end_by_chance"),
    ("high", "upper_end_by_chance"),
    ("p", "corrected_p"),
    ("verdict", "verdict_on_a_pair"),
)
"""Of `pairs_frame`. With fewer than 20 initiatives only the first three have values."""

CHANGE_COLUMNS: Columns = (
    ("change", "sort_of_change"),
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("region_id", "id_of_region"),
    ("kind", "kind_asked_for"),
    ("before", "value_before"),
    ("after", "value_after"),
    ("new", "names_that_came"),
    ("gone", "names_that_went"),
    *SOURCE_COLUMNS,
)
"""Of `changes_frame`: cells, then initiatives, then regions of which a document says that nothing is known."""


def balance_frame(found: Balance) -> pd.DataFrame:
    """One row for each initiative with a table, in the order of the matrix."""
    return frame_of(map(_row, found.rows), BALANCE_COLUMNS)


def pairs_frame(found: Balance) -> pd.DataFrame:
    """One row for each pair of kinds."""
    return frame_of(map(_pair, found.pairs), PAIR_OF_KINDS_COLUMNS)


def changes_frame(found: Changes) -> pd.DataFrame:
    """One row for each change, in the order of the answer."""
    return frame_of(_changes(found), CHANGE_COLUMNS)


def _row(row: BalanceRow) -> Mapping[str, Value]:
    return {
        "initiative_id": row.initiative.id,
        "initiative": row.initiative.name,
        "type": row.initiative.type.value,
        "lands": "; ".join(row.initiative.lands),
        "known": row.known,
        **{kind.value: row.of(kind).count for kind in MemberKind},
        "unsorted": "; ".join(row.unsorted),
        "groups": "; ".join(one.kind for one in row.members if one.as_group),
        "who": "; ".join(name for one in row.members for name in one.names),
        "sides": row.sides.value,
        "unions": row.unions.value.value,
        "employers_side": row.employers.value.value,
        "blau": row.blau,
        "iqv": row.iqv,
    }


def _pair(pair: KindPair) -> Mapping[str, Value]:
    drawn = pair.drawn
    return {
        "one": pair.one.value,
        "other": pair.other.value,
        "observed": pair.observed,
        "mean": drawn.mean if drawn else None,
        "low": drawn.low if drawn else None,
        "high": drawn.high if drawn else None,
        "p": pair.p,
        "verdict": pair.verdict.value if pair.verdict else None,
    }


def _changes(found: Changes) -> Iterator[Mapping[str, Value]]:
    yield from map(_cell, found.cells)
    yield from map(_table, found.initiatives)
    for region in found.silences:
        yield {"change": "silence", "region_id": region.region, **source_of(region.evidence)}


def _cell(change: CellChange) -> Mapping[str, Value]:
    return {
        "change": change.kind.value,
        "initiative_id": change.initiative.id,
        "initiative": change.initiative.name,
        "kind": change.column.value,
        "before": change.before.value.value,
        "after": change.after.value.value,
        "new": "; ".join(change.new),
        "gone": "; ".join(change.gone),
        **source_of(change.evidence),
    }


def _table(change: TableChange) -> Mapping[str, Value]:
    about = {"initiative_id": change.initiative.id, "initiative": change.initiative.name}
    return {"change": change.kind.value, **about, **source_of(change.evidence)}
