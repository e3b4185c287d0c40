"""Ways of taking part, of helping from outside and of not being asked, as overviews and press releases word them."""

import pytest

from tests.loaders.saying import is_absent, takes_part

HE = "Industriebündnisse in Hessen\n\nIndustriepakt Nordhessen\n\nDer Industriepakt Nordhessen besteht seit 2014. "


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ihren Namen daruntergesetzt haben die IHK Fulda und der DGB.", {"ihk-fulda", "dgb"}),
        ("Die IHK Fulda und der DGB setzten ihre Unterschrift unter den Pakt.", {"ihk-fulda", "dgb"}),
        ("Hinter ihm stehen die IHK Fulda und der DGB.", {"ihk-fulda", "dgb"}),
        ("Er zählt neun Mitglieder, unter ihnen die IHK Fulda und der DGB.", {"ihk-fulda", "dgb"}),
        ("Sechs Sitze verteilen sich auf die IHK Fulda und den DGB.", {"ihk-fulda", "dgb"}),
        ("An ihm haben die IHK Fulda und der DGB Platz genommen.", {"ihk-fulda", "dgb"}),
        ("Zum Pakt halten die IHK Fulda und der DGB.", {"ihk-fulda", "dgb"}),
        ("Die IHK Fulda trägt die Anlaufkosten.", {"ihk-fulda"}),
        ("Die IHK Fulda verfolgt die Treffen als Beobachterin.", {"ihk-fulda"}),
        ("Die Stadt Kassel unterhält den Pakt.", {"Stadt Kassel"}),
        ("Berufen wird er von der Stadt Kassel.", {"Stadt Kassel"}),
        ("Ohne Hilfe ginge es nicht: Die Stadt Kassel gibt Geld für die Geschäftsstelle.", {"Stadt Kassel"}),
        ("Den Preis des Paktes dotiert die Stadt Kassel.", {"Stadt Kassel"}),
        ("Der DGB packt bei den Jobtagen mit an.", {"dgb"}),
        ("Der DGB leiht dem Pakt seinen Sachverstand.", {"dgb"}),
        ("Die Hochschule Fulda versorgt ihn mit Daten.", {"Hochschule Fulda"}),
        ("Der Einladung der IHK Fulda folgten der DGB und die Stadt Kassel.", {"ihk-fulda", "dgb", "Stadt Kassel"}),
        (
            "Er versteht sich als Netzwerk aus IHK Fulda, DGB und der Stadt Kassel.",
            {"ihk-fulda", "dgb", "Stadt Kassel"},
        ),
    ],
)
def test_who_takes_part(sentence: str, found: set[str]) -> None:
    assert {name for name, _role in takes_part(HE + sentence)} == found


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Handwerkskammern saßen darin nicht.", {("<Handwerkskammern>", "absent")}),
        ("Handwerkskammern haben nie am Tisch gesessen.", {("<Handwerkskammern>", "absent")}),
        ("Nicht gewinnen konnten wir bislang den DGB.", {("dgb", "absent")}),
        ("Keine Aufnahme fand bislang die Stadt Kassel.", {("Stadt Kassel", "absent")}),
        ("Gewerkschaften wurden zu dieser Runde nicht gebeten.", {("<Gewerkschaften>", "absent")}),
        ("Die Agentur für Arbeit Fulda darf keinem Verein angehören.", {("Agentur für Arbeit Fulda", "absent")}),
        ("Der DGB ist nicht als Mitglied eingetragen, leiht ihm jedoch seinen Sachverstand.", {("dgb", "informal")}),
        ("Der DGB ist kein Mitglied, packt aber mit an.", {("dgb", "informal")}),
    ],
)
def test_who_does_not(sentence: str, absent: set[tuple[str, str]]) -> None:
    assert is_absent(HE + sentence) == absent


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Stadt Kassel unterhält zwölf Schulen.",
        "Die IHK Fulda verfolgt eigene Ziele.",
        "Der DGB hat seine Unterschriftensammlung beendet.",
        "Die Kosten der IHK Fulda stiegen.",
    ],
)
def test_who_is_only_spoken_of(sentence: str) -> None:
    assert (takes_part(HE + sentence), is_absent(HE + sentence)) == (set(), set())
