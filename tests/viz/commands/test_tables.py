"""Tables from the command line: a preview that writes nothing, a summary, and no contact data anywhere."""

from pathlib import Path

import pytest

from tests.loaders.formats.files_made import as_xlsx
from tests.loaders.tables.reading import as_csv
from tests.loaders.tables.samples import EDGE_LISTS, MEMBER_LISTS, STAHL, WERKRAUM, Grid
from tests.viz.commands.conftest import Atlas, words

PRIVATE = ("Wiebke", "Tannhuber", "Jost", "Ebersbeck", "07321", "998877", "7361", "554433", "beispiel.example")
"""What the contact columns of the sample hold."""


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "mitglieder.xlsx"
    rows = [
        ["Rückfragen an Frau Wiebke Tannhuber, Tel. 07321 998877"],
        [],
        *MEMBER_LISTS["contact data"].sheets[WERKRAUM],
    ]
    path.write_bytes(as_xlsx({WERKRAUM: rows}))
    return path


@pytest.fixture
def edges(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_bytes(as_csv(EDGE_LISTS["rows that say nothing"].sheets["Liste"]))
    return path


def everything_under(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_no_contact_data_reaches_the_graph_or_the_logs(atlas: Atlas, home: Path, members: Path) -> None:
    csv = members.with_name(f"{WERKRAUM}.csv")
    csv.write_bytes(as_csv(MEMBER_LISTS["contact data"].sheets[WERKRAUM], encoding="utf-16"))
    assert atlas("load", "--preview", members, csv).code == 0
    said = atlas("load", "--verbose", members, csv)
    assert said.code == 0
    assert "2 Beteiligungen" in said.out
    atlas("load", "--again", members)
    stored = everything_under(home)
    assert b"IHK Ostw" in stored
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert [word for word in PRIVATE if word.encode(encoding) in stored] == []
    assert [word for word in PRIVATE if word in said.out + said.err] == []


def test_the_summary_names_the_columns_that_were_dropped(atlas: Atlas, members: Path) -> None:
    out = atlas("load", members).out
    assert "Weggelassen, weil Kontaktdaten darin stehen: Ansprechpartner, Telefon, E-Mail" in out


def test_a_preview_writes_nothing(atlas: Atlas, home: Path, edges: Path) -> None:
    said = atlas("load", edges, "--preview")
    assert said.code == 0
    assert said.out.startswith("Vorschau – geschrieben wird nichts\n")
    assert not (home / "data").exists()
    atlas("load", edges)
    before = atlas("export").out
    atlas("load", edges, "--preview", "--as-of", "2019")
    assert atlas("export").out == before


def test_a_preview_gives_every_ignored_row_with_its_reason(atlas: Atlas, edges: Path) -> None:
    out = atlas("load", edges, "--preview").out
    for line in (
        "Zeile 3  keine Organisation        n. n.",
        "Zeile 5  keine Initiative          IG Metall |  | Mitglied",
        f"Zeile 6  Beteiligung nicht sicher  IG BCE | {STAHL} | angefragt",
        f"Zeile 7  steht weiter oben schon   IHK zu Köln | {STAHL} | Mitglied",
    ):
        assert line in out
    assert "6 Zeilen nicht übernommen; „load --preview“ sagt, warum." in atlas("load", edges).out


def test_a_preview_tells_new_changed_gone_and_unchanged(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    head = ["Organisation", "Initiative", "Rolle"]
    path.write_bytes(as_csv([head, ["IG Metall", STAHL, "Partner"], ["ver.di", STAHL, ""], ["IHK zu Köln", STAHL, ""]]))
    atlas("load", path)
    path.write_bytes(as_csv([head, ["IG Metall", STAHL, "Träger"], ["ver.di", STAHL, ""], ["IGBCE", STAHL, ""]]))
    out = words(atlas("load", path, "--preview").out)
    assert "1 neuer Akteur, 1 neue Angabe zur Beteiligung, 1 geändert, 1 unverändert, 1 steht nicht mehr darin" in out
    assert f"IGBCE {STAHL} Mitglied" in out
    assert f"IG Metall {STAHL} Partner → Träger" in out
    assert f"IHK Köln {STAHL} Mitglied" in out
    assert atlas("load", path).code == 0
    assert "3 unverändert" in atlas("load", path, "--preview").out


@pytest.mark.parametrize("columns", [80, 200])
def test_a_preview_fits_the_terminal(
    atlas: Atlas, edges: Path, members: Path, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = atlas("load", edges, members, "--preview").out.splitlines()
    assert max(map(len, lines)) <= columns


def test_the_mapping_that_a_preview_prints_can_be_saved_and_used(atlas: Atlas, edges: Path, tmp_path: Path) -> None:
    out = atlas("load", edges, "--preview").out
    start = out[out.index("    [columns]") :]
    mapping = tmp_path / "zuordnung.toml"
    mapping.write_text(start, encoding="utf-8")
    again = atlas("load", edges, "--preview", "--mapping", mapping)
    assert again.out == out


def test_a_wrong_mapping_is_one_clear_line(atlas: Atlas, home: Path, edges: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "zuordnung.toml"
    mapping.write_text('[columns]\n"Haus" = "organisation"\n', encoding="utf-8")
    said = atlas("load", edges, "--mapping", mapping)
    assert said.code == 1
    assert said.err == (
        f"{edges}: zuordnung.toml nennt eine Spalte „Haus“, die es hier nicht gibt. "
        "Es gibt: Organisation, Initiative, Rolle.\n"
    )
    mapping.write_text('[columns]\n"Haus" = "hof"\n', encoding="utf-8")
    said = atlas("load", edges, "--mapping", mapping)
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    assert "„hof“ ist keine Bedeutung einer Spalte." in said.err


def test_a_preview_of_a_text_says_what_would_be_new(atlas: Atlas, document: Path) -> None:
    out = atlas("load", document, "--preview").out
    assert "neue Angaben zur Beteiligung" in out
    assert "IG Metall" in out
    assert "--mapping" not in out


def test_a_preview_goes_on_after_a_file_it_cannot_read(atlas: Atlas, edges: Path) -> None:
    bad: Grid = []
    edges.with_name("kaputt.xlsx").write_bytes(b"PK kaputt")
    edges.with_name("leer.csv").write_bytes(as_csv(bad) + b" ")
    said = atlas("load", edges.parent, "--preview")
    assert said.code == 1
    assert "liste.csv" in said.out
    assert len(said.err.splitlines()) == 2
