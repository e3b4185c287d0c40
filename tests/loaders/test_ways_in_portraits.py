"""How portraits, press releases and annual reports say who takes part, and as what; written before the rules."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

ROLES = [
    ("In den Fonds des Paktes zahlen die IHK Köln und das Land Hessen ein.",
     {("ihk-koeln", "funder"), ("Land Hessen", "funder")}),
    ("Verwaltet wird er von der Investitionsbank Sachsen-Anhalt.", {("Investitionsbank Sachsen-Anhalt", "organiser")}),
    ("Mitgemacht hat auch die IHK Köln.", {("ihk-koeln", "participant")}),
    ("Die Bayernhafen Aschaffenburg GmbH spendierte die Busse.", {("Bayernhafen Aschaffenburg GmbH", "funder")}),
    ("Gewartet wird das Fahrzeug von den Stadtwerken Köln.", {("Stadtwerken Köln", "service_provider")}),
    ("Mitveranstalter des jüngsten Abends war die Evangelische Akademie Bad Boll.",
     {("Evangelische Akademie Bad Boll", "organiser")}),
    ("Die Hochschule Aalen öffnet ihre Labore für die Projekte des Paktes.", {("Hochschule Aalen", "supporter")}),
    ("Mitglieder sind die Zahnradwerke Lorch und die Zellstoffwerke Arneburg.",
     {("Zahnradwerke Lorch", "member"), ("Zellstoffwerke Arneburg", "member")}),
    ("Mitglied ist auch die Schlosserei Eiberger in Neresheim, die zwölf Leute beschäftigt.",
     {("Schlosserei Eiberger", "member")}),
    ("Gegründet 2015 von der Stadt Höhr-Grenzhausen und der IHK Köln.",
     {("Stadt Höhr-Grenzhausen", "founder"), ("ihk-koeln", "founder")}),
    ("2017 entstanden, getragen von der Stadt Neuwied und dem DGB.",
     {("Stadt Neuwied", "sponsor"), ("dgb", "sponsor")}),
    ("Die Rechnung zahlt die IHK Köln.", {("ihk-koeln", "funder")}),
    ("Heute gehören auch die Federnfabrik Hachenburg und der Stahlbau Puderbach dazu.",
     {("Federnfabrik Hachenburg", "member"), ("Stahlbau Puderbach", "member")}),
    ("Seit Januar arbeitet auch die IG Metall mit.", {("ig-metall", "participant")}),
    ("Die Stadt Köln hat ihren Vorbehalt aufgegeben und arbeitet seit Januar mit.", {("Stadt Köln", "participant")}),
]  # fmt: skip

RELATIVE = [
    ("Vorbild war der Zellstoffdialog Elbe, den die IHK Magdeburg und der DGB 2016 gemeinsam angestoßen haben "
     "und an dem sich auch der Landkreis Stendal beteiligt.",
     {("ihk-magdeburg", "founder"), ("dgb", "founder"), ("Landkreis Stendal", "member")}),
    ("Nachbar ist das Industrieforum Börde, in dem die IHK Magdeburg und der DGB mitwirken.",
     {("ihk-magdeburg", "participant"), ("dgb", "participant")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROLES)
def test_as_what_they_take_part(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert takes_part(OPENING + sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), RELATIVE)
def test_a_relative_clause_tells_of_the_initiative_before_it(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert takes_part(OPENING + sentence) == expected
    assert takes_part(sentence) == expected


ANNUAL_REPORT = "IHK Köln – Jahresbericht 2022\n\nKapitel 5: Produzieren\n\n5.1 Zehn Jahre Untermain-Forum\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2012 hatten wir es zusammen mit dem Landkreis Miltenberg gegründet.", ("ihk-koeln", "founder")),
        ("Seine Geschäfte führen wir seit 2014.", ("ihk-koeln", "organiser")),
        ("Die Geschäftsstelle stellen wir.", ("ihk-koeln", "organiser")),
    ],
)
def test_we_are_the_body_whose_report_it_is(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in takes_part(f"{ANNUAL_REPORT}Im Oktober feierte das Untermain-Forum Geburtstag. {sentence}")


@pytest.mark.parametrize(
    "sentence", ["Wir treffen uns dreimal im Jahr.", "„Wir haben das Forum gegründet“, sagt Jan Ott vom DGB."]
)
def test_we_of_an_initiative_or_in_a_quotation_are_nobody(sentence: str) -> None:
    page = f"Untermain-Forum\n\nDas Untermain-Forum ist ein Bündnis der IHK Köln. {sentence}"
    assert ("ihk-koeln", "founder") not in takes_part(page)
    assert ("dgb", "founder") not in takes_part(page)


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("die Kupferhütte Helbra GmbH", "die Kupferhütte Helbra"),
        ("die IG Metall Aschaffenburg", "die IG Metall"),
    ],
)
def test_a_name_said_again_shorter_is_the_same_body(said: str, again: str) -> None:
    whole = takes_part(f"{OPENING}Mitglied ist {said}. Den Vorsitz hat {again}.")
    assert {who for who, _ in whole} == {who for who, _ in takes_part(f"{OPENING}Mitglied ist {said}.")}


def test_a_union_with_two_districts_named_stays_the_union() -> None:
    text = "Mitglieder sind die IG Metall Aschaffenburg und die IG Metall Würzburg. Den Vorsitz hat die IG Metall."
    assert ("ig-metall", "lead") in takes_part(OPENING + text)


def test_a_union_is_not_the_federation_it_is_in() -> None:
    assert takes_part(f"{OPENING}Mitglieder sind die IG Metall und der DGB.") == {
        ("ig-metall", "member"),
        ("dgb", "member"),
    }


def test_the_path_of_a_page_names_no_initiative() -> None:
    page = "Sie sind hier: Servicestelle Industrie im Dialog / Regionen\n\nOstalb produziert\n\n"
    told = "Die Initiative „Ostalb produziert“ besteht seit 2017. Getragen wird sie vom DGB."
    assert takes_part(page + told) == {("dgb", "sponsor")}
