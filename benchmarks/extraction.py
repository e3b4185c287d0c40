"""Documents and megabytes a second of extraction on one core, and its peak memory, beside peers in the same run.

    python -m pip install --editable ".[bench]"
    python benchmarks/extraction.py [FILE …] [--runs 5] [--profile]

Without files: the packaged sample documents. Each run reads all texts once; the median of the runs counts, after one
warm-up each; everybody works in a process of its own. Peers are what can be installed: HanTa's runs of proper names
(NE), and spaCy's bare `blank("de")` tokeniser. What is compared is a whole reading (blocks, names, initiatives, roles,
absences, evidence) with a list of name-like words, and with a mere cutting into tokens. A megabyte is 1,000,000 bytes
of the texts in UTF-8. --profile says where a reading's time goes.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from seeds.documents import sample_documents

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")

Paths = tuple[Path, ...]


@dataclass(frozen=True)
class Figures:
    """What one subject needs: seconds for all documents, and the process's peak memory in MB."""

    seconds: float
    peak: float


def reading(paths: Paths) -> Callable[[], object]:
    """A whole reading, as `load` does it."""
    from loaders.files import read_source
    from loaders.reading import read
    from seeds.register import load_register

    sources, register = [read_source(path) for path in paths], load_register()
    return lambda: [read(source, register) for source in sources]


def name_runs(paths: Paths) -> Callable[[], object]:
    """Runs of words that HanTa takes for proper names."""
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger("morphmodel_ger.pgz")
    sentences = [_TOKEN.findall(one) for text in texts(paths) for one in _SENTENCE_ENDS.split(text)]

    def runs() -> object:
        tagged = (tagger.tag_sent(words) for words in sentences if words)
        return [len(list(run)) for words in tagged for is_name, run in groupby(words, _is_name) if is_name]

    return runs


def _is_name(tagged: tuple[str, str, str]) -> bool:
    return tagged[2] == "NE"


def tokens(paths: Paths) -> Callable[[], object]:
    """spaCy's tokens."""
    import spacy

    tokenise, documents = spacy.blank("de"), texts(paths)
    return lambda: [len(tokenise(text)) for text in documents]


SUBJECTS = {
    "Bündnisatlas, whole reading": reading,
    "HanTa, runs of proper names": name_runs,
    "spaCy blank(de), tokens only": tokens,
}


def texts(paths: Paths) -> list[str]:
    """What the documents say, without their markup."""
    from loaders.files import read_source

    return [read_source(path).document.text for path in paths]


def measure(name: str, paths: Paths, runs: int) -> Figures | None:
    """The figures of one subject, measured in this process; None where it is not installed."""
    from resource import RUSAGE_SELF, getrusage

    try:
        work = SUBJECTS[name](paths)
    except ImportError:
        return None
    work()
    taken: list[float] = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return Figures(statistics.median(taken), getrusage(RUSAGE_SELF).ru_maxrss / 1024)


def profile(paths: Paths) -> None:
    """Print the functions in which a reading spends most of its own time."""
    import cProfile
    import pstats

    work = reading(paths)
    work()
    profiler = cProfile.Profile()
    profiler.runcall(work)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(20)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    paths: Paths = tuple(options.files or sample_documents())
    megabytes = sum(len(text.encode()) for text in texts(paths)) / 1e6
    print(f"{len(paths)} documents, {megabytes:.3f} MB of text, median of {options.runs} runs")
    print(f"{'':<30}{'documents/s':>12}{'MB/s':>9}{'peak memory':>14}")
    for name in SUBJECTS:
        with get_context("spawn").Pool(1) as apart:
            figures = apart.apply(measure, (name, paths, options.runs))
        if figures is None:
            print(f'{name:<30}not installed: python -m pip install --editable ".[bench]"')
            continue
        speed = len(paths) / figures.seconds, megabytes / figures.seconds
        print(f"{name:<30}{speed[0]:>12,.0f}{speed[1]:>9.3f}{figures.peak:>11,.0f} MB")
    if options.profile:
        profile(paths)


if __name__ == "__main__":
    main()
