"""Bodies that do not look like one: spelt with digits, an office, a circle with a name, a network that acts itself."""

import pytest

from graph.model import Actor, Initiative, Interest
from tests.loaders.saying import names, reading_of, takes_part

OPENING = "Industriebündnisse in Hessen\n\nIndustriepakt Nordhessen\n\nDer Industriepakt Nordhessen besteht seit 2014. "


def actors(sentence: str) -> set[tuple[str, str]]:
    """(name, kind) of every actor outside the register."""
    nodes = reading_of(OPENING + sentence).nodes
    return {(node.name, node.kind.value) for node in nodes if isinstance(node, Actor) and not node.register_id}


def initiatives(sentence: str) -> set[str]:
    nodes = reading_of(OPENING + sentence).nodes
    return {node.name for node in nodes if isinstance(node, Initiative)} - {"Industriepakt Nordhessen"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Die IHK Kassel und der DGB arbeiten mit dem N3tzwerk zusammen.", {("N3tzwerk", "network")}),
        ("Partner sind die IHK Kassel und das N3tzwerk Zukunft der Arbeit.",
         {("N3tzwerk Zukunft der Arbeit", "network")}),
        ("Partner sind der Wirtschaftsv3rband Lahn und die IHK Kassel.",
         {("Wirtschaftsv3rband Lahn", "business_association")}),
        ("Die IHK Kassel und der Hochschulv3rbund sind Partner.", {("Hochschulv3rbund", "network")}),
        ("Mitglieder sind die k3d GmbH, die IHK Kassel und die d3velop AG.",
         {("k3d GmbH", "company"), ("d3velop AG", "company")}),
        ("Mitglieder sind der DGB und die 3D-Druck Lahn GmbH.", {("3D-Druck Lahn GmbH", "company")}),
    ],
)  # fmt: skip
def test_a_digit_in_place_of_a_letter_makes_a_name(sentence: str, found: set[tuple[str, str]]) -> None:
    assert actors(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Im Pakt arbeiten 25 Netzwerke und 3 Verbände mit.",
        "Ein Netzwerk3 (Fußnote) gibt es nicht.",
        "Bis 2020 wurden 12 kg CO2 eingespart und ein H2-Verbund geprüft.",
    ],
)
def test_a_number_beside_a_word_makes_none(sentence: str) -> None:
    assert actors(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mitglieder sind der Regierende Bürgermeister und der DGB.", "Regierender Bürgermeister"),
        ("Gegründet wurde der Pakt vom Regierenden Bürgermeister und der IHK Berlin.", "Regierender Bürgermeister"),
        ("Auf Einladung des Regierenden Bürgermeisters kam die IHK Berlin.", "Regierender Bürgermeister"),
        ("Mitglieder sind die Regierende Bürgermeisterin und der DGB.", "Regierende Bürgermeisterin"),
        ("Partner sind der Oberbürgermeister der Stadt Kassel und der DGB.", "Stadt Kassel"),
        ("Partner sind die Oberbürgermeisterin der Stadt Fulda und die IHK Kassel.", "Stadt Fulda"),
    ],
)
def test_the_head_of_a_town_or_city_state_stands_for_it(sentence: str, name: str) -> None:
    assert {found.removesuffix(" Hessen") for found, kind in actors(sentence) if kind == "public_body"} == {name}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mitglieder sind der Steuerungskreis Industriepolitik und der DGB.", {"Steuerungskreis Industriepolitik"}),
        ("Partner sind der Lenkungskreis Transformation und die IHK Kassel.", {"Lenkungskreis Transformation"}),
        ("Beteiligt sind die IHK Kassel und die Lenkungsgruppe Fachkräfte.", {"Lenkungsgruppe Fachkräfte"}),
        ("Die Beschlüsse des Steuerungskreises Wasserstoff gehen an die IHK Kassel.", {"Steuerungskreis Wasserstoff"}),
        ("Der Kieler Lenkungskreis und die IHK Kassel beraten.", set()),
        ("Der Lenkungskreis tagt zweimal im Jahr; ihm gehören die IHK Kassel und der DGB an.", set()),
        ("Im Steuerungskreis Mitglied sind die IHK Kassel und der DGB.", set()),
    ],
)
def test_a_circle_with_a_name_is_a_body(sentence: str, found: set[str]) -> None:
    assert {name for name, _kind in actors(sentence)} == found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Die Betriebe sind an der Zusammenarbeit mit dem Netzwerk Wandel der Arbeit interessiert.",
         "Netzwerk Wandel der Arbeit"),
        ("Der Pakt pflegt eine enge Kooperation mit dem Netzwerk Leichtbau und der IHK Kassel.", "Netzwerk Leichtbau"),
        ("Er steht im Austausch mit dem bundesweiten Netzwerk Gute Arbeit.", "Netzwerk Gute Arbeit"),
        ("Die IHK Kassel kooperiert mit dem Netzwerk Leichtbau.", "Netzwerk Leichtbau"),
        ("Das Netzwerk Wandel der Arbeit e. V. unterstützt den Pakt.", "Netzwerk Wandel der Arbeit e. V."),
        ("Partner sind die IHK Kassel und das Netzwerk Zukunft der Pflege e. V.", "Netzwerk Zukunft der Pflege e. V."),
    ],
)  # fmt: skip
def test_a_network_in_contact_or_with_a_legal_form_is_a_body(sentence: str, name: str) -> None:
    assert (actors(sentence), initiatives(sentence)) == ({(name, "network")}, set())


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Netzwerk Gute Arbeit wurde 2012 gegründet.",
        "Das Netzwerk Gute Arbeit e. V. entstand 2012 in Kassel.",
        "Im Netzwerk Gute Arbeit wirken die IHK Kassel und der DGB mit.",
        "Das Netzwerk Gute Arbeit besteht seit 2012. Der DGB sucht Kontakt mit dem Netzwerk Gute Arbeit.",
    ],
)
def test_a_network_that_is_told_of_stays_an_initiative(sentence: str) -> None:
    assert initiatives(sentence) == {"Netzwerk Gute Arbeit"}


@pytest.mark.parametrize(
    ("sentence", "seeker"),
    [
        ("Die IHK Kassel ist an der Zusammenarbeit mit dem Netzwerk Leichtbau interessiert.", "ihk-kassel-marburg"),
        ("An der Kooperation mit dem Netzwerk Leichtbau ist die IHK Kassel interessiert.", "ihk-kassel-marburg"),
        ("Der Pakt sucht den Austausch mit dem DGB.", "Industriepakt Nordhessen"),
        ("Der Pakt ist an der Zusammenarbeit mit dem Netzwerk Leichtbau und dem DGB interessiert.",
         "Industriepakt Nordhessen"),
    ],
)  # fmt: skip
def test_whom_one_seeks_is_not_who_seeks(sentence: str, seeker: str) -> None:
    reading = reading_of(OPENING + sentence)
    named = names(reading)
    assert {named[fact.holder_id] for fact in reading.facts if isinstance(fact, Interest)} == {seeker}


def test_a_circle_behind_und_der_does_not_share_the_lead() -> None:
    led = (
        "Der Pakt unter Federführung der IHK Kassel sowie der Lenkungskreis Transformation beim DGB sind Hauptakteure."
    )
    assert {who for who, role in takes_part(OPENING + led) if role == "lead"} == {"ihk-kassel-marburg"}


def test_an_office_before_a_person_s_name_is_this_person() -> None:
    assert actors("Der Regierende Bürgermeister Max Beispiel und die IHK Berlin kamen.") == set()


def test_a_network_with_a_legal_form_takes_part_under_its_whole_name() -> None:
    sentence = "Partner sind die IHK Kassel und das Netzwerk Wandel der Arbeit e. V."
    assert ("Netzwerk Wandel der Arbeit e. V.", "partner") in takes_part(OPENING + sentence)
