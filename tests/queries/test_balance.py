"""How evenly tables are set: worked by hand, held by properties, and the same in a real store."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType, Role
from graph.model import Reading
from graph.store import Store
from queries.answers import ActorRow, CellValue, Column
from queries.balance import (
    ASKED,
    FEWEST_INITIATIVES,
    Balance,
    BalanceRow,
    KindPair,
    MemberKind,
    Sides,
    Verdict,
    balance,
    blau,
    kind_of_member,
    weigh_table,
)
from queries.cells import Claim, RowFacts, judge_all
from queries.selection import Selection
from seeds.register import load_register
from tests.factory import a_reading
from tests.queries.claims import DAY, absent, actor, group, informal, present
from tests.viz.pictures import initiative

REGISTER = load_register()
KINDS = len(MemberKind)
UNION, EMPLOYERS, COMPANY = ActorKind.UNION, ActorKind.EMPLOYERS_ASSOCIATION, ActorKind.COMPANY
IHK = actor("IHK", ActorKind.CHAMBER, ChamberType.IHK)


def weighed(*claims: Claim) -> BalanceRow:
    """The row of one table of which this is claimed."""
    facts = RowFacts(DAY, claims)
    told = initiative("1", "Bündnis", InitiativeType.ALLIANCE, "de-he")
    return weigh_table(told, facts.members(), judge_all(Column, facts))


def at(*actors: ActorRow) -> BalanceRow:
    return weighed(*map(present, actors))


BLAU = [
    ([1, 1, 1], 2 / 3),
    ([3], 0.0),
    ([2, 1], 4 / 9),
    ([2, 2], 1 / 2),
    ([5, 0, 0], 0.0),
    ([1] * KINDS, 1 - 1 / KINDS),
    ([1, 1], None),
    ([2], None),
    ([], None),
]


@pytest.mark.parametrize(("counts", "expected"), BLAU)
def test_blau_worked_by_hand(counts: list[int], expected: float | None) -> None:
    found = blau(counts)
    assert found == (expected if expected is None else pytest.approx(expected))


@given(counts=st.lists(st.integers(0, 9), min_size=1, max_size=KINDS))
def test_blau_lies_between_none_and_the_most_so_many_kinds_allow(counts: list[int]) -> None:
    found = blau(counts)
    assert (found is None) is (sum(counts) < 3)
    if found is not None:
        assert 0 <= found <= 1 - 1 / len(counts) + 1e-9
        assert found == pytest.approx(blau(counts[::-1]))
        assert (found < 1e-9) is (sum(count > 0 for count in counts) == 1)


@given(each=st.integers(1, 5))
def test_an_even_mix_of_all_kinds_is_one(each: int) -> None:
    even = [actor(f"{kind} {number}", kind) for kind in _ONE_OF_EACH for number in range(each)]
    chambers = [actor(f"{sort} {number}", ActorKind.CHAMBER, sort) for sort in [*ChamberType] for number in range(each)]
    found = at(*even, *chambers)
    assert found.known == each * KINDS
    assert found.iqv == pytest.approx(1)


_ONE_OF_EACH = (
    UNION,
    ActorKind.BUSINESS_ASSOCIATION,
    ActorKind.MINISTRY,
    ActorKind.RESEARCH,
    COMPANY,
    ActorKind.CONSULTANCY,
    ActorKind.NETWORK,
)

MIXES = [
    ((IHK, actor("IG Metall"), actor("VhU", EMPLOYERS)), 3, 2 / 3),
    ((IHK, actor("IG Metall"), actor("ver.di")), 3, 4 / 9),
    ((actor("A", COMPANY), actor("B", COMPANY), actor("C", COMPANY)), 3, 0.0),
    ((actor("VhU", EMPLOYERS), actor("BDI", ActorKind.BUSINESS_ASSOCIATION), actor("Vci", EMPLOYERS)), 3, 0.0),
    ((IHK, actor("IG Metall")), 2, None),
    ((IHK, actor("IG Metall"), group("Verbände", EMPLOYERS)), 2, None),
    ((IHK, actor("IG Metall"), actor("Verein", ActorKind.OTHER)), 2, None),
    ((), 0, None),
]


@pytest.mark.parametrize(("seated", "known", "expected"), MIXES)
def test_mixes_worked_by_hand(seated: Sequence[ActorRow], known: int, expected: float | None) -> None:
    found = at(*seated)
    assert (found.known, found.blau is None, found.iqv is None) == (known, expected is None, expected is None)
    if expected is not None:
        assert (found.blau, found.iqv) == (pytest.approx(expected), pytest.approx(expected * 10 / 9))


UNIONS, VHU = group("Gewerkschaften"), actor("VhU", EMPLOYERS)
IGM = actor("IG Metall")
SIDES = [
    ((present(IGM), present(VHU)), Sides.BOTH),
    ((present(UNIONS), present(VHU)), Sides.BOTH),
    ((present(IGM), present(IHK)), Sides.UNIONS),
    ((present(VHU), absent(UNIONS)), Sides.EMPLOYERS),
    ((present(VHU), informal(IGM), present(IGM, role=Role.SUPPORTER)), Sides.EMPLOYERS),
    ((present(actor("BDI", ActorKind.BUSINESS_ASSOCIATION)),), Sides.EMPLOYERS),
    ((present(IHK),), Sides.NEITHER),
    ((present(IGM, date="2015", until="2016"),), Sides.NEITHER),
    ((), Sides.NEITHER),
]


@pytest.mark.parametrize(("claims", "sides"), SIDES)
def test_the_sides_are_those_whom_the_matrix_says_to_be_present(claims: tuple[Claim, ...], sides: Sides) -> None:
    assert weighed(*claims).sides is sides


def test_a_group_sits_at_the_table_and_is_no_number() -> None:
    found = at(UNIONS, IGM, group("Unternehmen", COMPANY))
    unions, companies = found.of(MemberKind.UNION), found.of(MemberKind.COMPANY)
    assert (unions.count, unions.as_group, unions.names) == (1, True, ("IG Metall",))
    assert (companies.count, companies.as_group, found.known) == (0, True, 1)
    assert found.of(MemberKind.IHK) not in found.members


def test_one_of_no_known_kind_is_told_apart() -> None:
    found = at(actor("Verein", ActorKind.OTHER), IGM)
    assert (found.unsorted, found.known) == (("Verein",), 1)


SUBJECTS = st.sampled_from([
    IGM, actor("ver.di"), UNIONS, VHU, group("Verbände", EMPLOYERS), IHK, group("IHKen", ActorKind.CHAMBER,
    ChamberType.IHK), group("Kammern", ActorKind.CHAMBER), actor("Otis", COMPANY), actor("Verein", ActorKind.OTHER),
])  # fmt: skip
DATES = st.sampled_from([None, "2015", "2017", "2019"])
CLAIMS = st.one_of(
    st.builds(present, SUBJECTS, date=DATES, role=st.sampled_from([Role.MEMBER, Role.SUPPORTER])),
    st.builds(absent, SUBJECTS, date=DATES),
    st.builds(informal, SUBJECTS, date=DATES),
)


@given(claims=st.lists(CLAIMS, max_size=6))
def test_members_are_there_exactly_where_the_matrix_says_present(claims: list[Claim]) -> None:
    found = weighed(*claims)
    there = {one.kind for one in found.members if one.kind in ASKED}
    cells = judge_all(Column, RowFacts(DAY, tuple(claims)))
    assert there == {MemberKind(cell.column.value) for cell in cells if cell.value is CellValue.PRESENT}


@pytest.mark.parametrize("kind", [kind for kind in ActorKind if kind is not ActorKind.OTHER])
def test_every_known_kind_is_counted(kind: ActorKind) -> None:
    assert kind_of_member(actor("A", kind)) is not None


def told(count: int, *, together: bool) -> Reading:
    """So many tables with a ministry; half with a union, of which the employers are there where the union is, or not.

    Every table has a company or a research institute, so that there is room for chance.
    """
    reading = a_reading("a.txt", date="2024").actor("Land", ActorKind.MINISTRY).actor("IG Metall", UNION)
    reading.actor("VhU", EMPLOYERS).actor("Otis", COMPANY).actor("Institut", ActorKind.RESEARCH)
    for number in range(count):
        name = f"Bündnis {number:02}"
        reading.initiative(name, region="de-he" if number % 2 else "de-th")
        has_union = number % 2 == 0
        has_employers = has_union if together else number % 4 < 2
        seated = [("IG Metall", has_union), ("VhU", has_employers), ("Otis", not has_union), ("Land", number % 3 == 0)]
        for who, there in [*seated, ("Institut", not has_employers)]:
            if there:
                reading.participates(who, name)
    return reading.build()


def partners(found: Balance) -> KindPair:
    """The pair of social partners."""
    pair = (MemberKind.UNION, MemberKind.EMPLOYERS)
    return next(one for one in found.pairs if (one.one, one.other) == pair)


def test_social_partners_who_sit_together_are_told_apart_from_chance(store: Store) -> None:
    store.write_reading(told(24, together=True))
    steps: list[int] = []
    found = balance(store, REGISTER, on_step=steps.append)
    both = partners(found)
    assert (found.compared, found.samples, len(steps)) == (24, 2000, 2000)
    assert (both.observed, both.verdict) == (12, Verdict.MORE)
    assert both.drawn is not None
    assert both.drawn.high < 12
    assert [found.count(sides) for sides in Sides] == [12, 0, 0, 12]
    assert len(found.pairs) == 15
    assert balance(store, REGISTER) == found


def test_social_partners_by_chance_are_not(store: Store) -> None:
    store.write_reading(told(24, together=False))
    found = balance(store, REGISTER, kinds=[Column.UNION])
    assert {one.verdict for one in found.pairs} <= {Verdict.CHANCE, Verdict.FIXED}
    assert [(one.one, one.other)[one.one is MemberKind.UNION] for one in found.pairs] == [
        kind for kind in ASKED if kind is not MemberKind.UNION
    ]
    assert all([cell.column for cell in row.cells] == [Column.UNION] for row in found.coverage.rows)


def test_with_fewer_than_twenty_initiatives_pairs_are_counted_only(store: Store) -> None:
    store.write_reading(told(FEWEST_INITIATIVES - 1, together=True))
    found = balance(store, REGISTER)
    assert (found.compared, found.samples) == (19, 0)
    assert {(one.drawn, one.p, one.verdict) for one in found.pairs} == {(None, None, None)}
    both = partners(found)
    assert both.observed == 10


def test_filters_and_the_date_are_those_of_the_matrix(store: Store) -> None:
    store.write_reading(told(4, together=True))
    assert len(balance(store, REGISTER, region="Hessen").rows) == 2
    assert balance(store, REGISTER, date="2023").rows == ()
    assert balance(store, REGISTER, wanted=Selection(types=(InitiativeType.MASTER_PLAN,))).rows == ()
    with pytest.raises(QuestionError) as caught:
        balance(store, REGISTER, region="Hesen")
    assert caught.value.code == "unknown_region"


def test_an_empty_graph_has_no_rows_and_no_pair_sits_together(store: Store) -> None:
    found = balance(store, REGISTER)
    assert (found.rows, found.compared, {one.observed for one in found.pairs}) == ((), 0, {0})
