"""Partners found on the arrays are those found in the whole graph, on both stores, whatever the graph holds."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Strength
from graph.model import Reading
from graph.store import Store
from loaders.files import read_source
from loaders.reading import read
from queries.partners import Partners, partners
from queries.snapshot import read_facts
from seeds.documents import sample_documents
from seeds.register import load_register
from tests.differential.pair import STORIES, Pair, Step, tell
from tests.factory import ReadingBuilder, a_reading

REGISTER = load_register()
SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
PLACES = ("kreis-lippe", "stadt-bielefeld", "kreis-herford", "de-nw", "de-he", "stadt-rostock", "de", None)
SEVEN = [f"{sort} {place}" for sort in ("Allianz", "Runde") for place in ("Lippe", "Herford", "Nord")] + ["Otis"]
COMPANIES = [f"Werk {number}" for number in range(9)]
BODIES = (
    ("ig-metall", ActorKind.UNION, None),
    ("igm-nrw", ActorKind.UNION, None),
    ("ihk-lippe", ActorKind.CHAMBER, ChamberType.IHK),
    ("hwk-owl", ActorKind.CHAMBER, ChamberType.HWK),
)


def crowd(random: Random) -> Reading:
    """Many of a few sorts who sit, have sat, seek, are a part of each other or bear each other's names."""
    told = a_reading("a.txt", date="2024-03-01")
    for name in SEVEN:
        place, topics = (
            random.choice(PLACES),
            random.sample(("Stahl", "Wasserstoff", "Fachkräfte"), random.randrange(3)),
        )
        told.initiative(name, type=random.choice(list(InitiativeType)), region=place, topics=tuple(topics))
    for name in COMPANIES:
        aliases = tuple(random.sample(COMPANIES + SEVEN, random.randrange(2)))
        told.actor(name, random.choice(list(ActorKind)), region=random.choice(PLACES), aliases=aliases)
    told.actor("Otis AG", ActorKind.COMPANY, aliases=("Otis",))
    for row, kind, chamber in BODIES:
        told.actor(REGISTER.rows[row].name, kind, chamber_type=chamber, register_id=row)
    everybody = [*COMPANIES, "Otis AG", *(REGISTER.rows[row].name for row, _kind, _chamber in BODIES)]
    for name in SEVEN:
        for who in everybody:
            _tell_of(told, name, who, random)
        _tell_aside(told, name, random)
    for _ in range(random.randrange(4)):
        told.branch_of(*random.sample(everybody, 2))
        told.member_of(*random.sample(everybody, 2))
    return told.build()


def _tell_of(told: ReadingBuilder, name: str, who: str, random: Random) -> None:
    match random.randrange(12):
        case 0 | 1 | 2:
            told.participates(who, name)
        case 3:
            told.participates(who, name, until="2023")
        case 4 if random.random() < 0.3:
            told.absent(name, who, quote=random.choice((f"{who} lehnt eine Teilnahme ab.", f"{who} ist nicht dabei.")))
        case 5 if random.random() < 0.3:
            told.interest(who, random.choice(list(InterestKind)), random.choice((None, name)))
        case 6 if random.random() < 0.1:
            told.interest(name, InterestKind.SEEKS, quote=f"{name} sucht die Zusammenarbeit mit {who}.")
        case _:
            pass


def _tell_aside(told: ReadingBuilder, name: str, random: Random) -> None:
    word = f"Gewerkschaften in {name}"
    match random.randrange(7):
        case 0:
            told.group(word, ActorKind.UNION, name).participates(word, name)
        case 1:
            told.group(word, ActorKind.UNION, name).absent(name, word, Strength.INFORMAL)
        case 2:
            told.sentence("Auch die Kammern und Werk 3 wurden gehört.").passage(name)
        case 3:
            told.listing(name, quote=f"Beteiligt an {name} sind Werk 1, Werk 2 und die IG Metall.")
        case 4:
            told.unread("Werk 4", ActorKind.UNION, initiative=name)
        case 5:
            told.interest(name, InterestKind.OFFERS)
        case _:
            pass


def first_of(found: Partners, limit: int) -> Partners:
    shown = found.suggestions[:limit]
    return replace(found, suggestions=shown, rest=len(found.suggestions) - len(shown))


def check(stores: Pair, *, most: int = 4) -> None:
    ids = sorted(read_facts(stores.both[0], REGISTER).initiatives)
    for id in ids:
        for with_refusals in (False, True):

            def asked(store: Store, limit: int | None, id: str = id, with_refusals: bool = with_refusals) -> Partners:
                return partners(store, REGISTER, id, with_refusals=with_refusals, limit=limit)

            whole = asked(stores.both[0], None)
            for limit in (most,) if with_refusals else (1, most):
                assert stores.same(lambda store, limit=limit: asked(store, limit)) == first_of(whole, limit)
    with pytest.raises(QuestionError, match="unknown_node"):
        partners(stores.both[0], REGISTER, "initiative:none", limit=1)


@settings(max_examples=2, **SETTINGS)
@given(seed=st.integers(0, 10**6))
def test_partners_in_a_crowd_are_those_of_the_whole_graph(stores: Pair, seed: int) -> None:
    stores.empty()
    reading = crowd(Random(seed))
    stores.same(lambda store: store.write_reading(reading))
    check(stores)


@settings(max_examples=2, **SETTINGS)
@given(story=STORIES)
def test_partners_after_a_random_story_are_those_of_the_whole_graph(stores: Pair, story: list[Step]) -> None:
    tell(story, stores)
    check(stores, most=2)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@settings(max_examples=200, **SETTINGS)
@given(seed=st.integers(0, 10**6), story=STORIES)
def test_partners_in_many_crowds_are_those_of_the_whole_graph(stores: Pair, seed: int, story: list[Step]) -> None:
    tell(story, stores)
    reading = crowd(Random(seed))
    stores.same(lambda store: store.write_reading(reading))
    check(stores)


def test_partners_in_the_sample_documents_are_those_of_the_whole_graph(stores: Pair) -> None:
    stores.empty()
    for path in sample_documents():
        reading = read(read_source(path, address=path.name, sample=True), REGISTER)
        stores.same(lambda store, reading=reading: store.write_reading(reading))
    check(stores)
