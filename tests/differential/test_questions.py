"""The questions of queries/ and the command `gaps` cannot tell the stores apart, whatever the graph holds."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from graph.records import Row
from graph.store import Store
from loaders.files import read_source
from loaders.reading import read
from queries.checklist import checklist
from queries.comparison import compare
from queries.completeness import mark_open_lists, read_completeness
from queries.corrections import read_rulings
from queries.coverage import coverage
from queries.decided import decided, subjects
from queries.expected import expected
from queries.figures import holdings
from queries.one_body import one_body
from queries.pairs import members_of, review_list
from queries.picture import picture
from queries.profile import actor_profile, initiative_profile
from queries.review import review_rows
from queries.search import find
from queries.snapshot import read_documents, read_facts, read_facts_around
from queries.stored import stored_node
from queries.who import read_named
from seeds.documents import sample_documents
from seeds.register import load_register
from tests.differential.pair import ACTORS, INITIATIVES, STORIES, Load, Pair, Step, tell

REGISTER = load_register()
SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
WHOLE: dict[str, Callable[[Store], object]] = {
    "coverage": lambda store: coverage(store, REGISTER),
    "coverage of a day": lambda store: coverage(store, REGISTER, date="2019-03-04"),
    "coverage of a region": lambda store: coverage(store, REGISTER, region="Hessen"),
    "expected": lambda store: expected(store, REGISTER),
    "one body": lambda store: one_body(store, REGISTER, "igm-mitte"),
    "open lists": lambda store: mark_open_lists(store, coverage(store, REGISTER)),
    "picture": lambda store: picture(store, REGISTER),
    "holdings": lambda store: holdings(store, register=REGISTER),
    "decided": lambda store: decided(store, REGISTER),
    "subjects": lambda store: sorted(subjects(store)),
    "rulings": read_rulings,
    "review list": lambda store: review_list(store, REGISTER),
    "review rows": lambda store: review_rows(store, REGISTER),
    "facts": lambda store: read_facts(store, REGISTER),
    "documents": read_documents,
    "named": lambda store: read_named(store, REGISTER, read_rulings(store)),
    "decisions": lambda store: store.decisions(),
    "texts": lambda store: [store.text(one.id) for one in store.documents()],
}


def nodes(store: Store, label: str) -> list[str]:
    rows: list[Row] = store.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")
    return [str(row["id"]) for row in rows]


def ask_everything(pair: Pair, *, names: tuple[str, ...] = (*ACTORS, *INITIATIVES, "Metal", "")) -> None:
    for ask in WHOLE.values():
        pair.same(ask)
    store = pair.both[0]
    for key in nodes(store, "Actor"):
        pair.same(lambda store, key=key: actor_profile(store, key, register=REGISTER))
        pair.same(lambda store, key=key: members_of(store, REGISTER, key))
        pair.same(lambda store, key=key: stored_node(store, REGISTER, key))
    for key in nodes(store, "Initiative"):
        pair.same(lambda store, key=key: initiative_profile(store, key, register=REGISTER))
        pair.same(lambda store, key=key: read_facts_around(store, REGISTER, key))
    for document in store.documents():
        pair.same(lambda store, key=document.id: checklist(store, REGISTER, key))
        pair.same(lambda store, key=document.id: read_completeness(store, [key]))
    for name in names:
        pair.same(lambda store, name=name: find(store, name, register=REGISTER))


def check(story: list[Step], stores: Pair) -> None:
    tell(story, stores)
    for step in story:
        if isinstance(step, Load):
            stores.same(lambda store, reading=step.reading: compare(store, reading))
    ask_everything(stores)


@settings(max_examples=4, **SETTINGS)
@given(story=STORIES)
def test_every_question_has_the_same_answer_after_a_random_story(stores: Pair, story: list[Step]) -> None:
    check(story, stores)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@settings(max_examples=150, **SETTINGS)
@given(story=STORIES)
def test_every_question_has_the_same_answer_after_many_random_stories(stores: Pair, story: list[Step]) -> None:
    check(story, stores)


def test_every_question_has_the_same_answer_on_the_sample_documents(stores: Pair) -> None:
    stores.empty()
    for path in sample_documents():
        reading = read(read_source(path, address=path.name, sample=True), REGISTER)
        stores.same(lambda store, reading=reading: store.write_reading(reading))
    stores.check_content()
    for ask in WHOLE.values():
        stores.same(ask)
