"""What an initiative is part of: said outright, shown by a verb, or by standing in the middle of its owner's text."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "


def parts(text: str) -> set[tuple[str, str]]:
    """(part, whole) by name of every initiative in a text that has a parent."""
    named = {node.id: node for node in reading_of(text).nodes if isinstance(node, Initiative)}
    return {(node.name, named[node.parent_id].name) for node in named.values() if node.parent_id}


SAID = [
    ("Der Pakt ist Teil der Landesinitiative „Werk im Wandel“.", "Landesinitiative „Werk im Wandel“"),
    ("Der Pakt gehört zum Landesprogramm „Werk im Wandel“.", "Landesprogramm „Werk im Wandel“"),
    ("Er ist Bestandteil des bundesweiten Netzwerks „Guter Stahl“.", "Netzwerk „Guter Stahl“"),
    ("Der Zukunftspakt Emstal ist ein Baustein der Industriestrategie Niedersachsen.",
     "Industriestrategie Niedersachsen"),
    ("Das Geld stammt aus Mitteln des Landesprogramms „Werk im Wandel“, zu dem der Pakt seit 2018 gehört.",
     "Landesprogramm „Werk im Wandel“"),
    ("Eingebettet ist der Pakt in die Industriestrategie Niedersachsen.", "Industriestrategie Niedersachsen"),
    ("Unter dem Dach der Allianz „Guter Stahl“ arbeitet auch der Zukunftspakt Emstal.", "Allianz „Guter Stahl“"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "whole"), SAID)
def test_what_the_text_is_about_may_be_part_of_something(sentence: str, whole: str) -> None:
    assert parts(OPENING + sentence) == {("Zukunftspakt Emstal", whole)}


PARTS = [
    ("Aus dem Pakt sind 2019 die Emstaler Werkgespräche hervorgegangen.", "Emstaler Werkgespräche"),
    ("Aus dem Pakt heraus ist der „Industrietag Emstal“ entstanden.", "Industrietag Emstal"),
    ("Der Pakt hat die Kampagne „Moin Metall“ ins Leben gerufen.", "Kampagne „Moin Metall“"),
    ("Mit der Kampagne „Moin Metall“ wirbt der Pakt um Auszubildende.", "Kampagne „Moin Metall“"),
    ("Der „Tag der Werkbank“ fand am 7. Mai 2019 zum dritten Mal statt.", "Tag der Werkbank"),
    ("Die Gesprächsreihe „Schicht im Dialog“ des Paktes beginnt im Mai.", "Gesprächsreihe „Schicht im Dialog“"),
    ("Die „Lange Nacht der Tore“ ist eine Aktion des Zukunftspakts Emstal.", "Lange Nacht der Tore"),
    ("Im Rahmen des Zukunftspakts Emstal startete 2020 die Dialogreihe „Am Werktor“.", "Dialogreihe „Am Werktor“"),
    ("Teil des Pakts ist auch die Servicestelle „Fachkraft vor Ort“.", "Servicestelle „Fachkraft vor Ort“"),
    ("Im Zukunftspakt Emstal wurde vereinbart, die Branchengespräche Guss wieder aufzunehmen.",
     "Branchengespräche Guss"),
    ("Zum Pakt gehört das Projekt „Rollende Lehrwerkstatt“.", "Projekt „Rollende Lehrwerkstatt“"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "part"), PARTS)
def test_what_it_does_is_part_of_it(sentence: str, part: str) -> None:
    assert parts(OPENING + sentence) == {(part, "Zukunftspakt Emstal")}


NO_PARTS = [
    "Er ging aus dem Runden Tisch Emshafen hervor.",
    "Hervorgegangen ist der Pakt aus dem „Runden Tisch Emshafen“.",
    "Der Pakt stellte sich auf der Messe „Metall Nord“ vor.",
    "Das Geld kommt aus dem Förderprogramm „Werk im Wandel“.",
    "Die Industriekonferenz der NGG am 6. Mai unterstützt der Pakt mit 2.000 Euro.",
    "Am „Tag der Fabrik“ in Chemnitz nahm der Pakt als Gast teil.",
    "Anders als die Kampagne „Moin Metall“ in Rostock kommt er ohne Plakate aus.",
    "Er arbeitet mit dem Industriedialog Unterweser zusammen.",
    "Der Pakt wurde von der Kampagne „Moin Metall“ in Hamburg angestoßen.",
    "Im Rahmen der „Langen Nacht der Industrie“ in Hamburg stellte sich der Pakt vor.",
]


@pytest.mark.parametrize("sentence", NO_PARTS)
def test_predecessors_neighbours_funds_and_other_people_s_events_are_no_wholes_or_parts(sentence: str) -> None:
    assert parts(OPENING + sentence) == set()


def test_an_event_told_in_the_section_of_an_initiative_is_part_of_it() -> None:
    text = (
        "Bündnisse in Hessen\n\nIndustriepakt Lahn\n\nAuftakt war ein „Metallkongress Lahn“ am 5.6.2015. "
        "Die IHK Limburg führt ihn.\n\nNacht der Industrie\n\n• Wetzlar 12.9.2018\n• Gießen 19.9.2018"
    )
    assert parts(text) == {("Metallkongress Lahn", "Industriepakt Lahn")}


def test_an_event_whose_own_section_names_the_initiative_above_it_is_part_of_it() -> None:
    text = (
        "Bündnisse in Sachsen\n\nIndustriebündnis Elbland\n\nDas Bündnis wurde 2015 gegründet.\n\n"
        "Woche des Werkstoffs\n\nDie Kerngruppe des Bündnisses plant sie für den Mai.\n\n"
        "Tag der Technik\n\nEr wird von der Stadt Riesa vorbereitet."
    )
    assert parts(text) == {("Woche des Werkstoffs", "Industriebündnis Elbland")}


def test_nothing_is_part_of_itself_by_a_round() -> None:
    text = OPENING + (
        "Der Pakt ist Teil der Landesinitiative „Werk im Wandel“. "
        "Die Landesinitiative „Werk im Wandel“ ist Teil des Zukunftspakts Emstal."
    )
    assert len(parts(text)) == 1
