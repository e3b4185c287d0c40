"""What is hard about initiatives in German texts, by the list in the research note on extraction, in variations.

Other names, other regions, another word order than in the documents the list was made from. Each table was written
before a rule was looked at, its numbers are those of the list.
"""

import pytest

from graph.model import Actor, Initiative
from tests.loaders.saying import reading_of, silent_on, takes_part

HE = "Industriebündnisse in Hessen\n\nIndustriepakt Nordhessen\n\nDer Industriepakt Nordhessen besteht seit 2014. "


def initiatives(text: str) -> dict[str, Initiative]:
    return {node.name: node for node in reading_of(text).nodes if isinstance(node, Initiative)}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Bündnisse in Sachsen Anhalt\n\nWerkpakt Saale\n\nDer Werkpakt Saale ist 2012 entstanden.", "de-st"),
        ("Bündnisse in Rheinland Pfalz\n\nWerkpakt Eifel\n\nDer Werkpakt Eifel ist 2012 entstanden.", "de-rp"),
        ("Bündnisse in Mecklenburg Vorpommern\n\nWerkpakt Ostsee\n\nEr ist 2012 entstanden.", "de-mv"),
        ("Bündnisse in Schleswig Holstein\n\nWerkpakt Förde\n\nEr ist 2012 entstanden.", "de-sh"),
    ],
)
def test_03_a_land_without_its_hyphen_is_the_land(text: str, region: str) -> None:
    assert [node.regions for node in initiatives(text).values()] == [(region,)]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Bündnisse in Bremen und Hamburg\n\nZu diesen beiden Ländern liegen uns keine gesicherten Angaben vor.",
         {"de-hb", "de-hh"}),
        ("Bündnisse in Thüringen\n\nHierzu ist uns derzeit nichts Verwertbares bekannt.", {"de-th"}),
        ("Überblick\n\nBayern\n\nFür Bayern konnten wir bisher keine Initiativen ermitteln.", {"de-by"}),
        ("Saarland\n\nAngaben zum Saarland lagen bei Redaktionsschluss nicht vor.", {"de-sl"}),
    ],
)  # fmt: skip
def test_15_a_gap_of_knowledge_is_a_silence(text: str, regions: set[str]) -> None:
    assert silent_on(text) == regions


def test_16_the_government_means_the_land_of_the_heading() -> None:
    text = "\n\n".join(
        f"Initiativen in {land}\n\nIndustriepakt {name}\n\nTräger des Paktes ist die Landesregierung."
        for land, name in (("Ba-Wü", "Neckar"), ("NRW", "Lippe"), ("Sachsen Anhalt", "Saale"))
    )
    actors = {node.id: node for node in reading_of(text).nodes if isinstance(node, Actor)}
    assert sorted(region for node in actors.values() for region in node.regions) == ["de-bw", "de-nw", "de-st"]


@pytest.mark.parametrize(
    "text",
    [
        "Zukunft durch Chemie Lippe\n\nZiel ist es, Flächen zu sichern. Zukunft durch Chemie Ruhr "
        '"Zukunft durch Chemie Ruhr" in den Städten Herne und Witten wurde 2012 gegründet.',
        "Industrieforum Höxter\n\nEs wirbt um Nachwuchs. Industrieforum Hamm Das „Industrieforum Hamm“ wurde 2015 "
        "ins Leben gerufen.",
        "Allianz Metall Unna\n\nSie berät Betriebe. Allianz Metall Soest In der Allianz Metall Soest arbeiten Betriebe "
        "seit 2011 zusammen.",
    ],
)
def test_17_a_heading_run_into_the_text_begins_another_initiative(text: str) -> None:
    assert len(initiatives(text)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Initiativen in NRW\n\nLange Nacht der Ausbildung\n\n• Unna 29.06.2017\n• Hamm 12.10.2017\n", 2),
        ("Bayern\n\nTag der Industrie\n\nTermin 2017: 10.05.2017\n\nBremen\n\nTag der Industrie\n\n"
         "Termin 2018: 03.05.2018\n", 2),
        ("Hessen\n\nBündnis für Industrie\n\nEs wurde 2014 gegründet.\n\nHolstein\n\nBündnis für Industrie.SH\n\n"
         "Es wurde 2013 gegründet.", 2),
    ],
)  # fmt: skip
def test_18_one_name_may_be_several_initiatives(text: str, count: int) -> None:
    assert len([node for node in reading_of(text).nodes if isinstance(node, Initiative)]) == count


@pytest.mark.parametrize(
    "text",
    [
        "Masterplan Industrie Hagen 2012 – 2020\n\nDer „Masterplan Industrie Hagen 2012-2020“ wurde 2011 beschlossen. "
        "Der Masterplan Industrie wird jährlich geprüft.",
        "Industrieallianz Emsland (IAE)\n\nDie Industrieallianz Emsland wurde 2010 gegründet. Die IAE tagt oft. "
        "Mitglieder "
        "der Allianz treffen sich in Lingen.",
        "Zukunftsforum Holz\n\nDas „Zukunftsforum Holz“ besteht seit 2015. Ziele des Zukunftsforums Holz sind bekannt.",
    ],
)
def test_19_one_initiative_may_have_several_names(text: str) -> None:
    assert len(initiatives(text)) == 1


@pytest.mark.parametrize(
    ("text", "acting", "role"),
    [
        ("Kampagne „Mach Metall“\n\nDie Kampagne „Mach Metall“ wurde 2012 vom Industriepakt Lippe und der IG "
         "Metall ins "
         "Leben gerufen.", "Industriepakt Lippe", "founder"),
        ("Tag der Werkstore\n\nVeranstalter des Tags der Werkstore sind die Allianz Chemie Leuna und die IHK "
         "Halle-Dessau.", "Allianz Chemie Leuna", "organiser"),
        ("Dialogforum Stahl\n\nDas Dialogforum Stahl wird von der Initiative Zukunft Saar getragen.",
         "Initiative Zukunft Saar", "sponsor"),
    ],
)  # fmt: skip
def test_20_an_initiative_may_act(text: str, acting: str, role: str) -> None:
    assert (acting, role) in takes_part(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Werk|statt – Lernen. Bauen. Bleiben.\n\nDie Initiative „Werk|statt – Lernen. Bauen. Bleiben.“ besteht seit "
         "2013.", "Werk|statt – Lernen. Bauen. Bleiben."),
        ("Initiative „Pro.Industrie“\n\nDie Initiative „Pro.Industrie“ wurde 2012 gegründet.", "Pro.Industrie"),
        ("Mittelstandsoffensive „k 4“\n\nDie Mittelstandsoffensive „k4“ wurde 2014 gestartet.", "k"),
    ],
)  # fmt: skip
def test_21_stops_and_bars_may_stand_in_a_name(text: str, name: str) -> None:
    assert len(initiatives(text)) == 1
    assert name in next(iter(initiatives(text)))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ('Es wurde 2014 die Projektgruppe „Industrie für Emden" eingerichtet.', "Projektgruppe „Industrie für Emden“"),
        ("Seit 2015 gilt das „Strukturkonzept Weser”.", "Strukturkonzept Weser"),
        ('Die Kampagne "Wir im Werk“ startete 2016.', "Kampagne „Wir im Werk“"),
        ("Das Bündnis »Guter Stahl« startete 2016.", "Bündnis „Guter Stahl“"),
    ],
)
def test_22_quotation_marks_need_not_match(sentence: str, name: str) -> None:
    assert name in initiatives(f"Nachrichten aus dem Norden\n\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IG Metall ist an einer Zusammenarbeit sehr interessiert.",
        "Es wird erwogen, die IHK Fulda einzubinden.",
        "Der DGB möchte sich künftig stärker einbringen.",
        "Geplant ist, auch die Handwerkskammer Kassel zu beteiligen.",
        "Die Hochschule Fulda würde gern Partner werden.",
    ],
)
def test_29_interest_and_plans_are_no_participation(sentence: str) -> None:
    assert takes_part(HE + sentence) == set()


@pytest.mark.parametrize(
    ("text", "child", "parent"),
    [
        ("Zukunftsplan Saar 2030\n\nDer Zukunftsplan Saar 2030 wurde 2018 beschlossen.\n\nDas Projekt „Werkbank 4“ ist "
         "Bestandteil des Zukunftsplans Saar 2030.", "Werkbank 4", "Zukunftsplan Saar 2030"),
        ("Industriepakt Lippe\n\nDer Industriepakt Lippe besteht seit 2014. Teil des Industriepakts Lippe ist "
         "die Kampagne "
         "„Mach mit“.", "Mach mit", "Industriepakt Lippe"),
        ("Landesinitiative „Stahl“\n\nDie Landesinitiative „Stahl“ startete 2015. Im Rahmen der "
         "Landesinitiative „Stahl“ "
         "findet der „Tag der Öfen“ statt.", "Tag der Öfen", "Landesinitiative „Stahl“"),
    ],
)  # fmt: skip
def test_an_initiative_is_part_of_another(text: str, child: str, parent: str) -> None:
    found = initiatives(text)
    (part,) = (node for name, node in found.items() if child in name)
    (whole,) = (node for name, node in found.items() if parent in name)
    assert part.parent_id == whole.id
