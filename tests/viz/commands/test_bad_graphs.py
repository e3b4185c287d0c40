"""Questions to graphs that are empty, tiny, undated, circular or at odds, and what cannot be asked: a clear line each.

Every command of a question meets every situation; a traceback, an "unexpected" or a silent end is a failure.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

import buendnisatlas as ba
from graph import keys
from graph.model import Reading
from tests.conftest import StorePlace
from tests.factory import ReadingBuilder, a_reading
from tests.viz.commands.conftest import Atlas, words

UNION, EMPLOYERS = ba.ActorKind.UNION, ba.ActorKind.EMPLOYERS_ASSOCIATION
PLATZ, PLAN = "Platz Hessen", "Plan Hessen"


def two_tables(address: str = "a.txt", *, date: str | None = None, **on: str) -> ReadingBuilder:
    """A union at two tables, employers at one of them."""
    return (
        a_reading(address, date=date)
        .initiative(PLATZ, region="de-he")
        .initiative(PLAN, type=ba.InitiativeType.MASTER_PLAN, region="de-he")
        .actor("IG Metall", UNION)
        .actor("VhU", EMPLOYERS, region="de-he")
        .participates("IG Metall", PLATZ, **on)
        .participates("VhU", PLATZ, **on)
        .participates("IG Metall", PLAN, **on)
    )


def phase(letter: str) -> str:
    return keys.initiative_id(name=f"Phase {letter}", region="de-he")


def in_circles() -> Reading:
    """Bodies that are parts and members of each other and of themselves; phases that belong to each other."""
    return (
        two_tables(date="2020")
        .actor("IG Metall Mitte", UNION)
        .branch_of("IG Metall", "IG Metall Mitte")
        .branch_of("IG Metall Mitte", "IG Metall")
        .branch_of("VhU", "VhU")
        .member_of("VhU", "IG Metall")
        .member_of("IG Metall", "VhU")
        .initiative("Phase A", region="de-he", part_of=phase("B"))
        .initiative("Phase B", region="de-he", part_of=phase("A"))
        .initiative("Phase C", region="de-he", part_of=phase("C"))
        .participates("IG Metall", "Phase A")
        .participates("VhU", "Phase B")
        .participates("VhU", "Phase C")
        .build()
    )


def at_odds() -> Reading:
    """A second document of the same year that says the opposite."""
    return (
        a_reading("b.txt", date="2020")
        .initiative(PLATZ, region="de-he")
        .actor("IG Metall", UNION)
        .absent(PLATZ, "IG Metall", quote="Die IG Metall sitzt nicht in diesem Kreis.")
        .build()
    )


def far_dates() -> Reading:
    """A document of 1850 with participations until 2150, an event of 1848 and one of 2150."""
    return (
        two_tables(date="1850", since="1850", until="2150")
        .initiative("Zukunft", region="de-he", since="1789", until="2222")
        .participates("IG Metall", "Zukunft", since="2150")
        .initiative("Fest", type=ba.InitiativeType.EVENT, region="de-he", since="1848-05-18")
        .initiative("Feier", type=ba.InitiativeType.EVENT, region="de-he", since="2150-01-01")
        .build()
    )


def elsewhere() -> Reading:
    """Tables, an actor and a silence in regions that the register does not know (any more)."""
    return (
        a_reading("a.txt", date="2020")
        .initiative(PLATZ, region="kreis-verschollen")
        .initiative(PLAN, region="kreis-verschollen", type=ba.InitiativeType.MASTER_PLAN)
        .initiative("Feier", region="kreis-verschollen", type=ba.InitiativeType.EVENT, since="2019-05-02")
        .actor("IG Metall", UNION)
        .actor("VhU", EMPLOYERS, region="kreis-verschollen")
        .participates("IG Metall", PLATZ)
        .participates("VhU", PLATZ)
        .participates("IG Metall", PLAN)
        .interest("VhU", ba.InterestKind.OFFERS, PLATZ)
        .silence("kreis-vergessen")
        .build()
    )


GRAPHS: Mapping[str, Callable[[], list[Reading]]] = {
    "empty": list,
    "one actor": lambda: [a_reading().actor("IG Metall", UNION).build()],
    "no dates": lambda: [two_tables().build()],
    "circles": lambda: [in_circles()],
    "at odds": lambda: [two_tables(date="2020").build(), at_odds()],
    "far dates": lambda: [far_dates()],
    "unknown region": lambda: [elsewhere()],
}
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "gaps": ("gaps",),
    "expected": ("gaps", "--expected"),
    "within": ("gaps", "--region", "Hessen"),
    "for": ("gaps", "--for", "IG Metall Bezirk Mitte"),
    "by region": ("gaps", "--by-region"),
    "balance": ("gaps", "--balance"),
    "since": ("gaps", "--since", "2015"),
    "partners": ("partners", PLATZ),
    "partners of actor": ("partners", "IG Metall"),
    "partners at place": ("partners", "--place", "Erfurt"),
    "similar": ("similar", PLATZ),
    "offers": ("offers",),
    "events": ("events",),
    "path": ("path", "IG Metall", "VhU"),
    "overlap": ("overlap", PLATZ, PLAN),
    "bridges": ("bridges",),
    "communities": ("communities",),
    "region": ("show", "--region", "Hessen"),
    "evaluate": ("evaluate", "partners"),
}
NO_TABLE = "steht keine Initiative mit Gremium oder mit zwei genannten Beteiligten."
STILL_EMPTY = "steht nicht im Graphen; er ist noch leer."
NO_INITIATIVE = "steht nicht im Graphen; er enthält noch keine Initiative."
MOST_LIKE = "steht nicht im Graphen. Am ähnlichsten: IG Metall (Gewerkschaft)"
NOTHING = "Nichts: An beiden Tagen ergibt sich dieselbe Matrix."
TOO_SMALL = "Zu klein: Erst ab 50 Beteiligungen"
NONE_LIKE_THAT = "Das heißt nicht, dass es nichts gibt."
COMPETENT = "Laut Verzeichnis dort zuständig (13)"
NO_OFFER = "Nach diesen Dokumenten sucht und bietet niemand etwas."
NO_EVENT = "Diese Dokumente berichten von keiner Veranstaltung."
NO_INITIATIVE_OF_IT = "kommt keine Initiative aus dem Gebiet dieser Organisation vor"
CONNECTED = "IG Metall und VhU sind in 2 Schritten verbunden."
ASKED = "Wen könnte Platz Hessen ansprechen?"
LIKE_IT = "Welche Initiativen sind mit Platz Hessen vergleichbar? Bündnis · Hessen 1 "
IN_BOTH = "In beiden (1) IG Metall (Gewerkschaft)"
TABLES = {
    "since": NOTHING,
    "partners": ASKED,
    "partners of actor": NONE_LIKE_THAT,
    "partners at place": COMPETENT,
    "similar": LIKE_IT,
    "offers": NO_OFFER,
    "events": NO_EVENT,
    "path": CONNECTED,
    "overlap": IN_BOTH,
    "bridges": "Wer verbindet? 2 Akteure und 2 Initiativen betrachtet",
    "communities": "Gemeinschaften 1. Plan Hessen",
    "region": "Hessen 2 Initiativen",
    "evaluate": TOO_SMALL,
}
"""What is said where there are two tables, whatever else is odd."""
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "empty": {
        **dict.fromkeys(("gaps", "expected", "within", "by region", "balance"), NO_TABLE),
        "for": NO_INITIATIVE_OF_IT,
        "since": NOTHING,
        **dict.fromkeys(("partners", "path", "overlap"), STILL_EMPTY),
        "similar": NO_INITIATIVE,
        "partners of actor": NONE_LIKE_THAT,
        "partners at place": COMPETENT,
        "offers": NO_OFFER,
        "events": NO_EVENT,
        "bridges": "Wer verbindet? 0 Akteure und 0 Initiativen betrachtet Niemand steht zwischen zwei anderen",
        "communities": "ist niemand namentlich an etwas beteiligt.",
        "region": "Die Dokumente nennen hier keine. Ob es welche gibt, sagt das nicht.",
        "evaluate": TOO_SMALL,
    },
    "one actor": {
        **dict.fromkeys(("gaps", "expected", "within", "by region", "balance"), NO_TABLE),
        "for": NO_INITIATIVE_OF_IT,
        "since": "1 ohne Datum zählt an beiden Tagen",
        **dict.fromkeys(("partners", "path", "overlap"), MOST_LIKE),
        "similar": NO_INITIATIVE,
        "partners of actor": NONE_LIKE_THAT,
        "partners at place": COMPETENT,
        "offers": NO_OFFER,
        "events": NO_EVENT,
        "bridges": "Wer verbindet? 1 Akteur und 0 Initiativen betrachtet Niemand steht zwischen zwei anderen",
        "communities": "ist niemand namentlich an etwas beteiligt.",
        "region": "Die Dokumente nennen hier keine.",
        "evaluate": TOO_SMALL,
    },
    "no dates": {
        **TABLES,
        **dict.fromkeys(("gaps", "expected", "within"), "Der Stand der Fundstellen ist unbekannt."),
        "for": "aus dieser Gruppe dabei: IG Metall",
        "by region": "Gewerkschaft 2 ohne Datum",
        "balance": "beide Seiten genannt: 1 Initiative; bei 1 davon weniger als 3 Mitglieder bekannt",
    },
    "circles": {
        **TABLES,
        **dict.fromkeys(("gaps", "expected", "within"), "Phase A · · ● 2020 ↑ 2020"),
        "for": "aus dieser Gruppe dabei: IG Metall",
        "by region": "Gewerkschaft 3 2 2020",
        "balance": "Phase A · · 1 ↑ · · <3",
        "since": "Phase A (Hessen) – Gewerkschaft: beteiligt „IG Metall wirkt als member mit: Phase A.“",
        "partners of actor": "Initiativen zum Mitwirken (2)",
        "path": "IG Metall und VhU sind in 1 Schritt verbunden.",
        "bridges": "Wer verbindet? 3 Akteure und 5 Initiativen betrachtet",
        "communities": "2 Gemeinschaften 1. Platz Hessen",
        "region": "Hessen 5 Initiativen",
    },
    "at odds": {
        **TABLES,
        **dict.fromkeys(("gaps", "expected", "within", "balance", "by region"), "≠ Quellen widersprechen sich"),
        "for": "aus dieser Gruppe dabei: IG Metall",
        "since": "Erstmals genannte Initiativen (2)",
        "region": "laut Quelle nicht beteiligt „Die IG Metall sitzt nicht in diesem Kreis.“",
    },
    "far dates": {
        **TABLES,
        **dict.fromkeys(("gaps", "expected", "within"), "Zukunft · · ? 1850"),
        "for": "aus dieser Gruppe dabei: IG Metall",
        "by region": "Gewerkschaft 2 1 1850",
        "balance": "Zukunft · · ? · · · <3",
        "partners of actor": "1 Zukunft",
        "events": "18.05.1848: Fest",
        "bridges": "Wer verbindet? 2 Akteure und 5 Initiativen betrachtet",
        "region": "Hessen 5 Initiativen",
    },
    "unknown region": {
        **TABLES,
        **dict.fromkeys(("gaps", "expected"), "● 2020"),
        "within": NO_TABLE,
        "for": NO_INITIATIVE_OF_IT,
        "by region": "Gewerkschaft 2",
        "balance": "beide Seiten genannt: 1 Initiative",
        "since": "Erstmals genannte Initiativen (3)",
        "similar": "Welche Initiativen sind mit Platz Hessen vergleichbar?",
        "offers": "VhU",
        "events": "02.05.2019: Feier",
        "bridges": "Wer verbindet? 2 Akteure und 3 Initiativen betrachtet",
        "region": "Die Dokumente nennen hier keine.",
    },
}
REFUSED = (STILL_EMPTY, MOST_LIKE, NO_INITIATIVE)
"""Of names that the graph does not have: exit code 1."""


@contextmanager
def holding(place: StorePlace, readings: list[Reading]) -> Iterator[None]:
    """The graph holds these; it stays open meanwhile, so that each command need not start the engine."""
    with place.open() as store:
        for reading in readings:
            store.write_reading(reading)
        yield


@pytest.mark.parametrize("graph", GRAPHS)
def test_every_question_has_a_clear_answer(either: Atlas, store_place: StorePlace, graph: str) -> None:
    assert ANSWERS[graph].keys() == QUESTIONS.keys()
    with holding(store_place, GRAPHS[graph]()):
        for question, arguments in QUESTIONS.items():
            said, line = either(*arguments), ANSWERS[graph][question]
            assert (said.code, said.err) == (1 if line in REFUSED else 0, ""), (question, said)
            assert line in words(said.out), (question, said.out)


REGION = "„Xylophonland“ ist keine bekannte Region. Am ähnlichsten: "
OUTSIDE = "liegt außerhalb dessen, wonach gefragt werden kann. Möglich sind Daten von 1900 bis 2099."
NO_DATE = "ist kein Datum. Möglich sind 2019, 03.2019, 16.03.2021 oder 2021-03-16."
NEAREST: list[tuple[str, ...]] = [
    ("gaps", "--for", "Xylophonland"),
    ("partners", "Xylophonland"),
    ("similar", "Xylophonland"),
    ("path", "Xylophonland", "VhU"),
    ("path", "VhU", "Xylophonland"),
    ("overlap", "Xylophonland", PLAN),
    ("overlap", PLAN, "Xylophonland"),
    ("show", "Xylophonland"),
]
REGIONS: list[tuple[str, ...]] = [
    ("gaps",),
    ("gaps", "--expected"),
    ("gaps", "--by-region"),
    ("gaps", "--balance"),
    ("gaps", "--since", "2015"),
    ("gaps", "--for", "IG Metall"),
    ("offers",),
    ("events",),
    ("show",),
]
DATED: list[tuple[str, ...]] = [
    ("gaps", "--date"),
    ("gaps", "--from"),
    ("gaps", "--to"),
    ("gaps", "--since"),
    ("gaps", "--balance", "--date"),
    ("gaps", "--for", "IG Metall", "--date"),
    ("partners", "VhU", "--date"),
    ("partners", "--place", "Erfurt", "--date"),
    ("similar", PLATZ, "--date"),
    ("offers", "--date"),
    ("events", "--from"),
    ("events", "--to"),
    ("path", "VhU", "IG Metall", "--date"),
    ("overlap", PLATZ, PLAN, "--date"),
    ("bridges", "--date"),
    ("communities", "--date"),
    ("evaluate", "partners", "--date"),
]


def test_unknown_names_get_the_three_nearest(either: Atlas, store_place: StorePlace) -> None:
    further = a_reading("b.txt").initiative("Xylophonkreis Hessen").initiative("Land der Xylophone").build()
    with holding(store_place, [two_tables().build(), further]):
        for arguments in NEAREST:
            said = either(*arguments)
            assert (said.code, said.err) == (1, ""), (arguments, said)
            assert "Am ähnlichsten:" in said.out, arguments
            assert said.out.count("\n    buendnisatlas ") == 3, (arguments, said.out)


def test_unknown_regions_get_the_three_nearest_names(either: Atlas, store_place: StorePlace) -> None:
    with holding(store_place, [two_tables().build()]):
        for arguments in [
            *((*told, "--region", "Xylophonland") for told in REGIONS),
            ("partners", "--place", "Xylophonland"),
        ]:
            said = either(*arguments)
            assert (said.code, said.out) == (1, ""), (arguments, said)
            assert said.err.startswith(REGION), (arguments, said.err)
            assert said.err.count(",") == 2, (arguments, said.err)


@pytest.mark.parametrize(
    ("date", "line"), [("1850", OUTSIDE), ("01.01.2100", OUTSIDE), ("2222", OUTSIDE), ("neulich", NO_DATE)]
)
def test_dates_that_cannot_be_meant_are_refused_by_every_question(
    either: Atlas, store_place: StorePlace, date: str, line: str
) -> None:
    with holding(store_place, [two_tables().build()]):
        for arguments in DATED:
            said = either(*arguments, date)
            assert (said.code, said.out, said.err) == (1, "", f"„{date}“ {line}\n"), arguments


@pytest.mark.parametrize("date", ["1900", "2099"])
def test_the_first_and_the_last_year_that_can_be_meant_give_an_answer(
    either: Atlas, store_place: StorePlace, date: str
) -> None:
    with holding(store_place, [two_tables().build()]):
        for arguments in DATED:
            if (arguments, date) != (("gaps", "--since"), "2099"):
                assert either(*arguments, date).code == 0, arguments


@pytest.mark.parametrize("date", ["1850", "2100", "neulich", "2017-13", "20"])
def test_from_python_such_dates_are_refused_too(home: object, tmp_path: object, date: str) -> None:
    with ba.open(f"{tmp_path}/graph", read_only=False) as g:
        g.store.write_reading(two_tables().build())
        asked: list[Callable[[], object]] = [
            lambda: g.gaps(date=date),
            lambda: g.gaps(run_from=date),
            lambda: g.balance(date=date),
            lambda: g.changes(date),
            lambda: g.partners(PLATZ, date=date),
            lambda: g.partners(place="Erfurt", date=date),
            lambda: g.similar(PLATZ, date=date),
            lambda: g.offers(date=date),
            lambda: g.events(first=date),
            lambda: g.path("VhU", "IG Metall", date=date),
            lambda: g.to_networkx(date=date),
        ]
        for ask in asked:
            with pytest.raises(ba.AtlasError) as caught:
                ask()
            assert caught.value.code in ("date_out_of_bounds", "bad_date")
