"""Names of persons in quotes are masked; names of organisations are not."""

import pytest

from queries.answers import Cell, CellValue, Column, Evidence
from viz.persons import mask_names, without_names


@pytest.mark.parametrize(
    ("quote", "masked"),
    [
        ("Minister Dr. Volker Muster und Frau Müller sprachen.", "Minister Dr. [Name] und Frau [Name] sprachen."),
        ("Moderation: Karl-Heinz von der Weide", "Moderation: [Name]"),
        ("Frau Dr.-Ing. Sabine Müller-Beispiel, VME", "Frau Dr.-Ing. [Name], VME"),
        ("Prof. Dr. Jens Muster Universität Düsseldorf", "Prof. Dr. [Name] Universität Düsseldorf"),
        ("Herr Staatssekretär Thomas Muster", "Herr Staatssekretär [Name]"),
        ("Dr. Wissam Beispiel (IHK)", "Dr. [Name] (IHK)"),
        ("Geschäftsführerin Anna Maria Lang", "Geschäftsführerin [Name]"),
        ("Frank-Walter K. Muster", "[Name]"),
    ],
)
def test_a_person_is_masked(quote: str, masked: str) -> None:
    assert mask_names(quote) == masked


@pytest.mark.parametrize(
    "quote",
    [
        "Die Hans-Böckler-Stiftung und die Otto Muster KG",
        "Ernst Abbe Hochschule Jena",
        "Konrad Adenauer Stiftung",
        "Robert Muster GmbH & Co. KG",
        "Carl Muster Optik AG",
        "Max-Planck-Institut",
        "Der Minister für Wirtschaft, Arbeit und Verkehr",
        "IG Metall Bezirk Mitte und IG BCE",
        "in der Mark Brandenburg im August 2019",
        "Dr. Muster GmbH",
    ],
)
def test_an_organisation_stays(quote: str) -> None:
    assert mask_names(quote) == quote


def test_no_name_in_the_register_is_taken_for_a_person() -> None:
    from seeds.register import load_register

    assert [surface for surface, _id in load_register().surfaces() if mask_names(surface) != surface] == []


def test_every_quote_of_an_answer_is_masked_and_nothing_else_touched() -> None:
    evidence = Evidence("Frau Muster sagt es", 0, 19, "d", "Rede von Peter Muster", "a.txt", None, "m", 1.0)
    cell = Cell(Column.UNION, CellValue.PRESENT, (), ("Peter Muster Verband",), (evidence,))
    masked = without_names((cell, 3))
    assert masked[0].evidence[0].quote == "Frau [Name] sagt es"
    assert masked[0].evidence[0].document_title == "Rede von [Name]"
    assert (masked[0].who, masked[1]) == (cell.who, 3)


def test_an_answer_without_persons_is_the_same_object() -> None:
    evidence = Evidence("Die IG Metall wirkt mit", 0, 23, "d", "Liste", "a.txt", None, "m", 1.0)
    cell = Cell(Column.UNION, CellValue.PRESENT, (), (), (evidence,))
    assert without_names((cell,))[0].evidence[0] == evidence


def test_a_long_quote_is_masked_in_good_time() -> None:
    assert mask_names("Anna " * 5000 + "Herr " * 5000)
