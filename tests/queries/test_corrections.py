"""What people decided: every answer sees it, the store's facts stay, a reload changes nothing, undoing restores all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.decisions import new_decision
from graph.kinds import ActorKind, InitiativeType, Role
from graph.model import Decision
from queries.answers import CellValue, Column, Mark
from queries.coverage import coverage
from queries.decided import Standing, decided
from queries.figures import holdings
from queries.picture import picture
from queries.profile import actor_profile, find, initiative_profile
from queries.review import review_rows
from queries.rulings import find_rulings
from queries.search import NodeSort
from queries.stored import stored_node
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading
from tests.graph.snapshots import content

REGISTER = load_register()
BAYERN = REGISTER.find_region("Bayern").id
HESSEN = REGISTER.find_region("Hessen").id


def told(address: str = "a.txt", *, date: str | None = "2017") -> ReadingBuilder:
    """Two unions and a company at one table."""
    return (
        a_reading(address, date=date)
        .initiative("Allianz Mitte", region=HESSEN, region_name="Hessen")
        .actor("IG Metall", ActorKind.UNION)
        .actor("Werk Eins", ActorKind.COMPANY)
        .participates("IG Metall", "Allianz Mitte", Role.PARTNER)
        .participates("Werk Eins", "Allianz Mitte", Role.MEMBER)
    )


@pytest.fixture
def builder(store):
    one = told()
    store.write_reading(one.build())
    return one


def seat_id(store, name):
    return next(row.id for row in review_rows(store, REGISTER) if row.actor.name == name)


def decide(store, action, subject, **more):
    decision = new_decision(action, subject, author=more.pop("author", "AB"), **more)
    store.decide(decision)
    return decision


def cell(store, column=Column.UNION):
    return next(cell for row in coverage(store, REGISTER).rows for cell in row.cells if cell.column is column)


def test_a_rejected_participation_is_in_no_answer_but_in_the_profiles_list(store, builder):
    seat = seat_id(store, "IG Metall")
    decide(store, "reject", seat, note="Nie dabei gewesen.")
    profile = initiative_profile(store, builder.key("Allianz Mitte"))
    assert [one.actor.name for one in profile.seats] == ["Werk Eins"]
    [rejected] = profile.rejected
    assert (rejected.id, rejected.evidence[0].quote, rejected.evidence[0].reported_by) == (
        seat,
        "Nie dabei gewesen.",
        "AB",
    )
    assert rejected.evidence[1].document_address == "a.txt"
    assert [one.id for one in actor_profile(store, builder.key("IG Metall")).rejected] == [seat]
    assert seat not in [link.id for link in picture(store, REGISTER).links]
    assert holdings(store).total.participations == 1
    found = cell(store)
    assert (found.value, found.marks) == (CellValue.NOT_MENTIONED, (Mark.CORRECTED,))
    assert [item.quote for item in found.evidence] == ["Nie dabei gewesen."]


def test_a_rejected_name_in_a_list_is_no_place_to_check(store):
    one = told().listing("Allianz Mitte", quote="Beteiligt sind IG Metall und Werk Eins.")
    store.write_reading(one.build())
    decide(store, "reject", seat_id(store, "IG Metall"))
    assert cell(store).value is CellValue.NOT_LISTED


def test_a_confirmed_participation_has_the_confirmation_beside_the_sentence_and_its_time(store, builder):
    decide(store, "confirm", seat_id(store, "IG Metall"), note="Anruf im Büro")
    found = cell(store)
    assert (found.value, found.marks, found.newest) == (CellValue.PRESENT, (Mark.CORRECTED,), "2017")
    assert [item.correction is not None for item in found.evidence] == [True, False]


def test_a_changed_role_is_the_role_everywhere(store, builder):
    seat = seat_id(store, "IG Metall")
    decide(store, "correct", seat, values={"role": "lead"})
    assert {(link.id, link.role) for link in picture(store, REGISTER).links} >= {(seat, Role.LEAD)}
    [lead] = actor_profile(store, builder.key("IG Metall")).seats
    assert (lead.role, lead.evidence[0].correction.values) == (Role.LEAD, (("role", "lead"),))


def test_a_role_that_is_told_already_is_shown_once(store):
    store.write_reading(told().participates("IG Metall", "Allianz Mitte", Role.LEAD).build())
    partner = next(row.id for row in review_rows(store, REGISTER) if row.role is Role.PARTNER)
    decide(store, "correct", partner, values={"role": "lead"})
    links = [link for link in picture(store, REGISTER).links if link.role is Role.LEAD]
    assert [len(link.evidence) for link in links] == [3], "two sentences and the correction"


def test_a_participation_that_a_person_ended_is_no_presence_today(store, builder):
    decide(store, "correct", seat_id(store, "IG Metall"), values={"until": "2015"})
    assert cell(store).value is CellValue.TO_CHECK
    then = coverage(store, REGISTER, date="2014").rows
    assert not then, "the document is of 2017: nothing was known before"
    [seat] = actor_profile(store, builder.key("IG Metall")).seats
    assert {item.until for item in seat.evidence} == {"2015"}


def test_a_corrected_actor_has_its_new_kind_name_and_region_in_every_answer(store, builder):
    key = builder.key("Werk Eins")
    decide(store, "correct", key, values={"kind": "union", "chamber_type": "", "name": "Haus Eins", "region": BAYERN})
    row = actor_profile(store, key).actor
    assert (row.name, row.kind, row.regions, row.aliases) == ("Haus Eins", ActorKind.UNION, (BAYERN,), ("Werk Eins",))
    assert row.corrections[0].correction.values == (
        ("chamber_type", ""),
        ("kind", "union"),
        ("name", "Haus Eins"),
        ("region", "Bayern"),
    )
    assert cell(store).who == ("Haus Eins", "IG Metall")
    for name in ("Haus Eins", "Werk Eins", "haus eins bayern"):
        assert [match.id for match in find(store, name).matches] == [key]


def test_a_corrected_initiative_has_its_new_type_region_and_dates_in_every_answer(store, builder):
    key = builder.key("Allianz Mitte")
    values = {"type": "event", "region": BAYERN, "since": "2020", "until": "2021", "name": "Tag der Mitte"}
    decide(store, "correct", key, values=values)
    [row] = coverage(store, REGISTER, region="Bayern", date="2020-06").rows
    assert (row.initiative.name, row.initiative.type, row.initiative.lands) == (
        "Tag der Mitte",
        InitiativeType.EVENT,
        (BAYERN,),
    )
    assert coverage(store, REGISTER, region="Hessen", date="2020-06").rows == ()
    assert picture(store, REGISTER, date="2019").initiatives == (), "it had not begun"
    assert [match.kind for match in find(store, "Allianz Mitte", sort=NodeSort.INITIATIVE).matches] == ["event"]


def test_a_date_and_a_region_can_be_taken_away(store):
    store.write_reading(a_reading().initiative("Netz", since="2001", region=HESSEN, region_name="Hessen").build())
    [match] = find(store, "Netz").matches
    decide(store, "correct", match.id, values={"since": "", "region": ""})
    row = initiative_profile(store, match.id).initiative
    assert (row.since, row.regions, row.region_name) == (None, (), None)


def test_values_that_make_no_sense_are_passed_over(store, builder):
    decide(store, "correct", seat_id(store, "IG Metall"), values={"role": "king", "since": "morgen", "colour": "red"})
    decide(store, "correct", builder.key("IG Metall"), values={"kind": "wizard", "name": ""})
    row = actor_profile(store, builder.key("IG Metall"))
    assert (row.actor.name, row.actor.kind, row.seats[0].role) == ("IG Metall", ActorKind.UNION, Role.PARTNER)
    assert all(one.values == () for one in decided(store, REGISTER))


def test_decisions_survive_a_reload_and_rest_while_their_subject_is_gone(store, builder):
    seat = seat_id(store, "IG Metall")
    decide(store, "reject", seat, about="IG Metall – Allianz Mitte")
    store.write_reading(told().sentence("Neue Fassung.").build())
    assert [row.is_rejected for row in review_rows(store, REGISTER) if row.id == seat] == [True]
    store.remove_document(store.documents()[0].id)
    [resting] = decided(store, REGISTER)
    assert (resting.standing, resting.about) == (Standing.RESTS, "IG Metall – Allianz Mitte")
    store.write_reading(told("b.txt").build())
    assert [one.standing for one in decided(store, REGISTER)] == [Standing.HOLDS]
    assert [row.is_rejected for row in review_rows(store, REGISTER) if row.id == seat] == [True]


def test_what_is_undone_is_as_if_it_had_not_been(store, builder):
    before, shown = content(store), picture(store, REGISTER)
    decisions = [
        decide(store, "reject", seat_id(store, "IG Metall")),
        decide(store, "correct", seat_id(store, "Werk Eins"), values={"role": "lead", "since": "2001"}),
        decide(store, "correct", builder.key("Werk Eins"), values={"name": "Haus", "kind": "union"}),
        decide(store, "correct", builder.key("Allianz Mitte"), values={"region": BAYERN}),
    ]
    assert picture(store, REGISTER) != shown
    for decision in decisions:
        store.decide(replace(decision, undone=True))
    assert picture(store, REGISTER) == shown
    assert [record for record in content(store) if record["type"] != "decision"] == before
    assert {one.standing for one in decided(store, REGISTER)} == {Standing.UNDONE}


def test_a_later_decision_replaces_an_earlier_one_and_undoing_it_brings_that_back(store, builder):
    seat = seat_id(store, "IG Metall")
    decide(store, "correct", seat, values={"role": "lead", "since": "2001"})
    decide(store, "reject", seat)
    last = decide(store, "correct", seat, values={"role": "member"}, author="CD")
    states = [(one.decision.action, one.standing) for one in decided(store, REGISTER)]
    assert states == [
        ("correct", Standing.HOLDS),
        ("reject", Standing.SUPERSEDED),
        ("correct", Standing.HOLDS),
    ], "the beginning still holds"
    [row] = [row for row in review_rows(store, REGISTER) if row.id == seat]
    assert (row.role, row.since, row.is_rejected) == (Role.MEMBER, "2001", False)
    store.decide(replace(last, undone=True))
    assert [row.is_rejected for row in review_rows(store, REGISTER) if row.id == seat] == [True]


def test_an_absence_can_be_rejected_too(store):
    store.write_reading(told().absent("Allianz Mitte", "Werk Eins").build())
    [absence] = picture(store, REGISTER).absences
    decide(store, "reject", absence.id)
    assert picture(store, REGISTER).absences == ()


def test_the_stored_node_is_what_the_documents_say(store, builder):
    decide(store, "correct", builder.key("Werk Eins"), values={"name": "Haus"})
    assert stored_node(store, REGISTER, builder.key("Werk Eins")).name == "Werk Eins"


ACTIONS = some.sampled_from(["add", "confirm", "reject", "correct"])


@given(some.lists(some.tuples(ACTIONS, some.sampled_from(["lead", "member", ""]), some.booleans()), max_size=8))
def test_the_last_word_counts(told_words):
    decisions = [
        Decision(
            f"d{place}", action, "participation:1", None, (("role", role),) * bool(role), "", "AB", str(place), undone
        )
        for place, (action, role, undone) in enumerate(told_words)
    ]
    active = [one for one in decisions if not one.undone]
    ruling = find_rulings(decisions).get("participation:1")
    assert (ruling is None) == (not active)
    if ruling:
        assert ruling.is_rejected == (active[-1].action == "reject")
        standing = [one.decision.id for one in ruling.standing]
        assert standing == sorted(standing, reverse=True)
        assert not {one.id for one in decisions if one.undone} & set(standing)
