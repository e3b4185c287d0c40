"""Whom an initiative could ask: whole documents in, a ranked list with its reasons out."""

from dataclasses import replace

import pytest

from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Strength
from queries.body_cells import BodyValue
from queries.nearness import Lies
from queries.partners import Partners, partners, partners_of_all
from queries.suggestions import Source, SuggestedSort
from seeds.expectation import Unheld
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
UNION, CHAMBER, COMPANY = ActorKind.UNION, ActorKind.CHAMBER, ActorKind.COMPANY
NETWORK, EMPLOYERS = ActorKind.NETWORK, ActorKind.EMPLOYERS_ASSOCIATION
NAME, OTHER = "Allianz Lippe", "Runde Detmold"
SORTED = (Source.COMPETENT, Source.SAME_KIND, Source.CONNECTED, Source.INTEREST)


def lippe(region: str | None = "kreis-lippe", name: str = NAME) -> ReadingBuilder:
    """A document on one alliance at whose table a company sits."""
    told = a_reading("a.txt", date="2024-03-01").initiative(name, region=region)
    return told.actor("Otis", COMPANY).participates("Otis", name)


def beside(told: ReadingBuilder, who: str, region: str = "kreis-lippe", *, with_otis: bool = False) -> ReadingBuilder:
    """A second alliance, in which somebody sits who was given before."""
    told.initiative(OTHER, region=region).participates(who, OTHER)
    return told.participates("Otis", OTHER) if with_otis else told


def asked(store, told, *, name=NAME):
    """The answer from the whole graph; the one from its arrays must be the same, however much of it is asked for."""
    store.write_reading(told.build())
    found = partners(store, REGISTER, told.key(name))
    for limit in (1, 4, 1000):
        for with_refusals in (False, True):
            whole = partners(store, REGISTER, told.key(name), with_refusals=with_refusals)
            few = partners(store, REGISTER, told.key(name), with_refusals=with_refusals, limit=limit)
            assert few == first_of(whole, limit)
    assert partners_of_all(store, REGISTER, limit=4)[told.key(name)] == first_of(found, 4)
    return found


def first_of(found: Partners, limit: int) -> Partners:
    shown = found.suggestions[:limit]
    return replace(found, suggestions=shown, rest=len(found.suggestions) - len(shown))


def by_name(found):
    return {one.name: one for one in found.suggestions}


def part(suggestion, source):
    return next((one for one in suggestion.parts if one.source is source), None)


def test_who_is_competent_and_not_there_comes_with_ground_and_what_is_said(store):
    found = asked(store, lippe())
    chamber = by_name(found)["HWK Ostwestfalen-Lippe zu Bielefeld"]
    competent = part(chamber, Source.COMPETENT)
    assert (competent.ground.value, competent.value, competent.partial) == ("district", BodyValue.NOT_MENTIONED, False)
    assert competent.register_sources == REGISTER.rows["hwk-owl"].sources
    assert "IHK Lippe zu Detmold" in by_name(found)
    assert (chamber.in_graph, chamber.id) == (False, "hwk-owl")


def test_a_body_whose_kind_the_text_names_without_a_fact_is_one_to_be_checked(store):
    found = by_name(asked(store, lippe().sentence("Auch die Gewerkschaften wurden gehört.").passage(NAME)))
    union, chamber = (part(found[name], Source.COMPETENT) for name in ("DGB NRW", "IHK Lippe zu Detmold"))
    assert (union.value, union.evidence[0].quote) == (BodyValue.TO_CHECK, "Auch die Gewerkschaften wurden gehört.")
    assert found["DGB NRW"].perhaps_there
    assert chamber.value is BodyValue.NOT_MENTIONED


def test_the_parts_add_up_and_the_best_come_first(store):
    told = beside(lippe().actor("VME", EMPLOYERS), "VME", with_otis=True)
    told.actor("Werkstatt", COMPANY).interest("Werkstatt", InterestKind.OFFERS, OTHER)
    found = asked(store, told)
    for one in found.suggestions:
        assert one.score == pytest.approx(sum(piece.points for piece in one.parts))
        assert one.sources == tuple(source for source in SORTED if part(one, source))
    scores = [one.score for one in found.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert {source for one in found.suggestions for source in one.sources} == {*SORTED}


def test_equal_input_gives_equal_output_whatever_was_loaded_first(store):
    first, second = lippe(), a_reading("b.txt").initiative(OTHER, region="kreis-lippe").actor("VME", EMPLOYERS)
    second.participates("VME", OTHER)
    store.write_reading(second.build())
    once = asked(store, first)
    assert partners(store, REGISTER, first.key(NAME)) == once


def test_a_documented_absence_comes_first_with_its_sentence(store):
    told = lippe().group("Gewerkschaften", UNION, NAME)
    told.absent(NAME, "Gewerkschaften", quote="Die Gewerkschaften sind nicht beteiligt.")
    first = asked(store, told).suggestions[0]
    assert first.kind is UNION
    assert part(first, Source.COMPETENT).evidence[0].quote == "Die Gewerkschaften sind nicht beteiligt."


def test_who_sits_there_is_left_out(store):
    told = lippe().actor("IHK Lippe", CHAMBER, chamber_type=ChamberType.IHK, register_id="ihk-lippe")
    found = by_name(asked(store, told.participates("IHK Lippe", NAME)))
    assert "Otis" not in found
    assert not [one for one in found.values() if one.chamber_type is ChamberType.IHK]


def test_who_sits_there_under_another_name_is_left_out(store):
    told = lippe().actor("Verband Metall", EMPLOYERS, aliases=("VMX",)).participates("Verband Metall", NAME)
    told.initiative(OTHER, region="kreis-lippe").actor("VMX", EMPLOYERS, region="de-nw").participates("VMX", OTHER)
    assert "VMX" not in by_name(asked(store, told))


def test_who_sat_in_an_earlier_phase_is_there_already(store):
    told = lippe(name="Masterplan Lippe 2010-2020").actor("VME", EMPLOYERS)
    told.initiative("Masterplan Lippe 2020-2030", region="kreis-lippe")
    told.participates("VME", "Masterplan Lippe 2020-2030")
    found = asked(store, told, name="Masterplan Lippe 2010-2020")
    assert not {"VME", "Otis"} & {*by_name(found)}


def test_who_has_left_may_be_asked_again(store):
    told = beside(lippe().actor("Weidmüller", COMPANY), "Weidmüller")
    told.participates("Weidmüller", NAME, quote="Weidmüller war bis 2023 dabei.", until="2023")
    assert "Weidmüller" in by_name(asked(store, told))


def test_where_a_group_of_its_kind_takes_part_it_may_be_there_already(store):
    found = by_name(asked(store, lippe().group("Gewerkschaften", UNION, NAME).participates("Gewerkschaften", NAME)))
    union = found["DGB NRW"]
    assert (union.perhaps_there, union.perhaps_as) == (True, ("Gewerkschaften",))
    assert union.score < found["HWK Ostwestfalen-Lippe zu Bielefeld"].score


def test_where_nobody_is_named_everybody_may_be_there_already(store):
    found = asked(store, a_reading("a.txt").initiative(NAME, region="kreis-lippe"))
    assert found.names_nobody
    assert all(one.perhaps_there for one in found.suggestions)


@pytest.mark.parametrize(
    ("quote", "declined"),
    [("Die IG Metall lehnt eine Teilnahme ab.", True), ("Die IG Metall ist nicht beteiligt.", False)],
)
def test_who_has_said_no_is_shown_on_request_only_and_last(store, quote, declined):
    told = lippe().actor("IG Metall", UNION, register_id="ig-metall").absent(NAME, "IG Metall", quote=quote)
    found = asked(store, told)
    assert ("IG Metall Detmold" in by_name(found), bool(found.declined)) == (not declined, declined)
    everybody = partners(store, REGISTER, told.key(NAME), with_refusals=True).suggestions
    assert bool([one for one in everybody if one.declined]) is declined
    if declined:
        assert everybody[-1].refusal[0].quote == quote


def test_informal_supporters_are_asked_first(store):
    told = lippe().group("Industriegewerkschaften", UNION, NAME)
    told.absent(NAME, "Industriegewerkschaften", Strength.INFORMAL)
    assert part(asked(store, told).suggestions[0], Source.COMPETENT).value is BodyValue.INFORMAL


def test_a_network_that_is_an_initiative_is_never_its_own_partner(store):
    told = lippe().actor("Netzwerk Lippe", NETWORK, aliases=(NAME,))
    assert "Netzwerk Lippe" not in by_name(asked(store, beside(told, "Netzwerk Lippe", with_otis=True)))


def test_a_part_of_who_sits_there_and_what_it_is_a_part_of_are_left_out(store):
    told = lippe().actor("Konzern", COMPANY).actor("Konzern Werk Lemgo", COMPANY)
    told.branch_of("Konzern Werk Lemgo", "Konzern").participates("Konzern Werk Lemgo", NAME)
    assert "Konzern" not in by_name(asked(store, beside(told, "Konzern", with_otis=True)))


def test_neighbours_are_told_with_the_initiative_and_how_near_it_is(store):
    told = beside(lippe().actor("Weidmüller", COMPANY), "Weidmüller", "stadt-bielefeld")
    seat = part(by_name(asked(store, told))["Weidmüller"], Source.SAME_KIND).seats[0]
    assert (seat.initiative, seat.itself, seat.near.lies) == (OTHER, True, Lies.CLOSE)
    assert 0 < seat.near.km <= 40
    assert seat.evidence[0].quote.startswith("Weidmüller wirkt")


def test_a_company_or_chamber_from_far_away_is_left_out(store):
    told = lippe().initiative(OTHER, region="stadt-rostock").actor("Werft", COMPANY).participates("Werft", OTHER)
    told.actor("IHK Rostock", CHAMBER, chamber_type=ChamberType.IHK, register_id="ihk-rostock", region="de-mv")
    found = by_name(asked(store, told.participates("IHK Rostock", OTHER)))
    assert not {"Werft", "IHK Rostock"} & {*found}


def test_the_seat_of_a_federal_union_counts_for_its_district(store):
    told = lippe("de-he").initiative(OTHER, region="stadt-frankfurt-am-main")
    told.actor("IG Metall", UNION, register_id="ig-metall", region="de").participates("IG Metall", OTHER)
    found = by_name(asked(store, told))
    seat = part(found["IG Metall Mitte"], Source.SAME_KIND).seats[0]
    assert (seat.itself, seat.who, seat.near.lies) == (True, ("IG Metall",), Lies.WITHIN)
    assert "IG Metall" not in found
    others = part(found["DGB Hessen-Thüringen"], Source.SAME_KIND).seats[0]
    assert (others.itself, others.points < seat.points) == (False, True)


def test_shared_memberships_are_told_with_who_and_where(store):
    told = beside(lippe().actor("Weidmüller", COMPANY), "Weidmüller", with_otis=True)
    connected = part(by_name(asked(store, told))["Weidmüller"], Source.CONNECTED)
    assert [(one.initiative, one.who) for one in connected.together] == [(OTHER, ("Otis",))]
    assert connected.points == pytest.approx(sum(one.points for one in connected.together) + connected.further)
    assert connected.together[0].evidence[0].quote.startswith("Weidmüller wirkt")


def test_who_offers_and_who_seeks_is_told_with_the_sentence(store):
    told = lippe().initiative("Servicestelle", type=InitiativeType.SERVICE_CENTRE, region="de")
    told.interest("Servicestelle", InterestKind.OFFERS, "Servicestelle")
    told.actor("Stadtwerke", COMPANY, region="gemeinde-05766008").interest("Stadtwerke", InterestKind.SEEKS)
    told.actor("Hafen", COMPANY, region="stadt-rostock").interest("Hafen", InterestKind.SEEKS)
    found = by_name(asked(store, told))
    offer = part(found["Servicestelle"], Source.INTEREST)
    assert (found["Servicestelle"].sort, offer.kind) == (SuggestedSort.INITIATIVE, InterestKind.OFFERS)
    assert offer.evidence[0].quote.startswith("Servicestelle offers")
    assert part(found["Stadtwerke"], Source.INTEREST).kind is InterestKind.SEEKS
    assert "Hafen" not in found


def test_whom_the_initiative_itself_seeks_is_named(store):
    told = lippe().actor("Netzwerk Zukunft der Industrie", NETWORK, register_id="netzwerk-zukunft-industrie")
    sentence = "Die Allianz Lippe sucht den Austausch mit dem Netzwerk Zukunft der Industrie."
    wanted = told.interest(NAME, InterestKind.SEEKS, quote=sentence)
    found = by_name(asked(store, wanted))["Netzwerk Zukunft der Industrie"]
    assert part(found, Source.INTEREST).wanted


def test_an_unknown_place_and_an_empty_table_are_told(store):
    found = asked(store, lippe(None))
    assert (found.has_place, found.suggestions, found.unheld) == (False, (), tuple(Unheld))


def test_the_limit_says_how_many_are_left(store):
    told = lippe()
    everybody = asked(store, told)
    few = partners(store, REGISTER, told.key(NAME), limit=2)
    assert few.suggestions == everybody.suggestions[:2]
    assert few.rest == len(everybody.suggestions) - 2


def test_an_answer_on_the_arrays_takes_few_messages_to_the_store(store, monkeypatch):
    told = beside(lippe().actor("Werk 1", COMPANY), "Werk 1", with_otis=True)
    store.write_reading(told.build())
    partners(store, REGISTER, told.key(NAME), limit=4)
    asked_for, read_rows = [], store._reader.read
    monkeypatch.setattr(store._reader, "read", lambda text, given: asked_for.append(text) or read_rows(text, given))
    assert partners(store, REGISTER, told.key(NAME), limit=4).suggestions
    assert len(asked_for) <= 20
