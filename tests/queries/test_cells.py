"""Every value of a cell, in the order of design.md, and what happens where statements disagree."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.kinds import ActorKind, ChamberType, Role
from queries.answers import Cell, CellValue, Column, Correction, Mark
from queries.cells import Claim, Route, RowFacts, judge
from tests.queries.claims import DAY, absent, actor, evidence, group, hint, informal, present

IGM = actor("IG Metall")
VERDI = actor("ver.di")
COMPANY = actor("Otis", ActorKind.COMPANY)
UNIONS = group("Gewerkschaften")
CHAMBERS = group("Kammern", ActorKind.CHAMBER)
IHK = actor("IHK Lippe", ActorKind.CHAMBER, ChamberType.IHK)
LIST = evidence("Mitglieder sind: A, B", start=400)
ROUTE = Route(COMPANY.id, "DGB", Column.UNION)


def union_cell(**facts: object) -> Cell:
    return judge(Column.UNION, replace(RowFacts(DAY), **facts))


EACH_VALUE = [
    (CellValue.PRESENT, {"claims": (present(IGM),)}),
    (CellValue.INFORMAL, {"claims": (informal(UNIONS), present(COMPANY))}),
    (CellValue.ABSENT, {"claims": (absent(UNIONS), present(COMPANY))}),
    (CellValue.REPRESENTED, {"claims": (present(COMPANY),), "routes": (ROUTE,)}),
    (CellValue.TO_CHECK, {"claims": (present(COMPANY),), "hints": (hint("Gewerkschaft", ActorKind.UNION),)}),
    (CellValue.NOT_LISTED, {"claims": (present(COMPANY),), "listings": (LIST,)}),
    (CellValue.NOT_MENTIONED, {"claims": (present(COMPANY),)}),
    (CellValue.NOBODY_NAMED, {}),
]


@pytest.mark.parametrize(("value", "facts"), EACH_VALUE)
def test_each_value_has_its_facts(value, facts):
    assert union_cell(**facts).value is value


@pytest.mark.parametrize("place", range(len(EACH_VALUE)))
def test_the_first_value_in_the_order_wins_over_all_later_ones(place):
    merged = {"claims": (), "routes": (), "hints": (), "listings": ()}
    for _, facts in EACH_VALUE[place:]:
        merged = {name: (*values, *facts.get(name, ())) for name, values in merged.items()}
    assert union_cell(**merged).value is EACH_VALUE[place][0]


def test_absence_shows_its_quote_and_who():
    cell = union_cell(claims=(absent(UNIONS, date="2017"),))
    assert (cell.who, [item.quote for item in cell.evidence], cell.newest) == (
        ("Gewerkschaften",),
        ["Gewerkschaften nicht"],
        "2017",
    )


def test_not_listed_shows_the_list():
    assert union_cell(claims=(present(COMPANY),), listings=(LIST,)).evidence == (LIST,)


def test_represented_names_the_route_and_never_counts_as_present():
    cell = union_cell(claims=(present(COMPANY),), routes=(ROUTE,))
    assert (cell.value, cell.who, cell.evidence) == (
        CellValue.REPRESENTED,
        ("Otis → DGB",),
        (present(COMPANY).statement,),
    )


def test_what_a_model_proposed_is_to_be_checked_and_leads_nowhere():
    guess = replace(present(IGM), statement=replace(evidence("Die IG Metall ist dabei"), method="model:cue:member"))
    cell = union_cell(claims=(guess, present(COMPANY)))
    assert (cell.value, cell.who) == (CellValue.TO_CHECK, ("IG Metall",))
    seat = replace(guess, subject=COMPANY)
    assert union_cell(claims=(seat,), routes=(ROUTE,)).value is CellValue.NOT_MENTIONED


def test_what_a_person_says_of_a_proposal_counts():
    guess = replace(present(IGM), statement=replace(evidence("Die IG Metall ist dabei"), method="model:cue:member"))
    confirmed = replace(guess, statement=replace(evidence("Stimmt"), method="person"))
    assert union_cell(claims=(guess, confirmed)).value is CellValue.PRESENT
    words = replace(evidence("Eine Gewerkschaft"), correction=Correction("d", "correct", DAY, (("kind", "union"),)))
    assert union_cell(claims=(replace(guess, subject=replace(IGM, corrections=(words,))),)).value is CellValue.PRESENT


def test_a_route_of_somebody_who_is_absent_leads_nowhere():
    assert union_cell(claims=(absent(COMPANY), present(IHK)), routes=(ROUTE,)).value is CellValue.NOT_MENTIONED


def test_a_route_of_somebody_who_left_leads_nowhere():
    claims = (present(COMPANY, date="2015"), absent(COMPANY, date="2017"))
    assert union_cell(claims=claims, routes=(ROUTE,)).value is CellValue.NOT_MENTIONED


def test_one_chamber_that_joins_leaves_the_other_absent():
    facts = RowFacts(DAY, claims=(absent(CHAMBERS, date="2015"), present(IHK, date="2019")))
    values = [judge(column, facts).value for column in (Column.IHK, Column.HWK)]
    assert values == [CellValue.PRESENT, CellValue.ABSENT]


def test_a_group_alone_is_present_as_a_group():
    cell = union_cell(claims=(present(UNIONS),))
    assert (cell.value, cell.marks) == (CellValue.PRESENT, (Mark.AS_GROUP,))


def test_a_named_one_beside_the_group_takes_the_mark_away():
    assert union_cell(claims=(present(UNIONS), present(IGM))).marks == ()


CONFLICTS = [
    ("same day", [present(IGM, date="2017"), absent(IGM, date="2017")], CellValue.PRESENT, True),
    ("both undated", [present(IGM), absent(IGM)], CellValue.PRESENT, True),
    ("one undated", [present(IGM), absent(IGM, date="2017")], CellValue.PRESENT, True),
    ("absence later", [present(IGM, date="2015"), absent(IGM, date="2017")], CellValue.ABSENT, False),
    ("presence later", [present(IGM, date="2019"), absent(IGM, date="2017")], CellValue.PRESENT, False),
    ("year around month", [present(IGM, date="2017-05"), absent(IGM, date="2017")], CellValue.PRESENT, True),
    ("months apart", [present(IGM, date="2017-05"), absent(IGM, date="2017-06")], CellValue.ABSENT, False),
    (
        "member since before the absence",
        [present(IGM, date="2020", since="2010"), absent(IGM, date="2017")],
        CellValue.PRESENT,
        True,
    ),
    (
        "member only after the absence",
        [present(IGM, date="2020", since="2018"), absent(IGM, date="2017")],
        CellValue.PRESENT,
        False,
    ),
    (
        "as_of beats the document's date",
        [present(IGM, date="2020"), absent(IGM, date="2022", as_of="2015")],
        CellValue.PRESENT,
        False,
    ),
    ("all unions absent", [present(IGM, date="2017"), absent(UNIONS, date="2017")], CellValue.PRESENT, True),
    ("all unions absent later", [present(IGM, date="2015"), absent(UNIONS, date="2017")], CellValue.ABSENT, False),
    ("another union absent", [present(IGM, date="2017"), absent(VERDI, date="2017")], CellValue.PRESENT, False),
    ("another union absent later", [present(IGM, date="2015"), absent(VERDI, date="2017")], CellValue.PRESENT, False),
    ("group leaves room", [present(UNIONS, date="2017"), absent(VERDI, date="2017")], CellValue.PRESENT, False),
    ("two groups", [present(UNIONS), absent(group("Industriegewerkschaften"))], CellValue.PRESENT, True),
    ("informal against absent", [informal(UNIONS), absent(UNIONS)], CellValue.INFORMAL, True),
    ("informal, later absent", [informal(UNIONS, date="2015"), absent(UNIONS, date="2017")], CellValue.ABSENT, False),
    ("member against informal", [present(IGM), informal(UNIONS)], CellValue.PRESENT, True),
    (
        "an old quarrel is settled",
        [present(IGM, date="2015"), absent(IGM, date="2015"), present(IGM, date="2019")],
        CellValue.PRESENT,
        False,
    ),
]


@pytest.mark.parametrize(
    ("claims", "value", "in_conflict"), [row[1:] for row in CONFLICTS], ids=[r[0] for r in CONFLICTS]
)
def test_disagreeing_statements_stand_side_by_side_unless_one_is_later(claims, value, in_conflict):
    for order in (claims, claims[::-1]):
        cell = union_cell(claims=tuple(order))
        assert (cell.value, Mark.CONFLICT in cell.marks) == (value, in_conflict)


def test_a_conflict_shows_both_sides_and_the_date_of_the_value():
    cell = union_cell(claims=(present(IGM), absent(IGM, date="2017")))
    assert {item.quote for item in cell.evidence} == {"IG Metall dabei", "IG Metall nicht"}
    assert cell.newest is None, "the presence itself is undated"


def test_support_that_the_text_calls_informal_is_no_presence():
    told_twice = (present(UNIONS, role=Role.SUPPORTER), informal(UNIONS))
    assert (union_cell(claims=told_twice).value, union_cell(claims=told_twice).marks) == (CellValue.INFORMAL, ())


def test_support_alone_is_a_presence():
    assert union_cell(claims=(present(IGM, role=Role.SUPPORTER),)).value is CellValue.PRESENT


@pytest.mark.parametrize(
    ("claims", "value"),
    [
        ([present(IGM, until="2016")], CellValue.TO_CHECK),
        ([present(IGM, until="2099")], CellValue.PRESENT),
        ([present(IGM, since="2099")], CellValue.TO_CHECK),
        ([present(IGM, date="2015"), present(IGM, date="2017", until="2016")], CellValue.TO_CHECK),
        ([present(IGM, date="2019"), present(IGM, date="2017", until="2016")], CellValue.PRESENT),
        ([present(IGM, until="2016"), present(VERDI, date="2015")], CellValue.PRESENT),
        ([absent(IGM, until="2016")], CellValue.TO_CHECK),
    ],
)
def test_what_has_ended_or_not_begun_is_no_presence_but_to_be_checked(claims, value):
    assert union_cell(claims=tuple(claims)).value is value


@pytest.mark.parametrize("column", [Column.IHK, Column.HWK])
def test_chambers_that_do_not_say_which_support_neither(column):
    cell = judge(column, RowFacts(DAY, claims=(present(CHAMBERS),)))
    assert (cell.value, cell.who, cell.evidence[0].quote) == (CellValue.TO_CHECK, ("Kammern",), "Kammern dabei")


@pytest.mark.parametrize("column", [Column.IHK, Column.HWK])
def test_the_chambers_being_absent_leaves_out_both(column):
    assert judge(column, RowFacts(DAY, claims=(absent(CHAMBERS),))).value is CellValue.ABSENT


def test_all_chambers_absent_stands_against_one_that_is_there():
    facts = RowFacts(DAY, claims=(present(IHK), absent(CHAMBERS)))
    assert judge(Column.IHK, facts).marks == (Mark.CONFLICT,)
    assert judge(Column.HWK, facts).value is CellValue.ABSENT


KINDS = [
    (ActorKind.CHAMBER, ChamberType.IHK, Column.IHK),
    (ActorKind.CHAMBER, ChamberType.HWK, Column.HWK),
    (ActorKind.CHAMBER, ChamberType.ARBEITSKAMMER, None),
    (ActorKind.UNION, None, Column.UNION),
    (ActorKind.EMPLOYERS_ASSOCIATION, None, Column.EMPLOYERS),
    (ActorKind.BUSINESS_ASSOCIATION, None, Column.EMPLOYERS),
    (ActorKind.MINISTRY, None, Column.GOVERNMENT),
    (ActorKind.PUBLIC_BODY, None, Column.GOVERNMENT),
    (ActorKind.UNIVERSITY, None, Column.SCIENCE),
    (ActorKind.RESEARCH, None, Column.SCIENCE),
    (ActorKind.COMPANY, None, None),
    (ActorKind.CONSULTANCY, None, None),
    (ActorKind.NETWORK, None, None),
    (ActorKind.OTHER, None, None),
]


@pytest.mark.parametrize(("kind", "chamber_type", "column"), KINDS)
def test_each_kind_counts_for_its_own_column_only(kind, chamber_type, column):
    facts = RowFacts(DAY, claims=(present(actor("Wer", kind, chamber_type)),))
    assert [one for one in Column if judge(one, facts).value is CellValue.PRESENT] == ([column] if column else [])


@pytest.mark.parametrize(("kind", "chamber_type", "column"), KINDS)
def test_a_word_of_a_kind_is_to_be_checked_in_its_column_only(kind, chamber_type, column):
    facts = RowFacts(DAY, hints=(hint("Wort", kind, chamber_type),))
    assert [one for one in Column if judge(one, facts).value is CellValue.TO_CHECK] == ([column] if column else [])


def test_a_word_for_chambers_is_to_be_checked_for_both():
    facts = RowFacts(DAY, hints=(hint("Kammern", ActorKind.CHAMBER),))
    assert [one for one in Column if judge(one, facts).value is CellValue.TO_CHECK] == [Column.IHK, Column.HWK]


def test_nobody_is_named_is_not_said_where_a_name_was_held_back():
    facts = RowFacts(DAY, hints=(hint("Otis", ActorKind.COMPANY, is_withheld=True),))
    assert judge(Column.UNION, facts).value is CellValue.NOT_MENTIONED


def test_absence_alone_names_no_participant_for_the_other_kinds():
    assert judge(Column.IHK, RowFacts(DAY, claims=(absent(UNIONS),))).value is CellValue.NOBODY_NAMED


DATES = st.sampled_from([None, "2015", "2016-03", "2017", "2017-05-04", "2020"])
SUBJECTS = st.sampled_from([IGM, VERDI, UNIONS, IHK, CHAMBERS, COMPANY])
CLAIMS = st.builds(
    lambda make, subject, date, since, until: make(subject, date=date, since=since, until=until),
    st.sampled_from([present, absent, informal]),
    SUBJECTS,
    DATES,
    DATES,
    DATES,
)
FACTS = st.builds(
    lambda claims, hints, listings: RowFacts(DAY, tuple(claims), (), tuple(hints), tuple(listings)),
    st.lists(CLAIMS, max_size=6),
    st.lists(st.builds(hint, st.just("Wort"), st.sampled_from([*ActorKind])), max_size=2),
    st.lists(st.just(LIST), max_size=1),
)
COLUMNS = st.sampled_from([*Column])


@given(COLUMNS, FACTS, st.randoms())
def test_a_cell_does_not_depend_on_the_order_of_facts(column, facts, random):
    claims, hints = list(facts.claims), list(facts.hints)
    random.shuffle(claims)
    random.shuffle(hints)
    assert judge(column, replace(facts, claims=tuple(claims), hints=tuple(hints))) == judge(column, facts)


@given(COLUMNS, FACTS, CLAIMS)
def test_more_facts_never_turn_something_told_into_silence(column, facts, claim):
    silent = {CellValue.NOT_LISTED, CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED}
    if judge(column, facts).value not in silent:
        assert judge(column, replace(facts, claims=(*facts.claims, claim))).value not in silent


@given(COLUMNS, FACTS)
def test_every_claimed_or_doubtful_value_rests_on_evidence(column, facts):
    cell = judge(column, facts)
    bare = {CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED}
    assert bool(cell.evidence) is (cell.value not in bare)


@given(COLUMNS, FACTS)
def test_no_presence_is_claimed_without_a_present_one_of_that_kind(column, facts):
    def is_told(claim: Claim) -> bool:
        return claim.value is CellValue.PRESENT and judge(column, RowFacts(DAY, (claim,))).value is CellValue.PRESENT

    if judge(column, facts).value is CellValue.PRESENT:
        assert any(is_told(claim) for claim in facts.claims)
