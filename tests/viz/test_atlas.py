"""`ba.open`: every question from Python, as typed answers and as tables, on each kind of store."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import buendnisatlas as ba
from tests.conftest import StorePlace
from tests.factory import a_reading
from tests.viz.commands.conftest import Atlas as Command
from tests.viz.commands.conftest import calling, either, home
from viz.codebook import TABLES

__all__ = ["calling", "either", "home"]

UNION, EVENT = ba.ActorKind.UNION, ba.InitiativeType.EVENT
QUESTIONS = ("gaps", "by_region", "expected", "balance", "offers", "events", "bridges", "communities")


@pytest.fixture
def place(either: Command, store_place: StorePlace) -> StorePlace:
    """Three tables that share unions, an offer, an event; the command line and `ba.open()` mean this graph."""
    reading = (
        a_reading("a.txt", title="Bund", date="2017")
        .initiative("Platz Hessen", region="de-he")
        .initiative("Plan Hessen", region="de-he")
        .initiative("Pakt Erfurt", region="de-th")
        .actor("IG Metall", UNION)
        .actor("IG BAU", UNION)
        .actor("VhU", ba.ActorKind.EMPLOYERS_ASSOCIATION, region="de-he")
        .actor("IHK Erfurt", ba.ActorKind.CHAMBER, chamber_type=ba.ChamberType.IHK, region="de-th")
        .participates("VhU", "Platz Hessen", quote="Frau Sabine Muster vertritt den VhU.")
        .participates("IG Metall", "Platz Hessen")
        .participates("IG Metall", "Plan Hessen")
        .participates("IG BAU", "Plan Hessen")
        .participates("IG BAU", "Pakt Erfurt")
        .participates("IHK Erfurt", "Pakt Erfurt", ba.Role.LEAD)
        .interest("IHK Erfurt", ba.InterestKind.OFFERS, "Pakt Erfurt")
        .initiative("Nacht der Tore", type=EVENT, region="de-he", since="2017-09-28")
    )
    with store_place.open() as store:
        store.write_reading(reading.build())
    return store_place


@pytest.fixture
def g(place: StorePlace) -> Iterator[ba.Atlas]:
    """The open graph."""
    with ba.open() as opened:
        yield opened


def table(of: str) -> list[str]:
    return [column for column, _meaning in TABLES[of]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_is_a_table_with_the_columns_of_the_codebook(g: ba.Atlas, question: str) -> None:
    answer = getattr(g, question)()
    frame = answer.to_pandas()
    assert list(frame.columns) == table(question)
    assert len(frame) > 0
    assert "<table" in answer._repr_html_()
    pd.testing.assert_frame_equal(frame, getattr(g, question)().to_pandas())


def test_the_tables_say_what_the_typed_answers_say(g: ba.Atlas) -> None:
    gaps = g.gaps(region="Hessen", kinds=[ba.Column.UNION])
    assert list(gaps.to_pandas().query("has_table")["initiative"]) == [row.initiative.name for row in gaps.found.rows]
    offer = g.offers().to_pandas().iloc[0]
    assert (offer["interest"], offer["holder"], offer["initiative"]) == ("offers", "IHK Erfurt", "Pakt Erfurt")
    event = g.events().to_pandas().iloc[0]
    assert (event["event"], event["first"], event["regions"]) == ("Nacht der Tore", "2017-09-28", "de-he")
    bodies = g.expected(region="Thüringen", date="2026-11-22").to_pandas().query("kind == 'hwk'")
    assert "Handwerkskammer Erfurt" in set(bodies["body"])
    assert set(g.bridges().to_pandas()["node"]) >= {"IG Metall", "IG BAU"}


def test_two_are_compared_and_connected_by_their_names(g: ba.Atlas) -> None:
    way = g.path("VhU", "ihk erfurt").to_pandas()
    assert list(way.columns) == table("path")
    assert [*way["start"], way["end"].iloc[-1]] == [
        "VhU",
        "Platz Hessen",
        "IG Metall",
        "Plan Hessen",
        "IG BAU",
        "Pakt Erfurt",
        "IHK Erfurt",
    ]
    assert list(way["is_forward"]) == [True, False] * 3
    shared = g.overlap("Platz Hessen", "Plan Hessen").to_pandas()
    assert list(shared.columns) == table("overlap")
    assert list(zip(shared["where"], shared["actor"], strict=True)) == [
        ("both", "IG Metall"),
        ("both", "IG Metall"),
        ("only_one", "VhU"),
        ("only_other", "IG BAU"),
    ]


def test_filters_narrow_every_view_of_the_matrix(g: ba.Atlas) -> None:
    for ask in (g.gaps, g.balance, g.expected):
        assert set(ask(region="Thüringen").to_pandas()["initiative"]) == {"Pakt Erfurt"}
        assert len(ask(types=[ba.InitiativeType.MASTER_PLAN]).to_pandas()) == 0
        assert len(ask(date="2016").to_pandas()) == 0
    events = g.gaps(types=[EVENT], run_from="2017-09", run_to="2017-10").to_pandas()
    assert set(events["initiative"]) == {"Nacht der Tore"}
    assert len(g.gaps(types=[EVENT], run_to="2016").to_pandas()) == 0
    with pytest.raises(ba.QuestionError) as caught:
        g.gaps(topics=["Stahl"])
    assert caught.value.code == "no_topics"


def test_the_regions_add_up_to_the_matrix(g: ba.Atlas) -> None:
    told = g.by_region(kinds=[ba.Column.UNION]).to_pandas().query("region_id == 'total'")
    assert told["count"].sum() == told["initiatives"].iloc[0] == len(g.gaps().found.rows)


def test_changes_have_a_row_each(g: ba.Atlas) -> None:
    told = g.changes("2016").to_pandas()
    assert list(told.columns) == table("changes")
    assert set(told["change"]) == {"new"}
    assert "Pakt Erfurt" in set(told["initiative"])
    assert len(g.changes("2018", region="Thüringen", kinds=[ba.Column.IHK]).to_pandas()) == 0


def test_the_balance_has_members_sides_and_pairs(g: ba.Atlas) -> None:
    told = g.balance().to_pandas().set_index("initiative")
    assert told.loc["Platz Hessen", ["known", "union", "employers", "sides"]].tolist() == [2, 1, 1, "both"]
    assert told["iqv"].isna().all()
    pairs = ba.pairs_frame(g.balance().found)
    assert list(pairs.columns) == table("pairs_frame")
    assert pairs.query("one == 'union' and other == 'employers'")["observed"].tolist() == [1]
    assert pairs["verdict"].isna().all()


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        ({"name": "Platz Hessen"}, ba.Partners),
        ({"name": "IG Metall"}, ba.ActorPartners),
        ({"name": "Handwerkskammer Erfurt"}, ba.ActorPartners),
        ({"place": "Erfurt"}, ba.PlacePartners),
    ],
)
def test_partners_are_suggested_to_initiatives_actors_and_places(
    g: ba.Atlas, asked: dict[str, str], typed: type
) -> None:
    answer = g.partners(**asked, date="2026-11-22", limit=5)  # type: ignore[arg-type]
    assert isinstance(answer.found, typed)
    told = answer.to_pandas()
    assert list(told.columns) == table("partners")
    assert len(told) > 0
    parts = told[[source.value for source in ba.Source]].fillna(0).sum(axis=1)
    assert (parts.round(2) == told["score"].round(2)).all()
    pd.testing.assert_frame_equal(told, g.partners(**asked, date="2026-11-22", limit=5).to_pandas())  # type: ignore[arg-type]


def test_similar_initiatives_say_what_they_have_and_whom_to_call(g: ba.Atlas) -> None:
    answer = g.similar("Platz Hessen")
    told = answer.to_pandas()
    assert list(told.columns) == table("similar")
    assert list(told["initiative"]) == [one.name for one in answer.found.found]
    erfurt = told.set_index("initiative").loc["Pakt Erfurt"]
    assert (erfurt["ahead"], erfurt["contacts"]) == ("ihk", "IHK Erfurt")


@pytest.mark.parametrize(
    ("mode", "nodes", "edges"),
    [("two-mode", 8, "two_mode"), ("actors", 4, "one_mode"), ("initiatives", 4, "one_mode")],
)
def test_the_network_has_the_attributes_of_the_codebook(g: ba.Atlas, mode: str, nodes: int, edges: str) -> None:
    graph: nx.Graph[str] = g.to_networkx(mode)  # type: ignore[arg-type]
    known = set(table("networkx_nodes"))
    assert graph.number_of_nodes() == nodes
    assert all(set(told) <= known for _id, told in graph.nodes(data=True))
    told_edges = [told for _one, _other, told in graph.edges(data=True)]
    assert told_edges
    assert all(set(told) == set(table(f"networkx_edges_{edges}")) for told in told_edges)
    assert all(told["weight"] >= 1 and told["statements"] for told in told_edges)


def test_profiles_are_typed(g: ba.Atlas) -> None:
    assert [one.initiative.name for one in g.region("Hessen").tables] == [
        "Plan Hessen",
        "Platz Hessen",
        "Nacht der Tore",
    ]
    actor, initiative = g.show("IG Metall"), g.show("Pakt Erfurt")
    assert (isinstance(actor, ba.ActorProfile), isinstance(initiative, ba.InitiativeProfile)) == (True, True)


def test_persons_are_masked_unless_asked_for(place: StorePlace, g: ba.Atlas) -> None:
    assert "[Name]" in " ".join(g.path("VhU", "IG Metall").to_pandas()["quote"])
    with ba.open(with_names=True) as whole:
        assert "Sabine Muster" in " ".join(whole.path("VhU", "IG Metall").to_pandas()["quote"])


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda g: g.path("Xylophonverband", "VhU"), "unknown_name"),
        (lambda g: g.show("Hessen"), "ambiguous_name"),
        (lambda g: g.gaps(region="Hesen"), "unknown_region"),
        (lambda g: g.region("Hesen"), "unknown_region"),
        (lambda g: g.overlap("VhU", "Plan Hessen"), "overlap_mixed"),
        (lambda g: g.partners("Xylophonverband"), "unknown_name"),
        (lambda g: g.partners(place="Hesen"), "unknown_region"),
        (lambda g: g.partners(place="Neustadt"), "ambiguous_name"),
        (lambda g: g.partners(), "name_or_place"),
        (lambda g: g.similar("IG Metall"), "unknown_name"),
        (lambda g: g.balance(region="Hesen"), "unknown_region"),
        (lambda g: g.changes("2099"), "since_ahead"),
        (lambda g: g.gaps(run_from="2020", run_to="2015"), "period_reversed"),
    ],
)
def test_what_is_not_clear_is_said_with_what_is_near(g: ba.Atlas, ask: object, code: str) -> None:
    with pytest.raises(ba.QuestionError) as caught:
        ask(g)  # type: ignore[operator]
    assert caught.value.code == code
    if "nearest" in caught.value.details:
        assert str(caught.value.details["nearest"]).strip("–")


def test_nothing_is_written_unless_asked_for(place: StorePlace, g: ba.Atlas) -> None:
    with pytest.raises(ba.StoreError):
        g.store.write_reading(a_reading("b.txt").actor("DGB", UNION).build())
    with ba.open(place.url, read_only=False) as writing:
        writing.store.write_reading(a_reading("b.txt").actor("DGB", UNION).build())
        assert writing.find("DGB").name == "DGB"


def test_an_empty_graph_and_one_actor_have_tables_without_rows(home: Path, tmp_path: Path) -> None:
    with ba.open(tmp_path / "leer", read_only=False) as empty:
        for _again in range(2):
            for question in ("gaps", "offers", "events", "bridges", "communities"):
                frame = getattr(empty, question)().to_pandas()
                assert (len(frame), list(frame.columns)) == (0, table(question))
            empty.store.write_reading(a_reading().actor("DGB", UNION).build())
        assert len(empty.path("DGB", "DGB").to_pandas()) == 0
        assert empty.to_networkx().number_of_nodes() == 1


def test_a_place_without_a_graph_is_said_and_stays_empty(home: Path, tmp_path: Path) -> None:
    with pytest.raises(ba.AtlasError) as caught:
        ba.open(tmp_path / "nichts")
    assert (caught.value.code, (tmp_path / "nichts").exists()) == ("graph_missing", False)


def test_a_program_that_forgets_to_close_gives_the_graph_back(home: Path, tmp_path: Path) -> None:
    lines = (
        "import buendnisatlas as ba, sys\ng = ba.open(sys.argv[1], read_only=False)\nprint(len(g.gaps().to_pandas()))\n"
    )
    for _again in range(2):
        ended = subprocess.run(
            [sys.executable, "-c", lines, str(tmp_path / "graph")], capture_output=True, text=True, check=False
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "0\n", "")
