"""Who stays away in papers of councils, evaluations and declarations, and of which places nothing is known.

Written before the rules, in other words than in the documents that gave the occasion.
"""

import pytest

from graph.model import Actor
from tests.loaders.saying import is_absent, reading_of, silent_on

OPENING = "Werkpakt Lenne\n\nDer Werkpakt Lenne verbindet Betriebe und Schulen. "

AWAY = [
    ("Die IG Metall sitzt zwar nicht im Pakt, hat ihm aber im Streit den Rücken gestärkt.",
     {("ig-metall", "informal")}),
    ("Der DGB wollte keinen eigenen Platz, stellt aber Referenten.", {("dgb", "informal")}),
    ("Die IHK Köln möchte keinen Sitz.", {("ihk-koeln", "absent")}),
    ("Die IHK Köln beansprucht keinen Sitz im Pakt.", {("ihk-koeln", "absent")}),
    ("Die IHK Köln lehnte eine Mitwirkung ab.", {("ihk-koeln", "absent")}),
    ("Parteien haben dort Hausverbot.", {("<Parteien>", "absent")}),
    ("Parteien sind im Pakt unerwünscht.", {("<Parteien>", "absent")}),
    ("Parteien müssen draußen bleiben.", {("<Parteien>", "absent")}),
    ("Parteien sind nicht zugelassen.", {("<Parteien>", "absent")}),
    ("Parteien haben keinen Zutritt.", {("<Parteien>", "absent")}),
    ("Kritisch gesehen wird, dass Zulieferer nicht beteiligt sind.", {("<Zulieferer>", "absent")}),
    ("Bemängelt wird, dass Umweltverbände nicht beteiligt sind.", {("<Umweltverbände>", "absent")}),
    ("Der Bund ist nicht vertreten.", {("<Bund>", "absent")}),
    ("Die Kreishandwerkerschaft gehört dem Pakt trotz Einladung nicht an.", {("<Kreishandwerkerschaft>", "absent")}),
    ("Die Kreishandwerkerschaft Soest gehört dem Pakt nicht an.", {("Kreishandwerkerschaft Soest", "absent")}),
    ("Der Bund sitzt nicht mit am Tisch.", {("<Bund>", "absent")}),
    ("Mit Bedauern nehmen die Partner zur Kenntnis, dass ver.di sowie die Naturschutzverbände ihre Mitarbeit "
     "abgelehnt haben.", {("verdi", "absent"), ("<Naturschutzverbände>", "absent")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "who"), AWAY)
def test_more_ways_to_stay_away(sentence: str, who: set[tuple[str, str]]) -> None:
    assert is_absent(OPENING + sentence) == who


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Die Arbeitsgemeinschaft der Umweltverbände im Emsland lehnte eine Mitwirkung ab.",
         "Arbeitsgemeinschaft der Umweltverbände im Emsland", "other"),
        ("Der Landkreis Mühldorf ist nicht dabei.", "Landkreis Mühldorf", "public_body"),
        ("Die Arbeitsgemeinschaft der Wohlfahrtsverbände im Emsland ist nicht dabei.",
         "Arbeitsgemeinschaft der Wohlfahrtsverbände im Emsland", "other"),
    ],
)  # fmt: skip
def test_who_stays_away_is_a_body_of_its_kind(sentence: str, name: str, kind: str) -> None:
    reading = reading_of(OPENING + sentence)
    assert [(node.name, node.kind.value) for node in reading.nodes if isinstance(node, Actor)] == [(name, kind)]
    assert {strength for _, strength in is_absent(OPENING + sentence)} == {"absent"}


@pytest.mark.parametrize(
    ("sentence", "regions"),
    [
        ("Für den Landkreis Vechta konnten keine Informationen über Aktivitäten gewonnen werden.", {"kreis-vechta"}),
        ("Für den Landkreis Uelzen ließen sich keine Angaben ermitteln.", {"kreis-uelzen"}),
        ("Für den Landkreis Uelzen ist der Verwaltung über vergleichbare Aktivitäten nichts bekannt.",
         {"kreis-uelzen"}),
        ("Aus dem Landkreis Uelzen war nichts in Erfahrung zu bringen.", {"kreis-uelzen"}),
    ],
)  # fmt: skip
def test_more_ways_to_say_that_nothing_is_known(sentence: str, regions: set[str]) -> None:
    assert silent_on(OPENING + sentence) == regions
