"""Staying away in other words: lists, exceptions, nouns, contrasts. Who is named beside the absent takes part."""

import pytest

from tests.loaders.saying import is_absent, seeks_or_offers, takes_part

HE = "Industriebündnisse in Hessen\n\nIndustriepakt Nordhessen\n\nDer Industriepakt Nordhessen besteht seit 2014. "


def absent(text: str) -> set[str]:
    return {name for name, _strength in is_absent(HE + text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Unter Ausschluss der IG Metall wurde der Pakt verhandelt.",
        "Das Treffen fand fernab der IG Metall statt.",
        "Ein Platz für die IG Metall blieb leer.",
        "Auf der Liste der Partner steht die IG Metall nicht.",
        "Auf der Liste steht bislang nicht die IG Metall.",
        "Die IG Metall lehnt den Pakt ab.",
        "Die IG Metall wartet noch auf eine Einladung.",
        "Eine Einladung an die IG Metall erging nicht.",
        "An die IG Metall erging keine Einladung.",
        "Eine Beteiligung der IG Metall ist nicht vorgesehen.",
        "Die Beteiligung der IG Metall steht noch aus.",
        "Die Unterschrift der IG Metall fehlt.",
        "Die Unterschrift der IG Metall steht bis heute aus.",
        "Auffällig ist das Fehlen der IG Metall.",
        "Die Abwesenheit der IG Metall wurde bedauert.",
        "Es gibt keine Vertretung der IG Metall im Beirat.",
        "Die IG Metall zeigte kein Interesse an einer Mitarbeit.",
        "Die IG Metall hat kein Interesse an dem Pakt.",
        "Die IG Metall bleibt auf Abstand.",
        "Die IG Metall konnte sich zu einer Teilnahme nicht entschließen.",
        "Die IG Metall ließ die Einladung unbeantwortet.",
        "Die IG Metall ist aus dem Kreis der Partner ausgeschlossen.",
        "Die IG Metall bleibt unberücksichtigt.",
        "Die IG Metall nimmt bisher an keinem Treffen teil.",
        "Die IG Metall hält eine Teilnahme für nicht sinnvoll.",
        "Wer fehlt, ist die IG Metall.",
        "Dass die IG Metall nicht mit am Tisch sitzt, bedauert der DGB.",
        "Obwohl sie eingeladen war, ist die IG Metall nicht dabei.",
        "Nicht am Tisch: die IG Metall.",
    ],
)
def test_who_stays_away(sentence: str) -> None:
    assert absent(sentence) == {"ig-metall"}
    assert takes_part(HE + sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "away", "there"),
    [
        ("Mitglied ist die IHK Fulda, nicht aber der DGB.", {"dgb"}, {"ihk-fulda"}),
        ("Beteiligt sind alle Kammern, nicht jedoch die Gewerkschaften.", {"<Gewerkschaften>"}, {"<Kammern>"}),
        ("Mitglied ist die IHK Fulda, aber nicht die IG Metall.", {"ig-metall"}, {"ihk-fulda"}),
        ("Beteiligt sind alle Kammern außer der IHK Fulda.", {"ihk-fulda"}, {"<Kammern>"}),
        ("Mit Ausnahme des DGB sind alle Verbände beteiligt.", {"dgb"}, {"<Verbände>"}),
        ("Alle Verbände machen mit, nur die IG Metall nicht.", {"ig-metall"}, {"<Verbände>"}),
        ("Die IHK Fulda ist Mitglied, der DGB nicht.", {"dgb"}, {"ihk-fulda"}),
        ("Während die Kammern mitarbeiten, sind die Gewerkschaften außen vor.", {"<Gewerkschaften>"}, {"<Kammern>"}),
        ("Die IHK Fulda ist Mitglied; der DGB ist nicht beteiligt.", {"dgb"}, {"ihk-fulda"}),
        ("Die IHK Fulda ist Mitglied, während der DGB nicht vertreten ist.", {"dgb"}, {"ihk-fulda"}),
        ("Der DGB ist nicht dabei, doch die IHK Fulda ist Mitglied.", {"dgb"}, {"ihk-fulda"}),
    ],
)
def test_who_stays_away_beside_who_takes_part(sentence: str, away: set[str], there: set[str]) -> None:
    assert absent(sentence) == away
    assert {name for name, _role in takes_part(HE + sentence)} == there


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("Nicht beteiligt:\n\n• IG Metall\n• Handwerkskammer Kassel\n", {"ig-metall", "hwk-kassel"}),
        ("Nicht vertreten sind:\n\n- IG Metall\n- DGB\n", {"ig-metall", "dgb"}),
        ("• Mitglied: IHK Fulda\n• Nicht dabei: IG Metall, DGB\n", {"ig-metall", "dgb"}),
        ("Bislang nicht beigetreten sind folgende Verbände:\n\n• VDMA\n• ZVEI\n", {"vdma", "zvei"}),
    ],
)
def test_lists_of_those_who_stay_away(text: str, away: set[str]) -> None:
    assert absent(f"\n\n{text}") == away
    assert not away & {name for name, _role in takes_part(f"{HE}\n\n{text}")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Alle sind dabei, auch die IG Metall.",
        "Eine Beteiligung der IG Metall ist vorgesehen.",
        "Die IG Metall lehnt Kürzungen ab.",
        "Die IG Metall wartet auf eine Antwort der IHK Fulda.",
        "Niemand außer der IG Metall war dabei.",
        "Die IG Metall zeigte großes Interesse an einer Mitarbeit.",
        "Die Unterschrift der IG Metall kam zuletzt.",
        "Das Fehlen von Fachkräften beklagen die IHK Fulda und der DGB.",
        "Unter Ausschluss der Öffentlichkeit tagte der Pakt mit dem DGB.",
        "Die IG Metall ist nicht nur dabei, sondern leitet den Pakt.",
        "Auf der Liste der Partner steht auch die IG Metall.",
        "Mitglied ist die IHK Fulda, nicht nur der DGB.",
    ],
)
def test_who_does_not_stay_away(sentence: str) -> None:
    assert absent(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IG Metall hat kein Interesse an dem Pakt.",
        "Die IG Metall will nicht mitmachen.",
        "Gewerkschaften sucht man in der Mitgliederliste vergeblich.",
    ],
)
def test_who_stays_away_seeks_nothing(sentence: str) -> None:
    assert seeks_or_offers(HE + sentence) == set()
