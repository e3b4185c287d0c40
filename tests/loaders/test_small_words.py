"""Small words that turn a sentence: "noch nicht", "löste … ab", "Datum:", "Für die IHK:", "GmbH in", "Vorsitzende,"."""

import pytest

from graph.model import Initiative
from loaders.dating import find_date
from tests.loaders.saying import is_absent, reading_of, seeks_or_offers, takes_part

OPENING = "Industriepakt Nordhessen\n\nDer Industriepakt Nordhessen wurde 2016 gegründet. Mitglied ist der DGB.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Handwerkskammer Kassel hat Interesse bekundet, ist aber noch nicht beigetreten.",
        "Die IG Metall hat ihr Interesse signalisiert, ist jedoch bislang nicht Mitglied.",
        "Der VhU zeigt Interesse, hat aber noch nicht unterschrieben.",
        "Bisher ist die Handwerkskammer Kassel nicht Mitglied, Interesse hat sie aber angemeldet.",
    ],
)
def test_who_is_interested_and_not_in_yet_is_not_absent(sentence: str) -> None:
    assert is_absent(OPENING + sentence) == set()
    assert seeks_or_offers(OPENING + sentence) == {"seeks"}
    assert {role for _, role in takes_part(OPENING + sentence)} == {"member"}


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Die Handwerkskammer Kassel ist noch nicht beigetreten.", "hwk-kassel"),
        ("Die IG Metall ist nicht beteiligt; sie hat kein Interesse.", "ig-metall"),
    ],
)
def test_who_is_only_said_not_to_be_in_is_absent(sentence: str, absent: str) -> None:
    assert is_absent(OPENING + sentence) == {(absent, "absent")}


def beginnings(text: str) -> dict[str, str | None]:
    return {node.name: node.since for node in reading_of(text).nodes if isinstance(node, Initiative)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Es löste 2015 den Stahlpakt Harz ab.",
        "Das Stahlforum Harz löste 2015 den Stahlpakt Harz ab.",
        "Den Stahlpakt Harz löste 2015 das Stahlforum Harz ab.",
        "2015 löste es den Stahlpakt Harz ab.",
        "2015 löste das Stahlforum Harz den Stahlpakt Harz ab.",
        "Im Jahr 2015 ersetzte das Stahlforum Harz den Stahlpakt Harz.",
        "Das Stahlforum Harz trat 2015 an die Stelle des Stahlpakts Harz.",
    ],
)
def test_the_day_of_a_replacement_is_no_beginning_of_what_was_replaced(sentence: str) -> None:
    found = beginnings(f"Stahlforum Harz\n\nDas Stahlforum Harz verbindet Betriebe und Kammern. {sentence}")
    assert found.get("Stahlpakt Harz") is None
    assert found["Stahlforum Harz"] in ("2015", None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Protokoll der 3. Sitzung des Stahlforums\n\nDatum: 12.3.2024\nOrt: Goslar\nBeginn: 10 Uhr", "2024-03-12"),
        ("Ergebnisprotokoll\nStahlforum Harz\nDatum: 12. März 2024, 10 Uhr\nTagesordnung", "2024-03-12"),
        ("Niederschrift über die Sitzung\n\nSitzungsdatum: Dienstag, 12.03.2024\nAnwesend: DGB", "2024-03-12"),
        ("Einladung zur Sitzung des Stahlforums\n\nDatum: 12.3.2024\nOrt: Goslar", None),
        ("Stahlforum Harz\n\nDatum: 12.3.2024\nTagesordnung", None),
    ],
)
def test_the_date_in_the_head_of_minutes_is_theirs(text: str, date: str | None) -> None:
    found = find_date(text)
    assert (found[0] if found else None) == date


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        ("Für die IHK Kassel-Marburg: Eva Muster\n\nFür den DGB Nordhessen: Jan Ott\n\nFür das Land Hessen: Ute Kern",
         {"ihk-kassel-marburg", "DGB Nordhessen", "Land Hessen"}),
        ("Für die IHK Kassel-Marburg: gez. Dr. Eva Muster\nFür die IG Metall: gez. Jan Ott",
         {"ihk-kassel-marburg", "ig-metall"}),
        ("Für die Handwerkskammer Kassel: ____________\n\nFür den VhU: ____________", {"hwk-kassel", "vhu"}),
    ],
)  # fmt: skip
def test_who_signs_an_agreement_is_in_it(ending: str, found: set[str]) -> None:
    text = (
        "Vereinbarung über den Industriepakt Nordhessen\n\nDie Unterzeichner gründen den Industriepakt Nordhessen.\n\n"
        f"Kassel, 12. März 2024\n\n{ending}\n"
    )
    assert takes_part(text) == {(who, "member") for who in found}


@pytest.mark.parametrize(
    "line",
    [
        "Für die IHK Kassel-Marburg: ein Gewinn",
        "Für die Handwerkskammer Kassel: Fragen zur Ausbildung",
        "Für Eltern: Jan Ott",
    ],
)
def test_a_line_for_somebody_signs_nothing(line: str) -> None:
    assert takes_part(f"{OPENING}{line}\n") == {("dgb", "member")}


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("die Wirtschaftsförderung Erzgebirge GmbH in Annaberg-Buchholz", "Wirtschaftsförderung Erzgebirge GmbH"),
        ("das Institut für Werkzeugbau gGmbH in Kassel", "Institut für Werkzeugbau gGmbH"),
        ("die Entwicklungsgesellschaft Harz mbH in Goslar", "Entwicklungsgesellschaft Harz mbH"),
    ],
)
def test_a_name_ends_with_its_legal_form_before_its_seat(company: str, name: str) -> None:
    assert (name, "partner") in takes_part(f"{OPENING}Partner sind {company} und die IG Metall.")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Der Vorsitzende, Herr Ott (SIHK), eröffnete die Sitzung.", "sihk-hagen"),
        ("Die Vorsitzende, Frau Dr. Eva Muster (IHK Kassel-Marburg), dankte allen.", "ihk-kassel-marburg"),
        ("Der Vorsitzende, Jan Ott (IG Metall), begrüßte die Gäste.", "ig-metall"),
        ("Geleitet wurde die Sitzung vom Vorsitzenden, Herrn Jan Ott (IG Metall).", "ig-metall"),
    ],
)
def test_whose_person_is_in_the_chair_leads(sentence: str, who: str) -> None:
    assert (who, "lead") in takes_part(OPENING + sentence)


def test_a_deputy_is_not_in_the_chair() -> None:
    sentence = "Der stellvertretende Vorsitzende, Herr Ott (SIHK), eröffnete die Sitzung."
    assert ("sihk-hagen", "lead") not in takes_part(OPENING + sentence)
