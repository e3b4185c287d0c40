"""How fast the stores are, as ratios measured in one run: against the bare driver, neomodel and plain networkx.

    python benchmarks/stores.py [--participations 20000] [--store embedded|neo4j|both] [--neo4j ADDRESS]
                                [--only import,fact,matrix,page] [--neomodel 2000] [--keep FOLDER]

Up to 280,000 participations the graph is real (packages of Debian or Ubuntu and what they depend on, taken for actors
and initiatives); above, it is synthetic with the same degrees: see graphs.py. The Neo4j at ADDRESS is emptied;
NEO4J_PASSWORD logs in. Linux only, for the memory.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
import venv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import neo4j
import networkx as nx
from graphs import Pair, actor_of, initiative_of, kept_folder, pairs_of, write_export
from upsert import upsert

from graph.bulk import portions
from graph.catalog import load_catalog, split_statements
from graph.keys import fact_id
from graph.kinds import Role
from graph.model import Actor, Initiative, Participation, Reading
from graph.records import Row
from graph.shelf import Shelf
from graph.store import ServerSettings, Store, open_store
from loaders.notes import Note, read_note
from queries.coverage import coverage
from queries.profile import actor_profile, initiative_profile
from seeds.register import load_register

PARTS = ("import", "fact", "matrix", "page")
_HERE = Path(__file__).parent


def main() -> None:
    """Print the figures."""
    options = _options()
    with kept_folder(options.keep) as folder:
        pairs = pairs_of(options.participations)
        export = folder / "export.jsonl"
        if not export.exists():
            print({kind: f"{count:,}" for kind, count in write_export(pairs, export).items()})
        stores = ("embedded", "neo4j") if options.store == "both" else (options.store,)
        for kind in stores:
            place = options.neo4j if kind == "neo4j" else str(folder / "graph")
            print(f"{kind}:")
            if kind == "neo4j":
                _empty(place)
            is_there = kind == "embedded" and Path(place).exists()
            with open_store(place, settings=_login()) as store:
                seconds = 0.0 if is_there else _measured_import(store, export)
                if is_there:
                    _forget_who_is_who(folder / "graph")
                if "fact" in options.only:
                    _compare_facts(store, place if kind == "neo4j" else _own_address(folder / "graph"))
                if "matrix" in options.only:
                    _compare_matrix(store, export)
                if "page" in options.only:
                    _time_pages(store, pairs)
            if kind == "neo4j" and "import" in options.only:
                _compare_import(place, export, len(pairs), seconds, neomodel=options.neomodel)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--participations", type=int, default=20_000)
    parser.add_argument("--store", choices=("embedded", "neo4j", "both"), default="both")
    parser.add_argument("--neo4j", default="bolt://127.0.0.1:7687")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--neomodel", type=int, default=2_000, help="participations that neomodel imports; 0: none")
    parser.add_argument("--keep", type=Path, help="a folder for the export and the embedded graph, used again if there")
    return parser.parse_args()


def _forget_who_is_who(folder: Path) -> None:
    address, login = _own_address(folder)
    with neo4j.GraphDatabase.driver(address, auth=login) as driver:
        driver.execute_query(load_catalog("graph")["unmark_derived"])


def _measured_import(store: Store, export: Path) -> float:
    """Import the export; the seconds it took."""
    held = [_held()]

    def look(_address: str) -> None:
        if random.random() < 0.02:
            held.append(_held())

    begin = time.perf_counter()
    with export.open("rb") as lines:
        store.import_records(lines, tell=look)
    seconds = time.perf_counter() - begin
    third = max(1, len(held) // 3)
    most = f"{max(held[:third]):,.0f} MB in its first third, {max(held[-third:]):,.0f} MB in its last"
    print(f"  import: {seconds:.1f} s; this process holds {held[0]:,.0f} MB before, at most {most}", flush=True)
    return seconds


def _compare_import(place: str, export: Path, count: int, ours: float, *, neomodel: int) -> None:
    """The same rows by the bare driver, in 10,000s, made beforehand; and some of the participations by neomodel."""
    _empty(place)
    with _driver(place) as driver, Shelf() as shelf, export.open("rb") as lines:
        shelf.fill(lines)
        for definition in split_statements(load_catalog("graph")["schema_neo4j"]):
            driver.execute_query(definition)
        bare = 0.0
        for portion in portions(shelf):
            begin = time.perf_counter()
            driver.execute_query(portion.text, rows=portion.batch.rows)
            bare += time.perf_counter() - begin
    reading = _seconds_of_reading(export)
    print(
        f"  bare driver, same rows: {bare:.1f} s; ours has {bare / ours:.2f} of its rate (wanted: 0.8);"
        f" had it to read the file, too ({reading:.1f} s): {(bare + reading) / ours:.2f}"
    )
    if neomodel:
        _empty(place)
        seconds = _by_neomodel(place, neomodel, export.parent)
        ratio = seconds / neomodel / (ours / count)
        print(
            f"  neomodel: {seconds:.1f} s for {neomodel:,}; ours is {ratio:.1f} times as fast (wanted: 2)", flush=True
        )


def _seconds_of_reading(export: Path) -> float:
    """What `json.loads` of every line takes, without a check or an order."""
    begin = time.perf_counter()
    with export.open("rb") as lines:
        for line in lines:
            json.loads(line)
    return time.perf_counter() - begin


def _by_neomodel(place: str, count: int, folder: Path) -> float:
    """The seconds neomodel takes for actors, initiatives, participations and statements, in its own environment."""
    home = folder / "neomodel"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "neomodel"], check=True)
    found = subprocess.run(
        [python, _HERE / "by_neomodel.py", place, str(folder / "export.jsonl"), str(count)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(found.stdout)


def _compare_facts(store: Store, place: tuple[str, tuple[str, str]] | str) -> None:
    """A person's new participation with its sentence, against the same rows in one upsert of the bare driver.

    Both in turns, medians of 50. The driver writes other notes of the same form.
    """
    address, login = place if isinstance(place, tuple) else (place, ("neo4j", _login().password))
    ours, bare = list[float](), list[float]()
    with neo4j.GraphDatabase.driver(address, auth=login) as driver:
        for number in range(60):
            ours.append(_seconds(store.write_reading, read_note(_note(number))))
            bare.append(_seconds(partial(upsert, driver), read_note(_note(number + 1_000))))
    one, other = (statistics.median(times[10:]) * 1000 for times in (ours, bare))
    print(f"  one fact with evidence: {one:.1f} ms, bare {other:.1f} ms: {one / other:.2f} times (wanted: at most 1.5)")


def _seconds(write: Callable[[Reading], object], reading: Reading) -> float:
    begin = time.perf_counter()
    write(reading)
    return time.perf_counter() - begin


def _note(number: int) -> Note:
    actor = Actor(f"actor:neu-{number}", f"Neuer Verband {number}", actor_of(2).kind)
    table = Initiative(f"initiative:neu-{number}", f"Neue Runde {number}", initiative_of(0).type)
    fact = Participation(fact_id("participation", actor.id, table.id, "member"), actor.id, table.id, Role.MEMBER)
    sentence = f"{actor.name} wirkt seit heute in {table.name} mit."
    return Note(sentence, "A. B.", "2026-11-21", "Notiz", new=(actor, table), fact=fact)


def _time_pages(store: Store, pairs: list[Pair]) -> None:
    """What a page on an actor or an initiative needs; medians over 20 of each, any, and as often as they take part."""
    draw = random.Random(2)
    some = draw.sample(pairs, 23)
    any_actor, any_initiative = (draw.sample(sorted({pair[side] for pair in pairs}), 23) for side in (0, 1))
    seats = statistics.median(len(initiative_profile(store, initiative_of(pair[1]).id).seats) for pair in some)
    print(
        f"  page of an actor {_actors(store, any_actor):.1f} ms, of an initiative"
        f" {_initiatives(store, any_initiative):.1f} ms (wanted: at most {10 if store.engine == 'embedded' else 15});"
        f" drawn by their seats {_actors(store, [pair[0] for pair in some]):.1f} ms and"
        f" {_initiatives(store, [pair[1] for pair in some]):.1f} ms, of {seats:,.0f} seats in the middle"
    )


def _actors(store: Store, some: list[int]) -> float:
    return _median(20, lambda number: actor_profile(store, actor_of(some[number]).id))


def _initiatives(store: Store, some: list[int]) -> float:
    return _median(20, lambda number: initiative_profile(store, initiative_of(some[number]).id))


def _compare_matrix(store: Store, export: Path) -> None:
    """The coverage matrix of the whole graph, against initiative x kind in networkx with its load from a file."""
    first = _timed("coverage matrix, who is who derived anew", lambda: coverage(store, load_register()))
    again = _timed("coverage matrix, asked again", lambda: coverage(store, load_register()))
    theirs = _timed("the peer in networkx, with its load", lambda: _by_networkx(export))
    print(f"  of the peer's time: {first / theirs:.2f} and {again / theirs:.2f} (wanted: below 1)", flush=True)


def _timed(name: str, work: Callable[[], object]) -> float:
    """The seconds it takes; said with the processor time of this process, and of the embedded engine in it."""
    begin, busy = time.perf_counter(), time.process_time()
    work()
    seconds = time.perf_counter() - begin
    print(f"  {name}: {seconds:.1f} s ({time.process_time() - busy:.1f} s of processor time), {_held():,.0f} MB held")
    return seconds


@dataclass(slots=True)
class _Sat:
    """What the peer gathers of a cell."""

    roles: Counter[str]
    names: set[str]
    quotes: list[tuple[str, str, str]]


def _by_networkx(export: Path) -> dict[tuple[str, str], _Sat]:
    """Who of each kind takes part in each initiative or is absent, with roles, dates, sentences and their documents.

    What the matrix shows, as a script without this program would gather it. It answers less: it unites nobody who goes
    by two names, judges no sentence against a later one, looks for nobody's parent or umbrella, sorts nothing, and says
    of an empty cell neither why it is empty nor which documents were searched.
    """
    graph, statements = _read_graph(export)
    found: dict[tuple[str, str], _Sat] = {}
    for one, other, told in graph.edges(data=True):
        member, table = (one, other) if "kind" in graph.nodes[one] else (other, one)
        sat = found.setdefault((table, graph.nodes[member]["kind"]), _Sat(Counter(), set(), []))
        sat.roles[told["role"]] += 1
        sat.names.add(graph.nodes[member]["name"])
        for statement in statements[told["id"]]:
            document = graph.graph["documents"][statement["document_id"]]
            date = statement["as_of"] or document["date"] or ""
            sat.quotes.append((str(date), str(statement["quote"]), document["address"]))
    return found


def _read_graph(export: Path) -> "tuple[nx.MultiGraph[str], dict[str, list[Row]]]":
    graph: nx.MultiGraph[str] = nx.MultiGraph(documents={})
    statements: defaultdict[str, list[Row]] = defaultdict(list)
    with export.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            match record["type"]:
                case "actor" | "initiative" | "group":
                    graph.add_node(record["id"], **record)
                case "participation":
                    graph.add_edge(record["participant_id"], record["initiative_id"], **record)
                case "absence":
                    graph.add_edge(
                        record["absent_id"], record["initiative_id"], role=record["strength"], id=record["id"]
                    )
                case "statement":
                    statements[record["fact_id"]].append(record)
                case "document":
                    graph.graph["documents"][record["id"]] = record
    return graph, statements


def _median(times: int, work: Callable[[int], object]) -> float:
    """The median of so many calls in milliseconds, after three that do not count."""
    seconds: list[float] = []
    for number in [*range(3), *range(times)]:
        begin = time.perf_counter()
        work(number if len(seconds) >= 3 else times + number)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds[3:]) * 1000


def _own_address(folder: Path) -> tuple[str, tuple[str, str]]:
    """Where the engine of this process listens, and its account."""
    holder = json.loads((folder / "holder.json").read_text(encoding="utf-8"))
    return f"bolt://127.0.0.1:{holder['bolt_port']}", (holder["user"], holder["password"])


def _login() -> ServerSettings:
    return ServerSettings(password=os.environ.get("NEO4J_PASSWORD", ""))


@contextmanager
def _driver(place: str) -> Iterator[neo4j.Driver]:
    with neo4j.GraphDatabase.driver(place, auth=("neo4j", _login().password)) as driver:
        yield driver


def _empty(place: str) -> None:
    with _driver(place) as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        for row in list(session.run("SHOW CONSTRAINTS YIELD name")):
            session.run(f"DROP CONSTRAINT `{row['name']}`").consume()
        for row in list(session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")):
            session.run(f"DROP INDEX `{row['name']}`").consume()


def _held() -> float:
    """What this process holds in memory now, in MB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return float(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
