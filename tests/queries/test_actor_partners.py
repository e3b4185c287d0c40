"""What an actor could join and whom it could work with: whole documents in, two ranked lists out."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, InitiativeType, InterestKind
from queries.actor_partners import partners_of_actor
from queries.body_cells import BodyValue
from queries.suggestions import Source, SuggestedSort
from seeds.expectation import Unheld
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
UNION, COMPANY, EMPLOYERS = ActorKind.UNION, ActorKind.COMPANY, ActorKind.EMPLOYERS_ASSOCIATION
NAME, OTHER = "Allianz Lippe", "Runde Lemgo"


def lippe() -> ReadingBuilder:
    """Two alliances of one Kreis: a company sits in both, another one in the first alone."""
    told = a_reading("a.txt", date="2024-03-01").initiative(NAME, region="kreis-lippe")
    told.initiative(OTHER, region="kreis-lippe").actor("Otis", COMPANY).actor("Werk", COMPANY)
    return told.participates("Otis", NAME).participates("Werk", NAME).participates("Otis", OTHER)


def asked(store, told, who, **options):
    store.write_reading(told.build())
    return partners_of_actor(store, REGISTER, who, **options)


def named(suggestions):
    return {one.name: one for one in suggestions}


def part(suggestion, source):
    return next((one for one in suggestion.parts if one.source is source), None)


def test_a_body_of_the_register_finds_the_tables_of_its_district_without_being_in_the_graph(store):
    found = asked(store, lippe(), "hwk-owl")
    assert {*named(found.initiatives)} == {NAME, OTHER}
    competent = part(named(found.initiatives)[NAME], Source.COMPETENT)
    assert (competent.value, competent.ground.value) == (BodyValue.NOT_MENTIONED, "district")
    assert (found.actor.name, found.unheld) == ("HWK Ostwestfalen-Lippe zu Bielefeld", tuple(Unheld))


def test_where_the_text_names_its_kind_without_a_fact_it_may_sit_there_already(store):
    told = lippe().sentence("Auch die Handwerkskammern wurden gehört.").passage(NAME)
    found = named(asked(store, told, "hwk-owl").initiatives)
    values = {name: part(found[name], Source.COMPETENT).value for name in (NAME, OTHER)}
    assert values == {NAME: BodyValue.TO_CHECK, OTHER: BodyValue.NOT_MENTIONED}


def test_a_chamber_of_another_district_finds_none_of_them(store):
    assert asked(store, lippe(), "hwk-dortmund").initiatives == ()


def test_an_absence_comes_first_and_a_refusal_is_shown_on_request_only(store):
    told = lippe().actor("IG Metall", UNION, register_id="ig-metall")
    told.absent(OTHER, "IG Metall", quote="Die IG Metall ist nicht beteiligt.")
    told.absent(NAME, "IG Metall", quote="Die IG Metall lehnt eine Teilnahme ab.")
    found = asked(store, told, "igm-nrw")
    assert (found.initiatives[0].name, found.declined) == (OTHER, 1)
    everything = partners_of_actor(store, REGISTER, "igm-nrw", with_refusals=True).initiatives
    assert [(one.name, one.declined) for one in everything][-1] == (NAME, True)


def test_an_initiative_near_its_own_is_told_with_both_reasons(store):
    told = lippe()
    found = asked(store, told, told.key("Werk"))
    (joined,) = found.initiatives
    assert joined.name == OTHER
    near = part(joined, Source.SAME_KIND).seats[0]
    assert (near.initiative, near.evidence[0].quote[:4]) == (NAME, "Werk")
    (together,) = part(joined, Source.CONNECTED).together
    assert (together.initiative, together.who) == (NAME, ("Otis",))
    assert joined.score == pytest.approx(sum(piece.points for piece in joined.parts))


def test_its_own_tables_and_those_of_its_parts_and_wholes_are_left_out(store):
    told = lippe().actor("Konzern", COMPANY).branch_of("Werk", "Konzern")
    told.initiative("Rat Detmold", region="kreis-lippe").participates("Konzern", "Rat Detmold")
    names = named(asked(store, told, told.key("Werk")).initiatives)
    assert not {NAME, "Rat Detmold"} & {*names}


def test_a_past_event_is_not_to_be_joined(store):
    told = lippe().initiative("Auftakt", region="kreis-lippe", type=InitiativeType.EVENT, since="2021")
    told.participates("Otis", "Auftakt")
    assert "Auftakt" not in named(asked(store, told, told.key("Werk")).initiatives)


def test_actors_sit_where_it_could_join_or_are_competent_where_it_is(store):
    told = lippe().actor("Weber", COMPANY).participates("Weber", OTHER)
    told.actor("AGV Lippe", EMPLOYERS, register_id="agv-lippe", region="kreis-lippe").participates("AGV Lippe", NAME)
    found = asked(store, told, told.key("AGV Lippe"))
    actors = named(found.actors)
    assert {one.sort for one in found.actors} == {SuggestedSort.ACTOR}
    assert part(actors["Weber"], Source.SAME_KIND).seats[0].initiative == OTHER
    assert part(actors["HWK Ostwestfalen-Lippe zu Bielefeld"], Source.COMPETENT)
    assert not {"Otis", "Werk", "AGV Lippe"} & {*actors}


def test_who_offers_help_is_told_as_initiative_or_as_actor(store):
    told = lippe().initiative("Servicestelle", type=InitiativeType.SERVICE_CENTRE, region="de")
    told.interest("Servicestelle", InterestKind.OFFERS, "Servicestelle")
    told.actor("Beratung", COMPANY, region="de").interest("Beratung", InterestKind.OFFERS)
    found = asked(store, told, "hwk-owl")
    assert part(named(found.initiatives)["Servicestelle"], Source.INTEREST).kind is InterestKind.OFFERS
    assert part(named(found.actors)["Beratung"], Source.INTEREST).kind is InterestKind.OFFERS


def test_where_a_group_of_its_kind_sits_it_may_be_there_already(store):
    told = lippe().group("Gewerkschaften", UNION, NAME).participates("Gewerkschaften", NAME)
    found = named(asked(store, told, "igm-nrw").initiatives)
    assert (found[NAME].perhaps_as, found[OTHER].perhaps_there) == (("Gewerkschaften",), False)


def test_an_unknown_id_is_told(store):
    with pytest.raises(QuestionError, match="unknown_node"):
        asked(store, lippe(), "actor:nobody")
