"""Contact data never gets into the text: told by headings, by what is in a column, by lines beside the table."""

import pytest

from loaders.tables.contacts import holds_contacts, is_contact_line, is_person
from loaders.tables.meaning import Meaning, meaning_of


@pytest.mark.parametrize(
    "name",
    [
        "Anna Tannhuber",
        "Dr. Jost Ebersbeck",
        "Frau Tannhuber",
        "Tannhuber, Anna",
        "Prof. Dr. Ute von Quandel",
        "Hans-Peter Ebersbeck",
    ],
)
def test_names_of_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "IG Metall",
        "Otto Brenner Stiftung",
        "Robert Bosch GmbH",
        "Quandel & Söhne",
        "Stadt Aalen",
        "IHK Köln",
        "Anna Werke",
        "2019",
    ],
)
def test_names_of_organisations_are_none(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    "cells",
    [
        ["07321 998877", "+49 7361 554433", "0221/1640-0"],
        ["a.b@beispiel.example", "", "c@beispiel.example"],
        ["Anna Tannhuber", "Peter Ebersbeck", "unbekannt"],
        ["Anna", "Peter", "Ute"],
        ["Herr", "Frau", "Frau"],
    ],
)
def test_columns_that_look_like_contact_data(cells: list[str]) -> None:
    assert holds_contacts(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["IHK Köln", "IG Metall"],
        ["Köln", "Aalen", "Heidenheim"],
        ["01.03.2019", "12.05.2020"],
        ["50667", "73430"],
        ["2019", "2020"],
        ["x", "", "x"],
        [],
    ],
)
def test_columns_that_do_not(cells: list[str]) -> None:
    assert not holds_contacts(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("Rückfragen an:", "Anna Tannhuber"),
        ("Ansprechpartner: Jost", ""),
        ("Telefon", "12"),
        ("mail@beispiel.example",),
    ],
)
def test_lines_that_only_give_contact_data(cells: tuple[str, ...]) -> None:
    assert is_contact_line(cells)


def test_other_lines_are_kept() -> None:
    assert not is_contact_line(("Mitglieder der Allianz Werkraum Ostalb", "Stand: 03.02.2022"))


@pytest.mark.parametrize(
    "heading",
    ["Ansprechpartner:in", "AnsprechpartnerInnen", "Kontaktperson/en", "E-Mail", "Tel. Nr.", "Vertreten durch"],
)
def test_headings_of_contacts(heading: str) -> None:
    assert meaning_of(heading) is Meaning.CONTACT
