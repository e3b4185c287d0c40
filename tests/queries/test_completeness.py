"""What a document says of its own completeness, and what is complete or open of something else."""

import pytest

from queries.answers import CellValue, Column, Mark
from queries.completeness import find_completeness
from queries.coverage import coverage
from queries.profile import initiative_profile
from seeds.register import load_register
from tests.factory import a_reading


def said(text: str) -> list[tuple[str, bool]]:
    """Each sentence that says it, and whether it says complete."""
    return [(text[start:end], is_complete) for start, end, is_complete in find_completeness(text)]


OPEN = [
    "Wir haben eine erste Liste erstellt, die fortlaufend ergänzt wird.",
    "Dies ist eine erste Übersicht.",
    "Eine erste Liste der Bündnisse im Land",
    "Die Liste wird ständig aktualisiert.",
    "Diese Übersicht wird laufend ergänzt und erweitert.",
    "Die folgende Aufstellung wird regelmäßig fortgeschrieben.",
    "Die Aufzählung erfolgt ohne Anspruch auf Vollständigkeit.",
    "Mitglieder (ohne Anspruch auf Vollständigkeit): IG Metall, IHK Ulm",
    "Die Liste erhebt keinen Anspruch auf Vollständigkeit.",
    "Ein Anspruch auf Vollständigkeit besteht nicht.",
    "Beteiligte und Themen, ohne Anspruch auf Vollständigkeit",
    "Die Liste der beteiligten Betriebe ist noch nicht vollständig.",
    "Partner (Auswahl): IG Metall, IHK Ulm",
    "Beteiligte des Bundes (Auszug)",
    "Hier eine Auswahl unserer Partner:",
    "Eine Auswahl der beteiligten Unternehmen:",
    "Diese Liste ist nicht abschließend.",
    "Dies ist keine vollständige Liste.",
    "Die Mitgliederliste ist noch unvollständig.",
]
COMPLETE = [
    "Dies ist die abschließende Liste der Mitglieder.",
    "Die folgende Liste ist vollständig.",
    "Vollständige Liste der Partner",
    "Diese Aufzählung ist abschließend.",
]


@pytest.mark.parametrize(
    ("sentence", "is_complete"), [*((one, False) for one in OPEN), *((one, True) for one in COMPLETE)]
)
def test_a_document_says_whether_it_is_complete(sentence: str, is_complete: bool) -> None:
    assert said(f"Zum Bund\n\nEr tagt in Ulm. {sentence}\n\nMehr folgt.") == [(sentence, is_complete)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir haben eine erste Liste von Fragen erstellt.",
        "Hier ist eine erste Liste der offenen Fragen.",
        "Diese Übersicht der Maßnahmen wird laufend ergänzt.",
        "Literatur (Auswahl)",
        "Die Auswahl der Partner trifft eine Jury.",
        "Eine Auswahl der Themen steht im Anhang.",
        "Der Masterplan wird laufend aktualisiert.",
        "Die IHK führt eine ständig aktualisierte Liste der Betriebe.",
        "Im Bund ist das Handwerk vollständig vertreten.",
        "Die abschließende Sitzung des Beirats war in Ulm.",
        "Die vollständige Liste der Mitglieder finden Sie unter www.example.org.",
        "Wir werden bis März eine erste Liste erstellen.",
        "Das Ministerium soll eine vollständige Liste vorlegen.",
        "Auf der ersten Liste standen wir nicht.",
        "Diese Anlage ist nun vollständig erneuert.",
        "Ein Verzeichnis der Mitglieder enthält Anlage 3; es wird laufend ergänzt.",
        "Das Land führt eine vollständige Liste.",
        "Er führt eine laufend aktualisierte Übersicht.",
        "Die Angaben der Antragsteller sind vollständig.",
        "Die Aufgabenliste wird laufend ergänzt.",
        "Unsere To-do-Liste wird laufend ergänzt.",
        "Dies ist eine erste Liste möglicher Partner.",
        "Eine Auswahl der möglichen Partner traf der Beirat.",
        "Die Liste der geförderten Maßnahmen erhebt keinen Anspruch auf Vollständigkeit.",
        "Weiterführende Literatur, ohne Anspruch auf Vollständigkeit",
    ],
)
def test_other_things_are_complete_or_open_too(sentence: str) -> None:
    assert said(f"Zum Bund\n\n{sentence}\n") == []


def test_a_sentence_may_run_over_lines_and_hold_abbreviations() -> None:
    text = "Stand 3. März.\nDie Liste der Partner, z. B. der IHK Ulm,\nwird ständig aktualisiert. Ende."
    assert said(text) == [("Die Liste der Partner, z. B. der IHK Ulm,\nwird ständig aktualisiert.", False)]


def a_list(number: int, *sentences: str):
    told = a_reading(f"{number}.txt").initiative("Bund").listing("Bund", quote="Im Bund sind: Betriebe.")
    for sentence in sentences:
        told.sentence(sentence)
    return told


def test_an_initiative_s_profile_keeps_it_with_the_document(store) -> None:
    open_list, other = a_list(1, "Die Liste wird ständig aktualisiert."), a_list(2)
    for told in (open_list, other):
        store.write_reading(told.build())
    (word,) = initiative_profile(store, open_list.key("Bund")).completeness
    document = open_list.build().document
    assert (word.document_id, word.quote) == (document.id, "Die Liste wird ständig aktualisiert.")
    assert document.text[word.quote_start : word.quote_end] == word.quote


@pytest.mark.parametrize(
    ("sentence", "is_marked"),
    [
        ("Die Liste wird ständig aktualisiert.", True),
        ("Partner (Auswahl)", True),
        ("Die Aufzählung ist nicht abschließend.", True),
        ("Diese Liste ist vollständig.", False),
        ("Wir haben eine erste Liste von Fragen.", False),
        ("Der Bund tagt in Ulm.", False),
    ],
)
def test_a_kind_not_listed_is_marked_where_its_document_says_that_it_is_not_complete(
    store, sentence: str, is_marked: bool
) -> None:
    store.write_reading(a_list(1, sentence).build())
    (row,) = coverage(store, load_register()).rows
    (cell,) = (cell for cell in row.cells if cell.column is Column.UNION)
    assert cell.value is CellValue.NOT_LISTED
    assert (Mark.OPEN_LIST in cell.marks) == is_marked
    assert (sentence in [item.quote for item in cell.evidence]) == is_marked
