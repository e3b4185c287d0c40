"""What two initiatives, or two actors, have in common, from a real store."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, Role, Strength
from queries.named import NodeSort
from queries.overlap import overlap
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
UNION, CHAMBER = ActorKind.UNION, ActorKind.CHAMBER


@pytest.fixture
def key(store):
    """Platz and Plan share the VhU; IG Metall sits in Plan only and is said to be absent in Platz."""
    reading = (
        a_reading("a.txt", date="2017")
        .initiative("Platz")
        .initiative("Plan")
        .initiative("Leerer Kreis")
        .actor("VhU", ActorKind.EMPLOYERS_ASSOCIATION)
        .actor("IG Metall", UNION)
        .actor("IHK Lippe", CHAMBER, chamber_type=ChamberType.IHK)
        .actor("HWK Kassel", CHAMBER, chamber_type=ChamberType.HWK)
        .participates("VhU", "Platz", Role.SPONSOR)
        .participates("VhU", "Plan")
        .participates("VhU", "Plan", Role.LEAD)
        .participates("IG Metall", "Plan")
        .participates("IHK Lippe", "Plan")
        .participates("HWK Kassel", "Plan", until="2015")
        .group("IHKen", CHAMBER, "Platz", chamber_type=ChamberType.IHK)
        .participates("IHKen", "Platz")
        .group("Gewerkschaften", UNION, "Platz")
        .absent("Platz", "Gewerkschaften", Strength.ABSENT, quote="Gewerkschaften gehören nicht dazu.")
    )
    store.write_reading(reading.build())
    return reading.key


def test_two_initiatives_tell_who_sits_in_both_and_who_only_in_one(store, key):
    found = overlap(store, key("Platz"), key("Plan"), register=REGISTER)
    assert found.sort is NodeSort.INITIATIVE
    [common] = found.common
    assert common.node.name == "VhU"
    assert ([link.role for link in common.one], [link.role for link in common.other]) == (
        [Role.SPONSOR],
        [Role.LEAD, Role.MEMBER],
    )
    assert all(link.evidence for link in (*common.one, *common.other))
    assert (found.only_one, [single.node.name for single in found.only_other]) == ((), ["IG Metall", "IHK Lippe"])


def test_whom_a_group_or_an_absence_covers_is_said_with_it(store, key):
    union, ihk = overlap(store, key("Platz"), key("Plan"), register=REGISTER).only_other
    assert ([group.name for group in union.groups], [one.evidence[0].quote for one in union.absences]) == (
        [],
        ["Gewerkschaften gehören nicht dazu."],
    )
    assert ([group.name for group in ihk.groups], ihk.absences) == (["IHKen"], ())


def test_groups_are_in_none_of_the_lists(store, key):
    found = overlap(store, key("Platz"), key("Plan"), register=REGISTER)
    assert ([group.name for group in found.one_groups], found.other_groups) == (["IHKen"], ())


def test_two_actors_tell_where_both_sit(store, key):
    found = overlap(store, key("IHK Lippe"), key("VhU"), register=REGISTER)
    assert found.sort is NodeSort.ACTOR
    assert [common.node.name for common in found.common] == ["Plan"]
    [platz] = found.only_other
    assert (platz.node.name, [group.name for group in platz.groups]) == ("Platz", ["IHKen"])
    assert found.only_one == ()


def test_who_has_left_sits_there_no_more_but_did(store, key):
    now = overlap(store, key("HWK Kassel"), key("VhU"), register=REGISTER)
    assert (now.common, now.only_one) == ((), ())


def test_both_sides_tell_the_same(store, key):
    there, back = (overlap(store, key(one), key(other), register=REGISTER) for one, other in (PAIR, PAIR[::-1]))
    assert (there.only_one, there.only_other) == (back.only_other, back.only_one)
    assert [common.node for common in there.common] == [common.node for common in back.common]


PAIR = "Platz", "Plan"


def test_a_table_without_anybody_shares_nothing(store, key):
    found = overlap(store, key("Leerer Kreis"), key("Platz"), register=REGISTER)
    assert (found.common, found.only_one) == ((), ())
    assert [single.node.name for single in found.only_other] == ["VhU"]


def test_everything_of_a_node_is_shared_with_itself(store, key):
    found = overlap(store, key("Plan"), key("Plan"), register=REGISTER)
    assert len(found.common) == 3
    assert (found.only_one, found.only_other) == ((), ())


def test_an_actor_and_an_initiative_are_not_compared(store, key):
    with pytest.raises(QuestionError, match="overlap_mixed"):
        overlap(store, key("Plan"), key("VhU"), register=REGISTER)


def test_an_unknown_id_is_a_question_error(store, key):
    with pytest.raises(QuestionError, match="unknown_node"):
        overlap(store, key("Plan"), "actor:x", register=REGISTER)
