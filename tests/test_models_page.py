"""docs/models.md is true: its program runs, its settings exist, and its table says what is read."""

import re
import tomllib
from pathlib import Path

import pytest

from loaders.proposers import PROPOSERS
from tests.loaders.test_filling import gained
from viz.settings import find_folders, read_settings

PAGE = (Path(__file__).parent.parent / "docs" / "models.md").read_text(encoding="utf-8")
HEADING = "Allianz Lippe\n\nDie Allianz Lippe besteht seit 2014. "
ROWS = re.findall(r"^\| “(.+?)” \| (.+?) \|$", PAGE, re.MULTILINE)


def blocks(language: str) -> list[str]:
    """The page's examples in a language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_program_reads_with_its_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bericht.txt").write_text(HEADING + "Träger ist der Kompass Lippe.", encoding="utf-8")
    [program] = blocks("python")
    exec(program, {})
    assert capsys.readouterr().out == "my list of names ['Kompass Lippe', 'Allianz Lippe'] None\n"


def test_the_settings_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUENDNISATLAS_HOME", str(tmp_path))
    [text] = blocks("toml")
    file = find_folders().configuration_file
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    settings = read_settings(environment={"BUENDNISATLAS_HOME": str(tmp_path)})
    told = tomllib.loads(text)["proposer"]
    chosen = (settings.proposer, settings.proposer_url, settings.proposer_model)
    assert [setting.value for setting in chosen if setting] == [told["name"], told["url"], told["model"]]
    assert told["name"] in PROPOSERS


@pytest.mark.parametrize(("sentence", "what"), ROWS)
def test_each_row_is_what_a_model_adds(sentence: str, what: str) -> None:
    roles = {"Träger": "sponsor", "wirkt mit": "participant"}
    expected = {("Kompass Lippe", role) for word, role in roles.items() if what.endswith(word)}
    assert gained(HEADING + sentence, "Kompass Lippe", "IHK Aachen") == expected


def test_the_table_has_both_what_fills_and_what_does_not() -> None:
    assert [what.endswith(("Träger", "wirkt mit")) for _sentence, what in ROWS] == [True, True, False, False, False]
