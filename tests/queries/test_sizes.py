"""How many a source says there are beside those it names."""

import pytest

from graph.kinds import ActorKind, Role
from queries.profile import initiative_profile
from tests.factory import a_reading


def size_told(store, *sentences: tuple[str, str | None]) -> tuple[str, int, int] | None:
    """What the profile says of a bund whose member IG Metall each of the dated sentences names."""
    for number, (sentence, date) in enumerate(sentences):
        told = (
            a_reading(f"{number}.txt", date=date)
            .initiative("Bund")
            .actor("IG Metall", ActorKind.UNION)
            .actor("IHK Ulm", ActorKind.CHAMBER)
            .participates("IG Metall", "Bund", Role.MEMBER, quote=sentence)
            .participates("IHK Ulm", "Bund", Role.MEMBER, quote=sentence)
        )
        store.write_reading(told.build())
    size = initiative_profile(store, told.key("Bund")).size
    return (size.words, size.count, size.named) if size else None


@pytest.mark.parametrize(
    ("sentence", "words", "count"),
    [
        ("Dem Bund gehören 25 Partner an, darunter IG Metall und IHK Ulm.", "25 Partner", 25),
        ("Im Bund sind mehr als 40 Einrichtungen aktiv, unter ihnen IG Metall und IHK Ulm.", None, 40),
        ("Der Bund zählt rund 120 Mitglieder, z. B. IG Metall und IHK Ulm.", "rund 120 Mitglieder", 120),
        ("Von den 12 Unterzeichnern, u. a. IG Metall und IHK Ulm, kamen alle.", "12 Unterzeichnern", 12),
    ],
)
def test_a_source_says_how_many_there_are(store, sentence, words, count):
    assert size_told(store, (sentence, None)) == (words or "mehr als 40 Einrichtungen", count, 2)


@pytest.mark.parametrize(
    ("sentence", "words", "count"),
    [
        ("Dem Bund gehören zwölf Partner an, darunter IG Metall und IHK Ulm.", "zwölf Partner", 12),
        ("Zwanzig Mitglieder hat der Bund, unter ihnen IG Metall und IHK Ulm.", "Zwanzig Mitglieder", 20),
        ("Im Bund sind gut ein Dutzend Träger, z. B. IG Metall und IHK Ulm.", "gut ein Dutzend Träger", 12),
        ("Der Bund hat über hundert Unterzeichner, u. a. IG Metall und IHK Ulm.", "über hundert Unterzeichner", 100),
    ],
)
def test_a_count_may_be_a_word(store, sentence, words, count):
    assert size_told(store, (sentence, None)) == (words, count, 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Neben IG Metall, IHK Ulm und zwölf weiteren kommen sieben neue Partner, darunter Betriebe.",
        "Die IHK Ulm mit ihren zwölf Mitgliedern, darunter Betriebe, und die IG Metall sind dabei.",
        "Der Bund der achtundvierzig Partner, darunter IG Metall und IHK Ulm.",
        "Neben IG Metall und IHK Ulm kommen 25 weitere Partner, darunter Betriebe.",
        "IG Metall, IHK Ulm und weitere 25 Partner, darunter Betriebe, machen mit.",
        "Im Bund ist die IG Metall, die 2000 Mitglieder hat, darunter Lehrlinge, und die IHK Ulm.",
        "Die IHK Ulm mit ihren 900 Mitgliedern, darunter Betriebe, und die IG Metall sind dabei.",
        "IG Metall und IHK Ulm sind 2 Partner des Bundes.",
        "Gefunden wurde 1 Partner, darunter IG Metall und IHK Ulm.",
    ],
)
def test_others_people_s_members_and_a_part_are_no_size(store, sentence):
    assert size_told(store, (sentence, None)) is None


def test_the_newest_source_counts(store):
    old, new = "Der Bund hat 50 Partner, darunter IG Metall.", "Der Bund hat 30 Partner, darunter IHK Ulm."
    assert size_told(store, (new, "2019"), (old, "2014")) == ("30 Partner", 30, 2)
