"""`map`, `extract`, `export`, `import`, `explore`: what is written is whole, and lossless where it says so."""

import json
import webbrowser
from pathlib import Path

import pytest

from tests.viz.commands.conftest import HESSEN, Atlas
from tests.viz.pages import read_page
from viz.commands.files import write_whole


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    assert atlas("load", document).code == 0
    return atlas


def test_the_map_is_one_file_that_names_what_is_in_it(loaded: Atlas, tmp_path: Path) -> None:
    said = loaded("map", "-o", tmp_path / "karte.html")
    assert (said.code, said.out) == (0, f"Karte: {tmp_path / 'karte.html'}\n")
    page = read_page(tmp_path / "karte.html")
    assert "Allianz Industrie Mittelhessen" in page
    assert '<html lang="de"' in page


def test_the_map_masks_persons_unless_told_otherwise(atlas: Atlas, document: Path, tmp_path: Path) -> None:
    document.write_text(
        HESSEN.replace("der IG Metall, der", "der IG Metall (Frau Sabine Muster), der"), encoding="utf-8"
    )
    atlas("load", document)
    atlas("map", "-o", tmp_path / "ohne.html")
    atlas("map", "-o", tmp_path / "mit.html", "--with-names")
    assert "Sabine Muster" not in read_page(tmp_path / "ohne.html")
    assert "Sabine Muster" in read_page(tmp_path / "mit.html")


def test_without_a_place_the_map_lies_beside_the_graph(loaded: Atlas, home: Path) -> None:
    assert loaded("map").code == 0
    assert (home / "data" / "graph" / "map.html").is_file()
    assert loaded("gaps").code == 0


def test_the_map_opens_where_there_is_a_display(loaded: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("viz.commands.map.can_show_windows", lambda: True)
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    loaded("map", "-o", tmp_path / "karte.html", "--open")
    assert opened == [(tmp_path / "karte.html").as_uri()]


def test_without_a_display_the_map_is_only_named(
    loaded: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viz.commands.map.can_show_windows", lambda: False)
    said = loaded("map", "-o", tmp_path / "karte.html", "--open")
    assert "Hier lässt sich kein Browser öffnen." in said.out


def test_extract_gives_the_interchange_form_with_its_text(atlas: Atlas, document: Path, home: Path) -> None:
    found = json.loads(atlas("extract", document, "--json").out)
    quote = found["participations"][0]["evidence"][0]
    assert found["text"][quote["start"] : quote["end"]] == quote["quote"]
    assert {"actors", "initiatives", "participations", "memberships", "silences", "interests"} <= set(found)
    assert not (home / "data").exists()


def test_extract_without_json_is_for_reading(atlas: Atlas, document: Path) -> None:
    said = atlas("extract", document)
    assert said.out.splitlines()[0] == "Übersicht der Industriedialoge, 12.03.2018"
    assert "IG Metall (Gewerkschaft) – Mitglied" in said.out
    assert "Bayern – Quelle: keine Erkenntnisse" in said.out


def test_what_is_exported_is_imported_without_loss(loaded: Atlas, tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    said = loaded("export", "-o", first)
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith(
        "Enthält vollständige Texte und Namen: nur zur Sicherung und zum Umzug, nicht zum Weitergeben.\n"
    )
    back = loaded("import", first, "--graph", tmp_path / "anderer")
    assert (back.code, back.err.splitlines()[-1]) == (
        0,
        f"{len(first.read_text('utf-8').splitlines())} Datensätze gelesen: {first}",
    )
    assert back.out.startswith("Ganzer Graph") and "Akteure" in back.out
    loaded("export", "-o", second, "--graph", tmp_path / "anderer")
    assert without_times(first) == without_times(second)
    assert "Sabine Muster" in first.read_text(encoding="utf-8")


def without_times(path: Path) -> list[dict[str, object]]:
    times = ("loaded", "created", "written", "time", "revision", "exported")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        {key: value for key, value in record.items() if not any(word in key for word in times)} for record in records
    ]


def test_a_second_load_leaves_the_export_as_it_is(loaded: Atlas, document: Path) -> None:
    before = loaded("export", "-o", "-").out
    loaded("load", document, "--again")
    assert loaded("export", "-o", "-").out == before
    assert before.count("\n") > 10


ATLAS = b'{"type": "atlas", "schema": 1}\n'
TEXTS_THAT_ARE_NO_EXPORT = [
    (b"", 1),
    (b"kein JSON\n", 1),
    (b"[1]\n", 1),
    (b'{"type": "unbekannt"}\n', 1),
    (ATLAS + b"\n", 2),
    (ATLAS + b'{"type": "\xe4"}\n', 2),
    (b"[" * 100_000 + b"\n", 1),
]


@pytest.mark.parametrize(("text", "line"), TEXTS_THAT_ARE_NO_EXPORT)
def test_what_is_no_export_is_refused_with_its_line(atlas: Atlas, tmp_path: Path, text: bytes, line: int) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(text)
    said = atlas("import", path)
    assert said.code == 1
    assert said.err.startswith(f"{path}, Zeile {line}: Diese Zeile ist kein Datensatz eines Graphen.")


def test_a_line_cut_short_leaves_the_graph_as_it_was(loaded: Atlas, tmp_path: Path) -> None:
    before = loaded("export", "-o", "-").out
    path = tmp_path / "x.jsonl"
    path.write_text(before[: len(before) // 2], encoding="utf-8")
    assert loaded("import", path).code == 1
    assert loaded("export", "-o", "-").out == before


def test_a_place_that_is_not_there_is_named_as_given(loaded: Atlas, tmp_path: Path) -> None:
    target = tmp_path / "nirgends" / "x.jsonl"
    said = loaded("export", "-o", target)
    assert (said.code, said.err.startswith(f"{target}: ")) == (1, True)


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("vorher", encoding="utf-8")

    def pieces():  # type: ignore[no-untyped-def]
        yield "nach"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(str(path), pieces())
    assert path.read_text(encoding="utf-8") == "vorher"
    assert list(tmp_path.iterdir()) == [path]


def test_explore_shows_the_samples_in_a_graph_of_their_own(atlas: Atlas, home: Path) -> None:
    said = atlas("explore")
    target = home / "data" / "Beispiel" / "map.html"
    assert said.code == 0
    assert said.out.splitlines()[0] == "Beispieldaten"
    assert f"Karte: {target}" in said.out
    assert "Beispieldaten" in target.read_text(encoding="utf-8")
    assert "Beispieldaten" in atlas("gaps", "--graph", home / "data" / "Beispiel").out.partition("\n\n")[0]
    assert not (home / "data" / "graph").exists()
    assert "unverändert" in atlas("explore").out


def test_samples_never_go_among_a_users_documents(loaded: Atlas, home: Path) -> None:
    before = loaded("export", "-o", "-").out
    said = loaded("explore", "--graph", home / "data" / "graph")
    assert (said.code, said.out) == (1, "")
    assert "Dieser Graph enthält eigene Dokumente." in said.err
    assert loaded("export", "-o", "-").out == before


def test_samples_may_go_to_a_place_of_ones_choice(atlas: Atlas, tmp_path: Path, home: Path) -> None:
    assert atlas("explore", "--graph", tmp_path / "probe").code == 0
    assert (tmp_path / "probe" / "map.html").is_file()
    assert not (home / "data").exists()


def test_explore_with_documents_uses_the_users_graph(atlas: Atlas, document: Path, home: Path) -> None:
    said = atlas("explore", document)
    assert said.code == 0
    assert "Beispieldaten" not in said.out
    assert (home / "data" / "graph" / "map.html").is_file()
    assert not (home / "data" / "Beispiel").exists()
