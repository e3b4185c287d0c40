"""A page of projects: each under a numbered or labelled heading is an initiative of its own, part of the programme."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of

PAGE = "Programm „Werkplatz Nord“\n\nMit dem Programm „Werkplatz Nord“ fördert das Land seit 2019 Betriebe.\n\n"


def initiatives(text: str) -> dict[str, Initiative]:
    return {node.name: node for node in reading_of(text).nodes if isinstance(node, Initiative)}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Projekt 1: Emsland gießt neu", "Emsland gießt neu"),
        ("Projekt 12: Gemeinsame Prüfstände Aller", "Gemeinsame Prüfstände Aller"),
        ("Teilprojekt A: Leichter bauen an der Oker", "Leichter bauen an der Oker"),
        ("Teilprojekt III: Werkstoff und Wandel", "Werkstoff und Wandel"),
        ("Vorhaben 2: Offene Lehrwerkbank Peine", "Offene Lehrwerkbank Peine"),
        ("Verbundprojekt 3: Kreislauf Guss", "Kreislauf Guss"),
        ("Verbund 4: Saubere Schmiede", "Saubere Schmiede"),
        ("Modellregion 2: Unteres Wesertal", "Unteres Wesertal"),
        ("Projekt Nr. 5 – Wärme aus der Gießerei", "Wärme aus der Gießerei"),
        ("Projektname: Halle für alle", "Halle für alle"),
        ("Titel des Vorhabens: Zweite Schicht Zukunft", "Zweite Schicht Zukunft"),
    ],
)
def test_a_labelled_heading_names_a_project(heading: str, name: str) -> None:
    text = f"{PAGE}{heading}\n\nLaufzeit: 1. April 2021 bis 31. März 2024\nPartner: IHK Hannover, IG Metall\n"
    project = initiatives(text)[name]
    assert (project.since, project.until) == ("2021-04-01", "2024-03-31")


@pytest.mark.parametrize(
    "heading", ["Projekt 1: Emsland gießt neu", "Vorhaben 2: Werk und Weiterbildung", "Teilprojekt C: Saubere Schmiede"]
)
def test_a_numbered_project_is_part_of_the_programme_of_its_page(heading: str) -> None:
    found = initiatives(f"{PAGE}{heading}\n\nLaufzeit: 1. April 2021 bis 31. März 2024\n")
    programme = next(node for node in found.values() if "Werkplatz Nord" in node.name)
    assert found[heading.split(": ")[1]].parent_id == programme.id


@pytest.mark.parametrize(
    ("heading", "name", "short"),
    [
        ("Projekt 1: Emsland gießt neu (EmGuss)", "Emsland gießt neu", "EmGuss"),
        ("Teilprojekt B: Gemeinsame Prüfstände Aller (GPA)", "Gemeinsame Prüfstände Aller", "GPA"),
        ("Vorhaben 3: Kreislauf Guss und Span (KREIS-GUSS)", "Kreislauf Guss und Span", "KREIS-GUSS"),
    ],
)
def test_an_abbreviation_in_brackets_is_another_name_of_the_project(heading: str, name: str, short: str) -> None:
    text = f"{PAGE}{heading}\n\nKoordination: IHK Hannover\n\nIm Projekt {short} arbeitet die IG Metall mit.\n"
    found = initiatives(text)
    assert set(found) == {name, next(other for other in found if "Werkplatz" in other)}
    assert short in found[name].aliases


@pytest.mark.parametrize(
    "heading", ["Projekt 1: Antrag", "Schritt 2: Antrag stellen", "Projekte 2023", "Frage 3: Wer wird gefördert?"]
)
def test_steps_and_forms_are_no_projects(heading: str) -> None:
    text = f"{PAGE}{heading}\n\nAnträge nimmt die NBank an.\n"
    assert [name for name in initiatives(text) if "Werkplatz" not in name] == []


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Mit dem Programm „Werkplatz Süd“ unterstützt das Wirtschaftsministerium seit 2022 Verbünde.", "2022"),
        ("Mit der Kampagne „Werkplatz Süd“ wirbt die IHK Ulm seit März 2018 für Ausbildung.", "2018-03"),
        ("Seit 2016 fördert das Land mit dem Programm „Werkplatz Süd“ neue Maschinen.", "2016"),
        ("In Ulm gibt es seit 2020 das „Werkbündnis Süd“, in dem die Gewerkschaft mit am Tisch sitzt.", "2020"),
        ("Das „Werkbündnis Süd“ gibt es seit 2017, die IHK Ulm gehört ihm an.", "2017"),
        ("Seit 2015 gibt es in Ulm das „Werkbündnis Süd“, dem auch die IG Metall angehört.", "2015"),
        ("Er knüpft an den „Werkkreis Süd“ an, den der Landkreis Biberach von 2015 bis 2020 betrieben hatte.", "2015"),
        ("Vorläufer war der „Werkkreis Süd“, den die IHK Ulm von 2011 bis 2014 veranstaltete.", "2011"),
        ("Vorbild ist der „Werkkreis Süd“, der von 2009 bis 2012 bestand.", "2009"),
    ],
)
def test_what_somebody_does_with_it_or_that_there_is_one_dates_it(sentence: str, since: str) -> None:
    found = initiatives(f"Industriepakt Oberland\n\nDer Industriepakt Oberland berät Betriebe. {sentence}\n")
    assert next(node.since for name, node in found.items() if "Süd" in name) == since


@pytest.mark.parametrize(
    "sentence",
    [
        "Mit dem Bündnis „Werkplatz Süd“ verhandelt die IHK Ulm seit 2019 über Räume.",
        "Im „Werkbündnis Süd“ gibt es seit 2018 eine Arbeitsgruppe Energie.",
        "Vorbild ist der „Werkkreis Süd“, dem die IHK Ulm von 2011 bis 2014 angehörte.",
        "Vorbild ist der „Werkkreis Süd“, den die IHK Ulm von 2011 bis 2014 leitete.",
    ],
)
def test_what_somebody_did_in_it_or_with_its_people_does_not(sentence: str) -> None:
    found = initiatives(f"Industriepakt Oberland\n\nDer Industriepakt Oberland berät Betriebe. {sentence}\n")
    assert [node.since for name, node in found.items() if "Süd" in name] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "„Pakt? Nie gehört“, sagt einer am Tor.",
        "„Bündnis? Davon weiß ich nichts“, meint die Verkäuferin.",
        "„Dialog ist gut, Geld ist besser“, sagt der Betriebsrat.",
        "„Netzwerke haben wir genug“, heißt es in der Kammer.",
        "Fragen beantwortet die Geschäftsstelle Göttingen der IHK Hannover.",
        "Träger ist die IHK Hannover, Geschäftsstelle Hildesheim.",
        "Die Geschäftsstelle Nord der IG Metall lädt ein.",
    ],
)
def test_what_people_say_and_offices_are_no_initiatives(words: str) -> None:
    assert initiatives(f"Neues aus Niedersachsen\n\n{words}\n") == {}
