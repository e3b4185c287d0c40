"""Twenty edited rows of the table of the five source documents: twenty decisions, on both stores, and nothing else."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from graph.decisions import new_decision
from graph.errors import DocumentError
from graph.kinds import ActorKind
from graph.model import Decision
from graph.records import Row
from graph.store import Store
from loaders.review import holds_review
from queries.decided import Standing, decided
from queries.picture import picture
from queries.review import ReviewRow, review_rows
from seeds.register import load_register
from tests.factory import a_reading
from tests.graph.snapshots import content
from viz.commands.loading import Loader
from viz.commands.review_import import take_over
from viz.language import speaking
from viz.review_columns import GROUP, HEADINGS
from viz.review_table import review_table

DOCUMENTS = sorted((Path(__file__).parents[2] / "shared" / "documents").glob("00*.txt"))
pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the shared documents are not beside this checkout")
REGISTER = load_register()
Cells = list[list[object]]

EDITS: Sequence[Mapping[str, object]] = (
    {"Korrektur": "stimmt"},
    {"Korrektur": " STIMMT "},
    {"Korrektur": "right", "Begründung": "=Anruf bei der Geschäftsstelle"},
    {"Korrektur": "stimmt", "Begründung": "<script>alert('ö')</script> & \u2028 „so“"},
    {"Korrektur": "falsch"},
    {"Korrektur": "falsch", "Begründung": "Laut Sekretariat, Tel. 030 1234567."},
    {"Korrektur": "Falsch", "Begründung": "+49 ist keine Zahl\nzweite Zeile"},
    {"Korrektur": "wrong", "Begründung": -1},
    {"Korrektur": "ändern", "Rolle neu": "Träger"},
    {"Rolle neu": "Federführung/Vorsitz"},
    {"Rolle neu": "supporter"},
    {"Korrektur": "ändern", "Seit neu": "2015"},
    {"Seit neu": 2015},
    {"Seit neu": 2015.0, "Bis neu": "16.03.2021"},
    {"Bis neu": datetime(2021, 3, 16)},
    {"Seit neu": "03.2019", "Bis neu": "-"},
    {"Korrektur": "stimmt", "Name des Akteurs neu": "Verband der Beispiele e. V."},
    {"Name des Akteurs neu": "@Netzwerk =Eins", "Begründung": "So steht es im Impressum."},
    {
        "Korrektur": "change",
        "Rolle neu": "Mitglied",
        "Seit neu": "2016-05",
        "Bis neu": "Mai 2020",
        "Begründung": "Urkunde",
    },
    {"Rolle neu": "Mitglied", "Name des Akteurs neu": "Akademie der Beispiele"},
)
"""What a person writes into twenty rows, in the types that spreadsheets make of it."""


@pytest.fixture
def loaded(store: Store) -> Store:
    """The five documents in a graph of each kind."""
    for outcome in Loader(store, REGISTER).load_all(DOCUMENTS):
        assert outcome is not None
    return store


def written(store: Store, path: Path) -> Path:
    """The table of this graph."""
    with speaking("de"):
        path.write_bytes(review_table(review_rows(store, REGISTER), store.decisions(), REGISTER))
    return path


def saved(path: Path, change: Callable[[Cells, dict[str, int]], object]) -> Path:
    """The table changed and saved by another program: texts lie in their cells, looks and lists are gone.

    `change` gets the rows with the headings first, and the place of each heading.
    """
    sheet = load_workbook(path).worksheets[0]
    cells: Cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    change(cells, {str(heading): place for place, heading in enumerate(cells[0])})
    stream = io.BytesIO()
    book = Workbook(stream, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page, day = book.add_worksheet("Tabelle1"), book.add_format({"num_format": "dd.mm.yyyy"})
    for number, row in enumerate(cells):
        for place, value in enumerate(row):
            if isinstance(value, datetime):
                page.write_datetime(number, place, value, day)
            elif isinstance(value, int | float):
                page.write_number(number, place, value)
            elif value is not None:
                page.write_string(number, place, str(value))
    book.close()
    path.write_bytes(stream.getvalue())
    return path


def one_of_each_actor(rows: Sequence[ReviewRow]) -> list[ReviewRow]:
    """Rows of named actors, each actor once, so that new names do not contradict each other."""
    found = {row.actor.id: row for row in rows if not row.actor.id.startswith(GROUP)}
    return sorted(found.values(), key=lambda row: row.id)


def edit_twenty(store: Store) -> tuple[Callable[[Cells, dict[str, int]], object], list[str]]:
    """What writes the edits into rows across the table, and the participations they are about."""
    chosen = one_of_each_actor(review_rows(store, REGISTER))[: len(EDITS)]
    keys = [row.id for row in chosen]

    def change(cells: Cells, place: dict[str, int]) -> None:
        for row in cells[1:]:
            if row[place["Kennung"]] in keys:
                for heading, value in EDITS[keys.index(str(row[place["Kennung"]]))].items():
                    row[place[heading]] = value

    return change, keys


def apart(store: Store) -> tuple[list[Row], list[Row]]:
    """The decisions, and all other records."""
    records = content(store)
    decisions = [record for record in records if record["type"] == "decision"]
    return decisions, [record for record in records if record not in decisions]


def take(store: Store, path: Path) -> int:
    with speaking("de"):
        return take_over(store, path, author="AB")


def test_twenty_rows_of_all_sorts_make_twenty_decisions_and_change_nothing_else(
    loaded: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none, before = apart(loaded)
    rows = {row.id: row for row in review_rows(loaded, REGISTER)}
    change, keys = edit_twenty(loaded)
    path = saved(written(loaded, tmp_path / "k.xlsx"), change)
    assert (take(loaded, path), none) == (0, [])
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "20 Entscheidungen übernommen: 4 bestätigt, 12 geändert, 4 verworfen",
        f"  Zeilen ohne Korrektur: {len(rows) - 20}",
    ]
    decisions, rest = apart(loaded)
    assert sorted(str(one["subject_id"]) for one in decisions) == sorted(keys)
    assert rest == before
    assert {one.standing for one in decided(loaded, REGISTER)} == {Standing.HOLDS}
    now = {row.id: row for row in review_rows(loaded, REGISTER)}
    renamed = {rows[keys[place]].actor.id for place, edit in enumerate(EDITS) if "Name des Akteurs neu" in edit}
    assert {id for id, row in rows.items() if now[id] != row} == {
        id for id, row in rows.items() if id in keys or row.actor.id in renamed
    }
    assert "1234567" not in str(decisions)


def test_each_of_the_twenty_says_what_was_written(loaded: Store, tmp_path: Path) -> None:
    change, keys = edit_twenty(loaded)
    take(loaded, saved(written(loaded, tmp_path / "k.xlsx"), change))
    by_key = {one.subject_id: one for one in loaded.decisions()}
    told = [_said(by_key[key]) for key in keys]
    assert told[8:] == [
        ("correct", {"role": "sponsor"}),
        ("correct", {"role": "lead"}),
        ("correct", {"role": "supporter"}),
        ("correct", {"since": "2015"}),
        ("correct", {"since": "2015"}),
        ("correct", {"since": "2015", "until": "2021-03-16"}),
        ("correct", {"until": "2021-03-16"}),
        ("correct", {"since": "2019-03", "until": ""}),
        ("correct", {"name": "Verband der Beispiele e. V."}),
        ("correct", {"name": "@Netzwerk =Eins"}),
        ("correct", {"role": "member", "since": "2016-05", "until": "2020-05"}),
        ("correct", {"role": "member", "name": "Akademie der Beispiele"}),
    ]
    assert told[:8] == [("confirm", {})] * 4 + [("reject", {})] * 4
    assert by_key[keys[2]].note == "=Anruf bei der Geschäftsstelle"
    assert by_key[keys[6]].note == "+49 ist keine Zahl zweite Zeile"


def _said(decision: Decision) -> tuple[str, dict[str, str]]:
    return decision.action, {field: value for field, value in decision.values if field != "about"}


def test_the_decisions_hold_after_loading_again_and_go_without_a_trace(loaded: Store, tmp_path: Path) -> None:
    shown, (_none, before) = picture(loaded, REGISTER), apart(loaded)
    change, _keys = edit_twenty(loaded)
    take(loaded, saved(written(loaded, tmp_path / "k.xlsx"), change))
    decisions, rows = loaded.decisions(), review_rows(loaded, REGISTER)
    assert list(Loader(loaded, REGISTER, again=True).load_all(DOCUMENTS))
    assert (loaded.decisions(), review_rows(loaded, REGISTER)) == (decisions, rows)
    for decision in decisions:
        loaded.decide(replace(decision, undone=True))
    assert picture(loaded, REGISTER) == shown
    assert apart(loaded)[1] == before


def test_deleted_sorted_and_hidden_rows_and_columns_say_nothing(
    loaded: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, keys = edit_twenty(loaded)

    def change(cells: Cells, place: dict[str, int]) -> None:
        edit(cells, place)
        kept = [row for row in reversed(cells[1:]) if row[place["Kennung"]] in keys[:7]]
        cells[1:] = [[None] * len(HEADINGS), *kept[:3], [None] * len(HEADINGS), *kept[3:]]

    assert take(loaded, saved(written(loaded, tmp_path / "k.xlsx"), change)) == 0
    assert capsys.readouterr().out == "7 Entscheidungen übernommen: 4 bestätigt, 3 verworfen\n"
    assert sorted(one.subject_id for one in loaded.decisions()) == sorted(keys[:7])


def test_two_new_names_for_one_actor_contradict_each_other(
    loaded: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = review_rows(loaded, REGISTER)
    actor = next(row.actor.id for row in rows if sum(row.actor.id == one.actor.id for one in rows) > 1)

    def change(cells: Cells, place: dict[str, int]) -> None:
        own = [row for row in cells[1:] if row[place["Kennung des Akteurs"]] == actor]
        for name, row in zip(("Haus Eins", "Haus Zwei"), own, strict=False):
            row[place["Name des Akteurs neu"]] = name

    assert take(loaded, saved(written(loaded, tmp_path / "k.xlsx"), change)) == 1
    assert "zum selben Akteur etwas anderes" in capsys.readouterr().err
    assert [dict(one.values)["name"] for one in loaded.decisions()] == ["Haus Eins"]


def test_the_table_of_another_graph_is_refused(loaded: Store, tmp_path: Path) -> None:
    change, _keys = edit_twenty(loaded)
    path = saved(written(loaded, tmp_path / "k.xlsx"), change)
    for record in loaded.documents():
        loaded.remove_document(record.id)
    loaded.write_reading(
        a_reading("b.txt")
        .initiative("Allianz")
        .actor("Werk", ActorKind.COMPANY)
        .participates("Werk", "Allianz")
        .build()
    )
    with pytest.raises(DocumentError) as raised:
        take(loaded, path)
    assert (raised.value.code, loaded.decisions()) == ("review_of_another_graph", ())


def test_what_went_with_its_document_rests(loaded: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, keys = edit_twenty(loaded)
    path = saved(written(loaded, tmp_path / "k.xlsx"), change)
    first = next(row for row in review_rows(loaded, REGISTER) if row.id == keys[0])
    for document in {item.document_id for item in first.evidence}:
        loaded.remove_document(document)
    gone = set(keys) - {row.id for row in review_rows(loaded, REGISTER)}
    assert (take(loaded, path), len(loaded.decisions()), keys[0] in gone) == (0, 20, True)
    out = capsys.readouterr().out
    assert f"  ruhend, weil die Beteiligung zurzeit nicht im Graphen steht: {len(gone)}" in out.splitlines()
    assert {one.decision.subject_id for one in decided(loaded, REGISTER) if one.standing is Standing.RESTS} == gone
    assert list(Loader(loaded, REGISTER).load_all(DOCUMENTS))
    assert {one.standing for one in decided(loaded, REGISTER)} == {Standing.HOLDS}


def test_a_later_decision_of_somebody_else_is_not_undone_by_the_same_table(loaded: Store, tmp_path: Path) -> None:
    change, keys = edit_twenty(loaded)
    path = saved(written(loaded, tmp_path / "k.xlsx"), change)
    take(loaded, path)
    loaded.decide(new_decision("confirm", keys[4], author="CD"))
    take(loaded, path)
    assert {row.id: row.is_rejected for row in review_rows(loaded, REGISTER)}[keys[4]] is False
    assert len(loaded.decisions()) == 21


def test_a_saved_table_is_still_known(loaded: Store, tmp_path: Path) -> None:
    path = saved(written(loaded, tmp_path / "k.xlsx"), lambda cells, place: None)
    assert holds_review(path)
    assert (take(loaded, path), loaded.decisions()) == (0, ())
