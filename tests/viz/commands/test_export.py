"""`export` of the network: the format by ending or switch, what it says, and what it refuses in one line."""

import csv
import io
import json
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from openpyxl import load_workbook

from tests.viz.commands.conftest import HESSEN, Atlas, words


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    assert atlas("load", document).code == 0
    return atlas


ENDINGS = ("gexf", "graphml", "xlsx", "json", "cypher", "zip")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_tells_the_format(loaded: Atlas, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"Netz Größe.{ending}"
    said = loaded("export", "-o", path)
    assert (said.code, said.out) == (0, "")
    assert said.err == f"3 Akteure, 1 Initiative, 3 Beteiligungen geschrieben: {path}\n"
    starts = {"gexf": b"<?xml", "graphml": b"<?xml", "json": b"{", "cypher": b"//"}
    assert path.read_bytes().startswith(starts.get(ending, b"PK"))


def test_the_switch_tells_it_where_the_ending_does_not(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    assert loaded("export", "-o", path, "--format", "graphology").code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["options"]["type"] == "undirected"
    assert loaded("export", "-o", tmp_path / "netz.txt", "--format", "gexf").code == 0
    assert len(nx.read_gexf(tmp_path / "netz.txt")) == 4


def test_without_a_known_ending_it_is_the_whole_graph(loaded: Atlas, tmp_path: Path) -> None:
    plain, jsonl, named = tmp_path / "graph.bak", tmp_path / "graph.jsonl", tmp_path / "graph.json"
    loaded("export", "-o", plain)
    loaded("export", "-o", jsonl)
    loaded("export", "-o", named, "--format", "jsonl")
    assert plain.read_bytes() == jsonl.read_bytes() == named.read_bytes()
    assert plain.read_bytes().startswith(b'{"type": "atlas"')


def test_the_pipe_takes_the_file(loaded: Atlas, start, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out, _err = start("export", "-o", "-", "--format", "xlsx").communicate(timeout=120)
    assert load_workbook(io.BytesIO(out)).sheetnames == ["Elemente", "Verbindungen", "Hinweise (ignore)"]


def test_csv_are_two_files_in_a_folder_or_an_archive(loaded: Atlas, tmp_path: Path) -> None:
    loaded("export", "-o", tmp_path / "netz", "--format", "csv")
    loaded("export", "-o", tmp_path / "netz.zip")
    with zipfile.ZipFile(tmp_path / "netz.zip") as archive:
        assert archive.namelist() == ["elements.csv", "connections.csv"]
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "netz" / name).read_bytes()
    rows = list(csv.DictReader((tmp_path / "netz" / "connections.csv").open(encoding="utf-8", newline="")))
    assert {row["Wer"] for row in rows} >= {"IG Metall"}


def test_a_second_export_writes_the_same(loaded: Atlas, tmp_path: Path) -> None:
    for ending in ("gexf", "graphml", "json", "cypher", "zip"):
        one, other = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
        loaded("export", "-o", one)
        loaded("export", "-o", other)
        assert one.read_bytes() == other.read_bytes()


def test_absences_are_there_when_asked_for(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "a.gexf"
    said = loaded("export", "-o", path, "--with-absences")
    assert "1 Gruppe ohne Namensnennung" in said.err
    assert "1 dokumentierte Nichtbeteiligung geschrieben" in said.err
    sorts = [said["Sorte"] for _one, _other, said in nx.read_gexf(path).edges(data=True)]
    assert sorted(sorts) == ["Beteiligung"] * 3 + ["Dokumentierte Nichtbeteiligung"]


def test_region_and_date_narrow_it_and_the_file_says_so(loaded: Atlas, document: Path, tmp_path: Path) -> None:
    other = document.with_name("thueringen.txt")
    text = HESSEN.replace("Hessen", "Thüringen").replace("Mittelhessen", "Saale").replace("2018", "2021")
    other.write_text(text.replace("IHK Gießen-Friedberg", "IHK Erfurt"), encoding="utf-8")
    loaded("load", other)
    path = tmp_path / "a.json"
    names = {}
    for key, options in {"all": (), "region": ("--region", "Hessen"), "date": ("--date", "2019")}.items():
        assert loaded("export", "-o", path, *options).code == 0
        told = json.loads(path.read_text(encoding="utf-8"))
        names[key] = {node["name"] for node in told["nodes"] if node["sort"] == "initiative"}
        names[f"{key} notes"] = set(told["graph"]["notes"])
    assert names["region"] == names["date"] == {"Allianz Industrie Mittelhessen"}
    assert names["all"] > names["region"]
    assert "Nur: Hessen" in names["region notes"]
    assert "Nur: bekannt bis 2019" in names["date notes"]


def test_a_part_lies_where_it_lies_on_the_whole_map(loaded: Atlas, document: Path, tmp_path: Path) -> None:
    other = document.with_name("thueringen.txt")
    other.write_text(HESSEN.replace("Hessen", "Thüringen").replace("Mittelhessen", "Saale"), encoding="utf-8")
    loaded("load", other)
    loaded("export", "-o", tmp_path / "all.gexf")
    loaded("export", "-o", tmp_path / "part.gexf", "--region", "Hessen")
    whole, part = nx.read_gexf(tmp_path / "all.gexf"), nx.read_gexf(tmp_path / "part.gexf")
    assert 0 < len(part) < len(whole)
    assert all(part.nodes[id]["viz"]["position"] == whole.nodes[id]["viz"]["position"] for id in part)


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_of_persons_stay_at_home(atlas: Atlas, document: Path, tmp_path: Path, ending: str) -> None:
    named = HESSEN.replace("der IG Metall, der", "der IG Metall (Frau Sabine Muster), der")
    document.write_text(named, encoding="utf-8")
    atlas("load", document)
    path = tmp_path / f"a.{ending}"
    for options, shown in (((), False), (("--with-names",), True)):
        atlas("export", "-o", path, *options)
        assert ("Sabine" in text_of(path)) is shown
        assert str(document.parent) not in text_of(path)


def text_of(path: Path) -> str:
    """All text in the file, unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def test_english_is_spoken_when_asked_for(loaded: Atlas, tmp_path: Path) -> None:
    said = loaded("--lang", "en", "export", "-o", tmp_path / "a.xlsx")
    assert said.err.startswith("Written: 3 actors, 1 initiative, 3 participations: ")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Elements", "Connections", "Notes (ignore)"]
    assert "Union" in [cell.value for cell in book["Elements"]["C"]]


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("-o", "netz.csv"), "csv sind zwei Dateien."),
        (("-o", "-", "--format", "csv"), "csv sind zwei Dateien."),
        (("-o", "a.jsonl", "--region", "Hessen"), "jsonl ist immer der ganze Graph"),
        (("-o", "a.jsonl", "--with-absences"), "jsonl ist immer der ganze Graph"),
        (("-o", "a.gexf", "--format", "png"), "„png“ ist nichts davon: „jsonl“, „gexf“"),
        (("-o", ".", "--format", "gexf"), "Datei „.“ ist ein Ordner."),
    ],
)
def test_what_cannot_be_is_refused_as_wrong_usage(
    loaded: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*.*"))
    said = loaded("export", *options)
    assert (said.code, said.out) == (2, "")
    assert line in words(said.err)
    assert [path for path in sorted(tmp_path.iterdir()) if path.suffix in {".csv", ".gexf"}] == []
    assert before


def test_an_unknown_region_is_told_with_the_nearest(loaded: Atlas, tmp_path: Path) -> None:
    said = loaded("export", "-o", tmp_path / "a.gexf", "--region", "Hesen")
    assert (said.code, (tmp_path / "a.gexf").exists()) == (1, False)
    assert "„Hesen“ ist keine bekannte Region. Am ähnlichsten: Hessen" in said.err


def test_an_empty_graph_is_an_empty_network(loaded: Atlas, document: Path, tmp_path: Path) -> None:
    loaded("remove", "--yes", document.name)
    said = loaded("export", "-o", tmp_path / "a.gexf")
    assert (said.code, said.err) == (0, f"Ein leeres Netz geschrieben: {tmp_path / 'a.gexf'}\n")
    assert len(nx.read_gexf(tmp_path / "a.gexf")) == 0
