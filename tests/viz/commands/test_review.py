"""The table of corrections: written for a person, read back as one decision for each edited row and nothing else."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.kinds import ActorKind, InitiativeType, Role, Status
from graph.store import open_store
from loaders.lexicon import word_table
from loaders.review import read_review
from queries.answers import ActorRow, InitiativeRow
from queries.review import ReviewRow, review_rows
from seeds.register import load_register
from tests.factory import a_reading
from tests.viz.commands.conftest import Atlas
from viz.language import LANGUAGES, speaking
from viz.review_columns import EDITED, HEADINGS, Reader
from viz.review_table import review_table

HOSTILE = ("=1+1", "+49", "-2+3", "@SUM(A1)", "=HYPERLINK(A1)")
Sheet = dict[str, int]


@pytest.fixture
def graph(home: Path) -> Path:
    """A graph with thirty participations, some of whose names and sentences look like formulas."""
    names = [*HOSTILE, *(f"Werk {number:02}" for number in range(25))]
    reading = a_reading("/geheim/ordner/liste.txt", title="Liste", date="2019").initiative(
        "Allianz Mitte", region_name="Hessen"
    )
    for name in names:
        reading.actor(name, ActorKind.COMPANY).participates(
            name, "Allianz Mitte", Role.MEMBER, quote=f"{name} ist dabei, sagt Frau Erika Beispiel."
        )
    with open_store(str(home / "data" / "graph")) as store:
        store.write_reading(reading.build())
    return home / "data" / "graph"


def edit(path: Path, change: Callable[[Worksheet, Sheet], None]) -> None:
    """Change the first sheet as a person would; `Sheet` gives the column of each heading, counted from 1."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    change(sheet, {str(cell.value): cell.column or 0 for cell in sheet[1]})
    book.save(path)


def decide_twenty(sheet: Worksheet, column: Sheet) -> None:
    for row in range(2, 9):
        sheet.cell(row, column["Korrektur"], "stimmt")
    for row in range(9, 15):
        sheet.cell(row, column["Korrektur"], "FALSCH")
        sheet.cell(row, column["Begründung"], f"Anruf {row}")
    for row in range(15, 22):
        sheet.cell(row, column["Korrektur"], "ändern" if row % 2 else None)
        sheet.cell(row, column["Rolle neu"], "Träger")
        sheet.cell(row, column["Seit neu"], 2019 if row % 2 else "03.2019")
    sheet.cell(21, column["Name des Akteurs neu"], "Werk Neu")


@pytest.fixture
def table(atlas: Atlas, graph: Path, tmp_path: Path) -> Path:
    said = atlas("review", "export", tmp_path / "k.xlsx")
    assert (said.code, "30 Beteiligungen geschrieben" in said.out) == (0, True)
    return tmp_path / "k.xlsx"


def records(atlas: Atlas, tmp_path: Path) -> tuple[list[str], list[str]]:
    """The export's decisions, and everything else."""
    atlas("export", "-o", tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()
    decisions = [line for line in lines if '"type": "decision"' in line]
    return decisions, [line for line in lines if line not in decisions]


def test_a_decision_far_below_the_others_is_read(table: Path) -> None:
    def move_down(sheet: Worksheet, column: Sheet) -> None:
        sheet.cell(31, column["Korrektur"], "stimmt")
        sheet.move_range(f"A31:{sheet.cell(31, sheet.max_column).coordinate}", rows=20_000)

    edit(table, move_down)
    lines = read_review(table)
    assert (lines[-1].number, lines[-1].cells["Korrektur"]) == (20_031, "stimmt")


def test_twenty_edited_rows_make_twenty_decisions_and_change_nothing_else(
    atlas: Atlas, table: Path, tmp_path: Path
) -> None:
    _none, before = records(atlas, tmp_path)
    edit(table, decide_twenty)
    said = atlas("review", "import", table, "--by", "AB")
    assert (said.code, said.err) == (0, "")
    assert "20 Entscheidungen übernommen: 7 bestätigt, 7 geändert, 6 verworfen" in said.out
    assert "Zeilen ohne Korrektur: 10" in said.out
    decisions, rest = records(atlas, tmp_path)
    assert (len(decisions), rest) == (20, before)
    again = atlas("review", "import", table, "--by", "AB")
    assert "0 Entscheidungen übernommen" in again.out
    assert "schon bekannt: 20" in again.out
    assert records(atlas, tmp_path) == (decisions, before)


def test_what_was_decided_is_shown_everywhere_and_in_the_next_table(
    atlas: Atlas, table: Path, tmp_path: Path, graph: Path
) -> None:
    edit(table, decide_twenty)
    atlas("review", "import", table, "--by", "AB")
    with open_store(str(graph), read_only=True) as store:
        rows = review_rows(store, load_register())
    assert sum(row.is_rejected for row in rows) == 6
    assert {(row.role, row.since) for row in rows if row.since} == {(Role.SPONSOR, "2019"), (Role.SPONSOR, "2019-03")}
    assert "Werk Neu" in [row.actor.name for row in rows]
    assert "Anruf 9" in atlas("show", "Allianz Mitte").out
    atlas("review", "export", tmp_path / "zwei.xlsx")
    sheet = load_workbook(tmp_path / "zwei.xlsx").worksheets[0]
    assert sheet.max_row == 31, "rejected ones stay in the table, so that they can be taken back"
    text = " ".join(str(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row)
    assert text.count("Korrektur: verworfen (AB, ") == 6


def test_a_row_taken_back_is_not_taken_over_again(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    edit(table, lambda sheet, column: sheet.cell(2, column["Korrektur"], "falsch") and None)
    atlas("review", "import", table, "--by", "AB")
    [decision] = records(atlas, tmp_path)[0]
    key = re.search(r"decision:\w+", decision)
    assert key
    atlas("correct", "undo", key[0])
    said = atlas("review", "import", table, "--by", "AB")
    assert "zurückgenommen und nicht erneut übernommen: 1" in said.out
    assert '"undone": true' in records(atlas, tmp_path)[0][0]


def test_a_new_table_decides_anew_what_was_taken_back_or_replaced(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    def rejects(name: str) -> str:
        edit(tmp_path / name, lambda sheet, column: sheet.cell(2, column["Korrektur"], "falsch") and None)
        return atlas("review", "import", tmp_path / name, "--by", "AB").out

    assert rejects("k.xlsx").startswith("1 Entscheidung")
    [decision] = records(atlas, tmp_path)[0]
    key = re.search(r"decision:\w+", decision)
    assert key
    atlas("correct", "undo", key[0])
    atlas("review", "export", tmp_path / "neu.xlsx")
    assert rejects("k.xlsx").startswith("0 Entscheidungen")
    assert rejects("neu.xlsx").startswith("1 Entscheidung")
    assert '"undone": false' in records(atlas, tmp_path)[0][0]
    assert rejects("neu.xlsx").startswith("0 Entscheidungen")


def test_a_reason_that_is_written_later_is_news_and_an_empty_one_takes_none_away(
    atlas: Atlas, table: Path, tmp_path: Path
) -> None:
    def reason(text: str | None) -> str:
        def write(sheet: Worksheet, column: Sheet) -> None:
            sheet.cell(2, column["Korrektur"], "falsch")
            sheet.cell(2, column["Begründung"]).value = text

        edit(table, write)
        return atlas("review", "import", table, "--by", "AB").out

    assert [reason(text)[0] for text in ("Anruf", "Anruf im Mai", None)] == ["1", "1", "0"]
    [decision] = records(atlas, tmp_path)[0]
    assert '"note": "Anruf im Mai"' in decision


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"Korrektur": "vielleicht"}, "„vielleicht“ ist keine Korrektur"),
        ({"Korrektur": "ändern"}, "was richtig ist"),
        ({"Korrektur": "falsch", "Seit neu": "2019"}, "zugleich"),
        ({"Rolle neu": "König"}, "„König“ ist keine Rolle"),
        ({"Seit neu": "bald"}, "„bald“ ist kein Datum"),
        ({"Rolle": "Träger"}, "nur die gelben Spalten"),
        ({"Kennung": "participation:x", "Korrektur": "stimmt"}, "Die Kennung"),
        ({"Kennung": None, "Korrektur": "stimmt"}, "Die Kennung"),
        ({"Akteur": "=1+1", "Korrektur": "stimmt"}, "nur die gelben Spalten"),
        ({"Korrektur": "stimmt", "Begründung": "=1+1"}, "In „Begründung“ steht eine Formel"),
        ({"Korrektur": '=IF(TRUE,"stimmt","falsch")'}, "In „Korrektur“ steht eine Formel"),
        ({"Korrektur": "stimmt", "Seit neu": "#NAME?"}, "In „Seit neu“ steht eine Formel"),
        ({"Korrektur": True}, "„True“ ist keine Korrektur"),
        ({"Bis neu": 20.5}, "„20.5“ ist kein Datum"),
    ],
)
def test_a_row_that_says_nothing_usable_is_named_and_the_others_are_kept(
    atlas: Atlas, table: Path, tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    def change(sheet: Worksheet, column: Sheet) -> None:
        sheet.cell(2, column["Korrektur"], "stimmt")
        for heading, value in changes.items():
            sheet.cell(3, column[heading]).value = value  # type: ignore[assignment]

    edit(table, change)
    said = atlas("review", "import", table, "--by", "AB")
    assert said.code == 1
    assert said.err.startswith(f"{table}, Zeile 3: ")
    assert reason in said.err
    assert len(records(atlas, tmp_path)[0]) == 1


def test_two_rows_of_one_participation_must_say_the_same(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    def copy(sheet: Worksheet, column: Sheet) -> None:
        for row, word in ((33, "falsch"), (34, "stimmt")):
            for cell in sheet[9]:
                sheet.cell(row, cell.column or 0, cell.value)
            sheet.cell(row, column["Korrektur"], word)
        sheet.cell(9, column["Korrektur"], "falsch")

    edit(table, copy)
    said = atlas("review", "import", table, "--by", "AB")
    assert said.err == f"{table}, Zeile 34: Zeile 9 sagt zur selben Beteiligung oder zum selben Akteur etwas anderes.\n"
    assert len(records(atlas, tmp_path)[0]) == 1


def test_sorted_rows_and_moved_columns_are_read_as_well(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    def turn(sheet: Worksheet, column: Sheet) -> None:
        sheet.cell(5, column["Korrektur"], "stimmt")
        rows = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
        for number, row in enumerate([rows[0], *reversed(rows[1:])], start=1):
            for place, (value, kind) in enumerate(reversed(row), start=1):
                cell = sheet.cell(number, place)
                cell.value = value
                cell.data_type = kind if value else cell.data_type  # text stays text, as in a spreadsheet

    edit(table, turn)
    assert "1 Entscheidung übernommen" in atlas("review", "import", table, "--by", "AB").out


def test_no_cell_is_a_formula_and_persons_and_folders_stay_at_home(table: Path) -> None:
    sheet = load_workbook(table).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {name for name in HOSTILE if name in [cell.value for cell in cells]} == set(HOSTILE)
    assert {cell.number_format for cell in cells if cell.row > 1} == {"@"}
    assert all(cell.quotePrefix for cell in cells if cell.value in HOSTILE)
    text = " ".join(str(cell.value) for cell in cells)
    assert "Erika Beispiel" not in text
    assert "[Name]" in text
    assert "geheim" not in text


def test_the_table_helps_to_fill_it_in(table: Path) -> None:
    book = load_workbook(table)
    sheet, guide = book.worksheets
    assert (sheet.title, guide.title) == ("Beteiligungen", "Anleitung")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:U31")
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"stimmt,falsch,ändern"' in lists
    assert len(lists) == 2
    assert [row[0].value[:2] for row in guide.iter_rows()] == ["1.", "2.", "3.", "4.", "5."]


def test_names_stay_when_they_are_asked_for(atlas: Atlas, graph: Path, tmp_path: Path) -> None:
    atlas("review", "export", tmp_path / "n.xlsx", "--with-names")
    sheet = load_workbook(tmp_path / "n.xlsx").worksheets[0]
    assert any("Erika Beispiel" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_a_table_that_is_named_itself_is_taken_over_by_load_too(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    _none, before = records(atlas, tmp_path)
    edit(table, decide_twenty)
    unsigned = atlas("load", table)
    assert (unsigned.code, "--by" in unsigned.err, records(atlas, tmp_path)) == (1, True, ([], before))
    said = atlas("load", table, "--by", "AB")
    assert (said.code, said.err) == (0, "")
    assert "20 Entscheidungen übernommen" in said.out
    decisions, rest = records(atlas, tmp_path)
    assert (len(decisions), rest) == (20, before)


def test_a_table_that_lies_among_documents_decides_nothing(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    before = records(atlas, tmp_path)
    edit(table, decide_twenty)
    (tmp_path / "ordner").mkdir()
    table.rename(tmp_path / "ordner" / "k.xlsx")
    said = atlas("load", tmp_path / "ordner", "--by", "AB")
    assert (said.code, "review import" in said.err) == (1, True)
    assert records(atlas, tmp_path) == before


def test_a_table_of_corrections_is_no_document_in_any_format_and_no_preview_decides(
    atlas: Atlas, table: Path, tmp_path: Path
) -> None:
    before = records(atlas, tmp_path)
    edit(table, decide_twenty)
    rows = load_workbook(table).worksheets[0].iter_rows(values_only=True)
    with (tmp_path / "k.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    for words in ([tmp_path / "k.csv"], [table, "--preview"]):
        said = atlas("load", *words, "--by", "AB")
        assert (said.code, "review import" in said.err) == (1, True)
        assert records(atlas, tmp_path) == before


def test_a_document_is_no_table_of_corrections(atlas: Atlas, table: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK nichts")
    (tmp_path / "leer.xlsx").write_bytes(table.read_bytes())
    edit(tmp_path / "leer.xlsx", lambda sheet, column: sheet.delete_rows(1))
    for name in ("x.xlsx", "leer.xlsx", "fehlt.xlsx"):
        said = atlas("review", "import", tmp_path / name, "--by", "AB")
        assert (said.code, len(said.err.splitlines())) == (1, 1), said.err


def test_the_german_table_is_read_by_the_english_program_and_the_other_way_round(
    atlas: Atlas, graph: Path, tmp_path: Path
) -> None:
    for export, other, heading, word in (("en", "de", "Correction", "wrong"), ("de", "en", "Korrektur", "stimmt")):
        path = tmp_path / f"{export}.xlsx"
        atlas("--lang", export, "review", "export", path)
        edit(path, lambda sheet, column, h=heading, w=word: sheet.cell(4, column[h], w) and None)  # type: ignore[misc]
        assert atlas("--lang", other, "review", "import", path, "--by", "AB").out.startswith("1 ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_are_those_by_which_the_table_is_known(language: str) -> None:
    columns = Reader.of_all_languages().columns
    assert all(heading in columns for words in word_table("review").values() for heading in words)
    with speaking(language):
        assert len(set(columns.values())) == len(HEADINGS)
        assert set(EDITED) <= set(HEADINGS)


def test_an_empty_graph_makes_an_empty_table() -> None:
    assert review_table((), (), load_register()).startswith(b"PK")


TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=40)
PUZZLES = some.sampled_from(
    ["_x0041_", "_x000D_", "\x01\x0b", "a\r\nb", "\ufffe", "\u00a0x\u2028", "'=1", "=\t", "a\u0308", "#NAME?", "#N/A"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=some.lists(TEXTS | PUZZLES | some.tuples(TEXTS, PUZZLES).map("".join), min_size=1, max_size=4))
def test_whatever_stands_in_a_document_an_untouched_row_says_nothing(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "k.xlsx"
    path.write_bytes(review_table([a_row(place, name) for place, name in enumerate(names)], (), load_register()))
    lines, reader = read_review(path), Reader.of_all_languages()
    assert [reader.decision(line, author="AB") for line in lines] == [None] * len(names)


def a_row(place: int, name: str) -> ReviewRow:
    """A participation of an actor and an initiative of this name."""
    actor = ActorRow(f"actor:a{place}", name, ActorKind.OTHER, None, (), (), None)
    initiative = InitiativeRow(
        "initiative:i", name, InitiativeType.ALLIANCE, (), name, (), None, None, Status.UNCLEAR, None, ()
    )
    return ReviewRow(
        f"participation:{place:016x}", actor, initiative, Role.MEMBER, None, None, is_rejected=False, evidence=()
    )
