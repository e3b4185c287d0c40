"""Memory over a large folder: generated documents, read by the process pool that `load --jobs` uses. Linux only.

    python benchmarks/folder.py [--documents 10000] [--jobs 2] [--store]

After every tenth of the documents: how many a second so far, and what this process and the largest reading process hold
now. With --store they are written into a graph in a temporary folder, too, as `load` does.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing import active_children
from os import getpid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from graph.store import open_store
from loaders.pool import usable_cores
from seeds.register import load_register
from viz.commands.loading import Loader

_PLACES = ("Mittelhessen", "Südwestfalen", "Oberfranken", "Emsland", "Lausitz", "Saarpfalz", "Ostalb", "Vorpommern")
_BODIES = ("IG Metall", "IHK Köln", "Handwerkskammer Dresden", "IG BCE", "Land Hessen", "Südwestmetall", "DGB", "VDMA")
_DOCUMENT = """Industriedialog {place} {number}
Stand: {day:02}.{month:02}.20{year:02}

Allianz für Industrie {place} {number}
Die Allianz für Industrie {place} {number} ist ein Bündnis von {one}, {two} und {three}.
Die Arbeitgeberverbände sind nicht beteiligt. Gegründet wurde sie 20{year:02} auf Anregung der {one}.
Themen sind Fachkräfte, Energie und Digitalisierung; {three} lädt zweimal im Jahr zum Austausch ein.

Verein Werkstatt {place} {number}
Der Verein Werkstatt {place} {number} e. V. ist Mitglied der Allianz für Industrie {place} {number}.
"""
_NEWS = """
Im Jahr 20{year:02} gründete die {one} mit der {name} {form} das Netzwerk {name} {second}.
Nicht beteiligt ist die {second} GmbH.
Seitdem fördert die {third} {form} den Pakt {third}, und {three} berät die {first}er Werke in {second}.
"""
_FORMS = ("AG", "GmbH", "Stiftung", "Hochschule", "Akademie", "Genossenschaft")
_SYLLABLES = [
    "al",
    "ber",
    "dorf",
    "feld",
    "gau",
    "hain",
    "ing",
    "kers",
    "lau",
    "mar",
    "nor",
    "ost",
    "pel",
    "quer",
    "rand",
    "sund",
    "tal",
    "ulm",
    "vor",
    "wei",
    "zel",
    "brü",
    "hö",
    "grü",
    "stein",
    "wald",
]
"""Names made up of them are new in nearly every document, as those of a real folder are."""


def write_folder(folder: Path, documents: int) -> int:
    """Write documents that differ in names, words, places and dates; their size in bytes."""
    size = 0
    for number in range(documents):
        text = _document(number)
        size += (folder / f"{number:06}.txt").write_bytes(text.encode())
    return size


def _document(number: int) -> str:
    text = _DOCUMENT.format(
        place=_PLACES[number % 8],
        number=number,
        one=_BODIES[number // 8 % 8],
        two=_BODIES[(number // 8 + 3) % 8],
        three=_BODIES[(number // 8 + 5) % 8],
        day=number % 28 + 1,
        month=number % 12 + 1,
        year=number % 20 + 1,
    )
    chance = random.Random(number)
    return text + "".join(
        _NEWS.format(
            year=number % 20 + 1,
            one=chance.choice(_BODIES),
            three=chance.choice(_BODIES),
            form=chance.choice(_FORMS),
            name=_name(chance),
            first=_name(chance),
            second=_name(chance),
            third=_name(chance),
        )
        for _ in range(3)
    )


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).title()


def _held(process: int) -> float:
    """What a process holds in memory now, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return float(status.partition("VmRSS:")[2].split()[0]) / 1024


def _read(files: tuple[Path, ...], jobs: int) -> Iterator[object]:
    """Read every file and drop what was read."""
    from loaders.orders import Order
    from loaders.pool import ReadingPool

    with ReadingPool(load_register(), jobs=jobs) as pool:
        waiting = []
        for file in files:
            waiting.append(pool.begin(Order(file, file.name)))
            if len(waiting) > pool.most:
                yield waiting.pop(0)(lambda _share: None)
        for answer in waiting:
            yield answer(lambda _share: None)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=usable_cores())
    parser.add_argument("--store", action="store_true")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        size = write_folder(folder, options.documents)
        files = tuple(sorted(folder.iterdir()))
        print(f"{len(files):,} documents, {size / 1e6:.1f} MB, {options.jobs} processes")
        work: Iterator[object] = _read(files, options.jobs)
        if options.store:
            store = stack.enter_context(open_store(str(stack.enter_context(tempfile.TemporaryDirectory()) + "/graph")))
            loader = Loader(store, load_register(), jobs=options.jobs)
            work = loader.load_all(files)
        _tell(work, len(files), size)


def _tell(work: Iterator[object], documents: int, size: int) -> None:
    print(f"{'documents':>10}{'documents/s':>13}{'MB/s':>8}{'this process':>15}{'largest reader':>16}")
    begin = time.perf_counter()
    for number, _done in enumerate(work, 1):
        if number % max(1, documents // 10) == 0:
            passed = time.perf_counter() - begin
            reader = max((_held(child.pid) for child in active_children() if child.pid), default=0.0)
            print(
                f"{number:>10,}{number / passed:>13.0f}{size * number / documents / passed / 1e6:>8.3f}"
                f"{_held(getpid()):>12,.0f} MB{reader:>13,.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
