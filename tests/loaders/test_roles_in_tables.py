"""A row of a table in a text says in a cell of its own which role its organisation has; signatures are names too."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Industriepakt Aachen\n\nDer Industriepakt Aachen besteht seit 2014.\n\n"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Organisation | Rolle\nIHK Aachen | Träger\nDGB | Mitglied\nStadt Aachen | Förderer\n",
            {("ihk-aachen", "sponsor"), ("dgb", "member"), ("Stadt Aachen", "funder")},
        ),
        (
            "Rolle | Organisation\nTräger | IHK Aachen\nMitglied | DGB\n",
            {("ihk-aachen", "sponsor"), ("dgb", "member")},
        ),
        (
            "| Organisation | Rolle |\n|---|---|\n| IG Metall | Koordination |\n| DGB | Partner |\n",
            {("ig-metall", "lead"), ("dgb", "partner")},
        ),
        (
            "Organisation | Ort | Rolle\nIHK Köln | Köln | Mitglied\nDGB | Düsseldorf | Veranstalter\n",
            {("ihk-koeln", "member"), ("dgb", "organiser")},
        ),
        ("Organisation | Ort\nIHK Köln | Köln\nDGB | Düsseldorf\n", {("ihk-koeln", "member"), ("dgb", "member")}),
    ],
)
def test_each_row_has_the_role_of_its_cell(table: str, expected: set[tuple[str, str]]) -> None:
    assert takes_part(OPENING + table) == expected
