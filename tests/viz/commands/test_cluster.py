"""`load --scheduler`: the workers of a Dask cluster read, and the graph is the same."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from graph.errors import SchedulerError
from loaders.cluster import ReadingCluster
from loaders.orders import Order, deliver
from seeds.documents import sample_documents
from seeds.register import load_register
from tests.loaders.stubborn import take_long
from tests.viz.commands.conftest import Atlas, about
from tests.viz.commands.test_killed import records


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents of which one is empty, and one holds a telephone number."""
    place = tmp_path / "viele"
    place.mkdir()
    for number in range(5):
        (place / f"{number}.txt").write_text(about(f"Ort {number}"), encoding="utf-8")
    (place / "3 leer.txt").write_bytes(b"")
    return place


def test_the_graph_does_not_depend_on_where_it_was_read(
    atlas: Atlas, folder: Path, scheduler: str, tmp_path: Path
) -> None:
    here = atlas("load", folder, "--graph", tmp_path / "hier")
    there = atlas("load", folder, "--scheduler", scheduler, "--graph", tmp_path / "dort")
    assert (there.code, there.out.count("– neu")) == (1, 5)
    assert here == there
    assert records(atlas, "--graph", tmp_path / "hier") == records(atlas, "--graph", tmp_path / "dort")


def test_what_the_workers_read_is_what_is_read_here(scheduler: str) -> None:
    orders = [Order(path, path.name) for path in sample_documents()]
    with ReadingCluster(load_register(), scheduler=scheduler) as readers:
        answers = [readers.begin(order) for order in orders]
        there = [answer(lambda _share: None) for answer in answers]
    assert there == [deliver(order.source(), load_register()) for order in orders]


def test_a_scheduler_that_is_not_there_is_one_line(atlas: Atlas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.cluster._REACHING", 0.5)
    said = atlas("load", folder, "--scheduler", "tcp://127.0.0.1:1")
    assert (said.code, said.err) == (
        1,
        "tcp://127.0.0.1:1: Hier antwortet kein Dask-Scheduler mit mindestens einem Worker. Bitte die Adresse "
        "(etwa tcp://rechner:8786) und das Netz prüfen.\n",
    )


def test_without_dask_one_line_says_how_to_get_it(atlas: Atlas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "loaders.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = atlas("load", folder, "--scheduler", "tcp://127.0.0.1:8786")
    assert (said.code, said.err) == (
        1,
        "Zum Lesen auf anderen Rechnern wird Dask gebraucht. Installieren: python -m pip install distributed\n",
    )


@pytest.mark.usefixtures("home")
def test_with_a_model_no_cluster_reads(atlas: Atlas, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.commands.load.chosen_model", lambda *_given, **_options: object())
    said = atlas("load", folder, "--scheduler", "tcp://127.0.0.1:8786")
    assert said.code == 2
    assert "Mit einem Modell liest kein Cluster. Bitte --scheduler weglassen." in said.err


def test_a_scheduler_that_goes_away_ends_the_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.cluster.deliver", take_long)
    (tmp_path / "a.txt").write_text(about("Nordhessen"), encoding="utf-8")
    cluster = LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0")
    with ReadingCluster(load_register(), scheduler=cluster.scheduler_address) as readers:
        answer = readers.begin(Order(tmp_path / "a.txt", "a.txt"))
        cluster.close()
        with pytest.raises(SchedulerError) as raised:
            answer(lambda _share: None)
    assert (raised.value.code, raised.value.details) == ("scheduler_lost", {"url": cluster.scheduler_address})
