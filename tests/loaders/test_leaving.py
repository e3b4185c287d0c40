"""Who left by the document's own word is never shown as taking part, whether or not the document says when."""

import pytest

from graph.model import Absence, Participation
from tests.loaders.saying import is_absent, names, reading_of

OPENING = "Industriepakt Aachen\n\nDer Industriepakt Aachen besteht seit 2014. "
DAY = "2021-03-04"


def _ends(sentence: str) -> dict[str, set[str | None]]:
    reading = reading_of(OPENING + sentence, date=DAY)
    named = names(reading)
    who = {fact.id: named[fact.participant_id] for fact in reading.facts if isinstance(fact, Participation)}
    ends: dict[str, set[str | None]] = {}
    for statement in reading.statements:
        if statement.fact_id in who:
            ends.setdefault(who[statement.fact_id], set()).add(statement.until)
    return ends


LEFT = [
    ("Die IHK Aachen hat den Pakt verlassen.", {"ihk-aachen"}),
    ("Die IHK Aachen ist aus dem Pakt ausgetreten.", {"ihk-aachen"}),
    ("Ausgetreten sind die IHK Aachen und der DGB.", {"ihk-aachen", "dgb"}),
    ("Der DGB schied aus dem Pakt aus.", {"dgb"}),
    ("Inzwischen ist die IG Metall ausgestiegen.", {"ig-metall"}),
    ("Der DGB kündigte seine Mitgliedschaft.", {"dgb"}),
    ("Der DGB zog sich aus dem Pakt zurück.", {"dgb"}),
    ("Der DGB gab seine Mitgliedschaft auf.", {"dgb"}),
    ("Mit der IHK Aachen verließ auch der DGB den Pakt.", {"ihk-aachen", "dgb"}),
    ("Die IHK Aachen war Mitglied, ist aber inzwischen ausgeschieden.", {"ihk-aachen"}),
]


@pytest.mark.parametrize(("sentence", "gone"), LEFT)
def test_who_left_without_a_date_is_gone_on_the_day_of_the_document(sentence: str, gone: set[str]) -> None:
    assert _ends(sentence) == {who: {DAY} for who in gone}


@pytest.mark.parametrize(("sentence", "gone"), LEFT)
def test_who_left_in_a_document_without_a_date_is_no_longer_there(sentence: str, gone: set[str]) -> None:
    reading = reading_of(OPENING + sentence)
    assert is_absent(OPENING + sentence) == {(who, "absent") for who in gone}
    assert not [fact for fact in reading.facts if isinstance(fact, Participation)]


def test_a_date_that_is_told_holds() -> None:
    assert _ends("Die IHK Aachen hat den Pakt 2019 verlassen.") == {"ihk-aachen": {"2019"}}


@pytest.mark.parametrize(
    ("sentence", "gone", "there"),
    [
        ("Die IHK Aachen hat den Pakt verlassen, der DGB ist neu hinzugekommen.", "ihk-aachen", "dgb"),
        ("Nachdem die IHK Aachen ausgetreten war, kam der DGB hinzu.", "ihk-aachen", "dgb"),
        ("Der DGB ist ausgetreten und die IG Metall ist beigetreten.", "dgb", "ig-metall"),
        ("Seit 2016 ist die IG Metall Mitglied, der DGB hat den Pakt verlassen.", "dgb", "ig-metall"),
    ],
)
def test_only_who_left_is_gone(sentence: str, gone: str, there: str) -> None:
    assert _ends(sentence) == {gone: {DAY}, there: {None}}


@pytest.mark.parametrize(
    "sentence",
    [
        "Der DGB ist ausgetreten, inzwischen aber zurückgekehrt.",
        "Die IG Metall war ausgestiegen und ist wieder dabei.",
        "Der DGB ist ausgeschieden, später aber wieder beigetreten.",
    ],
)
def test_who_came_back_is_there(sentence: str) -> None:
    assert set().union(*_ends(sentence).values()) == {None}
    assert not [fact for fact in reading_of(OPENING + sentence).facts if isinstance(fact, Absence)]
