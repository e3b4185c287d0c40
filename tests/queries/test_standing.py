"""Who is who, kept: after whatever was written it is what would be derived from nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.decisions import new_decision
from graph.kinds import ActorKind
from queries.identity import Pair, Union
from queries.identity import to_identity as new_identity
from queries.likenesses import to_identity, to_rows
from queries.named import NodeSort
from queries.rulings import find_rulings
from queries.search import find, find_among, to_matches
from queries.standing import _KNOWN, read_identity, read_identity_around
from queries.verdicts import Quote, SameReason
from queries.who import derive_identity, read_names
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
INITIATIVES = ("Werkbankpakt", "Werkbankpakt Hessen", "Pakt Werkbank 2019", "Pakt Werkbank 2021", "Rat Kohle")
KEPT = "MATCH (l:Likeness) RETURN l.id AS id ORDER BY id"
COUNT = "MATCH (n:Atlas) SET n.revision = n.revision + 1"
ACTORS = ("Nordmetall GmbH", "Nordmetal GmbH", "Stahlwerk Süd", "Stahlwerk Süd AG")

writes = st.lists(
    st.one_of(
        st.tuples(
            st.just("load"),
            st.integers(0, 5),
            st.lists(st.sampled_from(INITIATIVES), min_size=1, max_size=3, unique=True),
            st.lists(st.sampled_from(ACTORS), max_size=2, unique=True),
        ),
        st.tuples(st.just("remove"), st.integers(0, 5)),
        st.tuples(
            st.sampled_from(("merge", "reject", "split", "unsure")),
            st.integers(0, 20),
            st.integers(0, 20),
        ),
        st.tuples(st.just("rename"), st.integers(0, 20), st.sampled_from(INITIATIVES)),
        st.tuples(st.just("ask"), st.booleans()),
    ),
    min_size=2,
    max_size=8,
)


def reading(number, initiatives, actors):
    told = a_reading(f"{number}.txt", date=f"20{10 + number}")
    for name in initiatives:
        told = told.initiative(name)
    for name in actors:
        told = told.actor(name, ActorKind.COMPANY).participates(name, initiatives[0])
    return told.build()


def nodes(store):
    return [str(row["id"]) for row in store.read("MATCH (n:Actor|Initiative) RETURN n.id AS id ORDER BY id")]


def forget(store):
    """As another process would find it."""
    _KNOWN.pop(store, None)


def write(store, told):
    """One of the writes; those on what is not there do nothing."""
    match told:
        case "load", number, initiatives, actors:
            store.write_reading(reading(number, initiatives, actors))
        case "remove", number:
            shown = {document.address: document.id for document in store.documents()}
            store.remove_document(shown.get(f"{number}.txt", "document:none"))
        case "rename", at, name:
            if there := nodes(store):
                store.decide(new_decision("correct", there[at % len(there)], author="AB", values={"name": name}))
        case "ask", _:
            read_identity(store, REGISTER)
        case action, at, other:
            there = nodes(store)
            if len(there) > 1 and at % len(there) != other % len(there):
                one, two = there[at % len(there)], there[other % len(there)]
                store.decide(new_decision(action, one, object=two, author="AB"))


def empty(store):
    """Everything gone, and counted as a write."""
    store._write(
        lambda transaction: transaction.run("MATCH (n) WHERE NOT n:Atlas AND NOT n:BuendnisatlasTests DETACH DELETE n")
    )
    store._write(lambda transaction: transaction.run("MATCH (n:Atlas) SET n.revision = n.revision + 1"))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=writes)
def test_what_is_kept_is_what_would_be_derived_from_nothing(store, written):
    empty(store)
    for told in written:
        write(store, told)
    kept = read_identity(store, REGISTER)
    assert kept == derive_identity(store, REGISTER)
    assert store.revision().derived == store.revision().writes
    forget(store)
    assert read_identity(store, REGISTER) == kept, "as the graph keeps it"
    for id in nodes(store):
        forget(store)
        part = read_identity_around(store, REGISTER, [id])
        assert (part.of(id), part.within(id)) == (kept.of(id), kept.within(id))
        assert (part.unions_of(id), part.possibly(id)) == (kept.unions_of(id), kept.possibly(id))
        shown = kept.of(id)
        for told, whole in ((part.phases, kept.phases), (part.possible, kept.possible)):
            assert [pair for pair in told if shown in (pair.one, pair.other)] == [
                pair for pair in whole if shown in (pair.one, pair.other)
            ]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=writes)
def test_who_is_looked_up_by_name_is_who_a_search_through_all_names_finds(store, written):
    empty(store)
    for told in written:
        write(store, told)
    rulings = find_rulings(store.decisions())
    for name in (*nodes(store), *INITIATIVES, *ACTORS, "WERKBANKPAKT", "Kohle"):
        identity = read_identity(store, REGISTER)
        everybody = to_matches(read_names(store, REGISTER, rulings), identity)
        wanted = find_among(identity.of(name), everybody, register=REGISTER, asked=name)
        forget(store)
        assert find(store, name, register=REGISTER) == wanted


def test_an_identity_is_the_same_after_it_was_kept():
    quote = Quote("document:1", 3, 7, "Satz")
    identity = new_identity(
        shown={"a": "b", "b": "b"},
        members={"b": ("a", "b")},
        unions=(Union("a", "b", 0.97, SameReason.NAME, None, "A „x“", "B"),),
        phases=(Pair("b", "c", NodeSort.INITIATIVE, 0.9, SameReason.SUCCESSION_STATED, quotes=(quote,)),),
        possible=(Pair("b", "d", NodeSort.INITIATIVE, 0.1 + 0.2, SameReason.ALIKE, is_postponed=True),),
    )
    assert to_identity(reversed(to_rows(identity))) == identity


def test_a_graph_open_to_be_read_only_answers_and_keeps_nothing(store_place):
    with store_place.open() as store:
        store.write_reading(reading(1, ("Werkbankpakt", "Pakt Werkbank 2019"), ()))
        store.write_reading(reading(2, ("Pakt Werkbank 2021",), ()))
    with store_place.open(read_only=True) as store:
        assert len(read_identity(store, REGISTER).phases) == 1
        assert store.revision().derived is None
    with store_place.open() as store:
        assert len(read_identity(store, REGISTER).phases) == 1
        assert store.revision().derived == store.revision().writes


def test_what_follows_from_a_document_goes_with_it(store):
    for number, name in enumerate(("Pakt Werkbank 2019", "Pakt Werkbank 2021")):
        store.write_reading(reading(number, (name,), ()))
    read_identity(store, REGISTER)
    assert store.read(KEPT) != []
    store.remove_document(store.documents()[0].id)
    assert store.read(KEPT) == []
    assert read_identity(store, REGISTER).phases == ()


def test_other_rules_derive_anew(store):
    store.write_reading(reading(1, ("Werkbankpakt",), ()))
    read_identity(store, REGISTER)
    store.keep_likenesses([], revision=store.revision().writes, rules="older")
    forget(store)
    read_identity(store, REGISTER)
    assert store.revision().rules != "older"


def test_what_was_derived_before_a_write_is_not_kept_after_it(store):
    store.write_reading(reading(1, ("Werkbankpakt",), ()))
    before = store.revision()
    store.write_reading(reading(2, ("Rat Kohle",), ()))
    assert not store.keep_likenesses([], revision=before.writes, rules="r")
    assert store.revision().derived is None
