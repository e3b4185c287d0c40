"""How papers of councils, evaluations and declarations name initiatives, date them and say what they are part of.

Written before the rules, in other words and of other regions than in the documents that gave the occasion.
"""

import pytest

from graph.model import Actor, Initiative
from tests.loaders.saying import reading_of, takes_part


def initiatives(text: str) -> dict[str, Initiative]:
    return {node.name: node for node in reading_of(text).nodes if isinstance(node, Initiative)}


PACT = "Am 3. Mai 2019 wurde in Lennestadt der „Werkpakt Lenne“ gegründet."
LETTERHEADS = [
    "Landkreis Olpe\nDer Landrat",
    "Stadt Rheine\nDie Bürgermeisterin",
    "Kreis Borken\nFachdienst Wirtschaft",
    "Hansestadt Lübeck\nDer Senat",
    "Freistaat Thüringen\nStaatskanzlei",
]


@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_a_letterhead_makes_no_list_of_initiatives(letterhead: str) -> None:
    text = (
        f"{letterhead}\n\nVorlage 112/2021\nöffentlich\n\nBetreff: Zuschuss an den Werkpakt Lenne\n\n"
        "Beschlussvorschlag\n\nDer Zuschuss wird gewährt.\n\nII. Zusammensetzung\n\n"
        "Dem Werkpakt gehören an:\n\na) der DGB,\nb) die IG Metall."
        f"\n\nIII. Tätigkeit\n\n{PACT}\n\ngez. im Entwurf\n\nReferat 3"
    )
    assert set(initiatives(text)) == {"Werkpakt Lenne"}
    assert takes_part(text) == {("dgb", "member"), ("ig-metall", "member")}


NUMBERED = [
    ("Vorhaben 1: Werkpakt Lenne", "Werkpakt Lenne"),
    ("4.2 Vorhaben A: Werkpakt Lenne (Olpe)", "Werkpakt Lenne"),
    ("3.1.2 Teilprojekt B – Werkbund Kohle und Stadt", "Werkbund Kohle und Stadt"),
    ("II. Projekt 3: Industrietour Vechta", "Industrietour Vechta"),
    ("5) Modellvorhaben C: Guter Stahl Siegen (Kreis Siegen-Wittgenstein)", "Guter Stahl Siegen"),
]


@pytest.mark.parametrize(("heading", "name"), NUMBERED)
def test_a_numbered_project_under_a_numbered_heading_is_part_of_the_programme(heading: str, name: str) -> None:
    text = (
        "Evaluierung des Landesprogramms „Werk im Wandel“\n\n1 Überblick\n\n"
        "Im Landesprogramm „Werk im Wandel“ werden zwei "
        f"Vorhaben gefördert.\n\n{heading}\n\nEs wurde 2018 gegründet. Partner ist der DGB.\n\n"
        "6 Fazit\n\nDie Befragten sind zufrieden."
    )
    found = initiatives(text)
    programme = found["Landesprogramm „Werk im Wandel“"]
    assert set(found) == {programme.name, name}
    assert (found[name].parent_id, found[name].since) == (programme.id, "2018")


NAMES = [
    ("Das Bündnis Kohle und Stadt wurde 2017 gegründet.", "Bündnis Kohle und Stadt"),
    ("Das Netzwerk Schule und Hochschule wurde 2017 gegründet.", "Netzwerk Schule und Hochschule"),
    ("Das Forum Betrieb und Gewerkschaft wurde 2017 gegründet.", "Forum Betrieb und Gewerkschaft"),
    ("Er berät über das Industriebündnis Obere Lahn in den Jahren 2020 bis 2024.", "Industriebündnis Obere Lahn"),
    ("Das Stahlforum Obere Lahn im Jahr 2020 war gut besucht.", "Stahlforum Obere Lahn"),
    ("Das Stahlforum Obere Lahn im Rückblick.", "Stahlforum Obere Lahn"),
    ("Das Stahlforum Obere Lahn in der Aufbauphase traf sich monatlich.", "Stahlforum Obere Lahn"),
    ("Zuvor gab es einen Vorläufer: Ein Runder Tisch Gießerei tagte von 2014 bis 2018.", "Runder Tisch Gießerei"),
    ("Ein „Runder Tisch Gießerei“ tagte von 2014 bis 2018.", "Runder Tisch Gießerei"),
    ("Er übernimmt die Aufgaben des Clusterbeirats Holz Sauerland, der 2021 aufgelöst wurde.",
     "Clusterbeirat Holz Sauerland"),
    ("Der Strukturbeirat Kohle Helmstedt berät das Land.", "Strukturbeirat Kohle Helmstedt"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), NAMES)
def test_a_name_ends_where_it_ends(sentence: str, name: str) -> None:
    assert set(initiatives(sentence)) == {name}


@pytest.mark.parametrize(
    "sentence",
    [
        "Partner ist das Berufliche Schulzentrum Soest.",
        "Es spricht Dr. Jana Holm, Wissenschaftszentrum Ulm für Arbeitsforschung.",
        "Partner ist das Berufsschulzentrum Soest.",
        "Das Ausbildungszentrum Metall Hagen öffnet seine Türen.",
        "Das Jugendzentrum Nord in Hagen öffnet seine Türen.",
        "Ein Fachbeirat Wasserstoff begleitet die Arbeit.",
        "Ein runder Tisch tagte von 2014 bis 2018.",
    ],
)
def test_a_school_or_a_house_is_no_initiative(sentence: str) -> None:
    assert set(initiatives(sentence)) == set()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Berufliche Schulzentrum Soest", "other"),
        ("Wissenschaftszentrum Ulm für Arbeitsforschung", "research"),
        ("Forschungszentrum Jülich", "research"),
        ("Berufsschulzentrum Soest", "other"),
        ("Ausbildungszentrum Hagen", "other"),
        ("Naturschutzverband Emsland", "other"),
    ],
)
def test_a_school_or_a_research_centre_is_an_organisation(name: str, kind: str) -> None:
    text = f"Werkpakt Lenne\n\nPartner des Werkpakts Lenne sind der DGB und das {name}."
    found = {node.name: node.kind.value for node in reading_of(text).nodes if isinstance(node, Actor)}
    assert found.get(name) == kind or found.get(name.replace("Berufliche ", "Berufliches ")) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IG Metall ist Mitglied im Netzwerk Gute Schicht, das der DGB bundesweit betreibt.",
        "Die IG Metall wirkt im „Netzwerk Gute Schicht“ mit, an dem sich Firmen beteiligen.",
        "Partner ist das Netzwerk Gute Schicht, das Betriebe deutschlandweit verbindet.",
        "Partner ist das bundesweite Netzwerk Gute Schicht.",
    ],
)
def test_what_is_said_behind_a_name_of_the_whole_country(sentence: str) -> None:
    found = initiatives(f"Stadt Olpe, 3. Mai 2021\n\nAus Olpe. {sentence}")
    federal = "weit" in sentence
    assert (found["Netzwerk Gute Schicht"].regions == ("de",)) is federal


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Der Strukturwandelrat Lausitz", "Der Rat"),
        ("Die Zukunftsrunde Guss Lausitz", "Die Runde"),
        ("Der Werkbund Nordheide", "Der Bund"),
        ("Der Unternehmertreff Lausitz", "Der Treff"),
    ],
)
def test_the_last_part_of_a_head_points_back(name: str, short: str) -> None:
    text = (
        f"Hier ist alles anders\n\nDas Forum „Gute Schicht“ ruht. {name} besteht seit 2014.\n\n"
        f"{short} hat die Kampagne „Moin Metall“ gestartet."
    )
    found = initiatives(text)
    campaign = found["Kampagne „Moin Metall“"]
    assert [node.name for node in found.values() if node.id == campaign.parent_id] == [name.split(" ", 1)[1]]


def test_items_that_an_initiative_begins_are_its_parts() -> None:
    text = (
        "Werkpakt Lenne\n\nDer Werkpakt Lenne besteht seit 2014.\n\n"
        "Noch in diesem Jahr wird der Pakt zwei Vorhaben starten:\n\n"
        "a) die „Lehroffensive Olpe“, für die der DGB verantwortlich zeichnet;\n\n"
        "b) den Lennestädter Industrietag, ausgerichtet von der IG Metall."
    )
    found = initiatives(text)
    whole = found["Werkpakt Lenne"].id
    assert {name: node.parent_id for name, node in found.items() if node.id != whole} == {
        "Lehroffensive Olpe": whole,
        "Lennestädter Industrietag": whole,
    }


OPENING = "Werkpakt Lenne\n\nDer Werkpakt Lenne verbindet Betriebe und Schulen. "

OTHERS_SINCE = [
    ("2021 hat der Pakt das „Flächenbündnis Olpe“ angestoßen.", "Flächenbündnis Olpe", "2021"),
    ("Im Mai 2020 rief der Pakt die Allianz „Guter Guss“ ins Leben.", "Allianz „Guter Guss“", "2020-05"),
    ("2019 gründete der Pakt das Netzwerk „Gute Schicht“.", "Netzwerk „Gute Schicht“", "2019"),
    ("Aus dem Pakt ist im Jahr 2020 das Vorhaben „Labor trifft Halle“ hervorgegangen.",
     "Vorhaben „Labor trifft Halle“", "2020"),
    ("Der Pakt brachte 2018 den „Lehrstellenpakt Olpe“ auf den Weg.", "Lehrstellenpakt Olpe", "2018"),
    ("Der Pakt hat 2022 die Initiative „Tor auf“ gestartet.", "Initiative „Tor auf“", "2022"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name", "since"), OTHERS_SINCE)
def test_what_an_initiative_starts_has_the_date_and_is_its_part(sentence: str, name: str, since: str) -> None:
    found = initiatives(OPENING + sentence)
    assert set(found) == {"Werkpakt Lenne", name}
    assert (found[name].since, found[name].parent_id) == (since, found["Werkpakt Lenne"].id)
    assert found["Werkpakt Lenne"].since is None


SINCE = [
    ("Der Pakt geht auf das Jahr 2013 zurück.", "2013"),
    ("Er geht auf eine Absprache aus dem Jahr 2011 zurück.", "2011"),
    ("Seine Anfänge reichen bis 2009 zurück.", "2009"),
    ("Seine Wurzeln liegen im Jahr 2010.", "2010"),
    ("Seinen Anfang nahm der Pakt 2014.", "2014"),
    ("Der Pakt nahm im Mai 2014 seinen Anfang.", "2014-05"),
    ("2016 fing alles an.", "2016"),
    ("Der Pakt (Laufzeit 2017 bis 2021) fördert Lehrstellen.", "2017"),
    ("Der Pakt (Laufzeit von Juli 2017 bis 2021) fördert Lehrstellen.", "2017-07"),
    ("Die Jugend der IG Metall hat den Pakt im September 2018 losgetreten.", "2018-09"),
    ("Angeschoben wurde der Pakt 2015 vom DGB.", "2015"),
    ("Der DGB hob den Pakt 2012 aus der Taufe.", "2012"),
    ("Der Pakt wurde 2015 aus dem Boden gestampft.", "2015"),
    ("Von 2014 bis 2018 tagte der Pakt monatlich.", "2014"),
    ("Von März 2014 bis 2018 kam der Pakt im Rathaus zusammen.", "2014-03"),
    ("Zwischen 2013 und 2016 traf sich der Pakt jeden Monat.", "2013"),
]


@pytest.mark.parametrize(("sentence", "since"), SINCE)
def test_more_ways_to_say_since_when(sentence: str, since: str) -> None:
    assert initiatives(OPENING + sentence)["Werkpakt Lenne"].since == since


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Unterzeichnenden schließen sich hiermit zum Werkpakt Lenne zusammen.",
        "Wir schließen uns zum Werkpakt Lenne zusammen.",
        "Sie gründen hiermit den Werkpakt Lenne.",
        "Mit dieser Erklärung gründen wir den Werkpakt Lenne.",
        "Sie schließen sich deshalb zum Werkpakt Lenne zusammen.",
    ],
)
def test_a_declaration_founds_on_its_own_day(sentence: str) -> None:
    text = f"Gemeinsame Erklärung\nzur Gründung des Werkpakts Lenne\n\nOlpe, den 4. Juni 2021\n\nPräambel\n\n{sentence}"
    reading = reading_of(text, date="2021-06-04")
    assert [n.since for n in reading.nodes if isinstance(n, Initiative)] == ["2021-06-04"]
