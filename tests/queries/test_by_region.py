"""The matrix region × kind: its sums are those of the matrix and of the graph itself."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.kinds import ActorKind, InitiativeType
from graph.store import Store
from queries.answers import Cell, CellValue, Column, Coverage, Mark
from queries.by_region import NATIONWIDE, RegionCoverage, by_region
from queries.coverage import coverage
from seeds.register import load_register
from tests.factory import a_reading
from tests.viz.pictures import cite, initiative, row

REGISTER = load_register()
PLAN = InitiativeType.MASTER_PLAN
LANDS = ("de-he", "de-th", "de-nw", "de", None)

CELL = st.builds(
    Cell,
    column=st.just(Column.UNION),
    value=st.sampled_from(CellValue),
    marks=st.lists(st.sampled_from(Mark), max_size=2, unique=True).map(tuple),
    newest=st.sampled_from([None, "2015", "2017-03", "2021-01-01"]),
)
PLACES = st.sampled_from([("de-he",), ("de-th",), ("de-he", "de-th"), ("de",), ()])


def matrix(cells: list[tuple[Cell, tuple[str, ...]]]) -> Coverage:
    rows = []
    for number, (cell, regions) in enumerate(cells):
        lands = tuple(region for region in regions if region != "de")
        told = initiative(str(number), f"I{number}", PLAN, None, regions=regions, lands=lands)
        rows.append(row(told, cell))
    return Coverage(tuple(rows), (), (), ())


@given(cells=st.lists(st.tuples(CELL, PLACES), max_size=12))
def test_the_counts_of_a_region_add_up_to_its_initiatives(cells: list[tuple[Cell, tuple[str, ...]]]) -> None:
    found = by_region(matrix(cells), REGISTER)
    for told in (*found.rows, found.total):
        for cell in told.cells:
            assert sum(one.count for one in cell.values) == len(told.initiatives)
            assert sorted(id for one in cell.values for id in one.initiatives) == sorted(told.initiatives)
    assert len(found.total.initiatives) == len(cells)
    in_regions = Counter(id for told in found.rows for id in told.initiatives)
    assert in_regions == {told.initiative.id: max(1, len(told.initiative.lands)) for told in found.coverage.rows}


@given(cells=st.lists(st.tuples(CELL, PLACES), min_size=1, max_size=8))
def test_no_region_is_newer_than_its_newest_cell(cells: list[tuple[Cell, tuple[str, ...]]]) -> None:
    found = by_region(matrix(cells), REGISTER)
    [union] = [cell for cell in found.total.cells if cell.column is Column.UNION]
    assert union.newest == max((cell.newest for cell, _ in cells if cell.newest), default=None)


def test_marks_and_statements_are_counted_with_the_values() -> None:
    quote, other = cite("Die Gewerkschaften sitzen dort."), cite("Der DGB auch.", start=90)
    present = Cell(Column.UNION, CellValue.PRESENT, (Mark.AS_GROUP,), ("Gewerkschaften",), (quote,), "2017-03-14")
    both = Cell(Column.UNION, CellValue.PRESENT, (Mark.AS_GROUP,), ("DGB",), (quote, other), "2017-03-14")
    found = by_region(matrix([(present, ("de-he",)), (both, ("de-he",))]), REGISTER)
    [hessen] = found.rows
    [union] = [cell for cell in hessen.cells if cell.column is Column.UNION]
    assert (hessen.name, union.count(CellValue.PRESENT), union.count(CellValue.ABSENT)) == ("Hessen", 2, 0)
    assert (union.marks, union.statements, union.newest) == (((Mark.AS_GROUP, 2),), 2, "2017-03-14")


def test_what_is_nationwide_comes_first_then_what_has_no_region_then_the_laender() -> None:
    silent = Cell(Column.UNION, CellValue.NOT_MENTIONED)
    found = by_region(matrix([(silent, places) for places in [("de-th",), ("de",), (), ("de-he",)]]), REGISTER)
    assert [told.region for told in found.rows] == [NATIONWIDE, None, "de-he", "de-th"]


def test_an_empty_graph_has_no_regions_and_a_total_of_none() -> None:
    found = by_region(Coverage((), (), (), ()), REGISTER)
    assert (found.rows, found.total.initiatives, found.total.cells) == ((), (), ())


UNIONS = ["IG Metall", "ver.di", "DGB"]
SEATS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(UNIONS)), max_size=8, unique=True)
WHERE = st.lists(st.sampled_from(LANDS), min_size=6, max_size=6)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=WHERE, seats=SEATS)
def test_the_sums_are_those_of_the_graph(store: Store, where: list[str | None], seats: list[tuple[int, str]]) -> None:
    for document in store.documents():
        store.remove_document(document.id)
    told = a_reading().sentence(f"{where} {seats}")
    for number, land in enumerate(where):
        told.initiative(f"I{number}", type=PLAN, region=land)
    for name in sorted({name for _, name in seats}):
        told.actor(name, ActorKind.UNION)
    for number, name in seats:
        told.participates(name, f"I{number}")
    store.write_reading(told.build())
    text = (
        "MATCH (i:Initiative) OPTIONAL MATCH (u:Union)-[:PARTICIPATES]->(i) "
        "RETURN i.id AS id, i.regions AS regions, count(u) > 0 AS seated"
    )
    in_graph = Counter((tuple(one["regions"] or ())[:1], bool(one["seated"])) for one in store.read(text))
    assert _seats_by_region(by_region(coverage(store, REGISTER), REGISTER)) == in_graph


def _seats_by_region(found: RegionCoverage) -> Counter[tuple[tuple[str, ...], bool]]:
    counted: Counter[tuple[tuple[str, ...], bool]] = Counter()
    for told in found.rows:
        [union] = [cell for cell in told.cells if cell.column is Column.UNION]
        place = (told.region,) if told.region else ()
        counted[place, True] = union.count(CellValue.PRESENT)
        counted[place, False] = len(told.initiatives) - union.count(CellValue.PRESENT)
    return +counted
