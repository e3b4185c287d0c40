"""Profiles of actors and initiatives, from a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, InitiativeType, Role, Strength
from queries.profile import actor_profile, find, initiative_profile
from tests.queries.story import Story


@pytest.fixture
def ids(store):
    """Two documents on one alliance, told in the wrong order."""
    found: dict[str, str] = {}
    for address, date in (("b.txt", "2017"), ("a.txt", None)):
        story = Story(address, date=date)
        plan = story.initiative("Masterplan", InitiativeType.MASTER_PLAN)
        alliance = story.initiative("Bündnis", parent=plan, region_name="Hessen")
        metal, office = story.actor("IG Metall", aliases=("IGM",)), story.actor("IG Metall Mitte")
        ministry = story.actor("Wirtschaftsministerium", ActorKind.MINISTRY)
        roof = story.actor("DGB")
        story.takes_part(metal, alliance, Role.MEMBER)
        story.takes_part(office, alliance, Role.MEMBER)
        story.takes_part(ministry, alliance, Role.LEAD)
        story.takes_part(metal, plan, Role.SUPPORTER)
        crafts = story.group(alliance, "Handwerkskammern", ActorKind.CHAMBER)
        story.is_absent(crafts, alliance, Strength.INFORMAL)
        story.is_part_of(office, metal)
        story.belongs_to(metal, roof)
        story.seeks(ministry, alliance)
        story.lists(alliance)
        story.mentions("Hochschulen", alliance, ActorKind.UNIVERSITY)
        story.mentions("Universitäten", plan, ActorKind.UNIVERSITY)
        store.write_reading(story.reading())
        found = {"plan": plan, "alliance": alliance, "metal": metal, "office": office, "roof": roof, "crafts": crafts}
    return found


def test_an_initiative_lists_its_seats_by_role_then_name(store, ids):
    profile = initiative_profile(store, ids["alliance"])
    assert [(seat.role, seat.actor.name) for seat in profile.seats] == [
        (Role.LEAD, "Wirtschaftsministerium"),
        (Role.MEMBER, "IG Metall"),
        (Role.MEMBER, "IG Metall Mitte"),
    ]


def test_each_seat_has_its_evidence_newest_first(store, ids):
    seat = initiative_profile(store, ids["alliance"]).seats[0]
    assert [(item.document_address, item.document_date) for item in seat.evidence] == [
        ("b.txt", "2017"),
        ("a.txt", None),
    ]


def test_an_initiative_tells_what_else_the_texts_say(store, ids):
    profile = initiative_profile(store, ids["alliance"])
    assert profile.parent is not None
    assert profile.parent.id == ids["plan"]
    assert [(seat.actor.name, seat.strength) for seat in profile.absences] == [("Handwerkskammern", Strength.INFORMAL)]
    assert [place.word for place in profile.unread] == ["Hochschulen", "Hochschulen"]
    assert [interest.holder for interest in profile.interests] == ["Wirtschaftsministerium"]
    assert len(profile.listings) == 2
    assert [document.address for document in profile.documents] == ["a.txt", "b.txt"]


def test_a_plan_names_its_parts(store, ids):
    assert [part.name for part in initiative_profile(store, ids["plan"]).parts] == ["Bündnis"]


def test_an_actor_tells_where_it_sits_and_to_whom_it_belongs(store, ids):
    profile = actor_profile(store, ids["metal"])
    assert [(seat.role, seat.initiative.name) for seat in profile.seats] == [
        (Role.MEMBER, "Bündnis"),
        (Role.SUPPORTER, "Masterplan"),
    ]
    assert [kin.actor.name for kin in profile.branches] == ["IG Metall Mitte"]
    assert [kin.actor.name for kin in profile.member_of] == ["DGB"]
    assert (profile.parents, profile.members, profile.absences) == ((), (), ())


def test_the_other_ends_of_membership_branch_and_absence(store, ids):
    assert [kin.actor.name for kin in actor_profile(store, ids["office"]).parents] == ["IG Metall"]
    assert [kin.actor.name for kin in actor_profile(store, ids["roof"]).members] == ["IG Metall"]
    assert [seat.initiative.name for seat in actor_profile(store, ids["crafts"]).absences] == ["Bündnis"]


def test_a_name_finds_what_a_profile_is_made_of(store, ids):
    assert [match.id for match in find(store, "igm").matches] == [ids["metal"]]
    assert [match.id for match in find(store, "Bundnis Hessen").matches] == [ids["alliance"]]


@pytest.mark.parametrize("ask", [actor_profile, initiative_profile])
def test_an_unknown_id_is_a_question_error(store, ask):
    with pytest.raises(QuestionError):
        ask(store, "nobody")
