"""`map --story`: the page's example is played, and a story that cannot be is refused before anything is written."""

import re
from pathlib import Path

from tests.viz.commands.conftest import Atlas

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "seeds" / "documents"


def example() -> str:
    page = (ROOT / "docs" / "vorfuehrung.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


def test_the_example_of_the_page_is_taken(atlas: Atlas, tmp_path: Path) -> None:
    story, target = tmp_path / "v.yaml", tmp_path / "karte.html"
    story.write_text(example(), encoding="utf-8")
    assert atlas("load", str(SAMPLES)).code == 0
    said = atlas("map", "--story", str(story), "-o", str(target))
    assert (said.code, target.exists()) == (0, True), said


def test_a_wrong_story_says_which_step_and_writes_nothing(atlas: Atlas, tmp_path: Path) -> None:
    story, target = tmp_path / "v.yaml", tmp_path / "karte.html"
    story.write_text("schritte: [{titel: A}, {titel: B, ansicht: Ansicht}]\n", encoding="utf-8")
    assert atlas("load", str(SAMPLES)).code == 0
    said = atlas("map", "--story", str(story), "-o", str(target))
    assert (said.code, target.exists()) == (1, False)
    assert "v.yaml, Schritt 2: „ansicht“ kennt kein „Ansicht“. Bekannt sind: " in " ".join(said.err.split())
