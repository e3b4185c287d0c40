"""Whom one could ask in a town: who is competent there by the register, what lies around it, who offers help."""

import pytest

from graph.kinds import ActorKind, InitiativeType, InterestKind
from queries.nearness import CLOSE_KM, Lies
from queries.place_partners import partners_at
from queries.suggestions import Source, SuggestedSort
from seeds.expectation import Unheld
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
COMPANY, UNION = ActorKind.COMPANY, ActorKind.UNION
TOWN = "gemeinde-05766008"


def at(store, name, **options):
    (town,) = REGISTER.towns_named(name)
    return partners_at(store, REGISTER, town.id, **options)


def by_name(found):
    return {one.name: one for one in found.suggestions}


def part(suggestion, source):
    return next((one for one in suggestion.parts if one.source is source), None)


@pytest.mark.parametrize(
    ("town", "ihk", "hwk"),
    [
        ("Bad Salzuflen", "ihk-lippe", "hwk-owl"),
        ("Witten", "ihk-mittleres-ruhrgebiet", "hwk-dortmund"),
        ("Dormagen", "ihk-mittlerer-niederrhein", "hwk-duesseldorf"),
        ("Ilmenau", "ihk-suedthueringen", "hwk-erfurt"),
        ("Hanau", "ihk-hanau", "hwk-wiesbaden"),
        ("Wolfsburg", "ihk-lueneburg-wolfsburg", "hwk-braunschweig-lueneburg-stade"),
        ("Landshut", "ihk-niederbayern", "hwk-niederbayern-oberpfalz"),
        ("Zwickau", "ihk-chemnitz", "hwk-chemnitz"),
        ("Wismar", "ihk-schwerin", "hwk-schwerin"),
        ("Flensburg", "ihk-flensburg", "hwk-flensburg"),
        ("Bremerhaven", "handelskammer-bremen", "hwk-bremen"),
        ("Ludwigshafen", "ihk-pfalz", "hwk-pfalz"),
        ("Saarlouis", "ihk-saarland", "hwk-saarland"),
        ("Ulm", "ihk-ulm", "hwk-ulm"),
        ("Bitterfeld-Wolfen", "ihk-halle-dessau", "hwk-halle"),
        ("Eisenhüttenstadt", "ihk-ostbrandenburg", "hwk-frankfurt-oder"),
        ("Hamburg", "handelskammer-hamburg", "hwk-hamburg"),
        ("Berlin", "ihk-berlin", "hwk-berlin"),
    ],
)
def test_the_chambers_of_towns_in_all_laender_are_named_without_any_document(store, town, ihk, hwk):
    found = at(store, town).suggestions
    chambers = {one.register_id for one in found if one.kind is ActorKind.CHAMBER}
    assert chambers == {ihk, hwk}
    assert {ActorKind.UNION, ActorKind.MINISTRY} <= {one.kind for one in found}


def test_bad_salzuflen_gets_its_ihk_and_the_hwk_of_ostwestfalen(store):
    found = at(store, "Bad Salzuflen")
    assert {"IHK Lippe zu Detmold", "HWK Ostwestfalen-Lippe zu Bielefeld"} <= {*by_name(found)}
    assert found.unheld == tuple(Unheld)


def test_initiatives_around_it_are_told_with_who_takes_part_and_how_far_they_are(store):
    told = a_reading("a.txt", date="2024").initiative("Runde Bielefeld", region="stadt-bielefeld")
    told.actor("Otis", COMPANY).participates("Otis", "Runde Bielefeld")
    told.group("Gewerkschaften", UNION, "Runde Bielefeld").participates("Gewerkschaften", "Runde Bielefeld")
    told.initiative("Runde Köln", region="stadt-koeln").initiative("Rat NRW", region="de-nw")
    store.write_reading(told.build())
    found = by_name(at(store, "Bad Salzuflen"))
    nearby = part(found["Runde Bielefeld"], Source.NEARBY)
    assert found["Runde Bielefeld"].sort is SuggestedSort.INITIATIVE
    assert (nearby.near.lies, nearby.who, nearby.groups) == (Lies.CLOSE, ("Otis",), ("Gewerkschaften",))
    assert 0 < nearby.near.km <= CLOSE_KM
    assert part(found["Rat NRW"], Source.NEARBY).near.lies is Lies.AROUND
    assert found["Runde Bielefeld"].score > found["Rat NRW"].score
    assert "Runde Köln" not in found


def test_a_past_event_is_no_initiative_to_join(store):
    told = a_reading("a.txt").initiative("Auftakt", region=TOWN, type=InitiativeType.EVENT, since="2021-03-16")
    store.write_reading(told.initiative("Rat", region=TOWN, until="2020").build())
    assert not {"Auftakt", "Rat"} & {*by_name(at(store, "Bad Salzuflen"))}
    assert "Rat" in by_name(at(store, "Bad Salzuflen", date="2019"))
    assert "Auftakt" in by_name(at(store, "Bad Salzuflen", date="2021-03-16"))


def test_seats_around_are_told_beside_who_is_competent(store):
    told = a_reading("a.txt").initiative("Runde", region="kreis-lippe")
    told.actor("IG Metall", UNION, register_id="ig-metall", region="de").participates("IG Metall", "Runde")
    store.write_reading(told.build())
    union = by_name(at(store, "Bad Salzuflen"))["IG Metall Detmold"]
    seat = part(union, Source.SAME_KIND).seats[0]
    assert (seat.initiative, seat.who, seat.evidence[0].quote[:9]) == ("Runde", ("IG Metall",), "IG Metall")


def test_who_offers_help_there_or_everywhere_is_told_with_the_sentence(store):
    told = a_reading("a.txt").initiative("Servicestelle", type=InitiativeType.SERVICE_CENTRE, region="de")
    told.interest("Servicestelle", InterestKind.OFFERS, "Servicestelle")
    told.actor("Hafen", COMPANY, region="stadt-rostock").interest("Hafen", InterestKind.OFFERS)
    store.write_reading(told.build())
    found = by_name(at(store, "Bad Salzuflen"))
    assert part(found["Servicestelle"], Source.INTEREST).evidence[0].quote.startswith("Servicestelle offers")
    assert "Hafen" not in found


def test_a_ministry_goes_by_its_name_of_the_day(store):
    names = {one.register_id: one.name for one in at(store, "Witten", date="2016").suggestions}
    assert "Mittelstand und Handwerk" in names["min-nw-wirtschaft"]


def test_the_limit_says_how_many_are_left(store):
    everybody = at(store, "Witten")
    few = at(store, "Witten", limit=3)
    assert (few.suggestions, few.rest) == (everybody.suggestions[:3], len(everybody.suggestions) - 3)
