"""The coverage matrix of a real store: whole documents in, judged cells out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Strength, UnreadReason
from queries.answers import CellValue, Column, Coverage, Mark
from queries.coverage import coverage
from seeds.register import load_register
from tests.queries.story import Story

REGISTER = load_register()
KAMMER, UNION, COMPANY = ActorKind.CHAMBER, ActorKind.UNION, ActorKind.COMPANY


def values(found: Coverage) -> dict[tuple[str, Column], CellValue]:
    rows = (*found.rows, *found.without_table)
    return {(row.initiative.name, cell.column): cell.value for row in rows for cell in row.cells}


def hessen() -> Story:
    """Frankfurt with two unions and a list, Industrieplatz without unions, an empty one, a silence about Bayern."""
    story = Story("hessen.txt", date="2017-03-01")
    frankfurt = story.initiative(
        "Masterplan Frankfurt", InitiativeType.MASTER_PLAN, regions=("stadt-frankfurt-am-main",)
    )
    for name in ("IG Metall", "IG BCE"):
        story.takes_part(story.actor(name), frankfurt)
    story.takes_part(story.actor("IHK Frankfurt", KAMMER, ChamberType.IHK), frankfurt)
    story.takes_part(story.actor("Otis", COMPANY), frankfurt, Role.PARTNER)
    story.lists(frankfurt)
    platz = story.initiative("Industrieplatz Hessen", regions=("de-he",), region_name="Hessen")
    story.is_absent(story.group(platz, "Gewerkschaften"), platz)
    story.takes_part(story.group(platz, "Unternehmen", COMPANY), platz)
    story.mentions("Hochschulen", platz, ActorKind.UNIVERSITY)
    story.initiative("Lokale Allianz", regions=("de-he",))
    story.is_silent("de-by")
    return story


def test_a_document_becomes_the_matrix_it_tells(store):
    store.write_reading(hessen().reading())
    found = coverage(store, REGISTER)
    assert [row.initiative.name for row in found.rows] == [
        "Industrieplatz Hessen",
        "Lokale Allianz",
        "Masterplan Frankfurt",
    ]
    told = values(found)
    assert [told["Masterplan Frankfurt", column].value for column in Column] == [
        "present",
        "not_listed",
        "present",
        "not_listed",
        "not_listed",
        "not_listed",
    ]
    assert [told["Industrieplatz Hessen", column].value for column in Column] == [
        "not_mentioned",
        "not_mentioned",
        "absent",
        "not_mentioned",
        "not_mentioned",
        "to_check",
    ]
    assert {told["Lokale Allianz", column] for column in Column} == {CellValue.NOBODY_NAMED}


def test_a_cell_names_who_and_quotes_the_text(store):
    story = hessen()
    store.write_reading(story.reading())
    cells = {row.initiative.name: dict(zip(Column, row.cells, strict=True)) for row in coverage(store, REGISTER).rows}
    present = cells["Masterplan Frankfurt"][Column.UNION]
    assert (present.who, present.newest) == (("IG BCE", "IG Metall"), "2017-03-01")
    evidence = cells["Industrieplatz Hessen"][Column.UNION].evidence[0]
    assert evidence.quote == story.text[evidence.quote_start : evidence.quote_end]
    assert evidence.document_address == "hessen.txt"
    check = cells["Industrieplatz Hessen"][Column.SCIENCE]
    assert (check.who, check.evidence[0].method) == (("Hochschulen",), UnreadReason.NO_FACT)


def test_kinds_never_asked_for_are_counted(store):
    store.write_reading(hessen().reading())
    others = {row.initiative.name: row.others for row in coverage(store, REGISTER).rows}
    assert others["Masterplan Frankfurt"] == ((COMPANY, 1),)


def test_only_the_columns_asked_for_are_told(store):
    store.write_reading(hessen().reading())
    found = coverage(store, REGISTER, kinds=(Column.UNION, Column.IHK))
    assert {tuple(cell.column for cell in row.cells) for row in found.rows} == {(Column.IHK, Column.UNION)}


def test_what_has_no_table_and_names_fewer_than_two_is_told_apart(store):
    story = Story("a.txt")
    empty = story.initiative("Lange Nacht", InitiativeType.EVENT)
    one = story.initiative("Woche", InitiativeType.EVENT)
    two = story.initiative("Kampagne", InitiativeType.CAMPAIGN)
    story.takes_part(story.actor("IG Metall"), one)
    story.takes_part(story.group(one, "Unternehmen", COMPANY), one)
    story.takes_part(story.actor("IG Metall"), two)
    story.takes_part(story.actor("Otis", COMPANY), two)
    story.takes_part(story.group(empty, "Verbände", ActorKind.BUSINESS_ASSOCIATION), empty)
    story.takes_part(story.group(empty, "Unternehmen", COMPANY), empty)
    store.write_reading(story.reading())
    found = coverage(store, REGISTER)
    assert [row.initiative.name for row in found.rows] == ["Kampagne"]
    assert [row.initiative.name for row in found.without_table] == ["Lange Nacht", "Woche"]


def test_rows_are_sorted_by_land_then_name(store):
    story = Story("a.txt")
    for name, region in [("B", "de-th"), ("A", "de-th"), ("Z", "de-be"), ("N", "de"), ("Ä", "de-bw")]:
        story.initiative(name, regions=(region,), region_name=region)
    store.write_reading(story.reading())
    assert [row.initiative.name for row in coverage(store, REGISTER).rows] == ["N", "Ä", "Z", "A", "B"]


@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("Hessen", ["Industrieplatz Hessen", "Lokale Allianz", "Masterplan Frankfurt"]),
        ("de-he", ["Industrieplatz Hessen", "Lokale Allianz", "Masterplan Frankfurt"]),
        ("Frankfurt am Main", ["Masterplan Frankfurt"]),
        ("Ba-Wü", []),
    ],
)
def test_a_region_keeps_the_rows_that_lie_in_it(store, region, names):
    store.write_reading(hessen().reading())
    assert [row.initiative.name for row in coverage(store, REGISTER, region=region).rows] == names


def test_an_unknown_region_names_the_three_nearest(store):
    with pytest.raises(QuestionError) as raised:
        coverage(store, REGISTER, region="Turingen")
    assert raised.value.code == "unknown_region"
    assert raised.value.details["name"] == "Turingen"
    nearest = str(raised.value.details["nearest"]).split(", ")
    assert ("Thüringen" in nearest, len(nearest)) == (True, 3)


def test_a_silence_and_a_land_without_initiative_are_told_once_each(store):
    store.write_reading(hessen().reading())
    unknown = coverage(store, REGISTER).unknown
    assert len(unknown) == 15, "all Länder but Hessen"
    assert [region.name for region in unknown if region.evidence] == ["Bayern"]
    assert "Hessen" not in [region.name for region in unknown]


def test_an_initiative_of_all_germany_speaks_for_no_land(store):
    story = Story("a.txt")
    story.initiative("Bündnis", regions=("de",))
    store.write_reading(story.reading())
    assert len(coverage(store, REGISTER).unknown) == 16


def test_without_a_document_nothing_is_unknown(store):
    assert coverage(store, REGISTER) == Coverage((), (), (), ())


@pytest.mark.parametrize(("region", "names"), [("Hessen", []), ("Bayern", ["Bayern"]), ("Nürnberg", ["Bayern"])])
def test_unknown_regions_are_told_within_and_around_the_one_asked_for(store, region, names):
    store.write_reading(hessen().reading())
    assert [unknown.name for unknown in coverage(store, REGISTER, region=region).unknown] == names


def test_a_later_document_takes_a_presence_back(store):
    early, late = Story("early.txt", date="2015"), Story("late.txt", date="2017")
    for story in (early, late):
        story.initiative("Bündnis")
    early.takes_part(early.actor("IG Metall"), late.initiative("Bündnis"))
    late.is_absent(late.actor("IG Metall"), late.initiative("Bündnis"))
    store.write_reading(early.reading())
    store.write_reading(late.reading())
    assert values(coverage(store, REGISTER))["Bündnis", Column.UNION] is CellValue.ABSENT
    assert values(coverage(store, REGISTER, date="2016"))["Bündnis", Column.UNION] is CellValue.PRESENT


def test_an_undated_document_makes_it_a_conflict(store):
    early, late = Story("early.txt"), Story("late.txt", date="2017")
    early.takes_part(early.actor("IG Metall"), early.initiative("Bündnis"))
    late.is_absent(late.actor("IG Metall"), late.initiative("Bündnis"))
    store.write_reading(early.reading())
    store.write_reading(late.reading())
    cell = coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0]
    assert (cell.value, cell.marks, len(cell.evidence)) == (CellValue.PRESENT, (Mark.CONFLICT,), 2)


def test_what_was_not_known_at_the_date_is_not_told(store):
    story = Story("a.txt", date="2018")
    story.initiative("Bündnis")
    store.write_reading(story.reading())
    store.write_reading(hessen().reading())
    found = coverage(store, REGISTER, date="2017")
    assert "Bündnis" not in [row.initiative.name for row in found.rows]
    assert [document.address for document in found.documents] == ["hessen.txt"]


def test_support_without_formal_part_is_informal_though_told_as_support_too(store):
    story = Story("a.txt")
    network = story.initiative("In|du|strie")
    unions = story.group(network, "Industriegewerkschaften")
    story.takes_part(unions, network, Role.SUPPORTER)
    story.is_absent(unions, network, Strength.INFORMAL)
    store.write_reading(story.reading())
    assert values(coverage(store, REGISTER))["In|du|strie", Column.UNION] is CellValue.INFORMAL


def test_a_subsidiary_represents_its_parent_in_the_register(store):
    story = Story("a.txt")
    desk = story.initiative("Servicestelle", InitiativeType.NETWORK)
    story.takes_part(story.actor("DIHK Service GmbH", ActorKind.COMPANY), desk, Role.SERVICE_PROVIDER)
    story.takes_part(story.actor("DIHK-DEinternational", ActorKind.COMPANY, register_id="dihk-service"), desk)
    store.write_reading(story.reading())
    cell = coverage(store, REGISTER, kinds=(Column.IHK,)).rows[0].cells[0]
    assert cell.value is CellValue.REPRESENTED
    assert [who.split(" → ")[0] for who in cell.who] == ["DIHK-DEinternational"]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("part of a union", CellValue.REPRESENTED),
        ("part of a part of a union", CellValue.REPRESENTED),
        ("parent of a union", CellValue.REPRESENTED),
        ("roof over a union", CellValue.REPRESENTED),
        ("member of a union", CellValue.NOT_MENTIONED),
        ("circle of parents", CellValue.NOT_MENTIONED),
    ],
)
def test_ways_to_a_body_of_another_kind(store, told, value):
    story = Story("a.txt")
    council = story.initiative("Beirat", InitiativeType.COUNCIL)
    school, union = story.actor("Bildungswerk", ActorKind.OTHER), story.actor("ver.di")
    between = story.actor("Bildungsholding", ActorKind.OTHER)
    story.takes_part(school, council)
    ways = {
        "part of a union": [lambda: story.is_part_of(school, union)],
        "part of a part of a union": [
            lambda: story.is_part_of(school, between),
            lambda: story.is_part_of(between, union),
        ],
        "parent of a union": [lambda: story.is_part_of(union, school)],
        "roof over a union": [lambda: story.belongs_to(union, school)],
        "member of a union": [lambda: story.belongs_to(school, union)],
        "circle of parents": [lambda: story.is_part_of(school, between), lambda: story.is_part_of(between, school)],
    }
    for tell in ways[told]:
        tell()
    store.write_reading(story.reading())
    cell = coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0]
    assert cell.value is value
    if value is CellValue.REPRESENTED:
        assert (cell.who, len(cell.evidence)) == (("Bildungswerk → ver.di",), 1 + len(ways[told]))


NAMES = ("IG Metall", "ver.di", "IHK Lippe", "HWK Kassel", "Otis", "TU Berlin", "Staatskanzlei", "VME")
KIND_OF = dict(
    zip(
        NAMES,
        (
            (UNION, None),
            (UNION, None),
            (KAMMER, ChamberType.IHK),
            (KAMMER, ChamberType.HWK),
            (COMPANY, None),
            (ActorKind.UNIVERSITY, None),
            (ActorKind.MINISTRY, None),
            (ActorKind.EMPLOYERS_ASSOCIATION, None),
        ),
        strict=True,
    )
)
TOLD = st.tuples(
    st.sampled_from(["Bündnis", "Beirat"]),
    st.sampled_from(["takes_part", "is_absent", "mentions", "lists"]),
    st.sampled_from(NAMES),
)
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from([None, "2015", "2017"]), st.lists(TOLD, max_size=5)), min_size=1, max_size=3
)
ON_ONE_STORE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def stories(documents) -> list[Story]:
    return [write(f"{number}.txt", date, told) for number, (date, told) in enumerate(documents)]


def write(address: str, date: str | None, told: list[tuple[str, str, str]]) -> Story:
    story = Story(address, date=date)
    for name, what, who in told:
        initiative = story.initiative(name)
        if what == "lists":
            story.lists(initiative)
        elif what == "mentions":
            story.mentions(who, initiative, *KIND_OF[who])
        else:
            getattr(story, what)(story.actor(who, *KIND_OF[who]), initiative)
    return story


def load(store, told: list[Story]) -> None:
    for document in store.documents():
        store.remove_document(document.id)
    for story in told:
        store.write_reading(story.reading())


@ON_ONE_STORE
@given(documents=DOCUMENTS)
def test_every_participant_is_told_once_where_nothing_is_denied(store, documents):
    affirmed = [(date, [told for told in lines if told[1] != "is_absent"]) for date, lines in documents]
    load(store, stories(affirmed))
    for row in coverage(store, REGISTER).rows:
        seated = {who for cell in row.cells if cell.value is CellValue.PRESENT for who in cell.who}
        told = {who for _, lines in affirmed for name, what, who in lines if (name, what) == _part(row.initiative.name)}
        assert seated == told - {"Otis"}
        assert dict(row.others) == ({COMPANY: 1} if "Otis" in told else {})


def _part(name: str) -> tuple[str, str]:
    return name, "takes_part"


@ON_ONE_STORE
@given(documents=DOCUMENTS)
def test_the_same_documents_give_the_same_matrix_in_any_order(store, documents):
    told = stories(documents)
    load(store, told)
    before = coverage(store, REGISTER)
    load(store, told[::-1])
    assert coverage(store, REGISTER) == before


@ON_ONE_STORE
@given(documents=DOCUMENTS, another=st.tuples(st.sampled_from([None, "2015", "2019"]), st.lists(TOLD, max_size=5)))
def test_another_document_never_turns_something_told_into_silence(store, documents, another):
    load(store, stories(documents))
    silent = {CellValue.NOT_LISTED, CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED}
    told = {key for key, value in values(coverage(store, REGISTER)).items() if value not in silent}
    store.write_reading(write("another.txt", *another).reading())
    after = values(coverage(store, REGISTER))
    assert [key for key in told if after[key] in silent] == []
