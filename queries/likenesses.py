"""An identity as rows that the graph keeps, and back: one row for each node shown as another, each union, each pair.

Pure. `standing.py` keeps and reads them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from graph.keys import digest
from graph.records import Row, Value
from queries.identity import Identity, Pair, Union
from queries.identity import to_identity as new_identity
from queries.named import NodeSort
from queries.rows import text
from queries.verdicts import Quote, SameReason


class _Sort(StrEnum):
    SHOWN = "shown"
    UNION = "union"
    PHASES = "phases"
    POSSIBLE = "possible"


def to_rows(identity: Identity) -> list[Row]:
    """The rows of an identity; equal ones have equal ids."""
    return [
        *(_row(_Sort.SHOWN, id, shown, None) for id, shown in identity.shown.items()),
        *(_row(_Sort.UNION, union.one, union.other, _of_union(union)) for union in identity.unions),
        *(_row(_Sort.PHASES, pair.one, pair.other, _of_pair(pair)) for pair in identity.phases),
        *(_row(_Sort.POSSIBLE, pair.one, pair.other, _of_pair(pair)) for pair in identity.possible),
    ]


def to_identity(rows: Iterable[Row]) -> Identity:
    """The identity of these rows, whatever their order; of some rows the part of it that they tell."""
    told: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        told[text(row, "sort")][text(row, "id")] = row
    shown = {text(row, "one"): text(row, "other") for row in told[_Sort.SHOWN].values()}
    possible = sorted(map(_pair, told[_Sort.POSSIBLE].values()), key=lambda pair: (-pair.score, pair.one, pair.other))
    unions = sorted(map(_union, told[_Sort.UNION].values()), key=lambda union: (union.one, union.other))
    phases = sorted(map(_pair, told[_Sort.PHASES].values()), key=lambda pair: (pair.one, pair.other))
    return new_identity(shown=shown, members=_members(shown), unions=unions, phases=phases, possible=possible)


def shown_ids(rows: Iterable[Row]) -> Iterator[str]:
    """The nodes that rows say are shown as one another."""
    for row in rows:
        if row["sort"] == _Sort.SHOWN:
            yield from (text(row, "one"), text(row, "other"))


def _members(shown: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(shown):
        members[shown[id]].append(id)
    return {id: tuple(within) for id, within in members.items()}


def _row(sort: _Sort, one: str, other: str, told: Mapping[str, Value] | None) -> Row:
    details = json.dumps(told, ensure_ascii=False, sort_keys=True)
    id = f"likeness:{digest(sort.value, one, other, details)}"
    return {"id": id, "sort": sort.value, "one": one, "other": other, "details": details}


def _of_union(union: Union) -> Mapping[str, Value]:
    return {
        "score": union.score,
        "reason": union.reason.value,
        "decision_id": union.decision_id,
        "names": [union.one_name, union.other_name],
    }


def _of_pair(pair: Pair) -> Mapping[str, Value]:
    return {
        "sort": pair.sort.value,
        "score": pair.score,
        "reason": pair.reason.value,
        "postponed": pair.is_postponed,
        "quotes": [[quote.document, quote.start, quote.end, quote.text] for quote in pair.quotes],
    }


def _union(row: Row) -> Union:
    told = json.loads(text(row, "details"))
    reason, (one_name, other_name) = SameReason(told["reason"]), told["names"]
    return Union(text(row, "one"), text(row, "other"), told["score"], reason, told["decision_id"], one_name, other_name)


def _pair(row: Row) -> Pair:
    told = json.loads(text(row, "details"))
    return Pair(
        one=text(row, "one"),
        other=text(row, "other"),
        sort=NodeSort(told["sort"]),
        score=told["score"],
        reason=SameReason(told["reason"]),
        is_postponed=told["postponed"],
        quotes=tuple(Quote(*quote) for quote in told["quotes"]),
    )
