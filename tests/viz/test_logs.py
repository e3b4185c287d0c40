"""The log holds what happened, and no secret and no quote."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from viz.logs import LOG_FILE, current_log, describe_safely, start_log, stop_log


@pytest.fixture(autouse=True)
def closed_log() -> Iterator[None]:
    yield
    stop_log()


def test_what_a_room_says_is_in_the_log(tmp_path: Path) -> None:
    path = start_log(tmp_path / "logs")
    logging.getLogger("loaders.files").info("read %s", "Bündnis.txt")
    assert path == tmp_path / "logs" / LOG_FILE == current_log()
    assert "loaders.files: read Bündnis.txt" in path.read_text(encoding="utf-8")


def test_a_secret_never_reaches_the_log(tmp_path: Path) -> None:
    path = start_log(tmp_path, secrets=("geheim", ""))
    logging.getLogger("graph").warning("login with geheim refused")
    assert path is not None
    assert "login with … refused" in path.read_text(encoding="utf-8")


def test_an_error_is_logged_with_its_place_but_without_its_message(tmp_path: Path) -> None:
    path = start_log(tmp_path)
    try:
        raise ValueError("ein Satz aus einem Dokument")
    except ValueError:
        logging.getLogger("viz").exception("unexpected")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "test_logs.py" in text
    assert "ein Satz aus" not in text.replace('raise ValueError("ein Satz aus einem Dokument")', "")


def test_the_cause_of_an_error_is_told_too() -> None:
    try:
        try:
            raise KeyError("x")
        except KeyError as error:
            raise RuntimeError from error
    except RuntimeError as error:
        assert {"builtins.KeyError", "builtins.RuntimeError"} <= set(describe_safely(error).splitlines())


def test_without_a_writable_place_there_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert start_log(tmp_path / "file" / "logs") is None
    assert current_log() is None


def test_nothing_reaches_the_console(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    start_log(tmp_path)
    logging.getLogger("graph.store").error("x")
    logging.getLogger("some.library").error("x")
    assert capfd.readouterr() == ("", "")


def test_the_log_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.logs._BYTES", 1000)
    start_log(tmp_path)
    for number in range(200):
        logging.getLogger("viz").info("line %s with some length to it", number)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 5000
    assert len(list(tmp_path.iterdir())) == 4
