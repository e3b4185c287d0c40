"""What would go with documents is what goes with them."""

from collections import Counter

from hypothesis import HealthCheck, given, settings

from graph.model import Decision, Reading
from graph.store import Store
from queries.vanishing import vanishing
from tests.factory import a_reading
from tests.graph.snapshots import full_reading
from tests.graph.strategies import readings
from tests.graph.test_exchange import emptied

FACTS = frozenset({"participation", "absence", "membership", "branch", "interest", "silence", "listing"})


def counts(store: Store) -> Counter[str]:
    return Counter(str(record["type"]) for record in store.export_records())


def test_what_another_document_supports_stays(store: Store) -> None:
    first, second = full_reading("a.txt").build(), full_reading("b.txt").sentence("Noch ein Satz.").build()
    store.write_reading(first)
    store.write_reading(second)
    alone = vanishing(store, [first.document.id])
    assert (sum(alone.facts.values()), alone.actors, alone.initiatives, alone.groups) == (0, (), (), 0)
    both = vanishing(store, [first.document.id, second.document.id])
    assert both.facts == {
        "participation": 2, "absence": 1, "membership": 1, "branch": 1, "interest": 2, "silence": 1, "listing": 1
    }  # fmt: skip
    assert both.actors == ("Chemieverband", "IG BCE", "IG BCE Bezirk Halle", "IHK Halle", "Werk Eins")
    assert (both.initiatives, both.groups) == (("Bündnis Saale", "Rahmen Süd"), 1)


def test_a_name_that_several_bear_has_their_regions(store: Store) -> None:
    one = a_reading("a.txt").initiative("Lange Nacht", region="DE-HH").initiative("Bündnis", region="DE-HH").build()
    other = a_reading("b.txt").initiative("Lange Nacht", region="DE-HB").build()
    for reading in (one, other):
        store.write_reading(reading)
    gone = vanishing(store, [one.document.id, other.document.id])
    assert gone.initiatives == ("Bündnis", "Lange Nacht", "Lange Nacht")
    assert {name: sorted(regions) for name, regions in gone.alike.items()} == {"Lange Nacht": ["DE-HB", "DE-HH"]}
    assert vanishing(store, [one.document.id]).alike == {}


def test_decisions_on_what_goes_are_named(store: Store) -> None:
    reading = full_reading().build()
    store.write_reading(reading)
    store.write_reading(a_reading("b.txt").silence("DE-HH").build())
    on_actor = Decision("decision:1", "correct", "actor:igbce", None, (("name", "IGBCE"),), "", "AB", "2026-01")
    on_fact = Decision("decision:2", "reject", reading.facts[0].id, None, (), "", "AB", "2026-02")
    elsewhere = Decision("decision:3", "correct", "actor:other", None, (), "", "AB", "2026-03")
    undone = Decision("decision:4", "confirm", "actor:igbce", None, (), "", "AB", "2026-04", True)
    for decision in (on_actor, on_fact, elsewhere, undone):
        store.decide(decision)
    assert vanishing(store, [reading.document.id]).resting == (on_actor, on_fact)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=readings("a.txt"), second=readings("b.txt"))
def test_what_is_shown_is_what_goes(store: Store, first: Reading, second: Reading) -> None:
    emptied(store)
    store.write_reading(first)
    store.write_reading(second)
    before = counts(store)
    shown = vanishing(store, [first.document.id])
    store.remove_document(first.document.id)
    gone = before - counts(store)
    assert {kind: count for kind, count in gone.items() if kind in FACTS} == dict(shown.facts)
    assert (gone["actor"], gone["initiative"]) == (len(shown.actors), len(shown.initiatives))
