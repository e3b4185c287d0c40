"""What a person types, and what it finds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.search import Match, MatchReason, NodeSort, find_among
from seeds.register import load_register


def named(name: str, *aliases: str, kind: str = "union", **where: str) -> Match:
    sort = NodeSort.INITIATIVE if kind in ("alliance", "event") else NodeSort.ACTOR
    number = where.pop("number", "")
    return Match(f"{sort}:{name}{number}", sort, name, aliases, kind, (), where.get("region"), where.get("since"))


NAMED = [
    named("IG Metall", "Industriegewerkschaft Metall", "IGM"),
    named("IG Metall Bezirk Mitte"),
    named("IG Bergbau, Chemie, Energie", "IG BCE"),
    named("Deutscher Gewerkschaftsbund", "DGB"),
    named("DGB Hessen-Thüringen"),
    named("Industrie- und Handelskammer Lippe zu Detmold", "IHK Lippe zu Detmold", kind="chamber"),
    named("Verband der Metall- und Elektro-Industrie Thüringen e. V.", "VMET", kind="employers_association"),
    named("Bündnis „Zukunft der Industrie“", kind="alliance"),
    named("Bündnis für Industrie", kind="alliance", region="Thüringen"),
    named("Bündnis für Industrie.SH", kind="alliance", region="Schleswig-Holstein"),
    named("In|du|strie – Gemeinsam. Zukunft. Leben.", kind="alliance"),
    named("Dialog Industrieentwicklung Rheinland-Pfalz", kind="alliance"),
    named("Bund Neue Arbeitswelt Saar", kind="alliance"),
    *(
        named("Lange Nacht der Industrie", kind="event", region=region, since=since, number=f" {number}")
        for number, (region, since) in enumerate(
            [
                ("Dresden", "2017-06-22"),
                ("Hamburg", "2017-11-09"),
                ("Bremen", "2017-11-09"),
                ("Saarland", "2017-09-28"),
            ]
        )
    ),
]

TABLE = [
    ("IG Metall", "IG Metall", MatchReason.NAME),
    ("ig metall", "IG Metall", MatchReason.NAME),
    ("IG-Metall", "IG Metall", MatchReason.NAME),
    ("igmetall", "IG Metall", MatchReason.SPELLING),
    ("IGM", "IG Metall", MatchReason.ALIAS),
    ("ig bce", "IG Bergbau, Chemie, Energie", MatchReason.ALIAS),
    ("IGBCE", "IG Bergbau, Chemie, Energie", MatchReason.SPELLING),
    ("DGB", "Deutscher Gewerkschaftsbund", MatchReason.ALIAS),
    ("Bündnis für Industrie", "Bündnis für Industrie", MatchReason.NAME),
    ("BÜNDNIS FÜR INDUSTRIE", "Bündnis für Industrie", MatchReason.NAME),
    ("Buendnis fuer Industrie", "Bündnis für Industrie", MatchReason.NAME),
    ("Bundnis fur Industrie", "Bündnis für Industrie", MatchReason.SPELLING),
    ("Bündnis Zukunft der Industrie", "Bündnis „Zukunft der Industrie“", MatchReason.NAME),
    ('Bündnis "Zukunft der Industrie"', "Bündnis „Zukunft der Industrie“", MatchReason.NAME),
    ("Industrie - Gemeinsam", "In|du|strie – Gemeinsam. Zukunft. Leben.", MatchReason.BEGINNING),
    ("VMET", "Verband der Metall- und Elektro-Industrie Thüringen e. V.", MatchReason.ALIAS),
    ("Verband der Metall", "Verband der Metall- und Elektro-Industrie Thüringen e. V.", MatchReason.BEGINNING),
    ("IHK Detmold", "Industrie- und Handelskammer Lippe zu Detmold", MatchReason.WORDS),
    ("Neue Arbeitswelt", "Bund Neue Arbeitswelt Saar", MatchReason.WORDS),
    ("arbeitswel", "Bund Neue Arbeitswelt Saar", MatchReason.PART),
    ("Gewerkschaft Metall", "IG Metall", MatchReason.PART),
    ("Lange Nacht der Industrie Dresden", "Lange Nacht der Industrie", MatchReason.WORDS),
    ("IG Mettal", "IG Metall", MatchReason.TYPING_ERROR),
    ("Deutscher Gewerkschaftbund", "Deutscher Gewerkschaftsbund", MatchReason.TYPING_ERROR),
    ("Bündniss Zukunft der Industrie", "Bündnis „Zukunft der Industrie“", MatchReason.TYPING_ERROR),
    ("Dialog Industrientwicklung", "Dialog Industrieentwicklung Rheinland-Pfalz", MatchReason.TYPING_ERROR),
    ("actor:IG Metall", "IG Metall", MatchReason.ID),
]


@pytest.mark.parametrize(("typed", "name", "reason"), TABLE)
def test_what_is_typed_finds_the_one_that_is_meant(typed, name, reason):
    assert [(match.name, match.reason) for match in find_among(typed, NAMED).matches] == [(name, reason)]


def test_a_name_of_several_initiatives_is_ambiguous_and_tells_region_and_date():
    found = find_among("Lange Nacht der Industrie", NAMED)
    assert found.is_ambiguous
    assert [(match.region_name, match.since) for match in found.matches] == [
        ("Bremen", "2017-11-09"),
        ("Dresden", "2017-06-22"),
        ("Hamburg", "2017-11-09"),
        ("Saarland", "2017-09-28"),
    ]


def test_a_region_of_the_register_chooses_among_namesakes():
    nights = [
        replace(named("Lange Nacht der Industrie", kind="event", number=region), regions=(region,))
        for region in ("stadt-frankfurt-am-main", "de-hb", "wr-rhein-main")
    ]
    for typed, regions in [
        ("Lange Nacht der Industrie Bremen", [("de-hb",)]),
        ("Lange Nacht Frankfurt", [("stadt-frankfurt-am-main",)]),
        ("Lange Nacht Hessen", [("stadt-frankfurt-am-main",), ("wr-rhein-main",)]),
    ]:
        assert [match.regions for match in find_among(typed, nights, register=load_register()).matches] == regions


def test_a_beginning_of_two_names_is_ambiguous():
    assert [match.name for match in find_among("Bündnis für", NAMED).matches] == [
        "Bündnis für Industrie",
        "Bündnis für Industrie.SH",
    ]


@pytest.mark.parametrize(
    ("typed", "near"), [("DBG", "Deutscher Gewerkschaftsbund"), ("Metallgewerkschaft", "IG Metall")]
)
def test_an_unknown_name_gets_the_three_nearest(typed, near):
    found = find_among(typed, NAMED)
    assert (found.matches, len(found.nearest), near in [match.name for match in found.nearest]) == ((), 3, True)


@pytest.mark.parametrize("typed", ["", "  ", "–", "„“", "e. V."])
def test_a_name_without_letters_finds_nothing(typed):
    assert find_among(typed, NAMED).matches == ()


def test_nothing_is_found_in_an_empty_graph():
    assert find_among("IG Metall", []).matches == find_among("IG Metall", []).nearest == ()


@given(st.permutations(NAMED), st.sampled_from([row[0] for row in TABLE] + ["Lange", "xyz", "Industrie"]))
def test_what_is_found_does_not_depend_on_the_order_of_loading(order, typed):
    assert find_among(typed, order) == find_among(typed, NAMED)


@given(st.sampled_from(NAMED))
def test_everything_is_found_by_its_own_name(match):
    assert match.id in [other.id for other in find_among(match.name, NAMED).matches]
