"""The facts that arrays are made of are all facts; only participations lack their words."""

from dataclasses import replace

from graph.kinds import ActorKind, Strength
from graph.store import Store
from queries.arrays.wordless import read_wordless_facts
from queries.facts import Facts
from queries.snapshot import read_facts
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
UNION = ActorKind.UNION


def without_places(facts: Facts) -> Facts:
    """The facts with neither words nor places of participations; what is said twice stands there once."""
    links = tuple(
        replace(
            link,
            evidence=tuple(
                dict.fromkeys(replace(item, quote="", quote_start=0, quote_end=0, page=None) for item in link.evidence)
            ),
        )
        for link in facts.links
    )
    return replace(facts, links=links)


def check(store: Store) -> Facts:
    shares: list[float] = []
    found = read_wordless_facts(store, REGISTER, reach=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert without_places(found) == without_places(read_facts(store, REGISTER))
    assert {item.quote for link in found.links for item in link.evidence} <= {""}
    return found


def test_they_are_all_facts_without_the_words_of_participations(store):
    store.write_reading(
        a_reading("eins.txt")
        .initiative("Platz")
        .actor("IG Metall", UNION)
        .actor("DGB", UNION)
        .participates("IG Metall", "Platz", until="2030")
        .absent("Platz", "DGB", strength=Strength.ABSENT)
        .build()
    )
    facts = check(store)
    assert [absence.evidence[0].quote != "" for absence in facts.absences] == [True]


def test_what_documents_say_at_different_times_is_the_newest_first(store):
    for name, date, until in (("alt.txt", "2019", None), ("neu.txt", "2024", "2025")):
        reading = a_reading(name, date=date).sentence(f"Stand {date}.").initiative("Platz").actor("IG Metall", UNION)
        store.write_reading(reading.participates("IG Metall", "Platz", until=until).build())
    (link,) = check(store).links
    assert [item.until for item in link.evidence] == ["2025", None]
