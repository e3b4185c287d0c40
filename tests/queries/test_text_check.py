"""Before a cell says that a kind is not mentioned, the text on the initiative is searched for it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.kinds import ActorKind
from graph.store import Store, open_store
from loaders.files import read_source
from loaders.reading import read
from queries.answers import Cell, CellValue, Column
from queries.columns import possible_columns
from queries.coverage import cover, coverage, searched_tables
from queries.expected import expected
from queries.facts import Facts
from queries.kind_words import kind_words
from queries.snapshot import read_facts
from seeds.register import load_register
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
SHARED = Path(__file__).parents[3] / "shared" / "documents"
DOCUMENTS = sorted(SHARED.glob("00*.txt"))


def alliance(*sentences: str) -> ReadingBuilder:
    """An alliance with one company, and sentences about it of which no fact was made."""
    told = a_reading("a.txt", date="2019-05").initiative("Bündnis", region="de-he").actor("Otis", ActorKind.COMPANY)
    told.participates("Otis", "Bündnis")
    for sentence in sentences:
        told.sentence(sentence)
    return told.passage("Bündnis")


def cells(store: Store) -> dict[Column, Cell]:
    [row] = [row for row in coverage(store, REGISTER).rows if row.initiative.name == "Bündnis"]
    return {cell.column: cell for cell in row.cells}


WORDS = [
    ("Auch die Gewerkschaften wurden gehört.", Column.UNION, "Gewerkschaften"),
    ("Der Branchengewerkschaft liegt daran.", Column.UNION, "Branchengewerkschaft"),
    ("Die IG\nMetall ist eingeladen.", Column.UNION, "IG Metall"),
    ("Der DGB Hessen-Thüringen äußerte sich.", Column.UNION, "DGB Hessen-Thüringen"),
    ("Die Sozialpartner begrüßen das.", Column.EMPLOYERS, "Sozialpartner"),
    ("Die Sozialpartner begrüßen das.", Column.UNION, "Sozialpartner"),
    ("Die Industrie- und Handelskammer Kassel-Marburg lädt ein.", Column.IHK, "Handelskammer"),
    ("Die Kammern laden ein.", Column.IHK, "Kammern"),
    ("Die Kammern laden ein.", Column.HWK, "Kammern"),
    ("Die Handwerkskammer Kassel lädt ein.", Column.HWK, "Handwerkskammer Kassel"),
    ("Das Wirtschaftsministerium lädt ein.", Column.GOVERNMENT, "Wirtschaftsministerium"),
    ("Zwei Hochschulen laden ein.", Column.SCIENCE, "Hochschulen"),
]


@pytest.mark.parametrize(("sentence", "column", "word"), WORDS)
def test_a_word_of_a_kind_makes_its_cell_one_to_be_checked(
    store: Store, sentence: str, column: Column, word: str
) -> None:
    store.write_reading(alliance("Davor steht etwas.", sentence, "Danach auch.").build())
    cell = cells(store)[column]
    assert cell.value is CellValue.TO_CHECK
    assert any(word in named for named in cell.who)
    assert (cell.newest, cell.evidence[0].confidence) == ("2019-05", 0.0)


def test_the_sentence_is_quoted_where_it_stands(store: Store) -> None:
    reading = alliance("Davor steht etwas. Die Handwerkskammer lädt ein. Danach auch.").build()
    store.write_reading(reading)
    [item] = cells(store)[Column.HWK].evidence
    assert item.quote == "Die Handwerkskammer lädt ein."
    assert reading.document.text[item.quote_start : item.quote_end] == item.quote


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Handwerk hat goldenen Boden.",
        "Der Unternehmer freut sich.",
        "Die Stadt ist schön.",
        "In der Kammerspielwoche ruht die Arbeit.",
    ],
)
def test_other_words_change_nothing(store: Store, sentence: str) -> None:
    store.write_reading(alliance(sentence).build())
    assert {cell.value for cell in cells(store).values()} == {CellValue.NOT_MENTIONED}


def test_a_word_outside_the_text_on_the_initiative_changes_nothing(store: Store) -> None:
    store.write_reading(alliance().sentence("Anderswo sind die Gewerkschaften dabei.").build())
    assert cells(store)[Column.UNION].value is CellValue.NOT_MENTIONED


def test_a_word_in_a_list_that_no_fact_was_made_of_is_not_unlisted(store: Store) -> None:
    store.write_reading(alliance("Dabei sind Otis und die Gewerkschaften.").listing("Bündnis", quote="Otis:").build())
    assert cells(store)[Column.UNION].value is CellValue.TO_CHECK


def test_a_name_of_another_kind_or_of_an_initiative_is_no_word(store: Store) -> None:
    told = alliance().actor("Gewerkschaften-Treff GmbH", ActorKind.COMPANY).initiative("Kammern im Dialog")
    store.write_reading(told.passage("Bündnis").build())
    assert {cells(store)[column].value for column in (Column.UNION, Column.IHK)} == {CellValue.NOT_MENTIONED}


def test_a_kind_of_which_something_is_told_is_not_searched_for(store: Store) -> None:
    told = alliance("Die Gewerkschaften sind wichtig.").actor("ver.di", ActorKind.UNION).absent("Bündnis", "ver.di")
    store.write_reading(told.passage("Bündnis").build())
    assert cells(store)[Column.UNION].value is CellValue.ABSENT


def test_whom_the_register_expects_is_told_of_the_searched_cell(store: Store) -> None:
    store.write_reading(alliance("Die Gewerkschaften begrüßen das.").build())
    [row] = expected(store, REGISTER, kinds=(Column.UNION,)).rows
    assert [vacancy.value for vacancy in row.vacancies] == [CellValue.TO_CHECK]


def test_the_longest_name_is_found_and_the_end_of_a_sentence_ends_none() -> None:
    found = [word.word for word in kind_words(REGISTER).find("Es kamen DGB Hessen-Thüringen und IG")]
    assert found == ["DGB Hessen-Thüringen"]


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Facts]]:
    """The five source documents, read and stored."""
    if not DOCUMENTS:
        pytest.skip("the shared documents are not beside this checkout")
    with open_store(str(tmp_path_factory.mktemp("five") / "graph")) as store:
        for path in DOCUMENTS:
            store.write_reading(read(read_source(path), REGISTER))
        yield store, read_facts(store, REGISTER)


def seats(facts: Facts) -> dict[tuple[str, Column], set[str]]:
    """Which unions and chambers take part in which initiative, by initiative and column."""
    found: defaultdict[tuple[str, Column], set[str]] = defaultdict(set)
    for link in facts.links:
        node = facts.nodes[link.participant_id]
        for column in possible_columns(node.kind, node.chamber_type):
            if column in (Column.UNION, Column.IHK, Column.HWK):
                found[link.initiative_id, column].add(node.id)
    return dict(found)


def without(facts: Facts, initiative: str, who: set[str]) -> Facts:
    """The same, had nobody read that these take part there."""
    links = [link for link in facts.links if link.initiative_id != initiative or link.participant_id not in who]
    held = {link.participant_id for link in links} | {absence.absent_id for absence in facts.absences}
    nodes = {id: node for id, node in facts.nodes.items() if id in held or id not in who}
    return replace(facts, links=tuple(links), nodes=nodes)


def value_of(store: Store, facts: Facts, initiative: str, column: Column) -> Cell:
    found = cover(facts, REGISTER, kinds=(column,), tables=searched_tables(store, facts, REGISTER))
    [row] = [row for row in (*found.rows, *found.without_table) if row.initiative.id == initiative]
    return row.cells[0]


def test_a_union_or_chamber_that_was_passed_over_is_to_be_checked(five: tuple[Store, Facts]) -> None:
    """Each participation of the five documents taken away in turn, and all of a kind in an initiative at once."""
    store, facts = five
    told = seats(facts)
    cases = {(initiative, column, frozenset(some)) for (initiative, column), who in told.items() for some in
             ([{one} for one in who] + [who])}  # fmt: skip
    assert len(cases) > 30
    wrong, to_check = [], 0
    for initiative, column, gone in sorted(cases, key=str):
        cell = value_of(store, without(facts, initiative, set(gone)), initiative, column)
        is_empty = gone == told[initiative, column]
        to_check += cell.value is CellValue.TO_CHECK
        if is_empty and cell.value is not CellValue.TO_CHECK:
            wrong.append((facts.initiatives[initiative].name, column.value, cell.value.value))
        if cell.value is CellValue.TO_CHECK and not cell.evidence:
            wrong.append((facts.initiatives[initiative].name, column.value, "without a line"))
        assert cell.value is not CellValue.NOT_MENTIONED, (facts.initiatives[initiative].name, column)
    assert wrong == []
    assert to_check >= len(told)


def test_searching_the_five_documents_makes_no_noise(five: tuple[Store, Facts]) -> None:
    """With everything read, no word is left over: the search changes no cell of the real matrix."""
    store, facts = five
    searched = cover(facts, REGISTER, tables=searched_tables(store, facts, REGISTER))
    assert searched == cover(facts, REGISTER)
