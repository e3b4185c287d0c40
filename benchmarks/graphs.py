"""Large graphs for measuring, as the lines of an export: a real one and one with its degrees.

Real: the packages of Debian or Ubuntu and what they depend on, as `apt-cache dumpavail` lists them on a machine with a
package index. A package stands for an actor, what it depends on for an initiative; kinds are planted. Synthetic: a
bipartite configuration model with the same degrees, repeated until there are enough, with a fixed seed and without
repeated pairs. Documents, sentences and names are made up in both.
"""

import json
import random
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from heapq import merge
from itertools import groupby, islice
from pathlib import Path

from graph.exchange import write_line
from graph.keys import digest, document_id, fact_id, statement_id
from graph.kinds import ActorKind, InitiativeType, Role
from graph.model import Actor, Document, Initiative, Naming, Participation, Statement
from graph.records import Row, to_record
from graph.schema import SCHEMA

PARTICIPATIONS_A_DOCUMENT = 50
_A_RUN = 500_000
"""Lines that are sorted in memory."""
_PLACES = {"document": 1, "naming": 2, "participation": 3, "statement": 4, "actor": 5, "initiative": 5}
_DEPENDENCY = re.compile(r"^ *([a-z0-9.+-]+)")
_KINDS, _TYPES, _ROLES = tuple(ActorKind), tuple(InitiativeType), tuple(Role)

Pair = tuple[int, int]
"""The numbers of an actor and of an initiative."""


def real_pairs() -> list[Pair]:
    """Each package with each package it depends on, in the order of the index."""
    listed = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=True).stdout
    sources: dict[str, int] = {}
    targets: dict[str, int] = {}
    pairs: dict[Pair, None] = {}
    for stanza in listed.split("\n\n"):
        fields = dict(line.partition(": ")[::2] for line in stanza.split("\n") if not line.startswith(" "))
        for alternative in re.split("[,|]", fields.get("Depends", "")):
            if (found := _DEPENDENCY.match(alternative)) and "Package" in fields:
                source = sources.setdefault(fields["Package"], len(sources))
                target = targets.setdefault(found.group(1), len(targets))
                pairs[source, target] = None
    return list(pairs)


def synthetic_pairs(model: Sequence[Pair], count: int) -> list[Pair]:
    """So many pairs with the degrees of the model."""
    chance = random.Random(1)
    copies = count // len(model) + 2
    left, right = (Counter(pair[side] for pair in model) for side in (0, 1))
    ends = [
        [
            copy * len(degrees) + number
            for copy in range(copies)
            for number, degree in degrees.items()
            for _ in range(degree)
        ]
        for degrees in (left, right)
    ]
    for end in ends:
        chance.shuffle(end)
    return list(dict.fromkeys(zip(*ends, strict=True)))[:count]


def pairs_of(count: int) -> list[Pair]:
    """So many pairs, and a line that says of which sort: real ones drawn with a fixed seed, or synthetic ones."""
    model = real_pairs()
    is_real = count <= len(model)
    print(f"{count:,} participations, {'real' if is_real else 'synthetic with the degrees of the real graph'}")
    if not is_real:
        return synthetic_pairs(model, count)
    random.Random(0).shuffle(model)
    return model[:count]


@contextmanager
def kept_folder(kept: Path | None) -> Iterator[Path]:
    """The folder in which export and graph are kept; one that goes again where none is named."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def write_export(pairs: Iterable[Pair], path: Path) -> Counter[str]:
    """Write the export of a graph with these participations, sorted as an export is; how many records of each type."""
    counts = Counter[str]()
    with tempfile.TemporaryDirectory(dir=path.parent) as folder, path.open("w", encoding="utf-8") as file:
        file.write(write_line({"type": "atlas", "schema": SCHEMA}) + "\n")
        for line in _sorted(map(_keyed, _records(sorted(pairs, key=lambda pair: (pair[1], pair[0])))), Path(folder)):
            file.write(line)
            counts[json.loads(line)["type"]] += 1
    return counts


def _keyed(record: Row) -> str:
    """The record's line behind its place in an export, up to a tab."""
    kind = str(record["type"])
    key = f"{record['document_id']}{record['node_id']}" if kind == "naming" else str(record["id"])
    return f"{_PLACES[kind]}{key}\t{write_line(record)}\n"


def _sorted(keyed: Iterable[str], folder: Path) -> Iterator[str]:
    """Each of these lines once, in order and without its key; they wait in files, for they may be more than memory."""
    runs, rest = list[Path](), iter(keyed)
    while run := [*islice(rest, _A_RUN)]:
        runs.append(folder / str(len(runs)))
        runs[-1].write_text("".join(sorted({*run})), encoding="utf-8")
    with ExitStack() as stack:
        files = [stack.enter_context(run.open(encoding="utf-8")) for run in runs]
        for line, _same in groupby(merge(*files)):
            yield line.partition("\t")[2]


def actor_of(number: int) -> Actor:
    """The actor with this number; its kind follows from it."""
    return Actor(f"actor:{digest('actor', number)}", f"Verband Nummer {number}", _KINDS[number % len(_KINDS)])


def initiative_of(number: int) -> Initiative:
    """The initiative with this number."""
    id = f"initiative:{digest('initiative', number)}"
    return Initiative(id, f"Bündnis Nummer {number}", _TYPES[number % len(_TYPES)], regions=("DE-HE",), since="2019")


def _records(pairs: Sequence[Pair]) -> Iterator[Row]:
    for start in range(0, len(pairs), PARTICIPATIONS_A_DOCUMENT):
        yield from _document(start, pairs[start : start + PARTICIPATIONS_A_DOCUMENT])


def _document(number: int, pairs: Sequence[Pair]) -> Iterator[Row]:
    """One document: a sentence a participation, which names both."""
    key = document_id(str(number).encode())
    said: dict[Actor | Initiative, list[tuple[int, int]]] = {}
    text = ""
    for left, right in pairs:
        actor, initiative = actor_of(left), initiative_of(right)
        sentence = f"{actor.name} wirkt mit in {initiative.name}."
        start, end = len(text), len(text) + len(sentence)
        said.setdefault(actor, []).append((start, start + len(actor.name)))
        said.setdefault(initiative, []).append((end - 1 - len(initiative.name), end - 1))
        text += sentence + "\n"
        role = _ROLES[(left + right) % len(_ROLES)]
        fact = Participation(fact_id("participation", actor.id, initiative.id, role), actor.id, initiative.id, role)
        yield to_record(fact)
        yield to_record(
            Statement(
                statement_id(fact.id, key, start, end), fact.id, key, start, end, sentence, "grammar", 0.9, "2024"
            )
        )
    address = f"sammlung/{number:08}.txt"
    document = Document(key, address, f"Dokument {number}", "txt", text, date="2024-05-03", date_origin="head")
    yield to_record(document) | {"addresses": [address], "loaded_at": "2026-11-21T12:00:00+00:00"}
    for node, spans in said.items():
        yield to_record(Naming(key, node.id, tuple(spans), "register", 0.9)) | {"claims": to_record(node)}
        yield to_record(node)
