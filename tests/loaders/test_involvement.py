"""A body tied to the initiative by a verb that no frame knows takes part; one that only speaks or looks on does not."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "


def who(sentence: str) -> set[str]:
    return {name for name, _role in takes_part(OPENING + sentence)}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("An ihm haben die IHK Köln, die IG Metall und der VDMA Platz genommen.", {"ihk-koeln", "ig-metall", "vdma"}),
        ("Zum Pakt halten bis heute der DGB und die IHK Erfurt.", {"dgb", "ihk-erfurt"}),
        ("Die Handwerkskammer Dresden füllt den Pakt mit Leben.", {"hwk-dresden"}),
        ("Aus der Taufe gehoben haben ihn die IHK Aachen und die IG BCE.", {"ihk-aachen", "igbce"}),
        ("Ins Werk gesetzt wurde er von der IHK Chemnitz und dem DGB.", {"ihk-chemnitz", "dgb"}),
        ("Berufen wird der Pakt von der Stadt Lingen.", {"Stadt Lingen"}),
        ("Am Pakt schrauben seit Jahren auch ver.di und die NGG.", {"verdi", "ngg"}),
        ("Der Pakt wird durch die IHK Erfurt mit Daten versorgt.", {"ihk-erfurt"}),
        ("Die Geschicke lenken die IHK Köln, der DGB und die Stadt Lingen.", {"ihk-koeln", "dgb", "Stadt Lingen"}),
        ("Darin wirken die Hochschule Emden und die IG BAU zusammen.", {"Hochschule Emden", "ig-bau"}),
    ],
)
def test_who_is_tied_to_the_initiative_takes_part(sentence: str, found: set[str]) -> None:
    assert who(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IHK Köln sieht den Pakt mit Sorge.",
        "Der DGB vermisst im Pakt die Beschäftigten.",
        "Die IHK Köln hat vom Pakt aus der Zeitung erfahren.",
        "Die IG Metall, der DGB und ver.di streiken seit Montag.",
        "Die IHK Köln, der DGB und die NGG fordern mehr Geld vom Land.",
        "Der Pakt wird vom DGB kritisiert.",
        "Die Handwerkskammer Dresden will den Pakt im Herbst kennenlernen.",
        "Dem Pakt ist die IHK Erfurt ein Vorbild.",
        "Der VDMA beobachtet ihn aus der Ferne.",
        "Die Universität Bremen hat den Pakt nicht untersucht.",
        "Die IHK Köln liegt in der Altstadt, der Pakt am Fluss.",
    ],
)
def test_who_only_speaks_judges_or_looks_on_does_not(sentence: str) -> None:
    assert who(sentence) == set()
