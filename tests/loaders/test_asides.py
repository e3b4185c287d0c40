"""Who a sentence names as its source, or as asked to come, takes no part by it."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Industriepakt Aachen\n\nDer Industriepakt Aachen besteht seit 2014. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Der DGB wurde eingeladen, sich am Pakt zu beteiligen.",
        "Eingeladen wurde der DGB, sich zu beteiligen.",
        "Die IHK Aachen ist eingeladen, im Pakt mitzuwirken.",
        "Die IG Metall wurde gebeten, sich zu beteiligen.",
        "Die Handwerkskammer Aachen und der DGB sind aufgerufen, sich zu beteiligen.",
        "Mit dem DGB wird gesprochen, damit er sich beteiligt.",
        "Mit der IHK Aachen laufen Gespräche, damit sie mitmacht.",
        "Mit der IG Metall wird verhandelt, ob sie sich beteiligt.",
        "Das Bündnis lädt den DGB ein.",
        "Der Pakt lud die IHK Aachen zum Gespräch ein.",
        "Zum Auftakt lädt der Pakt den DGB und die IHK Aachen ein.",
    ],
)
def test_who_is_asked_to_come_is_not_there_yet(sentence: str) -> None:
    assert takes_part(OPENING + sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Laut DGB beteiligt sich die IG Metall.", {"ig-metall"}),
        ("Laut der IHK Aachen ist die IG Metall Mitglied.", {"ig-metall"}),
        ("Dem DGB zufolge macht die IG Metall mit.", {"ig-metall"}),
        ("Nach Angaben des DGB gehören die IHK Aachen und die IG Metall dem Pakt an.", {"ihk-aachen", "ig-metall"}),
        ("Nach Auskunft der IHK Aachen sind der DGB und die IG Metall beteiligt.", {"dgb", "ig-metall"}),
        ("Wie der DGB mitteilt, ist die IG Metall Mitglied.", {"ig-metall"}),
        ("Wie die IHK Aachen berichtet, machen der DGB und die IG Metall mit.", {"dgb", "ig-metall"}),
    ],
)
def test_who_tells_of_others_takes_no_part_by_it(sentence: str, who: set[str]) -> None:
    assert {name for name, _ in takes_part(OPENING + sentence)} == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Der DGB lädt zum Treffen ein.", "dgb"),
        ("Zum Treffen lädt die IHK Aachen ein.", "ihk-aachen"),
        ("Zur Konferenz lud der DGB ein.", "dgb"),
        ("Der DGB folgte der Einladung und beteiligt sich.", "dgb"),
    ],
)
def test_who_invites_or_comes_is_there(sentence: str, who: str) -> None:
    assert who in {name for name, _ in takes_part(OPENING + sentence)}
