"""Which initiatives are like one: by type, participants, topics and name; what they have, and whom to call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.kinds import ActorKind, InitiativeType, Role, Status
from queries.answers import CellValue, Column, InitiativeRow
from queries.landscape import Surrounding, content_words
from queries.nearness import Lies
from queries.resemblance import KINDS, TYPE, WORDS, compare
from queries.similar import similar
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
UNION, COMPANY, EMPLOYERS = ActorKind.UNION, ActorKind.COMPANY, ActorKind.EMPLOYERS_ASSOCIATION
NAME, OTHER = "Allianz Stahl", "Allianz Stahl Saar"
SETS = st.frozensets(st.sampled_from(["stahl", "chemie", "energie", "kohle"]))
TYPES = st.sampled_from(InitiativeType)


def surrounding(type_: InitiativeType, kinds: frozenset[str], words: frozenset[str]) -> Surrounding:
    row = InitiativeRow("i", "I", type_, (), None, (), None, None, Status.UNCLEAR, None, ())
    return Surrounding(row, (), (), (), kinds, words, counts=True)


def steel() -> ReadingBuilder:
    """Two alliances of one name; in the second a union leads that the first has not."""
    told = a_reading("a.txt", date="2024").initiative(NAME, region="kreis-lippe", topics=("Stahl",))
    told.actor("Otis", COMPANY).participates("Otis", NAME)
    told.initiative(OTHER, region="de-sl", topics=("Stahl",)).actor("Werk", COMPANY).participates("Werk", OTHER)
    told.actor("IG Metall", UNION, register_id="ig-metall").participates("IG Metall", OTHER, Role.LEAD)
    return told


def asked(store, told, **options):
    store.write_reading(told.build())
    return similar(store, REGISTER, told.key(NAME), **options)


@given(TYPES, SETS, SETS, TYPES, SETS, SETS)
def test_the_parts_of_a_likeness_add_up_and_it_is_the_same_both_ways(type_, kinds, words, other, others, further):
    one, two = surrounding(type_, kinds, words), surrounding(other, others, further)
    found = compare(one, two)
    assert found.score == pytest.approx(found.by_type + found.by_kinds + found.by_words, abs=1e-9)
    assert 0 <= found.score <= 1
    assert found == compare(two, one)


def test_what_is_wholly_alike_reaches_one():
    one = surrounding(InitiativeType.ALLIANCE, frozenset({"union"}), frozenset({"stahl"}))
    assert compare(one, one).score == pytest.approx(TYPE + KINDS + WORDS) == pytest.approx(1)


def test_plain_words_and_years_say_nothing_of_what_it_is_about():
    assert content_words("Initiative für die Zukunft der Industrie 2030 in der Region") == {"zukunft", "industrie"}


def test_a_kind_that_the_text_names_without_a_fact_is_none_that_it_lacks(store):
    told = steel().sentence("Auch die Gewerkschaften wurden gehört.")
    lacking, named = asked(store, told), asked(store, told.passage(NAME))
    assert [[ahead.column for ahead in found.found[0].ahead] for found in (lacking, named)] == [[Column.UNION], []]


def test_the_likest_is_told_with_what_both_have_in_common(store):
    (first,) = asked(store, steel()).found
    assert (first.name, first.near) == (OTHER, None)
    assert (first.likeness.type, first.likeness.kinds) == (InitiativeType.ALLIANCE, ("company",))
    assert "stahl" in first.likeness.words
    assert first.score == first.likeness.score


def test_what_it_has_that_is_not_named_here_comes_with_its_cell_and_sentence(store):
    (first,) = asked(store, steel()).found
    (ahead,) = first.ahead
    assert (ahead.column, ahead.here, ahead.there.who) == (Column.UNION, CellValue.NOT_MENTIONED, ("IG Metall",))
    assert ahead.there.evidence[0].quote.startswith("IG Metall wirkt")


@pytest.mark.parametrize("present", [True, False])
def test_what_takes_part_here_too_is_nothing_it_lacks(store, present):
    told = steel().actor("IGBCE", UNION, register_id="igbce")
    if present:
        told.participates("IGBCE", NAME)
    else:
        told.unread("Gewerkschaften", UNION, initiative=NAME)
    assert not asked(store, told).found[0].ahead


def test_whom_to_call_is_who_leads_or_carries_it(store):
    told = steel().participates("IG Metall", OTHER, Role.FOUNDER).participates("Werk", OTHER, Role.SPONSOR)
    contacts = asked(store, told).found[0].contacts
    assert [(one.actor.name, one.role) for one in contacts] == [("IG Metall", Role.LEAD), ("Werk", Role.SPONSOR)]


def test_the_type_alone_makes_nothing_comparable(store):
    told = steel().initiative("Runde Bäder", region="de-by").actor("Bad", EMPLOYERS).participates("Bad", "Runde Bäder")
    assert [one.name for one in asked(store, told).found] == [OTHER]


def test_its_parts_and_phases_are_not_compared_with_it(store):
    told = steel().initiative("Stahl Forum Allianz", region="kreis-lippe", topics=("Stahl",), part_of=NAME)
    told.participates("Otis", "Stahl Forum Allianz")
    assert [one.name for one in asked(store, told).found] == [OTHER]


def test_one_close_by_says_so(store):
    told = steel().initiative("Allianz Stahl Bielefeld", region="stadt-bielefeld").actor("Rad", COMPANY)
    found = asked(store, told.participates("Rad", "Allianz Stahl Bielefeld")).found
    assert {one.name: one.near.lies if one.near else None for one in found} == {
        OTHER: None,
        "Allianz Stahl Bielefeld": Lies.CLOSE,
    }


def test_where_nobody_is_named_that_is_told(store):
    told = a_reading("a.txt").initiative(NAME).initiative(OTHER, region="de-sl")
    found = asked(store, told)
    assert found.names_nobody
    assert [one.name for one in found.found] == [OTHER]


def test_the_limit_says_how_many_are_left(store):
    told = steel().initiative("Allianz Stahl Nord", region="de-sh")
    everything = asked(store, told).found
    few = similar(store, REGISTER, told.key(NAME), limit=1)
    assert (few.found, few.rest) == (everything[:1], 1)
