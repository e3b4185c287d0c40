"""Who is asked in `questions.py`: this program, plain networkx, pandas, and Cypher written by hand.

Each is given the task and writes what it answered and how long it took into `told`.
"""

import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from graph.kinds import ActorKind
from graph.server import ServerSettings
from graph.store import Store, open_store
from seeds.register import load_register

S = TypeVar("S")
T = TypeVar("T")

_TIMES = 7
_SHARED = 2
"""Initiatives that somebody shares with the members at least, to be named as a partner by the others."""

MOST = 20
"""Partners that are named."""

_GAPS = (
    "MATCH (i:Initiative) WHERE NOT EXISTS { MATCH (i)<-[:PARTICIPATES]-(:Union) } "
    "AND NOT EXISTS { MATCH (i)<-[:PARTICIPATES]-(:Chamber) } RETURN count(i) AS gaps"
)
_PATH = "MATCH p = shortestPath((a:Actor {id: $a})-[:PARTICIPATES*..20]-(b:Actor {id: $b})) RETURN length(p) AS length"
_PARTNERS = """
    MATCH (:Initiative {id: $id})<-[:PARTICIPATES]-(m:Actor)
    WITH DISTINCT m MATCH (m)-[:PARTICIPATES]->(o:Initiative) WHERE o.id <> $id
    WITH DISTINCT o MATCH (o)<-[:PARTICIPATES]-(c:Actor)
    WITH c, count(o) AS shared WHERE shared >= $least
    OPTIONAL MATCH (c)-[x:PARTICIPATES]->(:Initiative {id: $id})
    WITH c, shared, count(x) AS there WHERE there = 0
    RETURN c.id AS id, shared ORDER BY shared DESC, id LIMIT $most
"""
_ABSENT_KINDS = (ActorKind.UNION.value, ActorKind.CHAMBER.value)

Partner = tuple[str, int]
"""An actor by id, and how many initiatives it shares with members."""


@dataclass
class Told:
    """What one of them answered, and how long it took: seconds to be ready, then milliseconds a question.

    `partners` are those of each initiative asked for; empty where they are found by another rule.
    """

    name: str
    ready: dict[str, float] = field(default_factory=dict[str, float])
    gaps: int = 0
    lengths: list[int | None] = field(default_factory=list["int | None"])
    partners: list[list[Partner]] = field(default_factory=list[list[Partner]])
    milliseconds: dict[str, float] = field(default_factory=dict[str, float])
    megabytes: float = 0.0


@dataclass(frozen=True)
class Task:
    """The graph, its export, the pairs of actors to be connected, and the initiatives that look for partners."""

    place: str
    export: Path
    pairs: tuple[tuple[str, str], ...]
    tables: tuple[str, ...]


def ours(task: Task, told: Told) -> None:
    """This program, with its arrays: made, read from their file, then asked.

    Its partners come from four sources and with sentences: another and longer answer than what the others give.
    """
    from queries.answers import CellValue, Column
    from queries.arrays.matrix import whole_matrix
    from queries.arrays.opening import Keeping, open_arrays, renew_arrays
    from queries.partners import partners
    from queries.paths import path

    register, keeping = load_register(), Keeping(task.export.parent)
    with opened(task.place) as store, _timed(told.ready, "first"):
        renew_arrays(store, register, keeping=keeping)
    with opened(task.place) as store:
        with _timed(told.ready, "again"):
            arrays = open_arrays(store, register, keeping=keeping)

        def gaps() -> int:
            matrix = whole_matrix(open_arrays(store, register, keeping=keeping), register)
            table = matrix.to_pandas()
            there = [CellValue.PRESENT.value, CellValue.TO_CHECK.value]  # to check: a chamber, but which?
            seated = table[[Column.UNION.value, Column.IHK.value, Column.HWK.value]].isin(there).any(axis=1)
            return int((~seated).sum())

        told.gaps = _median(told, "gaps", gaps)
        _median(told, "counts", lambda: whole_matrix(arrays, register).counts())
        told.lengths = _connected(
            told, task, lambda a, b: path(store, a, b, register=register, keeping=keeping, most=1).length
        )
        _each(told, "partners", task.tables, lambda id: partners(store, register, id, keeping=keeping, limit=MOST))


def by_networkx(task: Task, told: Told) -> None:
    """A graph in memory, read from the export."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    with _timed(told.ready, "first"):
        for record in _records(task.export):
            if record["type"] in ("actor", "initiative"):
                graph.add_node(record["id"], kind=record.get("kind"))
            elif record["type"] == "participation":
                graph.add_edge(record["participant_id"], record["initiative_id"])

    def gaps() -> int:
        kinds = graph.nodes(data="kind")
        return sum(
            not any(kinds[other] in _ABSENT_KINDS for other in graph[node]) for node, kind in kinds if kind is None
        )

    def length(a: str, b: str) -> int | None:
        try:
            return int(nx.shortest_path_length(graph, a, b))
        except nx.NetworkXNoPath:
            return None

    def partners(id: str) -> list[Partner]:
        others = {other for member in graph[id] for other in graph[member]} - {id}
        shared = Counter(actor for other in others for actor in graph[other])
        return _first({actor: count for actor, count in shared.items() if actor not in graph[id]})

    told.gaps = _median(told, "gaps", gaps)
    told.lengths = _connected(told, task, length)
    told.partners = _each(told, "partners", task.tables, partners)


def by_pandas(task: Task, told: Told) -> None:
    """Two tables in memory, read from the export. It has no shortest ways."""
    import pandas as pd

    with _timed(told.ready, "first"):
        kinds, seats, tables = dict[str, str](), list[tuple[str, str]](), list[str]()
        for record in _records(task.export):
            match record["type"]:
                case "actor":
                    kinds[record["id"]] = record["kind"]
                case "initiative":
                    tables.append(record["id"])
                case "participation":
                    seats.append((record["participant_id"], record["initiative_id"]))
        table = pd.DataFrame(seats, columns=["actor", "initiative"])
        table["kind"] = table["actor"].map(kinds)
        by_actor, by_initiative = (
            table.set_index(one)[other].sort_index()
            for one, other in (("actor", "initiative"), ("initiative", "actor"))
        )

    def gaps() -> int:
        return len(tables) - table.loc[table["kind"].isin(_ABSENT_KINDS), "initiative"].nunique()

    def partners(id: str) -> list[Partner]:
        members = by_initiative.loc[[id]].unique()
        others = by_actor.loc[members].unique()
        shared = by_initiative.loc[others[others != id]].value_counts().drop(members, errors="ignore")
        return _first(shared[shared >= _SHARED].to_dict())

    told.gaps = _median(told, "gaps", gaps)
    told.partners = _each(told, "partners", task.tables, partners)


def by_cypher(task: Task, told: Told) -> None:
    """One text for each question, asked of the store."""
    with opened(task.place) as store:

        def gaps() -> int:
            with store.asked(_GAPS, {}) as answer:
                return int(str(next(iter(answer.rows))[0]))

        def length(a: str, b: str) -> int | None:
            with store.asked(_PATH, {"a": a, "b": b}) as answer:
                return next((int(str(row[0])) for row in answer.rows), None)

        def partners(id: str) -> list[Partner]:
            with store.asked(_PARTNERS, {"id": id, "least": _SHARED, "most": MOST}) as answer:
                return [(str(row[0]), int(str(row[1]))) for row in answer.rows]

        told.gaps = _median(told, "gaps", gaps)
        told.lengths = _connected(told, task, length)
        told.partners = _each(told, "partners", task.tables, partners)


def opened(place: str, *, read_only: bool = True) -> Store:
    """The graph of a folder or at an address."""
    settings = ServerSettings(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    return open_store(place, settings=settings, read_only=read_only)


def _first(shared: Mapping[str, int]) -> list[Partner]:
    """Those who share most, then by id."""
    enough = [(id, int(count)) for id, count in shared.items() if count >= _SHARED]
    return sorted(enough, key=lambda partner: (-partner[1], partner[0]))[:MOST]


def _connected(told: Told, task: Task, length: Callable[[str, str], int | None]) -> list[int | None]:
    return _each(told, "path", task.pairs, lambda pair: length(*pair))


def _each(told: Told, name: str, asked: tuple[S, ...], ask: Callable[[S], T]) -> list[T]:
    """The answers; keeps the median and the longest of their times, after one that does not count."""
    ask(asked[0])
    answers, times = list[T](), list[float]()
    for one in asked:
        begin = time.perf_counter()
        answers.append(ask(one))
        times.append((time.perf_counter() - begin) * 1000)
    told.milliseconds |= {name: statistics.median(times), f"longest {name}": max(times)}
    return answers


def _median(told: Told, name: str, ask: Callable[[], T]) -> T:
    """The answer; keeps the median of seven, after one that does not count."""
    answer, times = ask(), list[float]()
    for _ in range(_TIMES):
        begin = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begin) * 1000)
    told.milliseconds[name] = statistics.median(times)
    return answer


@contextmanager
def _timed(kept: dict[str, float], name: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    kept[name] = time.perf_counter() - begin


def _records(export: Path) -> Iterator[dict[str, str]]:
    with export.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
