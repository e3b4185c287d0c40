"""Scoring an extraction against hand-made gold with the shared scorer, as a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from loaders.files import read_source
from loaders.interchange import to_interchange
from loaders.reading import read
from seeds.register import load_register

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"
Figures = dict[str, dict[str, float]]


def score(texts: Iterable[Path], gold: Path, work: Path) -> Figures:
    """The scorer's figures for these texts; `work` is an empty folder for what is predicted."""
    register = load_register()
    predicted, chosen = work / "predicted", work / "gold"
    predicted.mkdir()
    chosen.mkdir()
    folder = gold.parent
    for path in texts:
        interchange = to_interchange(read(read_source(path), register), register)
        (predicted / f"{path.stem}.json").write_text(json.dumps(interchange), encoding="utf-8")
        (chosen / f"{path.stem}.json").write_bytes((gold / f"{path.stem}.json").read_bytes())
    command = [
        sys.executable,
        str(SCORER),
        "--gold",
        str(chosen),
        "--texts",
        str(folder),
        "--predicted",
        str(predicted),
        "--json",
    ]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    figures: Figures = json.loads(answer.stdout)["figures"]
    return figures
