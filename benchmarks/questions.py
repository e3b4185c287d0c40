"""How fast questions about a whole graph are: ours, plain networkx, pandas, and Cypher written by hand, in one run.

    python benchmarks/questions.py [--participations 20000] [--neo4j ADDRESS] [--keep FOLDER] [--alone]

Everybody is asked the same: how many initiatives have neither a union nor a chamber; what the shortest way between two
actors is (fifty pairs); and whom ten initiatives could ask. For that the others count who shares initiatives with the
members, while ours weighs four sources and gives sentences. Everybody answers in a process of its own, and all must
answer alike, except that our partners are others. `--alone` asks nobody but us, where the others would take all memory.

Up to 280,000 participations the graph is real, above it is synthetic: see graphs.py. Without an address the graph lies
in a folder (FOLDER/graph, used again if it is there); at an address lies the graph to ask already, left by
`stores.py --store neo4j --only import` with as many participations. NEO4J_PASSWORD logs in. Linux only.
"""

import argparse
import multiprocessing
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from contenders import Task, Told, by_cypher, by_networkx, by_pandas, opened, ours
from graphs import Pair, actor_of, initiative_of, kept_folder, pairs_of, write_export

from graph.server import is_server

_PAIRS = 50
_TABLES = 10
_SIZES = range(10, 101)
"""Participants of an initiative that looks for partners: neither a small one nor one of thousands."""

_CONTENDERS: tuple[tuple[str, Callable[[Task, Told], None]], ...] = (
    ("Bündnisatlas", ours),
    ("networkx", by_networkx),
    ("pandas", by_pandas),
    ("Cypher by hand", by_cypher),
)


def main() -> None:
    """Ask everybody and print the table."""
    options = _options()
    contenders = _CONTENDERS[:1] if options.alone else _CONTENDERS
    with kept_folder(options.keep) as folder:
        task = _task(options.participations, options.neo4j, folder)
        found = [_ask(name, contender, task) for name, contender in contenders]
    _print(found)
    _require_alike(found)


def _print(found: Sequence[Told]) -> None:
    names = ("gaps", "counts", "path", "longest path", "partners", "longest partners")
    print(f"{'':<16}" + "".join(f"{name:>18}" for name in ("ready, s", "again, s", *names, "MB")))
    for told in found:
        seconds = (_figure(told.ready.get(name)) for name in ("first", "again"))
        milliseconds = (_figure(told.milliseconds.get(name)) for name in names)
        print(f"{told.name:<16}" + "".join((*seconds, *milliseconds, _figure(told.megabytes))))
    first, *others = found
    for told in others:
        ratios = [
            f"{name} {told.milliseconds[name] / first.milliseconds[name]:,.1f} times ours"
            for name in ("gaps", "path", "partners")
            if name in told.milliseconds
        ]
        print(f"{told.name}: {', '.join(ratios)}")


def _figure(value: float | None) -> str:
    return f"{'–':>18}" if value is None else f"{value:>18,.1f}"


def _require_alike(found: Sequence[Told]) -> None:
    for name, answers in (
        ("initiatives with neither", {told.gaps for told in found}),
        ("lengths of ways", {tuple(told.lengths) for told in found if told.lengths}),
        ("partners who share most", {tuple(map(tuple, told.partners)) for told in found if told.partners}),
    ):
        if len(answers) > 1:
            raise SystemExit(f"They do not answer alike: {name}")
    print(f"{len(found)} asked; those who answer the same question answer alike ({found[0].gaps:,} with neither).")


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
        with opened(place, read_only=False) as store, export.open("rb") as lines:
            store.import_records(lines)
    chance, actors = random.Random(4), sorted({actor for actor, _ in pairs})
    drawn = [chance.sample(actors, 2) for _ in range(_PAIRS)]
    ids = tuple((actor_of(one).id, actor_of(other).id) for one, other in drawn)
    return Task(place, export, ids, tuple(initiative_of(number).id for number in _tables(pairs)))


def _tables(pairs: Sequence[Pair]) -> list[int]:
    sizes = Counter(initiative for _, initiative in pairs)
    return random.Random(5).sample(sorted(number for number, size in sizes.items() if size in _SIZES), _TABLES)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--participations", type=int, default=20_000)
    parser.add_argument("--neo4j", help="the address of a Neo4j that holds this graph")
    parser.add_argument("--keep", type=Path, help="a folder for export, graph and arrays, used again if there")
    parser.add_argument("--alone", action="store_true", help="ask nobody but this program")
    return parser.parse_args()


if __name__ == "__main__":
    main()
