"""Organisations in organisations: who is a member of which association, apart from the initiative."""

import pytest

from tests.loaders.saying import belongs, takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

MEMBERS = [
    ("Südwestmetall ist Mitglied von Gesamtmetall.", {("suedwestmetall", "gesamtmetall")}),
    ("Südwestmetall ist Mitglied im Dachverband Gesamtmetall.", {("suedwestmetall", "gesamtmetall")}),
    ("Die Müller Stahl GmbH gehört zugleich Südwestmetall an.", {("Müller Stahl GmbH", "suedwestmetall")}),
    ("Die Müller Stahl GmbH gehört auch dem Wirtschaftsverband Emsland e. V. an.",
     {("Müller Stahl GmbH", "Wirtschaftsverband Emsland e. V.")}),
    ("Die Müller Stahl GmbH und die Emsbank eG sind zugleich Mitglieder von Südwestmetall.",
     {("Müller Stahl GmbH", "suedwestmetall"), ("Emsbank eG", "suedwestmetall")}),
    ("Die Müller Stahl GmbH, Mitglied im Wirtschaftsverband Emsland e. V., bildet aus.",
     {("Müller Stahl GmbH", "Wirtschaftsverband Emsland e. V.")}),
    ("Die Müller Stahl GmbH zählt zu den Mitgliedern des Wirtschaftsverbands Emsland e. V.",
     {("Müller Stahl GmbH", "Wirtschaftsverband Emsland e. V.")}),
    ("Der Wirtschaftsverband Emsland e. V., dem die Müller Stahl GmbH wieder angehört, tagt im Mai.",
     {("Müller Stahl GmbH", "Wirtschaftsverband Emsland e. V.")}),
    ("Gesamtmetall, dem auch Südwestmetall angehört, zahlt.", {("suedwestmetall", "gesamtmetall")}),
    ("Die Müller Stahl GmbH, die ihrerseits Mitglied des Wirtschaftsverbands Emsland e. V. ist, bildet aus.",
     {("Müller Stahl GmbH", "Wirtschaftsverband Emsland e. V.")}),
    ("Südwestmetall, das selbst Mitglied von Gesamtmetall ist, bildet aus.", {("suedwestmetall", "gesamtmetall")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "who"), MEMBERS, ids=[sentence[:50] for sentence, _ in MEMBERS])
def test_a_membership_is_no_part_in_the_initiative(sentence: str, who: set[tuple[str, str]]) -> None:
    assert belongs(OPENING + sentence) == who
    assert takes_part(OPENING + sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IHK Köln ist Mitglied des Zukunftspaktes Emstal.",
        "Dem Pakt gehören die IHK Köln und der DGB an.",
        "Die IHK Köln gehört dem Pakt an, ebenso der DGB.",
        "Mitglied sind die IHK Köln, der DGB und Südwestmetall.",
        "Die IHK Köln ist Mitglied, der DGB Partner.",
    ],
)
def test_a_member_of_the_initiative_is_no_member_of_another_member(sentence: str) -> None:
    assert belongs(OPENING + sentence) == set()
