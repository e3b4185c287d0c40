"""The coverage matrix of a real store: whole documents in, judged cells out."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Strength, UnreadReason
from graph.model import Reading
from graph.store import Store
from queries.answers import CellValue, Column, Coverage, Mark
from queries.coverage import coverage
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
KAMMER, UNION, COMPANY = ActorKind.CHAMBER, ActorKind.UNION, ActorKind.COMPANY
FRANKFURT, PLATZ = "Masterplan Frankfurt", "Industrieplatz Hessen"


def values(found: Coverage) -> dict[tuple[str, Column], CellValue]:
    rows = (*found.rows, *found.without_table)
    return {(row.initiative.name, cell.column): cell.value for row in rows for cell in row.cells}


def names(found: Coverage) -> list[str]:
    return [row.initiative.name for row in found.rows]


def hessen() -> Reading:
    """Frankfurt with two unions and a list, Industrieplatz without unions, an empty one, a silence about Bayern."""
    return (
        a_reading("hessen.txt", date="2017-03-01")
        .initiative(FRANKFURT, type=InitiativeType.MASTER_PLAN, region="stadt-frankfurt-am-main")
        .actor("IG Metall", UNION)
        .participates("IG Metall", FRANKFURT)
        .actor("IG BCE", UNION)
        .participates("IG BCE", FRANKFURT)
        .actor("IHK Frankfurt", KAMMER, chamber_type=ChamberType.IHK)
        .participates("IHK Frankfurt", FRANKFURT)
        .actor("Otis", COMPANY)
        .participates("Otis", FRANKFURT, Role.PARTNER)
        .listing(FRANKFURT, quote="Am Tisch sitzen diese:")
        .initiative(PLATZ, region="de-he", region_name="Hessen")
        .group("Gewerkschaften", UNION, PLATZ)
        .absent(PLATZ, "Gewerkschaften", quote="Die Gewerkschaften bleiben dem Kreis fern.")
        .group("Unternehmen", COMPANY, PLATZ)
        .participates("Unternehmen", PLATZ)
        .unread("Hochschulen", ActorKind.UNIVERSITY, initiative=PLATZ)
        .initiative("Lokale Allianz", region="de-he")
        .silence("de-by")
        .build()
    )


def alliance(address: str = "a.txt", *, date: str | None = None) -> ReadingBuilder:
    """A document on one alliance. Its text names its address, so that no two are the same document."""
    return a_reading(address, date=date).sentence(f"Aus {address}.").initiative("Bündnis", region="de-he")


def test_a_document_becomes_the_matrix_it_tells(store):
    store.write_reading(hessen())
    found = coverage(store, REGISTER)
    assert names(found) == [PLATZ, "Lokale Allianz", FRANKFURT]
    told = values(found)
    in_frankfurt = ["present", "not_listed", "present", "not_listed", "not_listed", "not_listed"]
    assert [told[FRANKFURT, column].value for column in Column] == in_frankfurt
    assert [told[PLATZ, column].value for column in Column] == [
        "not_mentioned",
        "not_mentioned",
        "absent",
        "not_mentioned",
        "not_mentioned",
        "to_check",
    ]
    assert {told["Lokale Allianz", column] for column in Column} == {CellValue.NOBODY_NAMED}


def test_a_cell_names_who_and_quotes_the_text(store):
    store.write_reading(hessen())
    rows = {row.initiative.name: row for row in coverage(store, REGISTER).rows}
    cells = {(name, cell.column): cell for name, row in rows.items() for cell in row.cells}
    union = cells[FRANKFURT, Column.UNION]
    assert (union.who, union.newest, len(union.evidence)) == (("IG BCE", "IG Metall"), "2017-03-01", 2)
    absent = cells[PLATZ, Column.UNION].evidence[0]
    assert (absent.quote, absent.document_address) == ("Die Gewerkschaften bleiben dem Kreis fern.", "hessen.txt")
    assert hessen().document.text[absent.quote_start : absent.quote_end] == absent.quote
    assert cells[FRANKFURT, Column.HWK].evidence[0].quote == "Am Tisch sitzen diese:"
    science = cells[PLATZ, Column.SCIENCE]
    assert (science.who, science.evidence[0].method) == (("Hochschulen",), UnreadReason.NO_FACT)
    assert rows[FRANKFURT].others == ((COMPANY, 1),)
    assert rows[FRANKFURT].documents == (hessen().document.id,)


LISTS = [
    ("Mitglieder: IG Metall, Otis", CellValue.TO_CHECK),
    ("Mitglieder: Otis und der DGB Hessen-Thüringen", CellValue.TO_CHECK),
    ("Mitglieder: Otis, Werkerbund", CellValue.TO_CHECK),
    ("Mitglieder: Otis, IG Metall Stiftung Muster", CellValue.NOT_LISTED),
    ("Mitglieder des Kreises IG Metall Muster: Otis", CellValue.NOT_LISTED),
    ("Mitglieder: Otis und andere", CellValue.NOT_LISTED),
]


@pytest.mark.parametrize(("quote", "value"), LISTS)
def test_a_kind_is_not_unlisted_where_the_list_itself_names_one_of_it(store, quote, value):
    told = alliance().actor("Otis", COMPANY).participates("Otis", "Bündnis").listing("Bündnis", quote=quote)
    told.actor("Werkerbund", UNION).actor("IG Metall Stiftung Muster", ActorKind.OTHER)
    told.initiative("Kreis IG Metall Muster", region="de-he", aliases=("Kreises IG Metall Muster",))
    store.write_reading(told.build())
    found = coverage(store, REGISTER, kinds=(Column.UNION,))
    assert values(found)["Bündnis", Column.UNION] is value


def test_only_the_columns_asked_for_are_told(store):
    store.write_reading(hessen())
    found = coverage(store, REGISTER, kinds=(Column.UNION, Column.IHK))
    assert {tuple(cell.column for cell in row.cells) for row in found.rows} == {(Column.IHK, Column.UNION)}


def test_what_has_no_table_and_names_fewer_than_two_is_told_apart(store):
    told = a_reading()
    for name, type in [("Nacht", "event"), ("Woche", "event"), ("Kampagne", "campaign"), ("Leer", "network")]:
        told.initiative(name, type=InitiativeType(type))
    told.actor("IG Metall", UNION).actor("Otis", COMPANY)
    told.participates("IG Metall", "Woche").group("Firmen", COMPANY, "Woche").participates("Firmen", "Woche")
    told.participates("IG Metall", "Kampagne").participates("Otis", "Kampagne")
    told.participates("Otis", "Nacht", Role.FUNDER).participates("Otis", "Nacht", Role.MEMBER)
    store.write_reading(told.build())
    found = coverage(store, REGISTER)
    assert names(found) == ["Kampagne", "Leer"]
    assert [row.initiative.name for row in found.without_table] == ["Nacht", "Woche"]


def test_rows_are_sorted_by_land_then_name(store):
    told = a_reading()
    for name, region in [("B", "de-th"), ("A", "de-th"), ("Z", "de-be"), ("N", "de"), ("Ä", "de-bw")]:
        told.initiative(name, region=region)
    store.write_reading(told.build())
    assert names(coverage(store, REGISTER)) == ["N", "Ä", "Z", "A", "B"]


def test_a_region_keeps_the_rows_that_lie_in_it_and_what_is_unknown_within_and_around(store):
    store.write_reading(hessen())
    asked = {
        region: coverage(store, REGISTER, region=region)
        for region in ("Hessen", "de-he", "Frankfurt am Main", "Ba-Wü", "Bayern", "Nürnberg")
    }
    assert {region: names(found) for region, found in asked.items()} == {
        "Hessen": [PLATZ, "Lokale Allianz", FRANKFURT],
        "de-he": [PLATZ, "Lokale Allianz", FRANKFURT],
        "Frankfurt am Main": [FRANKFURT],
        "Ba-Wü": [],
        "Bayern": [],
        "Nürnberg": [],
    }
    assert {region: [unknown.name for unknown in found.unknown] for region, found in asked.items()} == {
        "Hessen": [],
        "de-he": [],
        "Frankfurt am Main": [],
        "Ba-Wü": ["Baden-Württemberg"],
        "Bayern": ["Bayern"],
        "Nürnberg": ["Bayern"],
    }


def test_an_unknown_region_names_the_three_nearest(store):
    with pytest.raises(QuestionError) as raised:
        coverage(store, REGISTER, region="Turingen")
    assert (raised.value.code, raised.value.details["name"]) == ("unknown_region", "Turingen")
    nearest = str(raised.value.details["nearest"]).split(", ")
    assert ("Thüringen" in nearest, len(nearest)) == (True, 3)


def test_a_silence_and_a_land_without_initiative_are_told_once_each(store):
    store.write_reading(hessen())
    unknown = coverage(store, REGISTER).unknown
    assert len(unknown) == 15, "all Länder but Hessen"
    assert [region.name for region in unknown if region.evidence] == ["Bayern"]
    assert "Hessen" not in [region.name for region in unknown]


def test_an_initiative_of_all_germany_speaks_for_no_land(store):
    store.write_reading(a_reading().initiative("Bündnis", region="de").build())
    assert len(coverage(store, REGISTER).unknown) == 16


def test_a_region_that_the_register_does_not_know_stays_told(store):
    store.write_reading(a_reading().initiative("Bündnis", region="de-xx").silence("de-yy").build())
    found = coverage(store, REGISTER)
    assert names(found) == ["Bündnis"]
    assert [region.name for region in found.unknown if region.evidence] == ["de-yy"]


def test_without_a_document_nothing_is_unknown(store):
    assert coverage(store, REGISTER) == Coverage((), (), (), ())


def test_a_later_document_takes_a_presence_back(store):
    early = alliance("1.txt", date="2015").actor("IG Metall", UNION).participates("IG Metall", "Bündnis")
    late = alliance("2.txt", date="2017").actor("IG Metall", UNION).absent("Bündnis", "IG Metall")
    store.write_reading(early.build())
    store.write_reading(late.build())
    assert values(coverage(store, REGISTER))["Bündnis", Column.UNION] is CellValue.ABSENT
    assert values(coverage(store, REGISTER, date="2016"))["Bündnis", Column.UNION] is CellValue.PRESENT


def test_an_undated_document_makes_it_a_conflict(store):
    early = alliance("1.txt").actor("IG Metall", UNION).participates("IG Metall", "Bündnis")
    late = alliance("2.txt", date="2017").actor("IG Metall", UNION).absent("Bündnis", "IG Metall")
    store.write_reading(early.build())
    store.write_reading(late.build())
    cell = coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0]
    assert (cell.value, cell.marks, len(cell.evidence)) == (CellValue.PRESENT, (Mark.CONFLICT,), 2)


def test_what_was_not_known_at_the_date_is_not_told(store):
    store.write_reading(alliance(date="2018").build())
    store.write_reading(hessen())
    found = coverage(store, REGISTER, date="2017")
    assert "Bündnis" not in names(found)
    assert [document.address for document in found.documents] == ["hessen.txt"]


def test_an_initiative_is_not_shown_before_it_began_nor_after_it_ended(store):
    store.write_reading(a_reading("a.txt").initiative("Bündnis", region="de-he", since="2018", until="2020").build())
    assert [names(coverage(store, REGISTER, date=date)) for date in ("2017", "2018-06", "2020", "2021")] == [
        [], ["Bündnis"], ["Bündnis"], []
    ]  # fmt: skip
    assert names(coverage(store, REGISTER)) == ["Bündnis"]


def test_a_statement_of_a_later_day_is_not_told_before_it(store):
    told = alliance(date="2017").actor("IG Metall", UNION).participates("IG Metall", "Bündnis", as_of="2019")
    store.write_reading(told.build())
    assert values(coverage(store, REGISTER, date="2018"))["Bündnis", Column.UNION] is CellValue.NOBODY_NAMED
    assert values(coverage(store, REGISTER, date="2020"))["Bündnis", Column.UNION] is CellValue.PRESENT


def test_the_date_decides_whether_a_presence_has_ended(store):
    told = alliance().actor("IG Metall", UNION).participates("IG Metall", "Bündnis", since="2010", until="2016")
    store.write_reading(told.build())
    by_date = {date: coverage(store, REGISTER, date=date) for date in ("2009", "2016", "2017")}
    assert [values(found)["Bündnis", Column.UNION].value for found in by_date.values()] == [
        "to_check",
        "present",
        "to_check",
    ]


def test_support_without_formal_part_is_informal_though_told_as_support_too(store):
    told = alliance().group("Gewerkschaften", UNION, "Bündnis")
    told.participates("Gewerkschaften", "Bündnis", Role.SUPPORTER)
    told.absent("Bündnis", "Gewerkschaften", Strength.INFORMAL)
    store.write_reading(told.build())
    assert values(coverage(store, REGISTER))["Bündnis", Column.UNION] is CellValue.INFORMAL


def test_a_subsidiary_in_the_register_represents_its_parent(store):
    told = alliance().actor("DIHK Service", COMPANY, register_id="dihk-service").participates("DIHK Service", "Bündnis")
    store.write_reading(told.build())
    cell = coverage(store, REGISTER, kinds=(Column.IHK,)).rows[0].cells[0]
    assert (cell.value, cell.who) == (
        CellValue.REPRESENTED,
        ("DIHK Service → Deutsche Industrie- und Handelskammer",),
    )


WAYS = {
    "part of a union": ([("branch_of", "Bildungswerk", "ver.di")], True),
    "part of a part of one": ([("branch_of", "Bildungswerk", "Holding"), ("branch_of", "Holding", "ver.di")], True),
    "parent of a union": ([("branch_of", "ver.di", "Bildungswerk")], True),
    "roof over a union": ([("member_of", "ver.di", "Bildungswerk")], True),
    "member of a union": ([("member_of", "Bildungswerk", "ver.di")], False),
    "circle": ([("branch_of", "Bildungswerk", "Holding"), ("branch_of", "Holding", "Bildungswerk")], False),
}


@pytest.mark.parametrize(("told", "leads_there"), WAYS.values(), ids=WAYS)
def test_ways_to_a_body_of_another_kind(store, told, leads_there):
    reading = alliance().actor("Bildungswerk", ActorKind.OTHER).actor("Holding", ActorKind.OTHER).actor("ver.di", UNION)
    reading.participates("Bildungswerk", "Bündnis")
    for tell, one, other in told:
        getattr(reading, tell)(one, other)
    store.write_reading(reading.build())
    cell = coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0]
    if leads_there:
        assert (cell.value, cell.who) == (CellValue.REPRESENTED, ("Bildungswerk → ver.di",))
        assert len(cell.evidence) == 1 + len(told), "the seat and each step"
    else:
        assert cell.value is CellValue.NOT_MENTIONED


def test_the_matrix_takes_the_same_few_questions_however_much_is_loaded(store, monkeypatch):
    asked, read = [], Store.read
    monkeypatch.setattr(Store, "read", lambda self, text, **given: (asked.append(text), read(self, text, **given))[1])

    def questions():
        asked.clear()
        coverage(store, REGISTER)
        return len(asked)

    store.write_reading(hessen())
    few = questions()
    for number in range(3):
        store.write_reading(alliance(f"{number}.txt").actor(f"A{number}", UNION).build())
    assert few == questions() < 40


REFUSALS = [
    ("ver.di", "ver.di hat eine Teilnahme abgelehnt.", True),
    ("Gewerkschaften", "Die Gewerkschaften haben eine Teilnahme abgelehnt.", True),
    ("ver.di", "Die vereinte Dienstleistungsgewerkschaft lehnt eine Mitarbeit ab.", True),
    ("ver.di", "ver.di ist nicht beteiligt.", False),
    ("ver.di", "Der Kreis hat die Teilnahme von ver.di abgelehnt.", False),
    ("ver.di", "Die IG Metall hat eine Teilnahme abgelehnt, ver.di wurde nicht gefragt.", False),
]


@pytest.mark.parametrize(("who", "quote", "declined"), REFUSALS)
def test_an_own_no_that_is_quoted_is_marked_and_nobody_else_s(store, who, quote, declined):
    told = alliance().actor("Otis", COMPANY).participates("Otis", "Bündnis")
    if who == "Gewerkschaften":
        told.group(who, UNION, "Bündnis")
    else:
        told.actor(who, UNION, aliases=("vereinte Dienstleistungsgewerkschaft",))
    store.write_reading(told.absent("Bündnis", who, quote=quote).build())
    cell = coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0]
    assert (cell.value, Mark.DECLINED in cell.marks) == (CellValue.ABSENT, declined)


def test_a_refusal_under_the_register_s_name_is_its_own(store):
    told = alliance().actor("IGM Mitte", UNION, register_id="igm-mitte")
    told.absent("Bündnis", "IGM Mitte", quote="Die IG Metall Mitte hat abgesagt.")
    store.write_reading(told.build())
    assert coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0].marks == (Mark.DECLINED,)


def test_a_refusal_that_a_later_presence_takes_back_is_no_longer_marked(store):
    early = alliance("1.txt", date="2015").actor("ver.di", UNION)
    early.absent("Bündnis", "ver.di", quote="ver.di hat eine Teilnahme abgelehnt.")
    late = alliance("2.txt", date="2017").actor("ver.di", UNION).participates("ver.di", "Bündnis")
    store.write_reading(early.build())
    store.write_reading(late.build())
    cell = coverage(store, REGISTER, kinds=(Column.UNION,)).rows[0].cells[0]
    assert (cell.value, cell.marks) == (CellValue.PRESENT, ())
