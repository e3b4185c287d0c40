"""Which sentences say that one initiative came after another, and which do not."""

import pytest

from queries.sayings import Place, read_sayings

OLD, NEW, SECOND = "Werkpakt", "Zukunftsforum", "Metallkreis"


def told(text: str) -> list[tuple[str, str]]:
    """The pairs that a text says, by name: the earlier, the later."""
    places = [
        Place(name, start, start + len(name))
        for name in (OLD, NEW, SECOND)
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    return [(saying.earlier, saying.later) for saying in read_sayings(text, places)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Zukunftsforum löste 2015 den Werkpakt ab.",
        "2015 löste das Zukunftsforum den Werkpakt ab.",
        "Den Werkpakt löste 2015 das Zukunftsforum ab.",
        "Den regionalen Werkpakt hat das Zukunftsforum 2015 abgelöst.",
        "2015 löste den Werkpakt das Zukunftsforum ab.",
        "Seither hat das Zukunftsforum den Werkpakt abgelöst.",
        "2015 wurde der Werkpakt durch das Zukunftsforum abgelöst.",
        "2015 ging der Werkpakt im Zukunftsforum auf.",
        "2015 ist aus dem Werkpakt das Zukunftsforum hervorgegangen.",
        "Das „Zukunftsforum“ löst den „Werkpakt“ ab und tagt monatlich.",
        "Der Werkpakt wurde 2015 durch das Zukunftsforum abgelöst.",
        "Der Werkpakt ist vom Zukunftsforum abgelöst worden.",
        "Durch das Zukunftsforum wurde 2015 der Werkpakt ersetzt.",
        "Seit das Zukunftsforum den Werkpakt ablöste, tagt es monatlich.",
        "Das Zukunftsforum, das 2015 den Werkpakt ablöste, tagt monatlich.",
        "Der Werkpakt, den das Zukunftsforum ablöste, hatte 20 Mitglieder.",
        "Das Zukunftsforum löste den Werkpakt ab, der nicht mehr gefördert wurde.",
        "Der Werkpakt ging 2015 im Zukunftsforum auf.",
        "Der Werkpakt ging auf in dem Zukunftsforum.",
        "Der Werkpakt ist inzwischen im neuen Zukunftsforum aufgegangen.",
        "Der Werkpakt, der 2015 im Zukunftsforum aufging, hatte 20 Mitglieder.",
        "Im Zukunftsforum ging 2015 der Werkpakt auf.",
        "Das Zukunftsforum ist der Nachfolger des Werkpakt.",
        "Die Initiative Zukunftsforum ist Nachfolgerin des Werkpakt.",
        "Das Zukunftsforum wurde 2015 als Nachfolgeprojekt des Werkpakt gegründet.",
        "Nachfolger des Werkpakt ist das Zukunftsforum.",
        "Als Nachfolgeprojekt zum Werkpakt wurde das Zukunftsforum gegründet.",
        "Das Zukunftsforum trat 2015 die Nachfolge des Werkpakt an.",
        "Der Werkpakt war der Vorgänger des Zukunftsforum.",
        "Vorläufer des Zukunftsforum war der Werkpakt.",
        "Der Werkpakt und sein Nachfolger Zukunftsforum sind bekannt.",
        "Das Zukunftsforum knüpft an den Werkpakt an.",
        "Das Zukunftsforum knüpfte 2015 nahtlos an den erfolgreichen Werkpakt an.",
        "Das Zukunftsforum, das an den Werkpakt anknüpft, tagt monatlich.",
        "Aus dem Werkpakt ist 2015 das Zukunftsforum hervorgegangen.",
        "Das Zukunftsforum ist aus dem Werkpakt hervorgegangen.",
        "Das Zukunftsforum ging 2015 aus dem früheren Werkpakt hervor.",
        "Das aus dem Werkpakt hervorgegangene Gremium tagt; das Zukunftsforum ging aus dem Werkpakt hervor.",
        "Das Zukunftsforum trat 2015 an die Stelle des Werkpakt.",
        "An die Stelle des Werkpakt trat 2015 das Zukunftsforum.",
        "Anstelle des Werkpakt ist nun das Zukunftsforum getreten.",
        "Das Zukunftsforum führt den Werkpakt fort.",
        "Das Zukunftsforum führt die Arbeit des Werkpakt fort.",
        "Der Werkpakt wird vom Zukunftsforum fortgeführt.",
        "Den Werkpakt setzte das Zukunftsforum fort.",
        "Das Zukunftsforum ist die Fortsetzung des Werkpakt.",
        "Das Zukunftsforum versteht sich als Fortsetzung des Werkpakt.",
        "Als Fortführung des Werkpakt wurde 2015 das Zukunftsforum gestartet.",
        "Erst kam nichts. Das Zukunftsforum\nlöste den Werkpakt ab. Dann kam viel.",
    ],
)
def test_a_sentence_says_who_came_before_whom(sentence: str) -> None:
    assert told(sentence) == [(OLD, NEW)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Werkpakt und der Metallkreis gingen 2015 im Zukunftsforum auf.",
        "Das Zukunftsforum löste den Werkpakt und den Metallkreis ab.",
        "Der Werkpakt und der Metallkreis fusionierten zum Zukunftsforum.",
    ],
)
def test_several_may_become_one(sentence: str) -> None:
    assert told(sentence) == [(OLD, NEW), (SECOND, NEW)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Zukunftsforum löst Probleme, die der Werkpakt ab 2015 sah.",
        "Das Zukunftsforum löst die Probleme des Werkpakt ab sofort.",
        "Das Zukunftsforum knüpft Kontakte zum Werkpakt.",
        "Das Zukunftsforum knüpft über den Werkpakt Kontakte an.",
        "Das Zukunftsforum löste den Werkpakt nicht ab.",
        "Das Zukunftsforum ist kein Nachfolger des Werkpakt.",
        "Das Zukunftsforum trat nie an die Stelle des Werkpakt.",
        "Das Zukunftsforum soll den Werkpakt ablösen.",
        "Der Werkpakt soll durch das Zukunftsforum abgelöst werden.",
        "Der Werkpakt wird durch das Zukunftsforum abgelöst werden.",
        "Geplant ist, dass das Zukunftsforum den Werkpakt ablöst.",
        "Ob das Zukunftsforum den Werkpakt ablöst, ist offen.",
        "Löst das Zukunftsforum den Werkpakt ab?",
        "Das Zukunftsforum ist als Nachfolger des Werkpakt geplant.",
        "Die Leiterin des Zukunftsforum löste den Sprecher des Werkpakt ab.",
        "Der Sprecher des Zukunftsforum ist Nachfolger von Frau Beck beim Werkpakt.",
        "Das Zukunftsforum führt mit dem Werkpakt Gespräche fort.",
        "Das Zukunftsforum geht auf den Werkpakt zu.",
        "Das Zukunftsforum wuchs. Den Werkpakt löste niemand ab.",
        "Bei dem Zukunftsforum löst der Werkpakt niemanden ab.",
        "Das Zukunftsforum löste nicht den Werkpakt ab, sondern ergänzt ihn.",
        "Es stimmt nicht, dass das Zukunftsforum den Werkpakt ablöste.",
        "Der Geschäftsführer des Werkpakt ging zum Zukunftsforum.",
        "Am Zukunftsforum und am Werkpakt wirkt die IHK mit.",
    ],
)
def test_other_sentences_say_nothing_of_it(sentence: str) -> None:
    assert told(sentence) == []


def test_the_sentence_is_the_quote() -> None:
    text = "Zuvor.\n\nDas Zukunftsforum löste den Werkpakt ab. Danach kam der Metallkreis."
    places = [
        Place(NEW, text.index(NEW), text.index(NEW) + len(NEW)),
        Place(OLD, text.index(OLD), text.index(OLD) + len(OLD)),
    ]
    [saying] = read_sayings(text, places)
    assert text[saying.start : saying.end] == "Das Zukunftsforum löste den Werkpakt ab."
