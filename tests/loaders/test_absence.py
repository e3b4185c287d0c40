"""Who is documented absent, how strongly, and what is no absence; and on which regions a document is silent."""

import pytest

from tests.loaders.saying import is_absent, silent_on, takes_part

OPENING = "Bündnis Zukunft Werkbank\n\nDas Bündnis Zukunft Werkbank wurde 2015 in Hessen gegründet. "


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Die Gewerkschaften sind nicht beteiligt.", "<Gewerkschaften>"),
        ("Nicht vertreten sind die Handwerkskammern.", "<Handwerkskammern>"),
        ("Die IG Metall nimmt daran nicht teil.", "ig-metall"),
        ("Die IG BCE sitzt nicht mit am Tisch.", "igbce"),
        ("Der DGB gehört dem Bündnis nicht an.", "dgb"),
        ("Die Kammern blieben dem Bündnis fern.", "<Kammern>"),
        ("Die IHK Fulda verzichtet auf eine Teilnahme.", "ihk-fulda"),
        ("ver.di hat die Erklärung nicht unterzeichnet.", "verdi"),
    ],
)
def test_an_absence_frame_says_who_is_absent(sentence: str, who: str) -> None:
    assert is_absent(OPENING + sentence) == {(who, "absent")}
    assert takes_part(OPENING + sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Gewerkschaften sind nicht förmlich beteiligt, unterstützen das Bündnis aber.",
        "Die Gewerkschaften sind nicht formell Mitglied, begleiten die Arbeit jedoch.",
        "Formal sind die Gewerkschaften nicht dabei, sie helfen aber mit.",
    ],
)
def test_not_formally_but_supporting_is_informal(sentence: str) -> None:
    assert is_absent(OPENING + sentence) == {("<Gewerkschaften>", "informal")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Bündnis ist unabhängig von einzelnen Verbänden.",
        "Nicht nur die Gewerkschaften sind beteiligt.",
        "Inzwischen sind auch die Gewerkschaften beteiligt.",
        "Sind die Gewerkschaften nicht beteiligt?",
        "Die Kammern werden in diesem Papier nicht weiter beschrieben.",
    ],
)
def test_what_only_looks_like_an_absence_is_none(sentence: str) -> None:
    assert is_absent(OPENING + sentence) == set()


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Bündnisse in Bayern und Sachsen\n\nHierzu liegen uns keine Erkenntnisse vor.", {"de-by", "de-sn"}),
        ("Initiativen im Saarland\n\nUns liegen derzeit keine belastbaren Informationen vor.", {"de-sl"}),
        ("Überblick der Länder\n\nZu Thüringen ist uns bislang nichts bekannt.", {"de-th"}),
    ],
)
def test_a_silence_names_its_regions(text: str, regions: set[str]) -> None:
    assert silent_on(text) == regions


def test_no_participant_is_not_a_silence() -> None:
    assert silent_on("Allianz Nordheide\n\nDie Allianz Nordheide ist 2012 in Niedersachsen entstanden.") == set()
