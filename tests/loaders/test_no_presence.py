"""Sentences that deny, ask, suppose or merely speak about a body: nobody named in them may be read as taking part."""

import pytest

from tests.loaders.saying import names, reading_of, takes_part

OPENING = "Industriebündnis Nordhessen\n\nDas Industriebündnis Nordhessen besteht seit 2014. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Unser Partner ist weder Hessenmetall noch die VhU.",
        "Die IG BCE war nie Mitglied.",
        "Niemand von der EVG war beteiligt.",
        "Die IG BCE lehnte eine Mitgliedschaft ab.",
        "„Wir machen nicht mit“, sagte ein Vertreter vom DGB.",
        "Die IG Metall ist jetzt nicht mehr beteiligt.",
        "Die Handwerkskammer Kassel ist wieder nicht dabei.",
        "Ist die Universität Kassel beteiligt?",
        "Kritik kam von der NGG und dem DGB.",
        "Die Handwerkskammer Kassel und die Universität Kassel haben das Bündnis kritisiert.",
        "Der Vorsitzende ist nicht Mitglied von ver.di.",
        "Ob die IG BAU beitritt, ist offen.",
        "Die Handwerkskammer Kassel hat sich noch nicht entschieden.",
        "Verteiler: IHK Kassel-Marburg, DGB",
        "Eingeladen: IHK Kassel-Marburg, DGB",
        "Entschuldigt: Handwerkskammer Kassel, DGB",
        "Nicht anwesend: Handwerkskammer Kassel, DGB",
    ],
)
def test_a_sentence_that_denies_or_asks_gives_no_presence(sentence: str) -> None:
    assert takes_part(OPENING + "\n\n" + sentence) == set()


@pytest.mark.parametrize(
    "item",
    [
        "Hochschule Fulda (entschuldigt)",
        "Handwerkskammer Kassel (angefragt)",
        "keine Gewerkschaften außer IG Metall",
        "Kritik der NGG",
        "Petra Lange",
        "Dr. Peter Kühn",
        "Kowalski, Jan",
    ],
)
def test_an_item_that_refuses_or_is_a_person_is_nobody(item: str) -> None:
    text = OPENING + f"Mitglieder sind:\n\n• IHK Kassel-Marburg\n• DGB\n• {item}\n"
    assert {who for who, _ in takes_part(text)} == {"ihk-kassel-marburg", "dgb"}


def test_persons_are_never_nodes() -> None:
    text = OPENING + "Mitglieder sind Bosch, Siemens, Petra Lange und Dr. Peter Kühn.\n\n• Olga Petrowa\n"
    assert not {"Petra Lange", "Peter Kühn", "Olga Petrowa", "Dr. Peter Kühn"} & set(names(reading_of(text)).values())


def test_what_belongs_to_an_association_does_not_take_part_in_the_initiative() -> None:
    assert takes_part(OPENING + "Dem VhU gehören 138 Unternehmen an.") == set()


def test_two_chairs_are_no_enumeration_of_all() -> None:
    reading = reading_of(OPENING + "Den Vorsitz teilen sich der BDI und die IG Metall.")
    assert not [fact for fact in reading.facts if fact.id.startswith("listing")]


@pytest.mark.parametrize(
    "words",
    ["Mitglieder sind unter anderem die IHK Fulda und der DGB.", "Auch die IHK Fulda und der DGB sind Mitglied."],
)
def test_an_open_list_is_no_enumeration_of_all(words: str) -> None:
    reading = reading_of(OPENING + words)
    assert not [fact for fact in reading.facts if fact.id.startswith("listing")]


@pytest.mark.parametrize(
    ("sentence", "since", "until"),
    [
        ("Die NGG war bis 2019 Mitglied.", None, "2019"),
        ("Von 2013 bis 2018 war außerdem der VDMA Mitte vertreten.", "2013", "2018"),
        ("Seit 2016 ist die IG Metall Mitglied.", "2016", None),
    ],
)
def test_a_term_is_kept_with_the_statement(sentence: str, since: str | None, until: str | None) -> None:
    (statement,) = [s for s in reading_of(OPENING + sentence).statements if s.fact_id.startswith("participation")]
    assert (statement.since, statement.until) == (since, until)
