"""How fast questions about a whole graph are: ours, plain networkx, pandas, and Cypher written by hand, in one run.

    python benchmarks/questions.py [--participations 20000] [--neo4j ADDRESS] [--keep FOLDER]

Everybody is asked the same: how many initiatives have neither a union nor a chamber, and what the shortest way between
two actors is (the same fifty pairs). Everybody answers in a process of its own, and all must answer alike. Up to
280,000 participations the graph is real, above it is synthetic: see graphs.py. Without an address the graph lies in a
folder (FOLDER/graph, used again if it is there); at an address lies the graph to ask already, left by
`stores.py --store neo4j --only import` with as many participations. NEO4J_PASSWORD logs in. Linux only.
"""

import argparse
import json
import multiprocessing
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from graphs import actor_of, kept_folder, pairs_of, write_export

from graph.kinds import ActorKind
from graph.server import ServerSettings, is_server
from graph.store import Store, open_store
from seeds.register import load_register

T = TypeVar("T")

_PAIRS = 50
_TIMES = 7
_GAPS = (
    "MATCH (i:Initiative) WHERE NOT EXISTS { MATCH (i)<-[:PARTICIPATES]-(:Union) } "
    "AND NOT EXISTS { MATCH (i)<-[:PARTICIPATES]-(:Chamber) } RETURN count(i) AS gaps"
)
_PATH = "MATCH p = shortestPath((a:Actor {id: $a})-[:PARTICIPATES*..20]-(b:Actor {id: $b})) RETURN length(p) AS length"
_ABSENT_KINDS = (ActorKind.UNION.value, ActorKind.CHAMBER.value)


@dataclass
class Told:
    """What one of them answered, and how long it took: seconds to be ready, then milliseconds a question."""

    name: str
    ready: dict[str, float] = field(default_factory=dict[str, float])
    gaps: int = 0
    lengths: list[int | None] = field(default_factory=list["int | None"])
    milliseconds: dict[str, float] = field(default_factory=dict[str, float])
    megabytes: float = 0.0


@dataclass(frozen=True)
class Task:
    """The graph, its export, and the pairs of actors to be connected."""

    place: str
    export: Path
    pairs: tuple[tuple[str, str], ...]


def ours(task: Task, told: Told) -> None:
    """This program, with its arrays: made, read from their file, then asked."""
    from queries.answers import CellValue, Column
    from queries.arrays.matrix import whole_matrix
    from queries.arrays.opening import Keeping, open_arrays, renew_arrays
    from queries.paths import path

    register, keeping = load_register(), Keeping(task.export.parent)
    with _opened(task.place) as store, _timed(told.ready, "first"):
        renew_arrays(store, register, keeping=keeping)
    with _opened(task.place) as store:
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

    told.gaps = _median(told, "gaps", gaps)
    told.lengths = _connected(told, task, length)


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

    def gaps() -> int:
        return len(tables) - table.loc[table["kind"].isin(_ABSENT_KINDS), "initiative"].nunique()

    told.gaps = _median(told, "gaps", gaps)


def by_cypher(task: Task, told: Told) -> None:
    """One text for each question, asked of the store."""
    with _opened(task.place) as store:

        def gaps() -> int:
            with store.asked(_GAPS, {}) as answer:
                return int(str(next(iter(answer.rows))[0]))

        def length(a: str, b: str) -> int | None:
            with store.asked(_PATH, {"a": a, "b": b}) as answer:
                return next((int(str(row[0])) for row in answer.rows), None)

        told.gaps = _median(told, "gaps", gaps)
        told.lengths = _connected(told, task, length)


_CONTENDERS: tuple[tuple[str, Callable[[Task, Told], None]], ...] = (
    ("Bündnisatlas", ours),
    ("networkx", by_networkx),
    ("pandas", by_pandas),
    ("Cypher by hand", by_cypher),
)


def main() -> None:
    """Ask everybody and print the table."""
    options = _options()
    with kept_folder(options.keep) as folder:
        task = _task(options.participations, options.neo4j, folder)
        found = [_ask(name, contender, task) for name, contender in _CONTENDERS]
    _print(found)
    _require_alike(found)


def _print(found: Sequence[Told]) -> None:
    names = ("gaps", "counts", "path", "longest path")
    print(
        f"{'':<16}{'ready, s':>10}{'again, s':>10}" + "".join(f"{name + ', ms':>18}" for name in names) + f"{'MB':>8}"
    )
    for told in found:
        ready = "".join(
            f"{told.ready[name]:>10.1f}" if name in told.ready else f"{'–':>10}" for name in ("first", "again")
        )
        times = "".join(
            f"{told.milliseconds[name]:>18,.1f}" if name in told.milliseconds else f"{'–':>18}" for name in names
        )
        print(f"{told.name:<16}{ready}{times}{told.megabytes:>8,.0f}")
    first, *others = found
    for told in others:
        ratios = [
            f"{name} {told.milliseconds[name] / first.milliseconds[name]:,.1f} times ours"
            for name in ("gaps", "path")
            if name in told.milliseconds
        ]
        print(f"{told.name}: {', '.join(ratios)}")


def _require_alike(found: Sequence[Told]) -> None:
    gaps = {told.gaps for told in found}
    lengths = {tuple(told.lengths) for told in found if told.lengths}
    if len(gaps) != 1 or len(lengths) != 1:
        said = ", ".join(f"{told.name} {told.gaps:,}" for told in found)
        raise SystemExit(f"They do not answer alike: {said}; {len(lengths)} lists of lengths")
    print(f"All say {gaps.pop():,} initiatives with neither, and the same lengths.")


def _ask(name: str, contender: Callable[[Task, Told], None], task: Task) -> Told:
    spawning = multiprocessing.get_context("spawn")
    receiving, sending = spawning.Pipe(duplex=False)
    process = spawning.Process(target=_answer, args=(name, contender, task, sending))
    process.start()
    sending.close()
    told: Told = receiving.recv()
    process.join()
    return told


def _answer(name: str, contender: Callable[[Task, Told], None], task: Task, sending: Connection) -> None:
    told = Told(name)
    contender(task, told)
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    told.megabytes = float(status.partition("VmHWM:")[2].split()[0]) / 1024
    sending.send(told)


def _task(count: int, address: str | None, folder: Path) -> Task:
    pairs = pairs_of(count)
    export = folder / "export.jsonl"
    if not export.exists():
        write_export(pairs, export)
    place = address or str(folder / "graph")
    if not is_server(place) and not Path(place).exists():
        with _opened(place, read_only=False) as store, export.open(encoding="utf-8") as lines:
            store.import_records(lines)
    chance, actors = random.Random(4), sorted({actor for actor, _ in pairs})
    drawn = [chance.sample(actors, 2) for _ in range(_PAIRS)]
    return Task(place, export, tuple((actor_of(one).id, actor_of(other).id) for one, other in drawn))


def _connected(told: Told, task: Task, length: Callable[[str, str], int | None]) -> list[int | None]:
    length(*task.pairs[0])
    lengths, times = list[int | None](), list[float]()
    for a, b in task.pairs:
        begin = time.perf_counter()
        lengths.append(length(a, b))
        times.append((time.perf_counter() - begin) * 1000)
    told.milliseconds |= {"path": statistics.median(times), "longest path": max(times)}
    return lengths


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


def _opened(place: str, *, read_only: bool = True) -> Store:
    settings = ServerSettings(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    return open_store(place, settings=settings, read_only=read_only)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--participations", type=int, default=20_000)
    parser.add_argument("--neo4j", help="the address of a Neo4j that holds this graph")
    parser.add_argument("--keep", type=Path, help="a folder for export, graph and arrays, used again if there")
    return parser.parse_args()


if __name__ == "__main__":
    main()
