"""Who is who among several nodes: what a person decides comes first, and no order of loading changes anything."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Decision
from queries.candidates import pair_up
from queries.decisions import PART, links
from queries.identity import Identity, identify
from queries.verdicts import Quote, Sameness, SameReason, Verdict, to_subject
from seeds.register import load_register
from tests.queries.sameness_table import INITIATIVES, a_named

REGISTER = load_register()
PACT = "Werkbankpakt Thüringen = alliance @ de-th"
TWIN = "Thüringer Werkbankpakt = alliance @ de-th"
THIRD = "Pakt „Werkbankpakt Thüringen“ = alliance @ de-th"
OTHER = "Chemieforum Hessen = dialogue @ de-he"


def nodes(*lines: str) -> list:
    return [to_subject(a_named(line, f"document:{number}"), REGISTER) for number, line in enumerate(lines)]


def decided(action: str, one, other, when: str = "2026-01-01", *, parts: tuple = (), **change) -> Decision:
    values = tuple((PART, part.node.id) for part in parts)
    object_id = other.node.id if other else None
    made = Decision(f"decision:{action}{when}", action, one.node.id, object_id, values, "", "AB", when)
    return replace(made, **change)


def who(subjects, *decisions: Decision) -> Identity:
    return identify(subjects, REGISTER, links=links(decisions))


def groups(identity: Identity) -> set:
    return set(identity.members.values())


def ids(*subjects) -> tuple:
    return tuple(sorted(subject.node.id for subject in subjects))


def test_what_is_one_goes_under_the_fullest_name() -> None:
    pact, twin, other = nodes(PACT, TWIN, OTHER)
    identity = who([pact, twin, other])
    assert groups(identity) == {ids(pact, twin)}
    assert identity.of(pact.node.id) == identity.of(twin.node.id)
    assert identity.of(other.node.id) == other.node.id
    assert [union.reason for union in identity.unions] == [SameReason.NAME]


def test_three_names_of_one_are_one() -> None:
    assert groups(who(nodes(PACT, TWIN, THIRD))) == {ids(*nodes(PACT, TWIN, THIRD))}


def test_a_rejected_pair_is_not_one_and_is_not_offered() -> None:
    pact, twin = nodes(PACT, TWIN)
    identity = who([pact, twin], decided("reject", pact, twin))
    assert (groups(identity), identity.possible) == (set(), ())


def test_a_rejected_pair_keeps_apart_what_is_one_with_either() -> None:
    pact, twin, third = nodes(PACT, TWIN, THIRD)
    identity = who([pact, twin, third], decided("reject", pact, twin))
    assert all(not {pact.node.id, twin.node.id} <= set(group) for group in groups(identity))
    assert not any({pair.one, pair.other} == {*map(identity.of, ids(pact, twin))} for pair in identity.possible)


def test_a_person_may_unite_what_no_rule_would() -> None:
    pact, other = nodes(PACT, OTHER)
    identity = who([pact, other], decided("merge", pact, other))
    assert groups(identity) == {ids(pact, other)}
    assert identity.unions[0].decision_id == "decision:merge2026-01-01"


def test_undone_decisions_do_nothing() -> None:
    pact, other = nodes(PACT, OTHER)
    assert groups(who([pact, other], decided("merge", pact, other, undone=True))) == set()


@pytest.mark.parametrize(("first", "second", "one"), [("merge", "reject", False), ("reject", "merge", True)])
def test_the_later_decision_holds(first: str, second: str, one: bool) -> None:
    pact, twin = nodes(PACT, TWIN)
    identity = who([pact, twin], decided(first, pact, twin, "2026-01"), decided(second, twin, pact, "2026-02"))
    assert bool(groups(identity)) is one


def test_a_split_parts_one_node_from_all_named() -> None:
    pact, twin, third = nodes(PACT, TWIN, THIRD)
    identity = who([pact, twin, third], decided("split", twin, None, parts=(pact, third)))
    assert groups(identity) == {ids(pact, third)}


def test_a_decision_on_a_node_that_is_gone_rests_and_holds_again_when_it_is_back() -> None:
    pact, other = nodes(PACT, OTHER)
    decision = decided("merge", pact, other)
    assert groups(who([pact], decision)) == set()
    assert groups(who([pact, other], decision)) == {ids(pact, other)}


def test_who_is_unsure_puts_the_pair_off_and_leaves_it_in_the_list() -> None:
    pact, other = nodes("Werkbankpakt = alliance", "Werkbankpakt = alliance @ de-th")
    [before] = who([pact, other]).possible
    [after] = who([pact, other], decided("unsure", pact, other)).possible
    assert (before.is_postponed, after.is_postponed) == (False, True)
    assert replace(after, is_postponed=False) == before


def test_namesakes_of_two_places_never_meet_through_a_third() -> None:
    subjects = nodes(
        "Nacht der Fertigung = event @ stadt-koeln, 2018-10",
        "Nacht der Fertigung = event @ stadt-leipzig, 2018-10",
        "Nacht der Fertigung = event, 2018-10",
    )
    koeln, leipzig, nowhere = (replace(one, circle=frozenset({"actor:x"})) for one in subjects)
    identity = who([koeln, leipzig, nowhere])
    assert groups(identity) == set()
    assert {(pair.one, pair.other) for pair in identity.possible} == {ids(koeln, nowhere), ids(leipzig, nowhere)}


def test_two_of_one_document_never_meet_through_a_third() -> None:
    here, there, third = nodes(PACT, TWIN, THIRD)
    there = replace(there, node=replace(there.node, documents=here.node.documents))
    identity = who([here, there, third])
    assert all(not {here.node.id, there.node.id} <= set(group) for group in groups(identity))
    assert len(groups(identity)) == 1


def test_a_row_of_editions_links_neighbours_only_the_earlier_first() -> None:
    editions = nodes(
        *(f"Industrieplan Kassel {year}–{year + 4} = master_plan @ stadt-kassel" for year in (2010, 2015, 2020))
    )
    first, second, third = (subject.node.id for subject in editions)
    assert {(pair.one, pair.other) for pair in who(editions).phases} == {(first, second), (second, third)}


def stated(earlier, later, document: str = "document:0") -> tuple:
    verdict = Verdict(Sameness.PHASES, 0.9, SameReason.SUCCESSION_STATED, quote=Quote(document, 0, 4, "Satz"))
    return earlier.node.id, later.node.id, verdict


def test_what_a_text_states_links_any_two_as_it_says_and_never_unites_them() -> None:
    pact, twin, other = nodes(PACT, TWIN, OTHER)
    identity = identify([pact, twin, other], REGISTER, hints=[stated(twin, other), stated(pact, other, "document:1")])
    [pair] = identity.phases
    assert (pair.one, pair.other) == (identity.of(pact.node.id), other.node.id)
    assert [quote.document for quote in pair.quotes] == ["document:0", "document:1"]
    assert groups(identity) == {ids(pact, twin)}
    assert groups(identify([pact, twin], REGISTER, hints=[stated(pact, twin)])) == set()


def test_texts_that_contradict_each_other_link_nothing() -> None:
    pact, other = nodes(PACT, OTHER)
    assert identify([pact, other], REGISTER, hints=[stated(pact, other), stated(other, pact)]).phases == ()


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_loading_changes_nothing(order: tuple[int, ...]) -> None:
    subjects = nodes(PACT, TWIN, THIRD, OTHER)
    assert who([subjects[place] for place in order]) == who(subjects)


LINES = sorted({line for case in INITIATIVES for line in (case.one, case.other)})


@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=9, unique=True), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_and_no_place_meets_another(lines: list[str], random) -> None:
    subjects = [to_subject(a_named(line, f"document:{line}"), REGISTER) for line in lines]
    shuffled = [*subjects]
    random.shuffle(shuffled)
    identity = who(subjects)
    assert who(shuffled) == identity
    known = {subject.node.id: subject for subject in subjects}
    for group in groups(identity):
        lands = {known[id].places for id in group if known[id].places}
        assert len({land for places in lands for place in places for land in REGISTER.lands_of(place)}) <= 1
    shown = {*map(identity.of, known)}
    assert all({pair.one, pair.other} <= shown for pair in (*identity.possible, *identity.phases))


def test_of_ten_thousand_initiatives_few_pairs_are_compared() -> None:
    lands = [land.id for land in REGISTER.lands()]
    words = ["Zukunft", "Industrie", "Wandel", "Fertigung", "Stahl", "Chemie", "Region", "Arbeit", "Energie", "Bildung"]
    lines = [
        f"Bündnis {words[n % 10]} und {words[n // 10 % 10]} Nr {n} = alliance @ {lands[n % 16]}" for n in range(10_000)
    ]
    subjects = nodes(*lines)
    assert len(pair_up(subjects, REGISTER)) < 20 * len(subjects)
