"""What an initiative works on, by the items the text itself calls so; a table written before the rule."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of

HEAD = "Industriepakt Nordhessen\n\nDer Industriepakt Nordhessen besteht seit 2014.\n\n"


def topics(text: str) -> tuple[str, ...]:
    return next(node.topics for node in reading_of(HEAD + text).nodes if isinstance(node, Initiative))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Schwerpunkte sind Energie, Fachkräfte und Flächen.", ("Energie", "Fachkräfte", "Flächen")),
        (
            "Handlungsfelder des Paktes:\n\n- Wege zur Arbeit\n- Strom und Wärme\n",
            ("Wege zur Arbeit", "Strom und Wärme"),
        ),
        ("Im Mittelpunkt der Arbeit stehen\n\n• die Nachfolge\n• das Recycling\n", ("Nachfolge", "Recycling")),
        ("Themenschwerpunkte waren die Bahn, der Hafen sowie die Ausbildung.", ("Bahn", "Hafen", "Ausbildung")),
        (
            "Was uns beschäftigt:\n\n* Zukunft des Gusses\n* Wohnen für Azubis\n",
            ("Zukunft des Gusses", "Wohnen für Azubis"),
        ),
        ("Drei Arbeitsgruppen befassten sich mit den Themen Holz, Glas und Pendeln.", ("Holz", "Glas", "Pendeln")),
        ("Der Pakt konzentriert sich auf:\n\n– Leichtbau\n– Wasserstoff\n", ("Leichtbau", "Wasserstoff")),
    ],
)
def test_what_a_text_calls_a_topic_is_one(text: str, found: tuple[str, ...]) -> None:
    assert topics(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mitglieder sind:\n\n- DGB\n- IHK Kassel-Marburg\n",
        "Ziel ist es, Flächen zu sichern und die Ausbildung zu stärken.",
        "Termine des Paktes:\n\n- Kassel 12.05.2019\n- Fulda 14.06.2019\n",
        "Die Schwerpunkte wurden 2019 überarbeitet, neue kamen hinzu.",
        "Der Pakt beschäftigt vier Leute, eine Halbtagskraft und zwei Aushilfen.",
        "Schwerpunkt ist die Energie.",
    ],
)
def test_other_lists_are_no_topics(text: str) -> None:
    assert topics(text) == ()
