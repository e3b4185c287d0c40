"""Which initiatives a document names, where they are, since when, and which of their names are one."""

import pytest

from graph.model import Initiative
from loaders.initiative_wording import worded
from loaders.mentions import nominative
from tests.loaders.saying import reading_of


def initiatives(text: str) -> list[Initiative]:
    return [node for node in reading_of(text).nodes if isinstance(node, Initiative)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Die Allianz Maschinenbau Weser ist gewachsen.", "Allianz Maschinenbau Weser"),
        ("Das Bündnis „Guter Guss“ ist gewachsen.", "Bündnis „Guter Guss“"),
        ("Mitglieder des Bündnisses „Guter Guss“ kamen.", "Bündnis „Guter Guss“"),
        ("Im Rahmen des Masterplans Industrie Kassel entstand viel.", "Masterplan Industrie Kassel"),
        ("Der Runde Tisch Chemie Leuna tagt oft.", "Runder Tisch Chemie Leuna"),
        ("Die Dialogplattform Industrie 4.0 tagt oft.", "Dialogplattform Industrie 4.0"),
        ("Die Lange Nacht der Industrie war gut besucht.", "Lange Nacht der Industrie"),
        ("Mit der Kampagne „Wir bauen das“ wirbt die Stadt.", "Kampagne „Wir bauen das“"),
    ],
)
def test_a_name_is_found_and_written_in_the_nominative(sentence: str, name: str) -> None:
    assert name in {found.name for found in initiatives(f"Nachrichten aus der Werkstatt\n\n{sentence}")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Es ist eine Plattform für die Entwicklung des Standortes.",
        "Der Landkreis Höxter und der Kreis Lippe sind Nachbarn.",
        "Der Betriebsrat und der Stadtrat tagten am Donnerstag.",
        "Im Vertrag steht ein Auftrag.",
        "Der Verband versteht sich als Netzwerk.",
    ],
)
def test_what_only_describes_or_only_sounds_so_is_no_initiative(sentence: str) -> None:
    assert initiatives(f"Nachrichten aus der Werkstatt\n\n{sentence}") == []


def test_one_initiative_under_several_names_is_one() -> None:
    text = (
        "Masterplan Industrie Kassel 2015-2025\n\n"
        "Der „Masterplan Industrie Kassel 2015 – 2025“ wurde 2014 beschlossen. "
        "Ziel des Masterplans ist Wachstum. Der Masterplan Industrie Kassel gilt als gelungen."
    )
    (found,) = initiatives(text)
    assert found.since == "2014"


def test_a_former_name_is_the_same_initiative() -> None:
    text = (
        "Werkbund Saale\n\nDas Zukunftsbündnis Saale hieß bis 2012 „Runder Tisch Saale“. "
        "Das Zukunftsbündnis Saale wächst."
    )
    assert len({found.id for found in initiatives(text) if "Tisch" in found.name}) == 0


def test_namesakes_in_two_laender_are_two() -> None:
    text = (
        "Initiativen in Hessen\n\nWoche der Industrie\n\nDie Woche wird geplant.\n\n"
        "Initiativen in Sachsen\n\nWoche der Industrie\n\nDie Woche wird geplant."
    )
    assert sorted(found.regions for found in initiatives(text)) == [("de-he",), ("de-sn",)]


def test_dated_items_under_an_event_are_events_of_their_own() -> None:
    text = (
        "Initiativen in NRW\n\nLange Nacht der Industrie\n\n• Oberbergischer Kreis 29.06.2017\n• Krefeld 12.10.2017\n"
    )
    assert sorted((found.regions, found.since) for found in initiatives(text)) == [
        (("kreis-oberbergischer-kreis",), "2017-06-29"),
        (("stadt-krefeld",), "2017-10-12"),
    ]


@pytest.mark.parametrize(
    ("heading", "region"),
    [("Industriekreis Düsseldorf", "stadt-duesseldorf"), ("Lokale Allianz Dormagen", "gemeinde-dormagen")],
)
def test_a_town_in_the_name_is_the_region(heading: str, region: str) -> None:
    text = f"Initiativen in Nordrhein-Westfalen\n\n{heading}\n\nSie wurde 2010 gegründet."
    assert [found.regions for found in initiatives(text)] == [(region,)]


def test_the_region_comes_from_the_heading_above() -> None:
    text = (
        "Bündnisse in Ba-Wü\n\nWerkdialog\n\nEr besteht seit 2011.\n\nSachsen Anhalt\n\nWerkpakt Mitte\n\nEr ist neu."
    )
    assert {found.name: found.regions for found in initiatives(text)} == {
        "Werkdialog": ("de-bw",),
        "Werkpakt Mitte": ("de-st",),
    }


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Sie wurde im August 2010 gegründet.", "2010-08"),
        ("Sie ist im Herbst 2006 gestartet.", "2006"),
        ("Seit 2012 arbeitet die Allianz Nordheide an Leitlinien.", "2012"),
        ("Am 01.01.2015 startete sie.", "2015-01-01"),
        ("Sie wurde Ende 2010 ins Leben gerufen.", "2010"),
        ("Sie plant bis 2030.", None),
    ],
)
def test_the_first_date_is_that_of_the_founding(sentence: str, since: str | None) -> None:
    (found,) = initiatives(f"Allianz Nordheide\n\n{sentence}")
    assert found.since == since


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('Bündnisses "Zukunft der Industrie', "Bündnis „Zukunft der Industrie“"),
        ("Regionalen Innovationsstrategie Nord", "Regionale Innovationsstrategie Nord"),
        ("„Bund Neue Arbeit“", "Bund Neue Arbeit"),
        ("Mittelstandsoffensive „i3", "Mittelstandsoffensive „i3“"),
        ("Lange Nacht der Industrie“ Dresden", "„Lange Nacht der Industrie“ Dresden"),
        ("Masterplans Industriestadt", "Masterplan Industriestadt"),
    ],
)
def test_a_name_is_tidied(written: str, name: str) -> None:
    assert worded(written) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("hessischen Wirtschaftsministeriums", "hessisches Wirtschaftsministerium"),
        ("Hessische Ministerium für Wirtschaft", "Hessisches Ministerium für Wirtschaft"),
        ("Senats", "Senat"),
        ("Regierungspräsidiums Gießen", "Regierungspräsidium Gießen"),
        ("Bergische Universität", "Bergische Universität"),
    ],
)
def test_an_organisation_is_named_in_the_nominative(written: str, name: str) -> None:
    assert nominative(written) == name


@pytest.mark.parametrize(
    ("sentences", "since"),
    [
        ("Die „Tore“ sind eine Aktion des Bündnisses „Guter Guss“. Die IHK Köln hat es 2019 gegründet.", "2019"),
        ("Der Pakt Nordheide hilft der Allianz „Guter Guss“. Sie wurde 2019 gegründet.", "2019"),
        ("Die Allianz Nordheide hilft dem Pakt „Guter Guss“. Er wurde 2019 gegründet.", "2019"),
        ("Die Allianz Nordheide hilft dem Pakt „Guter Guss“. Sie wurde 2019 gegründet.", None),
    ],
)
def test_a_pronoun_stands_for_the_initiative_of_its_gender(sentences: str, since: str | None) -> None:
    text = f"Nachrichten aus der Werkstatt\n\n{sentences}"
    assert {found.since for found in initiatives(text) if "Guter Guss" in found.name} == {since}
