"""Where an initiative stands and until when it was, by what its own clauses say; a table written before the rule."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of

HEAD = "Industriepakt Nordhessen\n\n"


def standing(sentence: str, *, date: str | None = None) -> tuple[str, str | None]:
    found = [node for node in reading_of(HEAD + sentence, date=date).nodes if isinstance(node, Initiative)]
    (pact,) = (node for node in found if node.name == "Industriepakt Nordhessen")
    return pact.status.value, pact.until


@pytest.mark.parametrize(
    ("sentence", "status", "until"),
    [
        ("Der Industriepakt Nordhessen wurde 2019 aufgelöst.", "ended", "2019"),
        ("Ende 2019 wurde der Industriepakt Nordhessen beendet.", "ended", "2019"),
        ("Der Pakt endete im Juni 2018.", "ended", "2018-06"),
        ("Der Pakt löste sich 2020 auf.", "ended", "2020"),
        ("Er lief von 2012 bis 2018.", "ended", "2018"),
        ("Der Pakt lief bis Ende 2016.", "ended", "2016"),
        ("Der Pakt besteht nicht mehr.", "ended", None),
        ("Der Pakt wurde 2017 vom Landrat berufen und 2019 beendet.", "ended", "2019"),
        ("Im März 2021 hat der Pakt seine Arbeit eingestellt.", "ended", "2021-03"),
        ("Der Pakt ruht seit 2020.", "paused", None),
        ("Der Industriepakt Nordhessen liegt derzeit auf Eis.", "paused", None),
        ("Der Pakt ist im Aufbau.", "planned", None),
        ("Der Industriepakt Nordhessen soll 2025 gegründet werden.", "planned", None),
        ("Der Pakt tagt zweimal im Jahr.", "active", None),
        ("Der Industriepakt Nordhessen besteht seit 2014.", "active", None),
        ("Der Pakt wird fortgeführt.", "active", None),
        ("Laufzeit: 2020 bis 2022", "unclear", "2022"),
    ],
)
def test_a_clause_on_the_initiative_says_where_it_stands(sentence: str, status: str, until: str | None) -> None:
    assert standing(sentence) == (status, until)


@pytest.mark.parametrize(
    ("sentence", "date", "status"),
    [
        ("Der Pakt läuft bis Ende 2025.", "2022-05-01", "active"),
        ("Der Pakt läuft bis Ende 2025.", "2027-05-01", "ended"),
        ("Der Pakt endet 2024.", "2022", "active"),
    ],
)
def test_what_ends_after_the_document_s_day_still_goes_on(sentence: str, date: str, status: str) -> None:
    assert standing(sentence, date=date)[0] == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Sitzung des Paktes endete um 18 Uhr.",
        "Die Mitgliedschaft der IHK Fulda im Pakt endete 2018.",
        "Die Förderung des Paktes lief 2018 aus.",
        "Die IHK Fulda hat sich im Pakt engagiert, der Verband Holz wurde 2019 aufgelöst.",
        "Der Pakt wurde nicht aufgelöst.",
        "Der Pakt könnte 2025 beendet werden.",
        "Für das nächste Jahr ist eine Konferenz geplant.",
        "Wird der Pakt aufgelöst?",
        "Das Werk wurde 2019 geschlossen.",
        "Der Streit im Pakt ist beendet.",
        "Der Pakt will bis 2030 klimaneutral wirtschaften.",
    ],
)
def test_what_is_said_of_something_else_says_nothing_of_it(sentence: str) -> None:
    assert standing(sentence) == ("unclear", None)


def test_the_last_of_two_dates_is_the_end() -> None:
    assert standing("Er wurde im März 2014 eröffnet und Ende 2018 eingestellt.") == ("ended", "2018")
