"""Since when there is an initiative: the many ways a text says it, and the dates in it that are no beginning."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of

OPENING = "Werkbund Nordheide\n\nDer Werkbund Nordheide verbindet Betriebe und Schulen. "


def beginnings(text: str) -> dict[str, str | None]:
    """Name → first date of every initiative in a text."""
    return {node.name: node.since for node in reading_of(text).nodes if isinstance(node, Initiative)}


SINCE = [
    ("Im Werkbund machen seit 2014 die IHK Köln und der DGB gemeinsame Sache.", "2014"),
    ("Zwölf Zulieferer tauschen sich hier seit 2019 über neue Arbeitszeiten aus.", "2019"),
    ("Er setzt sich seit März 2011 für Fachkräfte ein.", "2011-03"),
    ("Seit Herbst 2016 ziehen Kammern und Gewerkschaften hier an einem Strang.", "2016"),
    ("Der Werkbund ist seit 2009 aktiv.", "2009"),
    ("Die Stadt Lüneburg, die 2016 zu den Gründern des Werkbundes zählte, gehört ihm nicht mehr an.", "2016"),
    ("Zu den Gründungsmitgliedern gehörte 2013 die IHK Köln.", "2013"),
    ("Ins Leben gerufen hat den Werkbund 2017 die IHK Köln.", "2017"),
    ("2011 auf Initiative der Handwerkskammer Dresden entstanden, wächst er stetig.", "2011"),
    ("Er löste 2018 den „Arbeitskreis Schiene“ ab.", "2018"),
    ("Er trat 2015 an die Stelle des „Arbeitskreises Schiene“.", "2015"),
    ("Im März 2014 wurde er eröffnet.", "2014-03"),
    ("Einberufen hat ihn im Mai 2012 das Wirtschaftsministerium.", "2012-05"),
    ("Die IHK Köln rief ihn 2010 ins Leben.", "2010"),
    ("Die IHK Köln und der DGB schlossen sich 2012 zum Werkbund zusammen.", "2012"),
    ("Der Startschuss fiel am 4. Mai 2018.", "2018-05-04"),
    ("Gründung: 2012", "2012"),
    ("Seit seiner Gründung im Jahr 2012 ist er gewachsen.", "2012"),
    ("Die Gründungsversammlung fand am 3. Juni 2013 statt.", "2013-06-03"),
    ("Er wurde erstmals 2018 einberufen.", "2018"),
    ("Angestoßen hatte ihn im Mai 2008 der DGB.", "2008-05"),
]


@pytest.mark.parametrize(("sentence", "since"), SINCE)
def test_a_beginning_is_dated(sentence: str, since: str) -> None:
    assert beginnings(OPENING + sentence)["Werkbund Nordheide"] == since


NO_BEGINNING = [
    "Die IHK Köln macht seit Mai 2020 mit.",
    "Seit 2023 zählt der DGB zu den Mitgliedern.",
    "Die Geschäftsstelle führt seit 2014 die Agentur Werkland GmbH.",
    "Das Land fördert den Werkbund seit 2019 mit 150.000 Euro.",
    "Die Universität Bremen arbeitet seit Januar 2021 in der Gruppe Weiterbildung mit.",
    "Die Heideguss GmbH wurde 1927 gegründet und hat 300 Beschäftigte.",
    "Die Sitzung wurde am 8. November 2016 vom Vorsitzenden eröffnet.",
    "Der DGB ist seit 2018 Mitglied.",
    "Bis Ende 2026 sollen 30 Betriebe beitreten.",
    "Die IHK Köln war 2020 ausgeschieden, kehrt aber zurück.",
    "Das Protokoll vom 3. Mai 2018 wurde genehmigt.",
]


@pytest.mark.parametrize("sentence", NO_BEGINNING)
def test_joining_funding_and_companies_are_no_beginning(sentence: str) -> None:
    assert beginnings(OPENING + sentence)["Werkbund Nordheide"] is None


RELATIVE = [
    ("Er ging 2014 aus dem „Bündnis Optik“ hervor, das 2011 begonnen hatte.", "2014", "2011"),
    ("Hervorgegangen ist er aus dem „Bündnis Optik“, das der Landkreis Gifhorn 2018 einberufen hatte.", None, "2018"),
    ("Er ist Teil des Bündnisses „Optik“, das seit 2017 unter Federführung der IHK Köln läuft.", None, "2017"),
    ("Vorläufer war das Bündnis Optik, das 2009 begonnen hatte und 2015 endete.", None, "2009"),
]


@pytest.mark.parametrize(("sentence", "own", "other"), RELATIVE)
def test_a_relative_clause_dates_what_stands_before_it(sentence: str, own: str | None, other: str) -> None:
    found = beginnings(OPENING + sentence)
    assert found.pop("Werkbund Nordheide") == own
    assert list(found.values()) == [other]


def test_what_was_founded_is_older_than_what_was_presented() -> None:
    text = OPENING + "Sein Leitbild wurde 2018 vorgestellt. Gegründet wurde er 2012."
    assert beginnings(text)["Werkbund Nordheide"] == "2012"


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IHK Köln hatte das Bündnis 2020 im Streit verlassen.",
        "Ins Leben gerufen hat das Netzwerk 2017 die Stadt.",
        "Im Bündnis 2019 noch am Rand, ist der DGB heute mittendrin.",
    ],
)
def test_a_year_behind_a_pointer_is_no_name(sentence: str) -> None:
    text = f"Bündnis Werkland\n\nDas Bündnis Werkland ist ein Netzwerk. {sentence}"
    assert set(beginnings(text)) == {"Bündnis Werkland"}
