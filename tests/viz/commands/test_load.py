"""`load`: what is read is summed up, what is not is named, and one file never costs the others."""

import os
import sys
from pathlib import Path

import pytest

from tests.viz.commands.conftest import HESSEN, Atlas, words


def test_the_summary_tells_what_was_found(atlas: Atlas, document: Path) -> None:
    said = atlas("load", document)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "hessen.txt (12.03.2018) – neu"
    assert "1 Initiative" in lines[1]
    assert "1 dokumentierte Nichtbeteiligung" in said.out
    assert "1 Region ohne Erkenntnisse" in words(said.out)
    assert "Ganzer Graph" in lines


def test_a_second_load_skips_and_the_third_replaces(atlas: Atlas, document: Path) -> None:
    outcomes = [atlas("load", document).out.splitlines()[0]]
    outcomes.append(atlas("load", document).out.splitlines()[0])
    document.write_text(HESSEN.replace("IG Metall", "IG BCE"), encoding="utf-8")
    outcomes.append(atlas("load", document).out.splitlines()[0])
    assert [line.rpartition(" ")[2] for line in outcomes] == ["neu", "unverändert", "ersetzt"]
    assert "IG BCE" not in atlas("show", "IG Metall").out.splitlines()[0]


def test_reading_again_can_be_asked_for(atlas: Atlas, document: Path) -> None:
    atlas("load", document)
    assert atlas("load", "--again", document).out.splitlines()[0].endswith("unverändert")


def test_one_bad_file_costs_no_other(atlas: Atlas, document: Path) -> None:
    folder = document.parent
    (folder / "leer.txt").write_bytes(b"")
    (folder / "bild.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "foto.png").write_bytes(b"x")
    said = atlas("load", folder)
    assert said.code == 1
    assert "hessen.txt (12.03.2018) – neu" in said.out
    assert "1 Datei anderer Art übergangen: foto.png" in said.out
    first, second = said.err.splitlines()
    assert first.startswith(f"{folder / 'bild.txt'}: Das ist kein Text, auch wenn die Datei so heißt.")
    assert second == f"{folder / 'leer.txt'}: Darin steht kein Text. Bitte prüfen, ob es die richtige Datei ist."


def test_files_of_other_kinds_in_a_folder_are_no_error(atlas: Atlas, document: Path) -> None:
    (document.parent / "foto.png").write_bytes(b"x")
    assert atlas("load", document.parent).code == 0


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nichts.txt", "Diese Datei oder diesen Ordner gibt es nicht. Bitte den Pfad prüfen."),
        ("foto.png", "Dieses Format wird nicht gelesen."),
        ("ordner", "Hier ist kein Dokument."),
    ],
)
def test_a_path_that_cannot_be_read_makes_no_graph(
    atlas: Atlas, home: Path, tmp_path: Path, name: str, line: str
) -> None:
    (tmp_path / "foto.png").write_bytes(b"x")
    (tmp_path / "ordner").mkdir()
    said = atlas("load", tmp_path / name)
    assert said.code == 1
    assert said.err.startswith(f"{tmp_path / name}: {line}")
    assert len(said.err.splitlines()) == 1
    assert not (home / "data").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_named_and_not_waited_for(atlas: Atlas, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    said = atlas("load", tmp_path / "rohr.txt")
    assert (said.code, "weder Datei noch Ordner" in said.err) == (1, True)


def test_an_undated_document_takes_the_date_given(atlas: Atlas, document: Path) -> None:
    document.write_text(HESSEN.replace("Stand: 12.03.2018\n", ""), encoding="utf-8")
    assert "(Stand unbekannt)" in atlas("load", document).out
    assert "(03.2021)" in atlas("load", document, "--as-of", "3.2021").out


def test_a_date_that_is_none_is_complained_about_once(atlas: Atlas, document: Path) -> None:
    said = atlas("load", document, "--as-of", "gestern")
    assert (said.code, said.out) == (1, "")
    assert said.err == "„gestern“ ist kein Datum. Möglich sind 2019, 03.2019, 16.03.2021 oder 2021-03-16.\n"


def test_the_checklist_goes_by_headings(atlas: Atlas, document: Path) -> None:
    lines = atlas("load", document, "--checklist").out.splitlines()
    start = lines.index("  Allianz Industrie Mittelhessen")
    assert lines[start + 1] == "    □ Allianz Industrie Mittelhessen (Bündnis)"
    assert any("IG Metall – Mitglied" in line for line in lines[start:])


def test_a_document_gone_from_its_folder_is_named_and_kept(atlas: Atlas, document: Path) -> None:
    other = document.with_name("rest.txt")
    other.write_text(HESSEN.replace("Mittelhessen", "Nordhessen"), encoding="utf-8")
    atlas("load", document.parent)
    document.unlink()
    said = atlas("load", document.parent)
    assert f"Nicht mehr im Ordner, im Graphen behalten: {document.as_posix()}" in said.out
    assert "Mittelhessen" in atlas("gaps").out


def test_a_fault_of_ours_in_one_document_costs_no_other(
    atlas: Atlas, document: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    from loaders import orders

    read = orders.read

    def faulty(source: object, register: object, **options: object) -> object:
        if "kaputt" in source.document.address:  # type: ignore[attr-defined]
            raise RuntimeError("ein Satz aus dem Dokument")
        return read(source, register, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(orders, "read", faulty)
    document.with_name("kaputt.txt").write_text("Ein Text", encoding="utf-8")
    said = atlas("load", document.parent)
    assert said.code == 1
    assert "hessen.txt" in said.out
    assert "kaputt.txt: Dieses Dokument ließ sich durch einen Fehler von uns nicht lesen" in said.err
    log = (home / "logs" / "buendnisatlas.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert '"ein Satz' not in log.replace('raise RuntimeError("ein Satz', "")


def test_an_interruption_keeps_what_is_done(atlas: Atlas, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from loaders import orders

    read = orders.read

    def interrupted(source: object, register: object, **options: object) -> object:
        if "zweites" in source.document.address:  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return read(source, register, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(orders, "read", interrupted)
    document.with_name("zweites.txt").write_text("Ein Text", encoding="utf-8")
    said = atlas("load", document.parent)
    assert said.code == 130
    assert said.err == (
        "Unterbrochen. 1 Dokument ist vollständig im Graphen, keines halb. "
        "Noch einmal aufgerufen, wird der Rest gelesen.\n"
    )
    assert "Mittelhessen" in atlas("gaps").out


def test_names_with_blanks_and_umlauts_are_read(atlas: Atlas, document: Path) -> None:
    place = document.parent / "Öffentliche Übersicht"
    place.mkdir()
    document.rename(place / "größe 1.txt")
    assert "größe 1.txt (12.03.2018) – neu" in atlas("load", place).out
