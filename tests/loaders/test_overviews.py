"""Tables in a text with an initiative in each row: who is in which column takes part as the column says."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import is_absent, reading_of, takes_part

TABLE = """Datenblatt: Bündnisse nach Ländern

Land | Bezeichnung | Beginn | Federführung | Weitere Beteiligte | Bemerkung
Hamburg | Masterplan Industrie an der Elbe | 2007 | Behörde für Wirtschaft | Handelskammer Hamburg, DGB | a
Thüringen | Ilmtaler Glastisch | Mai 2020 | Ilm-Kreis | Glaswerk Gehren GmbH, IG Metall | IHK Köln nicht beteiligt
Thüringen | Woche der Werktore | – | IHK Südthüringen | Stadt Suhl | –
"""


def _initiatives(text: str) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    found = (node for node in reading_of(text).nodes if isinstance(node, Initiative))
    return {one.name: (one.since, one.regions) for one in found}


def test_each_row_is_an_initiative_with_its_land_and_its_first_year() -> None:
    found = _initiatives(TABLE)
    assert {name: (since or "")[:4] for name, (since, _) in found.items()} == {
        "Masterplan Industrie an der Elbe": "2007",
        "Ilmtaler Glastisch": "2020",
        "Woche der Werktore": "",
    }
    assert found["Ilmtaler Glastisch"][1] == ("de-th",)
    assert found["Masterplan Industrie an der Elbe"][1] == ("de-hh",)


def test_who_stands_in_a_column_takes_part_as_its_heading_says() -> None:
    assert {
        ("dgb", "member"),
        ("ihk-suedthueringen", "lead"),
        ("Stadt Suhl", "member"),
        ("Glaswerk Gehren GmbH", "member"),
        ("ig-metall", "member"),
        ("Ilm-Kreis", "lead"),
    } <= takes_part(TABLE)


def test_a_remark_may_say_who_does_not_take_part() -> None:
    assert is_absent(TABLE) == {("ihk-koeln", "absent")}
    assert "ihk-koeln" not in {who for who, _ in takes_part(TABLE)}


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Träger", "sponsor"), ("Mitglieder", "member"), ("Partner", "partner"), ("Gefördert durch", "funder"),
     ("Beteiligte Akteure", "member"), ("Koordination", "lead"), ("Veranstalter", "organiser")],
)  # fmt: skip
def test_a_column_has_the_role_of_its_heading(heading: str, role: str) -> None:
    rows = "Industriepakt Lahn | IHK Köln | 2014\nZukunftsforum Eifel | DGB | 2015\n"
    text = f"Übersicht\n\nName | {heading} | Seit\n{rows}"
    assert takes_part(text) == {("ihk-koeln", role), ("dgb", role)}


def test_a_table_without_a_column_of_initiatives_is_read_as_before() -> None:
    rows = "Organisation | Rolle\nIHK Köln | Träger\nDGB | Mitglied\n"
    text = f"Industriepakt Lahn\n\nMitglieder des Industriepakts Lahn\n\n{rows}"
    assert takes_part(text) == {("ihk-koeln", "sponsor"), ("dgb", "member")}
