"""After an edit only what it touched is read again, and the arrays are those of a fresh read all the same."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from graph.decisions import new_decision
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind
from graph.model import Interest, Participation, Reading
from graph.store import Store
from queries.answers import CellValue, Column
from queries.arrays.building import build_arrays
from queries.arrays.matrix import whole_matrix
from queries.arrays.opening import Keeping, open_arrays
from queries.arrays.shape import Arrays
from queries.arrays.wordless import Reach
from queries.coverage import coverage
from queries.snapshot import read_facts
from seeds.register import load_register
from tests.conftest import StorePlace
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
UNION, COMPANY, CHAMBER, NETWORK = ActorKind.UNION, ActorKind.COMPANY, ActorKind.CHAMBER, ActorKind.NETWORK
EMPLOYERS = ActorKind.EMPLOYERS_ASSOCIATION


class Opening:
    """Opens the arrays of a store; `is_whole` says whether the whole graph was read for it the last time."""

    def __init__(self, folder: Path | None = None) -> None:
        self._keeping, self.is_whole = Keeping(folder, self._building), False

    def arrays(self, store: Store) -> Arrays:
        """Those that are a fresh read's, too."""
        self.is_whole = False
        found = open_arrays(store, REGISTER, keeping=self._keeping)
        fresh = build_arrays(read_facts(store, REGISTER), coverage(store, REGISTER), day=found.span.first)
        assert plain(found) == plain(fresh)
        return found

    def refreshed(self, store: Store) -> Arrays:
        """The same, and not by reading all."""
        found = self.arrays(store)
        assert not self.is_whole
        return found

    @contextmanager
    def _building(self) -> Generator[Reach]:
        self.is_whole = True
        yield lambda _share: None


def plain(value: object) -> object:
    """Arrays as values that can be compared."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value.tolist() if isinstance(value, np.ndarray) else value


def table(address: str, initiative: str, *who: str, kind: ActorKind = COMPANY) -> ReadingBuilder:
    """A document in which these take part in a round table."""
    builder = a_reading(address, date="2024-05-03").page().initiative(initiative, type=InitiativeType.DIALOGUE)
    for name in who:
        builder.actor(name, kind).participates(name, initiative)
    return builder


def value(arrays: Arrays, initiative: str, column: Column) -> CellValue:
    matrix = whole_matrix(arrays, REGISTER)
    names = matrix.to_pandas()["name"].tolist()
    return matrix.value(names.index(initiative), column)


def load(*readings: Reading) -> Callable[[Store], None]:
    def edit(store: Store) -> None:
        for reading in readings:
            store.write_reading(reading)

    return edit


def decide(action: str, subject: str, **given: object) -> Callable[[Store], None]:
    return lambda store: store.decide(new_decision(action, subject, author="AB", **given))  # type: ignore[arg-type]


FIRST = (
    table("a.txt", "Platz", "Werk Eins", "Werk Zwei")
    .branch_of("Werk Eins", "Werk Zwei")
    .interest("Werk Eins", InterestKind.SEEKS, "Platz")
    .interest("Werk Zwei", InterestKind.OFFERS)
)
KEY = FIRST.key("Werk Eins")
FACT = next(fact.id for fact in FIRST.build().facts if isinstance(fact, Participation))
INTERESTS = [fact.id for fact in FIRST.build().facts if isinstance(fact, Interest)]


@pytest.mark.parametrize(
    "edit",
    [
        load(table("b.txt", "Runde", "Werk Drei", "Werk Eins").build()),
        load(table("a.txt", "Platz", "Werk Vier").build()),
        load(replace(table("b.txt", "Platz", "Werk Eins").build(), facts=(), statements=())),
        load(
            table("b.txt", "Platz").group("die Kammern", CHAMBER, "Platz").participates("die Kammern", "Platz").build()
        ),
        load(table("b.txt", "Platz", "Werk Eins").participates("Werk Eins", "Platz", until="2999").build()),
        load(table("b.txt", "Platz", "Werk Eins").listing("Platz", quote="Werk Eins, IG Metall").build()),
        load(a_reading("b.txt").sentence("Nichts.").build()),
        lambda store: store.remove_document(FIRST.build().document.id),
        lambda store: store.bring_back(store.remove_and_keep(FIRST.build().document.id, batch="1")),  # type: ignore[arg-type]
        load(table("b.txt", "Platz", "Werk Eins").interest("Werk Eins", InterestKind.OFFERS).build()),
        load(table("a.txt", "Platz", "Werk Eins").build()),
        decide("reject", FACT),
        *(decide("reject", interest) for interest in INTERESTS),
        decide("confirm", FACT),
        decide("correct", FACT, values={"role": "lead", "until": "2020"}),
        decide("correct", KEY, values={"name": "Zweigwerk", "kind": "union"}),
        decide("merge", KEY, object=FIRST.key("Werk Zwei")),
        decide("unsure", KEY, object=FIRST.key("Werk Zwei")),
        decide("reject", "participation:0"),
    ],
)
def test_after_one_edit_only_what_it_touched_is_read(store: Store, edit: Callable[[Store], None]) -> None:
    load(FIRST.build(), table("z.txt", "Zeche", "Werk Zwei", "Werk Neun").build())(store)
    opening = Opening()
    opening.arrays(store)
    edit(store)
    opening.refreshed(store)


def test_a_list_of_another_document_names_who_is_new(store: Store) -> None:
    listing = table("a.txt", "Platz", "Werk Eins", "Werk Zwei").listing(
        "Platz", quote="Dabei: Werk Eins, Rat der Arbeit"
    )
    load(listing.build())(store)
    opening = Opening()
    assert value(opening.arrays(store), "Platz", Column.UNION) is CellValue.NOT_LISTED
    other = a_reading("b.txt").actor("Rat der Arbeit", UNION).build()
    load(other)(store)
    assert value(opening.refreshed(store), "Platz", Column.UNION) is CellValue.TO_CHECK
    store.remove_document(other.document.id)
    assert value(opening.refreshed(store), "Platz", Column.UNION) is CellValue.NOT_LISTED


def test_a_branch_told_elsewhere_leads_from_a_table_to_another_kind(store: Store) -> None:
    load(table("a.txt", "Platz", "Büro Süd", "Werk Zwei", kind=NETWORK).build())(store)
    opening = Opening()
    assert value(opening.arrays(store), "Platz", Column.EMPLOYERS) is CellValue.NOT_MENTIONED
    names = a_reading("b.txt").actor("Büro Süd", NETWORK).actor("Büro", NETWORK).actor("Dach der Werke", EMPLOYERS)
    branch = names.branch_of("Büro Süd", "Büro").branch_of("Büro", "Dach der Werke").build()
    load(branch)(store)
    assert value(opening.refreshed(store), "Platz", Column.EMPLOYERS) is CellValue.REPRESENTED
    load(a_reading("c.txt").actor("Dach der Werke", COMPANY).build())(store)
    store.decide(new_decision("correct", names.key("Dach der Werke"), author="AB", values={"kind": "company"}))
    assert value(opening.refreshed(store), "Platz", Column.EMPLOYERS) is CellValue.NOT_MENTIONED
    store.remove_document(branch.document.id)
    opening.refreshed(store)


def test_a_word_in_the_name_of_somebody_who_is_of_another_kind_now(store: Store) -> None:
    reading = (
        table("a.txt", "Platz", "Werk Eins", "Werk Zwei")
        .actor("Haus der Gewerkschaften", COMPANY)
        .passage("Platz")
        .build()
    )
    load(reading)(store)
    opening = Opening()
    assert value(opening.arrays(store), "Platz", Column.UNION) is CellValue.NOT_MENTIONED
    [who] = [node.id for node in reading.nodes if "haus" in node.id]
    store.decide(new_decision("correct", who, author="AB", values={"kind": "union"}))
    assert value(opening.refreshed(store), "Platz", Column.UNION) is CellValue.TO_CHECK


def test_the_same_group_in_initiatives_that_become_one(store: Store) -> None:
    one, other = (
        table(f"{name}.txt", name, "Werk Eins").group("die IHKen", CHAMBER, name, chamber_type=ChamberType.IHK)
        .participates("die IHKen", name)
        for name in ("Platz", "Runde")
    )  # fmt: skip
    load(one.build(), other.build())(store)
    opening = Opening()
    before = len(opening.arrays(store).nodes.ids)
    store.decide(new_decision("merge", one.key("Platz"), author="AB", object=other.key("Runde")))
    assert len(opening.refreshed(store).nodes.ids) == before - 2
    store.remove_document(one.build().document.id)
    opening.refreshed(store)


def test_several_edits_are_taken_together_by_another_process(store_place: StorePlace, tmp_path: Path) -> None:
    with store_place.open() as store:
        load(FIRST.build())(store)
        Opening(tmp_path).arrays(store)
        load(table("b.txt", "Runde", "Werk Drei").build())(store)
        decide("reject", FACT)(store)
    with store_place.open() as store:
        opening = Opening(tmp_path)
        opening.refreshed(store)
        decide("confirm", FACT)(store)
        opening.refreshed(store)


def test_after_a_statement_of_the_users_own_all_is_read(store: Store) -> None:
    load(FIRST.build())(store)
    opening = Opening()
    opening.arrays(store)
    store.change("MATCH (n:Actor) SET n.name = 'Anders'", {}, limit=0)
    opening.arrays(store)
    assert opening.is_whole


@pytest.mark.parametrize(
    "foreign",
    [
        "MATCH (n:Actor) WITH n LIMIT 1 DETACH DELETE n",
        "CREATE (:Statement {id: 'statement:1', fact_id: 'x', document_id: 'y'})",
        "CREATE (:Decision {id: 'decision:1'})",
        "CREATE (:Document {id: 'document:1'})",
        "CREATE (:Group {id: 'group:1', word: 'alle', kind: 'union'})",
    ],
)
def test_what_another_program_adds_or_deletes_between_two_writes_is_noticed(store: Store, foreign: str) -> None:
    load(FIRST.build())(store)
    opening = Keeping(building=(counting := Counting()).building)
    open_arrays(store, REGISTER, keeping=opening)
    assert store._writer is not None
    store._writer.write(lambda transaction: transaction.run(foreign))
    load(table("b.txt", "Runde", "Werk Drei").build())(store)
    try:
        open_arrays(store, REGISTER, keeping=opening)
    except Exception:  # what it wrote cannot be read: the whole was tried
        counting.made = 2
    assert counting.made == 2


class Counting:
    """Counts how often the whole is read."""

    made = 0

    @contextmanager
    def building(self) -> Generator[Reach]:
        self.made += 1
        yield lambda _share: None


def test_where_very_much_is_touched_all_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.arrays.refreshing._MOST", 2)
    load(FIRST.build())(store)
    opening = Opening()
    opening.arrays(store)
    load(table("b.txt", "Runde", "Werk Drei", "Werk Vier").build())(store)
    opening.arrays(store)
    assert opening.is_whole
