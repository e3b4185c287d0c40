"""Profiles of actors and initiatives, from a real store."""

import pytest

from graph import keys
from graph.errors import QuestionError
from graph.kinds import ActorKind, InitiativeType, Role, Strength
from queries.profile import actor_profile, find, initiative_profile
from queries.snapshot import read_facts, read_facts_around
from seeds.register import load_register
from tests.factory import a_reading


@pytest.fixture
def key(store):
    """Two documents on one alliance, told in the wrong order; answers with the keys of what they name."""
    for address, date in (("b.txt", "2017"), ("a.txt", None)):
        told = (
            a_reading(address, date=date)
            .sentence(f"Aus {address}.")
            .initiative("Masterplan", type=InitiativeType.MASTER_PLAN)
            .initiative("Bündnis", part_of="Masterplan", region_name="Hessen")
            .actor("IG Metall", ActorKind.UNION, aliases=("IGM",))
            .actor("IG Metall Mitte", ActorKind.UNION)
            .actor("Ministerium", ActorKind.MINISTRY)
            .actor("DGB", ActorKind.UNION)
            .participates("IG Metall", "Bündnis", Role.MEMBER)
            .participates("IG Metall Mitte", "Bündnis", Role.MEMBER)
            .participates("Ministerium", "Bündnis", Role.LEAD)
            .participates("IG Metall", "Masterplan", Role.SUPPORTER)
            .group("Handwerkskammern", ActorKind.CHAMBER, "Bündnis")
            .absent("Bündnis", "Handwerkskammern", Strength.INFORMAL)
            .branch_of("IG Metall Mitte", "IG Metall")
            .member_of("IG Metall", "DGB")
            .interest("Ministerium", initiative="Bündnis")
            .listing("Bündnis")
            .unread("Hochschulen", ActorKind.UNIVERSITY, initiative="Bündnis")
            .unread("Universitäten", ActorKind.UNIVERSITY, initiative="Masterplan")
        )
        store.write_reading(told.build())
    return told.key


def test_an_initiative_tells_all_that_the_texts_say(store, key):
    profile = initiative_profile(store, key("Bündnis"))
    assert [(seat.role, seat.actor.name) for seat in profile.seats] == [
        (Role.LEAD, "Ministerium"),
        (Role.MEMBER, "IG Metall"),
        (Role.MEMBER, "IG Metall Mitte"),
    ]
    evidence = [(item.document_address, item.document_date) for item in profile.seats[0].evidence]
    assert evidence == [("b.txt", "2017"), ("a.txt", None)], "newest first, undated last"
    assert profile.parent is not None
    assert profile.parent.id == key("Masterplan")
    assert [(seat.actor.name, seat.strength) for seat in profile.absences] == [("Handwerkskammern", Strength.INFORMAL)]
    assert [place.word for place in profile.unread] == ["Hochschulen", "Hochschulen"]
    assert [interest.holder for interest in profile.interests] == ["Ministerium"]
    assert len(profile.listings) == 2
    assert [document.address for document in profile.documents] == ["a.txt", "b.txt"]


def test_a_plan_names_its_parts(store, key):
    profile = initiative_profile(store, key("Masterplan"))
    assert ([part.name for part in profile.parts], profile.parent) == (["Bündnis"], None)


def test_an_actor_tells_where_it_sits_and_to_whom_it_belongs(store, key):
    profile = actor_profile(store, key("IG Metall"))
    assert [(seat.role, seat.initiative.name) for seat in profile.seats] == [
        (Role.MEMBER, "Bündnis"),
        (Role.SUPPORTER, "Masterplan"),
    ]
    assert [kin.actor.name for kin in profile.branches] == ["IG Metall Mitte"]
    assert [kin.actor.name for kin in profile.member_of] == ["DGB"]
    assert (profile.parents, profile.members, profile.absences) == ((), (), ())


def test_the_other_ends_of_membership_branch_and_absence(store, key):
    assert [kin.actor.name for kin in actor_profile(store, key("IG Metall Mitte")).parents] == ["IG Metall"]
    assert [kin.actor.name for kin in actor_profile(store, key("DGB")).members] == ["IG Metall"]
    assert [seat.initiative.name for seat in actor_profile(store, key("Handwerkskammern")).absences] == ["Bündnis"]


def test_a_name_finds_what_a_profile_is_made_of(store, key):
    assert [match.id for match in find(store, "igm").matches] == [key("IG Metall")]
    assert [match.id for match in find(store, "Bundnis Hessen").matches] == [key("Bündnis")]


@pytest.mark.parametrize("ask", [actor_profile, initiative_profile])
def test_an_unknown_id_is_a_question_error(store, ask):
    with pytest.raises(QuestionError):
        ask(store, keys.fact_id("nobody"))


def test_what_is_read_around_a_node_is_what_the_whole_graph_holds_on_it(store, key):
    register = load_register()
    whole = read_facts(store, register)
    assert len(whole.links) == 4, "more than any node has"
    for id in (*whole.nodes, *whole.initiatives):
        near = read_facts_around(store, register, id)
        assert near.links == tuple(link for link in whole.links if id in (link.participant_id, link.initiative_id))
        assert near.absences == tuple(one for one in whole.absences if id in (one.absent_id, one.initiative_id))
        assert near.branches == tuple(one for one in whole.branches if id in (one.source, one.target))
        assert near.memberships == tuple(one for one in whole.memberships if id in (one.source, one.target))
        assert near.interests == tuple(one for one in whole.interests if id in (one.source, one.target))
        assert near.listings == tuple(one for one in whole.listings if one.subject == id)
        assert near.unread == tuple(place for place in whole.unread if place.initiative_id == id)
        assert near.named_in[id] == whole.named_in[id]
