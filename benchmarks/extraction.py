"""Characters a second of extraction, beside those of a bare spaCy `blank("de")` tokeniser in the same run.

    python -m pip install --editable ".[bench]"
    python benchmarks/extraction.py [FILE …] [--runs 5]

Without files: the packaged sample documents. Each run reads all texts once; the median of the runs counts, after one
warm-up each. Without spaCy only our own figure is printed. What is compared is a whole reading (blocks, names,
initiatives, roles, absences, evidence) with a mere cutting into tokens: the ratio says how much reading costs.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from loaders.document import SourceText
from loaders.files import read_source
from loaders.reading import read
from seeds.documents import sample_documents
from seeds.register import load_register


def _seconds(work: Callable[[], object], runs: int) -> float:
    work()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def _tokeniser(texts: list[str]) -> Callable[[], object] | None:
    try:
        import spacy
    except ImportError:
        return None
    tokenise = spacy.blank("de")
    return lambda: [len(tokenise(text)) for text in texts]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    sources: list[SourceText] = [read_source(path) for path in options.files or sample_documents()]
    characters = sum(len(source.document.text) for source in sources)
    register = load_register()
    own = _seconds(lambda: [read(source, register) for source in sources], options.runs)
    print(f"{len(sources)} documents, {characters:,} characters, median of {options.runs} runs")
    print(f"{'Bündnisatlas, whole reading':<34}{characters / own:>12,.0f} characters/s")
    tokeniser = _tokeniser([source.document.text for source in sources])
    if tokeniser is None:
        print('spaCy is not installed: python -m pip install --editable ".[bench]"')
    else:
        peer = _seconds(tokeniser, options.runs)
        print(f"{'spaCy blank(de), tokens only':<34}{characters / peer:>12,.0f} characters/s")
        print(f"{'ratio':<34}{peer / own:>12.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory of this process':<34}{peak:>12,.0f} MB")


if __name__ == "__main__":
    main()
