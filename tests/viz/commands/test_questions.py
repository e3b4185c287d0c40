"""`show` and `gaps`: every line with its evidence, every cell explained."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.loaders.formats.files_made import as_pdf
from tests.viz.commands.conftest import HESSEN, Atlas, words

ABSENCE = "„Die Arbeitgeberverbände sind nicht beteiligt.“"


@pytest.fixture
def atlas(either: Atlas) -> Atlas:
    """Every test of this file runs on each kind of store."""
    return either


@pytest.fixture
def loaded(atlas: Atlas, document: Path) -> Atlas:
    assert atlas("load", document).code == 0
    return atlas


def test_an_initiative_shows_who_takes_part_with_quote_document_and_date(loaded: Atlas) -> None:
    said = loaded("show", "Allianz Industrie Mittelhessen")
    lines = [line.strip() for line in said.out.splitlines()]
    assert said.code == 0
    assert lines[0] == "Allianz Industrie Mittelhessen"
    assert lines[1].startswith("Bündnis · ")
    assert "IG Metall (Gewerkschaft) – Mitglied, zuletzt belegt 12.03.2018" in lines
    assert any(line.startswith("„Die Allianz Industrie Mittelhessen ist ein Bündnis der IG Metall") for line in lines)
    assert "Übersicht der Industriedialoge (hessen.txt), 12.03.2018" in lines
    assert ABSENCE in lines


def test_an_initiative_says_how_many_the_source_counts_and_how_many_it_names(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bund.txt"
    named = "Dem Werkbund Nordheide gehören 25 Partner an, darunter die IHK Hannover und die IG Metall."
    path.write_text(f"Werkbund Nordheide\n\n{named}\n", encoding="utf-8")
    assert atlas("load", path).code == 0
    said = atlas("show", "Werkbund Nordheide").out
    assert "Laut Quelle 25 Partner; namentlich genannt: 2" in said
    assert named in words(said)


def test_what_a_document_says_of_its_own_completeness_stands_with_it(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bund.txt"
    listed = "Dem Bündnis Werkbund Nordheide gehören die IHK Hannover und die IG Metall an."
    own = "Diese Liste wird ständig aktualisiert."
    path.write_text(f"Bündnis Werkbund Nordheide\n\n{listed}\n\n{own}\n", encoding="utf-8")
    assert atlas("load", path).code == 0
    lines = [line.strip() for line in atlas("show", "Bündnis Werkbund Nordheide").out.splitlines()]
    at = lines.index(f"Das Dokument sagt von sich: „{own}“")
    assert "bund.txt" in lines[at - 1]
    gaps = [line.strip() for line in atlas("gaps").out.splitlines()]
    assert any("○~" in line for line in gaps)
    assert "~  die Quelle nennt ihre Liste nicht abschließend" in gaps


def test_both_show_that_one_came_after_the_other_with_the_sentence_of_each_document(
    atlas: Atlas, tmp_path: Path
) -> None:
    old, new = "„Werkbankpakt Nordhessen“", "Bündnis „Zukunft der Metallindustrie Kassel“"
    told = f"Das {new} löste 2015 den {old} ab.", f"Aus dem {old} ist 2015 das {new} hervorgegangen."
    for name, sentence in zip(("a.txt", "b.txt"), told, strict=True):
        text = f"Rückblick\n\n{sentence} Partner im {new} ist die IG Metall. Dem {old} gehörte der DGB Hessen an.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert atlas("load", tmp_path / "a.txt", tmp_path / "b.txt").code == 0
    before = words(atlas("show", "Werkbankpakt Nordhessen").out)
    after = words(atlas("show", "Zukunft der Metallindustrie Kassel").out)
    assert f"Fortgesetzt als: {new}" in before
    assert "Setzt fort: Werkbankpakt Nordhessen" in after
    assert all(sentence in shown for sentence in told for shown in (before, after))


def test_a_pdf_s_evidence_names_its_page(atlas: Atlas, tmp_path: Path) -> None:
    second = [
        (72, 760, 16, "Allianz Industrie Mittelhessen"),
        (72, 700, 11, "Die Allianz Industrie Mittelhessen ist ein Bündnis der IG Metall und der IHK Gießen-Friedberg."),
    ]
    path = tmp_path / "dialog.pdf"
    path.write_bytes(as_pdf([[(72, 700, 11, "Auf der ersten Seite steht noch nichts davon.")], second]))
    assert atlas("load", path).code == 0
    said = words(atlas("show", "IG Metall").out)
    assert "der IHK Gießen-Friedberg.“ Allianz Industrie Mittelhessen (dialog.pdf), Seite 2, Stand unbekannt" in said


@pytest.mark.parametrize("name", ["IG Metall", "IGM", "ig-metall", "IG Metal"])
def test_an_actor_is_found_by_name_abbreviation_and_with_typing_errors(loaded: Atlas, name: str) -> None:
    said = loaded("show", name)
    assert said.code == 0
    assert "Allianz Industrie Mittelhessen – Mitglied, zuletzt belegt 12.03.2018" in said.out


def test_a_name_of_several_words_needs_no_quotes(loaded: Atlas) -> None:
    assert loaded("show", "IHK", "Gießen-Friedberg").out == loaded("show", "IHK Gießen-Friedberg").out


def test_an_ambiguous_name_offers_the_choice(loaded: Atlas, document: Path) -> None:
    other = document.with_name("nord.txt")
    other.write_text(HESSEN.replace("Mittelhessen", "Nordhessen"), encoding="utf-8")
    loaded("load", other)
    said = loaded("show", "Allianz Industrie")
    assert said.code == 1
    assert said.out.splitlines()[0] == "„Allianz Industrie“ kann 2 Einträge meinen:"
    commands = [line.strip() for line in said.out.splitlines() if line.strip().startswith("buendnisatlas show")]
    assert len(commands) == 2
    assert loaded("show", commands[0].split('"')[1]).code == 0


def test_an_unknown_name_offers_the_three_nearest(loaded: Atlas) -> None:
    said = loaded("show", "Xylophonverband Quedlinburg")
    assert said.code == 1
    assert said.out.startswith("„Xylophonverband Quedlinburg“ steht nicht im Graphen. Am ähnlichsten:")
    assert said.out.count("buendnisatlas show") == 3


def test_show_answers_as_json(loaded: Atlas) -> None:
    profile = json.loads(loaded("show", "IG Metall", "--json").out)
    assert profile["actor"]["kind"] == "union"
    assert profile["seats"][0]["evidence"][0]["document_date"] == "2018-03-12"


@pytest.mark.parametrize("width", [80, 100, 120])
def test_the_matrix_fits_the_screen(loaded: Atlas, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for said in (loaded("gaps"), loaded("show", "IG Metall"), loaded("load", "--help")):
        assert max(map(len, said.out.splitlines())) < width + (said.out.startswith("Aufruf"))


def test_the_matrix_says_who_is_there_and_who_is_not(loaded: Atlas) -> None:
    said = loaded("gaps")
    [row] = [line.split() for line in said.out.splitlines() if line.startswith("  Allianz Industrie Mittelhessen  ")]
    assert row[3:] == ["●", "2018", "○", "2018", "●", "2018", "×", "2018", "●", "2018", "○", "2018"]
    assert "×  laut Quelle nicht beteiligt" in said.out
    assert ABSENCE in said.out


def test_regions_of_which_nothing_is_known_stand_apart(loaded: Atlas) -> None:
    below = loaded("gaps").out.partition("Keine Angaben\n")[2]
    assert "Bayern – Quelle: keine Erkenntnisse" in below
    assert "„Für Bayern liegen uns keine Erkenntnisse vor.“" in below
    assert "in den Dokumenten weder Initiative noch eigene Organisation genannt: " in words(below)


def test_only_signs_that_occur_are_explained(loaded: Atlas) -> None:
    assert "keine Beteiligten genannt" not in loaded("gaps").out


def test_kinds_and_regions_narrow_the_matrix(loaded: Atlas) -> None:
    rows = json.loads(loaded("gaps", "--json", "--kind", "union", "--kind", "ihk").out)["rows"]
    assert [cell["column"] for cell in rows[0]["cells"]] == ["ihk", "union"]
    assert json.loads(loaded("gaps", "--json", "--region", "Sachsen").out)["rows"] == []
    assert len(json.loads(loaded("gaps", "--json", "--region", "Hessen").out)["rows"]) == 1


def test_a_kind_may_be_named_in_german(loaded: Atlas) -> None:
    german = loaded("gaps", "--json", "--kind", "Gewerkschaft", "--kind", "behörde")
    assert german.out == loaded("gaps", "--json", "--kind", "union", "--kind", "government").out


def test_a_region_that_is_none_gives_the_nearest(loaded: Atlas) -> None:
    said = loaded("gaps", "--region", "Hesen")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("„Hesen“ ist keine bekannte Region. Am ähnlichsten: Hessen")


def test_a_date_before_the_document_knows_nothing_of_it(loaded: Atlas) -> None:
    assert json.loads(loaded("gaps", "--json", "--date", "1.1.2017").out)["documents"] == []


def test_the_sheet_opens_in_a_german_spreadsheet(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "lücken.csv"
    assert loaded("gaps", "--csv", path).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    [union] = [row for row in rows if row["Initiative"].startswith("Allianz") and row["Art"] == "Gewerkschaft"]
    assert (union["Land"], union["Wert"], union["Wer"], union["Zuletzt belegt"]) == (
        "Hessen",
        "beteiligt",
        "IG Metall",
        "12.03.2018",
    )
    assert {row["Wert"] for row in rows if row["Land"] == "Bayern"} == {"Keine Angaben"}


@pytest.mark.parametrize("form", [("--csv", "-"), ("--json",)])
def test_what_goes_to_other_programs_masks_persons_unless_told_otherwise(
    atlas: Atlas, document: Path, form: tuple[str, ...]
) -> None:
    document.write_text(
        HESSEN.replace("der IG Metall, der", "der IG Metall (Frau Sabine Muster), der"), encoding="utf-8"
    )
    atlas("load", document)
    masked, whole = atlas("gaps", *form).out, atlas("gaps", *form, "--with-names").out
    assert ("Sabine Muster" in masked, "Frau [Name]" in masked) == (False, True)
    assert ("Sabine Muster" in whole, "[Name]" in whole) == (True, False)


@pytest.mark.parametrize(
    ("command", "said"), [("show", True), ("cypher", True), ("extract", True), ("export", True), ("gaps", False)]
)
def test_help_says_where_names_of_persons_are_kept(atlas: Atlas, command: str, said: bool) -> None:
    told = words(atlas(command, "--help").out)
    assert ("mit Namen" in told or "mit Personennamen" in told) is said


def test_no_cell_of_the_sheet_is_a_formula(atlas: Atlas, document: Path) -> None:
    document.write_text(HESSEN.replace("Übersicht der Industriedialoge", '=HYPERLINK("http://x")'), encoding="utf-8")
    atlas("load", document)
    rows = csv.reader(io.StringIO(atlas("gaps", "--csv", "-").out), delimiter=";")
    assert [cell for row in rows for cell in row if cell[:1] in {"=", "+", "@"}] == []


def test_questions_to_a_graph_that_is_not_there_make_none(calling: Atlas, home: Path) -> None:
    for arguments in (("gaps",), ("show", "DGB"), ("map",), ("export", "-o", "-")):
        said = calling(*arguments)
        assert (said.code, said.out) == (1, "")
        assert "Hier ist noch kein Graph. „buendnisatlas load PFAD“ legt ihn an." in said.err
    assert not (home / "data").exists()


def test_english_is_spoken_throughout(loaded: Atlas) -> None:
    said = loaded("gaps", "--lang", "en")
    assert "not involved, says the source" in said.out
    assert "beteiligt\n" not in said.out
