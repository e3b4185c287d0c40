"""What questions cost on a large graph. The graph is synthetic: its names, texts and numbers are made up.

    python benchmarks/profiles.py [--initiatives 10000] [--participations 100000] [--graph FOLDER_OR_ADDRESS]

One document an initiative, participants drawn from twice as many actors, each participation with a sentence of its own.
A graph that is there already (`--graph`) is only asked. Printed: the first answer after the last write, then the median
of five and of its processor time (the embedded engine runs in this process). Beside `gaps` stands a peer: the same rows
read by the bare driver, one a record, into plain networkx, and the names, dates and sentences of each initiative and
kind gathered from it, without a judgement of what they mean. An address logs in as `NEO4J_USERNAME` with
`NEO4J_PASSWORD`.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import networkx as nx

sys.path.insert(0, str(Path(__file__).parent.parent))

from graph import keys
from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.folding import node_properties
from graph.joining import SharedFolder
from graph.kinds import ActorKind, InitiativeType, Role
from graph.locking import lock_graph
from graph.model import Actor, Document, Initiative, Naming, Participation, Reading, Statement
from graph.records import Row, canonical, reading_digest, to_row
from graph.server import connect, is_server
from graph.store import ServerSettings, Store, open_store
from queries.coverage import coverage
from queries.profile import actor_profile, find, initiative_profile
from queries.snapshot import read_documents
from seeds.register import Register, load_register

_SORTS = (
    ("Allianz", InitiativeType.ALLIANCE),
    ("Bündnis", InitiativeType.ALLIANCE),
    ("Dialog", InitiativeType.DIALOGUE),
    ("Rat", InitiativeType.COUNCIL),
    ("Netzwerk", InitiativeType.NETWORK),
    ("Masterplan", InitiativeType.MASTER_PLAN),
)
_THEMES = ("Arbeit", "Chemie", "Fachkräfte", "Energie", "Stahl", "Zukunft", "Logistik", "Wasserstoff", "Maschinenbau")
_FORMS = ("AG", "GmbH", "Stiftung", "Akademie", "Genossenschaft", "Werke")
_KINDS = (ActorKind.COMPANY, ActorKind.UNION, ActorKind.RESEARCH, ActorKind.PUBLIC_BODY, ActorKind.CHAMBER)
_SYLLABLES = (
    "al",
    "ber",
    "dorf",
    "feld",
    "gau",
    "hain",
    "ker",
    "lau",
    "mar",
    "nor",
    "pel",
    "rand",
    "sund",
    "tal",
    "wei",
)


@dataclass(frozen=True)
class Cast:
    """Who and what the made-up documents speak of."""

    initiatives: tuple[Initiative, ...]
    actors: tuple[Actor, ...]


def invent(register: Register, *, initiatives: int, chance: random.Random) -> Cast:
    """Initiatives of real districts with made-up names, and twice as many actors."""
    places = [region for region in register.regions.values() if len(region.id) > len("DE-HE")]
    invented: dict[str, Initiative] = {}
    while len(invented) < initiatives:
        (sort, type), theme, place = chance.choice(_SORTS), chance.choice(_THEMES), chance.choice(places)
        name = f"{sort} {theme} und {_name(chance)} {place.name}"
        key = keys.initiative_id(name=name, region=place.id)
        since = str(chance.randint(1995, 2025))
        invented[key] = Initiative(key, name, type, (place.id,), place.name, since=since)
    actors: dict[str, Actor] = {}
    while len(actors) < 2 * initiatives:
        name = f"{_name(chance)} {_name(chance)} {chance.choice(_FORMS)}"
        key = keys.actor_id(register_id=None, name=name, region=None)
        actors[key] = Actor(key, name, chance.choice(_KINDS))
    return Cast(tuple(invented.values()), tuple(actors.values()))


def readings(cast: Cast, *, participations: int, chance: random.Random) -> Iterator[Reading]:
    """One document an initiative; every fourth also names the one before. A few actors sit in very many."""
    each = participations // len(cast.initiatives)
    before: Initiative | None = None
    for number, initiative in enumerate(cast.initiatives):
        reach = (int(len(cast.actors) * chance.random() ** 2) for _ in range(3 * each))
        seated = [cast.actors[at] for at in list(dict.fromkeys(reach))[:each]]
        yield _reading(number, initiative, seated, before if number % 4 == 0 else None)
        before = initiative


def _reading(number: int, initiative: Initiative, seated: Sequence[Actor], beside: Initiative | None) -> Reading:
    address, lines, places = f"synthetic/{number:06}.txt", [f"{initiative.name}.\n"], list[tuple[int, int]]()
    length = len(lines[0])
    for actor in seated:
        line = f"Mitglied ist {actor.name}.\n"
        places.append((length, length + len(line) - 1))
        lines.append(line)
        length += len(line)
    if beside:
        lines.append(f"In der Nähe arbeitet seit Jahren {beside.name}.\n")
    text = "".join(lines)
    id = keys.document_id(text.encode())
    facts = [
        Participation(
            keys.fact_id("participation", actor.id, initiative.id, "member"), actor.id, initiative.id, Role.MEMBER
        )
        for actor in seated
    ]
    named: list[tuple[Actor | Initiative, tuple[int, int]]] = [(initiative, (0, len(initiative.name)))]
    named += zip(seated, places, strict=True)
    if beside:
        start = text.rindex(beside.name)
        named.append((beside, (start, start + len(beside.name))))
    return Reading(
        document=Document(id, address, initiative.name, "txt", text, date=str(2000 + number % 25)),
        nodes=tuple(node for node, _ in named),
        facts=tuple(facts),
        namings=tuple(
            Naming(id, node.id, (span,), "synthetic", 1.0, ((0, len(text)),) if node is initiative else ())
            for node, span in named
        ),
        statements=tuple(
            Statement(
                keys.statement_id(fact.id, id, start, end), fact.id, id, start, end, text[start:end], "synthetic", 0.9
            )
            for fact, (start, end) in zip(facts, places, strict=True)
        ),
    )


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).title()


def fill(place: str, settings: ServerSettings, register: Register, *, initiatives: int, participations: int) -> None:
    """Write the synthetic graph past the readings' checks, many documents a transaction."""
    open_store(place, settings=settings).close()  # makes the schema
    chance = random.Random(5)
    cast = invent(register, initiatives=initiatives, chance=chance)
    engine = None if is_server(place) else SharedFolder(Path(place))
    writer = engine.writer if engine else connect(place, settings)
    begin, written = time.perf_counter(), 0
    try:
        writer.write(partial(_write_nodes, label="Actor", nodes=cast.actors))
        writer.write(partial(_write_nodes, label="Initiative", nodes=cast.initiatives))
        made = readings(cast, participations=participations, chance=chance)
        while batch := list(islice(made, 1 + 5_000 * initiatives // participations)):
            writer.write(partial(_write_batch, batch=batch))
            written += len(batch)
            print(f"\r{written:>8,} documents, {written / (time.perf_counter() - begin):.0f}/s", end="", flush=True)
    finally:
        print()
        (engine or writer).close()


def _write_nodes(transaction: Transaction, *, label: str, nodes: Sequence[Actor | Initiative]) -> None:
    texts = load_catalog("graph")
    rows = [node_properties(node) for node in nodes]
    transaction.run_rows(f"UNWIND $rows AS row CREATE (n:{label} {{id: row.id}}) SET n = row", rows)
    for kind in _KINDS:
        keys_of_kind: list[Row] = [{"id": node.id} for node in nodes if isinstance(node, Actor) and node.kind is kind]
        transaction.run_rows(with_labels(texts["set_kind"], KindLabel=kind.label), keys_of_kind)


def _write_batch(transaction: Transaction, *, batch: Sequence[Reading]) -> None:
    lock_graph(transaction)
    for text, rows in _rows(batch).items():
        transaction.run_rows(f"UNWIND $rows AS row {text}", rows)


def _rows(batch: Sequence[Reading]) -> dict[str, list[Row]]:
    """What a batch writes, by statement."""
    rows: dict[str, list[Row]] = {text: [] for text in (_DOCUMENT, *_NAMING.values(), _LINK, _STATEMENT)}
    for reading in batch:
        document, claims = reading.document, {node.id: canonical(node) for node in reading.nodes}
        told = {key: value for key, value in to_row(document).items() if key != "text"}
        told |= {"digest": reading_digest(reading), "loaded_at": "2026-11-21T12:00:00+00:00"}
        rows[_DOCUMENT].append(
            {"id": document.id, "address": document.address, "properties": told, "text": document.text}
        )
        for naming in reading.namings:
            label = "Initiative" if naming.node_id.startswith("initiative") else "Actor"
            spans = {name: [at for span in getattr(naming, name) for at in span] for name in ("spans", "passages")}
            properties = {**to_row(naming), **spans, "claims": claims[naming.node_id]}
            rows[_NAMING[label]].append(properties)
        rows[_STATEMENT] += map(to_row, reading.statements)
        rows[_LINK] += [to_row(fact) for fact in reading.facts]
    return rows


_DOCUMENT = (
    "CREATE (d:Document {id: row.id}) SET d = row.properties CREATE (:Address {id: row.address})-[:SHOWS]->(d) "
    "CREATE (d)-[:HAS_TEXT]->(:TextPart {id: row.id + '/0', position: 0, text: row.text})"
)
_NAMING = {
    label: f"MATCH (d:Document {{id: row.document_id}}) MATCH (n:{label} {{id: row.node_id}}) "
    "CREATE (d)-[:NAMES {node_id: row.node_id, spans: row.spans, passages: row.passages, method: row.method, "
    "confidence: row.confidence, claims: row.claims}]->(n)"
    for label in ("Actor", "Initiative")
}
_LINK = (
    "MATCH (a:Actor {id: row.participant_id}) MATCH (i:Initiative {id: row.initiative_id}) "
    "CREATE (a)-[:PARTICIPATES {id: row.id, role: row.role}]->(i)"
)
_STATEMENT = "MATCH (d:Document {id: row.document_id}) CREATE (s:Statement {id: row.id})-[:IN]->(d) SET s = row"


def ask(store: Store, register: Register) -> None:
    """Print what each question costs."""
    cast = invent(register, initiatives=len(read_documents(store)), chance=random.Random(5))
    few, many = cast.actors[-1], cast.actors[0]
    initiative = cast.initiatives[len(cast.initiatives) // 2]
    one_more = _reading(10**6, Initiative("initiative:neu", "Neuer Rat", InitiativeType.COUNCIL), (few, many), None)
    questions: tuple[tuple[str, Callable[[], object]], ...] = (
        ("show, an initiative", lambda: initiative_profile(store, initiative.id, register=register)),
        ("show, an actor in few", lambda: actor_profile(store, few.id, register=register)),
        ("show, an actor in most", lambda: actor_profile(store, many.id, register=register)),
        ("find", lambda: find(store, initiative.name, register=register)),
        ("gaps (coverage)", lambda: coverage(store, register)),
        ("gaps, networkx peer", lambda: peer(store)),
    )
    print(f"{'synthetic graph':<26}{'first':>12}{'median of 5':>14}{'processor':>14}")
    for name, question in questions:
        (first, _), *others = [_timed(question) for _ in range(6)]
        median, used = (statistics.median(column) for column in zip(*others, strict=True))
        print(f"{name:<26}{first:>9,.1f} ms{median:>11,.1f} ms{used:>11,.1f} ms", flush=True)
    store.write_reading(one_more)
    print(f"{'show after one more load':<26}{_timed(questions[0][1])[0]:>9,.1f} ms", flush=True)
    store.remove_document(one_more.document.id)
    print(f"{'show after its removal':<26}{_timed(questions[0][1])[0]:>9,.1f} ms", flush=True)


_PEER = (
    "MATCH (n:Document) RETURN n.id AS id, n.title AS title, n.address AS address, n.date AS date",
    "MATCH (n:Initiative) RETURN n.id AS id, n.name AS name, n.type AS type, n.regions AS regions",
    "MATCH (n:Actor) RETURN n.id AS id, n.name AS name, n.kind AS kind, n.chamber_type AS chamber_type",
    "MATCH (a:Actor)-[r:PARTICIPATES]->(i:Initiative) RETURN a.id AS one, i.id AS other, r.id AS fact, r.role AS role",
    "MATCH (d:Document)-[:NAMES]->(n:Initiative|Actor) RETURN d.id AS one, n.id AS other",
    "MATCH (s:Statement) RETURN s.fact_id AS fact, s.document_id AS document, s.quote AS quote, "
    "s.quote_start AS start, s.quote_end AS end, s.method AS method, s.confidence AS confidence",
)


def peer(store: Store) -> Mapping[tuple[str, str], list[Row]]:
    """Who of which kind sits in which initiative, by plain networkx: what a script without this program would do."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    *nodes, participations, namings, statements = (list(_plain_rows(store, text)) for text in _PEER)
    for rows in nodes:
        graph.add_nodes_from((str(row["id"]), row) for row in rows)
    stated: defaultdict[str, list[Row]] = defaultdict(list)
    for row in statements:
        stated[str(row["fact"])].append(row)
    for row in participations:
        graph.add_edge(str(row["one"]), str(row["other"]), key="sits", fact=str(row["fact"]), role=row["role"])
    for row in namings:
        graph.add_edge(str(row["one"]), str(row["other"]), key="names")
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for actor, initiative, sort, told in graph.edges(keys=True, data=True):
        if sort == "sits":
            node = graph.nodes[actor]
            said: list[Row] = [
                {**row, "who": node["name"], "date": graph.nodes[str(row["document"])]["date"]}
                for row in stated[told["fact"]]
            ]
            found[initiative, str(node["kind"])] += said
    return found


def _plain_rows(store: Store, text: str) -> Iterator[Row]:
    return store._reader.stream(text)  # pyright: ignore[reportPrivateUsage]


def _timed(question: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds, and those of this process's processor time; the embedded engine runs in this process."""
    begin, used = time.perf_counter(), time.process_time()
    question()
    return (time.perf_counter() - begin) * 1000, (time.process_time() - used) * 1000


def main() -> None:
    """Fill a graph where there is none yet, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--initiatives", type=int, default=10_000)
    parser.add_argument("--participations", type=int, default=100_000)
    parser.add_argument("--graph")
    options = parser.parse_args()
    settings = ServerSettings(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    with tempfile.TemporaryDirectory() as folder:
        place, register = options.graph or f"{folder}/graph", load_register()
        with open_store(place, settings=settings) as store:
            is_empty = not store.documents()
        if is_empty:
            fill(place, settings, register, initiatives=options.initiatives, participations=options.participations)
        with open_store(place, settings=settings) as store:
            ask(store, register)


if __name__ == "__main__":
    main()
