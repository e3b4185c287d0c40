"""Bad input: one clear line with the file and the next step, exit code 1, and what was loaded is still there."""

import io
import json
import os
import re
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.store import SCHEMA
from tests.loaders.formats.hostile_made import locked_office, locked_pdf, noise
from tests.viz.commands.conftest import OLD_CONSOLE, Atlas, Said, Start, about, finish
from viz.commands import run

NO_LINKS = sys.platform == "win32"


@pytest.fixture
def atlas(home: Path, capfd: pytest.CaptureFixture[str]) -> Atlas:
    """Run a command in this process; whatever reaches the console counts, the engine's own words too."""

    def call(*arguments: str | Path) -> Said:
        code = run([str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Said(code, said.out, said.err)

    return call


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("etwas.txt", "x")
    return made.getvalue()


EMPTY = "Darin steht kein Text. Bitte prüfen, ob es die richtige Datei ist."
BINARY = "Das ist kein Text, auch wenn die Datei so heißt. Bitte im eigenen Format neu speichern."
DAMAGED = "Die Datei ist beschädigt. Bitte in ihrem Programm öffnen und neu speichern."
LOCKED = "Die Datei ist mit einem Passwort geschützt. Bitte ohne Passwort speichern."
LOOP = "Die Verknüpfung führt auf sich selbst zurück. Bitte die Datei oder den Ordner selbst angeben."
MISSING = "Diese Datei oder diesen Ordner gibt es nicht. Bitte den Pfad prüfen."
NO_FILE = "Das ist weder Datei noch Ordner. Bitte ein Dokument angeben."

BAD: dict[str, tuple[bytes, str]] = {
    "leer.txt": (b"", EMPTY),
    "nur leerzeilen.txt": (b" \n\n", EMPTY),
    "leer.html": (b"<html><body></body></html>", EMPTY),
    "bild.txt": (bytes(range(256)) * 20, BINARY),
    "kaputt.pdf": (b"%PDF-1.4\n" + noise(3000), DAMAGED),
    "kaputt.docx": (b"PK\x03\x04" + noise(3000), DAMAGED),
    "kaputt.xlsx": (b"PK\x03\x04" + noise(3000), DAMAGED),
    "anderes.docx": (archive(), DAMAGED),
    "anderes.xlsx": (archive(), DAMAGED),
    "geschützt.docx": (locked_office(), LOCKED),
    "geschützt.xlsx": (locked_office(), LOCKED),
    "geschützt.pdf": (locked_pdf(), LOCKED),
}
GOOD: dict[str, bytes] = {
    "alt.txt": about("Altstadt").encode("cp1252"),
    "breit.txt": about("Breitenau").encode("utf-16"),
    "markiert.txt": about("Markdorf").encode("utf-8-sig"),
    "tief.html": (
        "<div>" * 12_000 + "".join(f"<p>{line}</p>" for line in about("Tiefental").split("\n")) + "</div>" * 12_000
    ).encode(),
    "zuletzt.txt": about("Zuletzt").encode(),
}


def test_of_a_folder_full_of_bad_files_the_good_ones_are_read(start: Start, document: Path) -> None:
    folder = document.parent
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    for name, data in GOOD.items():
        (folder / name).write_bytes(data)
    said = finish(start("load", folder, **OLD_CONSOLE))
    assert said.code == 1
    assert said.err.splitlines() == [f"{folder / name}: {line}" for name, (_, line) in sorted(BAD.items())]
    assert [line for line in said.out.splitlines() if line.endswith("– neu")] == [
        f"{name} (12.03.2018) – neu" for name in sorted([*GOOD, document.name])
    ]
    exported = finish(start("export", "-o", "-", **OLD_CONSOLE)).out
    for place in ("Altstadt", "Breitenau", "Markdorf", "Tiefental", "Zuletzt"):
        quotes = [record["quote"] for record in map(json.loads, exported.splitlines()) if "quote" in record]
        assert any("IHK Gießen-Friedberg" in quote and place in quote for quote in quotes)
    assert exported.count('"quote": "Die „Arbeitgeberverbände“ – sind nicht beteiligt."') == len(GOOD)


@pytest.mark.skipif(sys.platform == "win32" or sys.platform == "darwin", reason="names are always Unicode here")
def test_names_in_another_character_set_are_read_and_shown(start: Start, document: Path) -> None:
    folder = document.parent
    for name in (b"alt\xf6.txt", "größe.txt".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(document.read_bytes() + name[:3])
    (folder / "ö.txt").write_bytes(b"")
    for outcome in ("neu", "unverändert"):
        said = finish(start("load", folder, **(OLD_CONSOLE if outcome == "neu" else {})))
        assert (said.code, said.err) == (1, f"{folder / 'ö.txt'}: {EMPTY}\n")
        names = [line.partition(" ")[0] for line in said.out.splitlines() if line.endswith(f"– {outcome}")]
        assert names == ["alt\\xf6.txt", "größe.txt", "hessen.txt"]
        assert "Nicht mehr im Ordner" not in said.out


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    """The command line over a graph that holds a document."""
    assert atlas("load", document).code == 0
    return atlas


@contextmanager
def nothing_lost(atlas: Atlas) -> Iterator[None]:
    """The graph says after the block what it said before."""
    before = atlas("export", "-o", "-").out
    assert before.count("\n") > 10
    yield
    assert atlas("export", "-o", "-").out == before


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_one_line_and_costs_nothing(loaded: Atlas, tmp_path: Path, name: str) -> None:
    data, line = BAD[name]
    (tmp_path / name).write_bytes(data)
    with nothing_lost(loaded):
        for command in ("load", "extract"):
            said = loaded(command, tmp_path / name)
            assert (said.code, said.out, said.err) == (1, "", f"{tmp_path / name}: {line}\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("load", "nirgends.txt"), f"nirgends.txt: {MISSING}"),
        (("load", "leerer ordner"), "leerer ordner: Hier ist kein Dokument. Lesbar sind .txt"),
        (("load", "foto.png"), "foto.png: Dieses Format wird nicht gelesen. Bitte als .txt"),
        (("load", "hessen.txt", "--as-of", "gestern"), "„gestern“ ist kein Datum. Möglich sind 2019"),
        (("extract", "nirgends.txt"), f"nirgends.txt: {MISSING}"),
        (("extract", "leerer ordner"), "leerer ordner: Das ist ein Ordner, keine Datei. Bitte eine Datei angeben."),
        (("map", "-o", "fehlt/karte.html"), f"{Path('fehlt/karte.html')}: {MISSING}"),
        (("export", "-o", "fehlt/x.jsonl"), f"fehlt/x.jsonl: {MISSING}"),
        (("gaps", "--csv", "fehlt/x.csv"), f"fehlt/x.csv: {MISSING}"),
        (("gaps", "--region", "Atlantis"), "„Atlantis“ ist keine bekannte Region. Am ähnlichsten: "),
        (("gaps", "--date", "morgen"), "„morgen“ ist kein Datum. Möglich sind 2019"),
        (("import", "nirgends.jsonl"), f"nirgends.jsonl: {MISSING}"),
        (("gaps", "--graph", "hessen.txt"), "hessen.txt: Das ist eine Datei; der Graph braucht einen Ordner."),
        (("load", "hessen.txt", "--graph", "hessen.txt"), "hessen.txt: Das ist eine Datei; der Graph braucht einen"),
        (("gaps", "--graph", "fremd"), "fremd: Der Ordner enthält anderes (foto.png). Bitte mit --graph"),
        (("load", "hessen.txt", "--graph", "fremd"), "fremd: Der Ordner enthält anderes (foto.png). Bitte mit --graph"),
        (("gaps", "--graph", "neu"), "neu: Hier ist noch kein Graph. „buendnisatlas load PFAD“ legt ihn an."),
        (("load", "hessen.txt", "--graph", "http://x"), "http://x: Das ist keine Adresse eines Neo4j-Servers."),
    ],
)
def test_what_cannot_be_done_is_one_line(
    loaded: Atlas, document: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], line: str
) -> None:
    monkeypatch.chdir(document.parent)
    Path("leerer ordner").mkdir()
    Path("fremd").mkdir()
    for place in (Path("foto.png"), Path("fremd/foto.png")):
        place.write_bytes(b"x")
    with nothing_lost(loaded):
        said = loaded(*arguments)
    assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert said.err.removeprefix(f"{Path.cwd()}{os.sep}").startswith(line)
    assert sorted(path.name for path in Path().iterdir()) == ["foto.png", "fremd", "hessen.txt", "leerer ordner"]
    assert [path.name for path in Path("fremd").iterdir()] == ["foto.png"]


@pytest.mark.parametrize("command", [("show", "IG Metall"), ("gaps",), ("map",), ("export", "-o", "-")])
def test_before_anything_is_loaded_the_next_step_is_named(atlas: Atlas, home: Path, command: tuple[str, ...]) -> None:
    said = atlas(*command)
    assert (said.code, said.out) == (1, "")
    place = home / "data" / "graph"
    assert said.err == f"{place}: Hier ist noch kein Graph. „buendnisatlas load PFAD“ legt ihn an.\n"
    assert not place.exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("load",), "Fehler: Es braucht noch das Argument „PFAD…“."),
        (("load", ""), "Fehler: Eine Angabe ist leer. Bitte einen Namen oder Pfad angeben."),
        (("map", "-o", ""), "Fehler: Eine Angabe ist leer. Bitte einen Namen oder Pfad angeben."),
        (("gaps", "--graph="), "Fehler: Eine Angabe ist leer. Bitte einen Namen oder Pfad angeben."),
        (("gaps", "--kind", "quatsch"), "Fehler: Ungültiger Wert für „--kind“: „quatsch“ ist nichts davon: ihk"),
        (("gaps", "--quatsch"), "Fehler: Den Schalter „--quatsch“ gibt es nicht."),
        (("quatsch",), "Fehler: Den Befehl „quatsch“ gibt es nicht."),
        (("map", "-o", "."), "Fehler: Ungültiger Wert für „-o“ / „--output“: Datei „.“ ist ein Ordner."),
    ],
)
def test_wrong_usage_is_told_apart(atlas: Atlas, home: Path, arguments: tuple[str, ...], line: str) -> None:
    said = atlas(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1].startswith(line)
    assert not (home / "data").exists()


@pytest.mark.skipif(NO_LINKS, reason="Windows makes links for administrators only, and has no pipes among files")
def test_link_loops_and_pipes_end(loaded: Atlas, document: Path) -> None:
    folder = document.parent
    (folder / "schleife.txt").symlink_to("schleife.txt")
    (folder / "runde").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "rohr.txt")
    said = loaded("load", folder)
    assert (said.code, said.err) == (1, f"{folder / 'schleife.txt'}: {LOOP}\n")
    assert said.out.count("– unverändert") == 1
    for command in ("load", "extract"):
        assert loaded(command, folder / "rohr.txt").err == f"{folder / 'rohr.txt'}: {NO_FILE}\n"
        assert loaded(command, folder / "schleife.txt").err == f"{folder / 'schleife.txt'}: {LOOP}\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            b"graph = [",
            "config.toml, Zeile 1: Die Konfiguration ist kein gültiges TOML. Bitte diese Zeile berichtigen.",
        ),
        (b'grph = "x"', "config.toml: Die Konfiguration kennt „grph“ nicht. Möglich sind: graph"),
        (b"graph = 3", "config.toml: Der Wert von „graph“ muss Text in Anführungszeichen sein."),
        (b'language = "fr"', "config.toml: language: „fr“ ist hier keine Sprache. Möglich sind de und en."),
        (b'graph = "M\xe4rz"', "config.toml: Die Konfiguration lässt sich nicht lesen. Bitte als UTF-8 speichern"),
    ],
)
def test_a_broken_configuration_is_named(loaded: Atlas, home: Path, document: Path, text: bytes, line: str) -> None:
    file = home / "config" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    with nothing_lost(loaded):
        file.write_bytes(text)
        for command in (("load", document), ("status",)):
            said = loaded(*command)
            assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
            assert said.err.startswith(f"{home / 'config'}{os.sep}{line}")
        file.unlink()


def test_corrections_of_the_register_are_named_with_their_file(loaded: Atlas, home: Path, document: Path) -> None:
    file = home / "config" / "register.csv"
    file.parent.mkdir(exist_ok=True)
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    said = loaded("load", document)
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    assert said.err.startswith(f"{file}, Zeile 1: Die Korrekturen kennen keine Spalte „a“.")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
def test_a_configuration_nobody_may_read_is_named(atlas: Atlas, home: Path) -> None:
    file = home / "config" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('language = "de"', encoding="utf-8")
    file.chmod(stat.S_IWUSR)
    assert atlas("status").err.startswith(f"{file}: Die Konfiguration lässt sich nicht lesen.")


def newer(text: str) -> bytes:
    return text.replace(f'"schema": {SCHEMA}', '"schema": 99').encode()


def without_last_line(text: str) -> bytes:
    return "".join(text.splitlines(keepends=True)[:-1]).encode()


NO_RECORD = "Diese Zeile ist kein Datensatz eines Graphen. Bitte eine Datei nehmen, die „backup“ oder „export“"
IMPORTS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "newer": (newer, ": Diesen Graphen hat ein neuerer Bündnisatlas geschrieben. Bitte das Programm aktualisieren."),
    "cut in a line": (lambda text: text[: text.index("\n", len(text) // 2) - 3].encode(), f": {NO_RECORD}"),
    "cut between lines": (without_last_line, ": Die Datei ist unvollständig. Bitte mit „buendnisatlas export“ neu"),
    "foreign": (lambda _text: b'{"name": "x"}\n', f", Zeile 1: {NO_RECORD}"),
    "empty": (lambda _text: b"", f", Zeile 1: {NO_RECORD}"),
    "binary": (lambda _text: noise(2000), f", Zeile 1: {NO_RECORD}"),
    "windows-1252": (lambda text: text.encode("cp1252"), f", Zeile 2: {NO_RECORD}"),
    "utf-16": (lambda text: text.encode("utf-16"), f", Zeile 1: {NO_RECORD}"),
    "nested": (lambda _text: b"[" * 200_000, f", Zeile 1: {NO_RECORD}"),
}


@pytest.mark.parametrize("kind", sorted(IMPORTS))
def test_what_cannot_be_imported_changes_nothing(loaded: Atlas, tmp_path: Path, kind: str) -> None:
    make, line = IMPORTS[kind]
    path = tmp_path / "x.jsonl"
    with nothing_lost(loaded):
        path.write_bytes(make(loaded("export", "-o", "-").out))
        said = loaded("import", path)
        assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
        assert re.sub(r", Zeile \d+" if kind.startswith("cut in") else "$^", "", said.err).startswith(f"{path}{line}")
    assert loaded("import", path, "--graph", tmp_path / "anderer").code == 1
    assert loaded("gaps", "--graph", tmp_path / "anderer").out.count("Mittelhessen") == 0


def test_the_log_holds_no_quote_and_no_password(atlas: Atlas, document: Path, home: Path, tmp_path: Path) -> None:
    os.environ["NEO4J_PASSWORD"] = "streng-geheim"  # `home` takes it out again
    atlas("load", "--verbose", document)
    exported = tmp_path / "x.jsonl"
    atlas("export", "-o", exported)
    exported.write_text(exported.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    atlas("import", "--verbose", exported)
    said = [
        atlas("gaps", "--graph", "neo4j://127.0.0.1:1", "--verbose"),
        atlas("gaps", "--graph", "neo4j://wer:streng-geheim@127.0.0.1:1"),
    ]
    del os.environ["NEO4J_PASSWORD"]
    assert [one.code for one in said] == [1, 1]
    log = (home / "logs" / "buendnisatlas.log").read_text(encoding="utf-8")
    assert log.count("\n") > 5
    for text in (log, *(one.err for one in said)):
        assert not re.search("geheim|Arbeitgeberverb|Sabine|Muster|nicht beteiligt", text)


def test_what_changes_a_graph_makes_none_where_there_is_none(atlas: Atlas, tmp_path: Path) -> None:
    place = tmp_path / "vertippt"
    for words in (
        ("undo",),
        ("undo", "removal:x"),
        ("correct", "undo", "decision:x"),
        ("correct", "actor", "IG Metall", "--region", "Hessen", "--by", "AB"),
        ("merge", "A", "B", "--by", "AB"),
        ("split", "A", "--by", "AB"),
        ("review", "unsure", "x", "--by", "AB"),
        ("cypher", "--write", "CREATE (n:X)"),
    ):
        said = atlas("--graph", place, *words)
        assert (said.code, said.out) == (1, ""), words
        assert "Hier ist noch kein Graph." in said.err
        assert not place.exists(), words


def test_a_number_that_is_none_is_said_in_german(atlas: Atlas) -> None:
    said = atlas("neo4j", "start", "--port", "abc")
    assert said.code == 2
    assert said.err.endswith("„abc“ ist keine ganze Zahl von 1 bis 65535.\n")
