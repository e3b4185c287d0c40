"""A long document: read with flat memory, and with a bar that moves while it is read."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.viz.commands.conftest import HOME, Atlas, about
from viz.progress import Meter

REPORT = (
    "In vielen Landkreisen haben sich Runde Tische gebildet, an denen die IHK, die IG Metall und das "
    "Wirtschaftsministerium über Flächen, Ausbildung und Genehmigungen sprechen. Ergebnisse werden einmal im Jahr "
    "vorgestellt, und die Öffentlichkeit ist dazu eingeladen; Energiepreise und Fachkräfte bleiben die Themen.\n\n"
)
READ_LONG = """
import resource, sys
from pathlib import Path
from loaders.files import read_source
from loaders.reading import read
from seeds.register import load_register
register = load_register()
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 10 if sys.platform == "linux" else 1 << 20)
read(read_source(Path(sys.argv[1])), register)
before, done = peak(), []
source = read_source(Path(sys.argv[2]))
read(source, register, progress=done.append)
print(peak() - before, len(source.document.text), *done)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a process's peak that way")
def test_a_long_text_is_read_with_flat_memory_and_progress(tmp_path: Path) -> None:
    short, long = tmp_path / "kurz.txt", tmp_path / "lang.txt"
    short.write_text(REPORT * 1_000, encoding="utf-8")
    long.write_text(REPORT * 9_000, encoding="utf-8")
    assert long.stat().st_size > 3_000_000 - 300_000
    done = subprocess.run([sys.executable, "-c", READ_LONG, short, long], cwd=HOME, capture_output=True, check=True)
    growth, size, *reached = map(float, done.stdout.split())
    assert growth < 100  # MB; a reader that holds everything it makes takes several hundred
    assert len(reached) >= 3
    assert reached == sorted(set(reached))
    assert size - 10 < reached[-1] <= size


def test_the_bar_moves_within_a_file(atlas: Atlas, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[float, str]] = []

    @contextmanager
    def watched(_label: str, total: int) -> Iterator[Meter]:
        assert total == 2
        yield Meter(lambda done, step: shown.append((round(done, 2), step)))

    monkeypatch.setattr("viz.commands.load.progress", watched)
    monkeypatch.setattr("loaders.parts._LONGEST", 100)
    document.with_name("zweites.txt").write_text(about("Zweitens"), encoding="utf-8")
    assert atlas("load", document.parent).code == 0
    first = [done for done, step in shown if step == "hessen.txt"]
    second = [done for done, step in shown if step == "zweites.txt"]
    assert first[0] == 0
    assert second[0] == 1
    for steps, start in ((first, 0), (second, 1)):
        assert len(steps) > 3
        assert steps == sorted(steps)
        assert start + 0.8 < steps[-1] < start + 1
