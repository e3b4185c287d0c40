"""Where a login comes from, and that no secret is ever shown, written or logged, whatever goes wrong."""

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import keyring
import pytest

from tests.conftest import StorePlace, driver_of, wipe
from tests.graph.certificates import certificate
from tests.graph.doors import Cluster
from tests.graph.packed import LOGON
from tests.viz.commands.conftest import Atlas, Said
from tests.viz.keyrings import Holding, Locked
from viz.commands import login, signing_in

SECRET = "hunter2-geheim"
NOBODY = "neo4j://127.0.0.1:1"


@pytest.fixture
def server(neo4j_place: StorePlace) -> StorePlace:
    """The Neo4j of this run, emptied."""
    with driver_of(neo4j_place) as driver:
        wipe(driver)
    return neo4j_place


@pytest.fixture
def password(server: StorePlace) -> str:
    """Its password."""
    assert server.settings is not None
    return server.settings.password


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits at the terminal and types these; the questions they were asked."""
    questions: list[str] = []
    waiting = iter(answers)

    def answer(question: str) -> str:
        questions.append(question)
        return next(waiting)

    for module in (login, signing_in):
        monkeypatch.setattr(module, "at_terminal", lambda: True)
    monkeypatch.setattr("click.termui.hidden_prompt_func", answer)
    return questions


def piping(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The input is a pipe with this in it."""
    monkeypatch.setattr("sys.stdin", StringIO(text))


def files_with(secret: str, folder: Path) -> set[str]:
    """The names of the files that hold it."""
    return {path.name for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()}


def test_a_password_is_asked_for_once_and_unseen(
    atlas: Atlas, server: StorePlace, password: str, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = typing(monkeypatch, password)
    said = atlas("--graph", server.url, "load", document)
    assert said.code == 0
    assert questions == [f"Passwort von neo4j bei {server.url}: "]


def test_nobody_is_asked_where_nobody_sits(atlas: Atlas, server: StorePlace, monkeypatch: pytest.MonkeyPatch) -> None:
    piping(monkeypatch, SECRET + "\n")
    assert "nimmt Benutzer oder Passwort nicht an" in atlas("--graph", server.url, "gaps").err


def test_nobody_is_asked_for_a_folder(atlas: Atlas, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typing(monkeypatch) == []
    assert atlas("load", document).code == 0


def test_an_interruption_of_the_question_ends_the_command(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)

    def interrupted(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("click.termui.hidden_prompt_func", interrupted)
    said = atlas("--graph", NOBODY, "gaps")
    assert (said.code, said.err.strip().splitlines()[-1]) == (130, "Unterbrochen.")


def test_a_login_is_kept_found_shown_and_deleted(
    atlas: Atlas, held: Holding, server: StorePlace, password: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piping(monkeypatch, f"{password}\nnoch eine Zeile\n")
    said = atlas("--graph", server.url, "neo4j", "login")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Der Server nimmt es an; der Schlüsselbund des Systems bewahrt es auf für {server.url}\n"
    assert list(held.held.values()) == [password]
    assert atlas("--graph", server.url, "gaps").code == 0
    assert "neo4j  (Schlüsselbund des Systems)" in atlas("--graph", server.url, "status").out
    assert files_with(password, home) == set()
    gone = atlas("--graph", server.url, "neo4j", "logout")
    assert gone.out == f"Aus dem Schlüsselbund gelöscht: neo4j bei {server.url}\n"
    assert held.held == {}
    assert atlas("--graph", server.url, "neo4j", "logout").out == f"Nichts aufbewahrt für {server.url}\n"


def test_what_the_server_does_not_take_is_not_kept(
    atlas: Atlas, held: Holding, server: StorePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (["--user", "tests_keiner"], ["--token"]):
        piping(monkeypatch, SECRET)
        assert atlas("--graph", server.url, "neo4j", "login", *arguments).code == 1
    piping(monkeypatch, "\n")
    assert atlas("--graph", server.url, "neo4j", "login").code == 1
    assert held.held == {}


def test_a_folder_has_no_login(atlas: Atlas) -> None:
    for command in ("login", "logout"):
        said = atlas("neo4j", command)
        assert said.code == 1
        assert said.err.endswith("Das ist kein Server. Bitte seine Adresse mit --graph neo4j+s://… nennen.\n")


def test_a_missing_extra_is_one_line(
    atlas: Atlas, server: StorePlace, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    piping(monkeypatch, password)
    said = atlas("--graph", server.url, "neo4j", "login")
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    assert 'pip install ".[keyring]"' in said.err


def test_what_is_set_counts_before_the_keyring(
    atlas: Atlas, held: Holding, server: StorePlace, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    piping(monkeypatch, password)
    atlas("--graph", server.url, "neo4j", "login")
    before = held.asked
    monkeypatch.setenv("NEO4J_USERNAME", "tests_keiner")
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert atlas("--graph", server.url, "gaps").code == 1
    assert held.asked == before


def test_a_token_counts_before_a_password(
    atlas: Atlas, server: StorePlace, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    monkeypatch.setenv("NEO4J_TOKEN", SECRET)
    with Cluster(server.url) as cluster:
        said = atlas("--graph", cluster.url("bolt"), "gaps")
        sent = [one.fields[0] for one in cluster.doors[0].asked if one.tag == LOGON]
    assert "nimmt das Token nicht an" in said.err
    assert sent == [{"scheme": "bearer", "credentials": SECRET}]


def test_the_authority_s_file_is_set(
    atlas: Atlas, server: StorePlace, password: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = certificate(tmp_path)
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    with Cluster(server.url, encryption=signed.encryption) as cluster:
        refused = atlas("--graph", cluster.url("neo4j+s"), "gaps")
        monkeypatch.setenv("NEO4J_CA", str(signed.authority))
        taken = atlas("--graph", cluster.url("neo4j+s"), "gaps")
    assert refused.err.startswith(f"{cluster.url('neo4j+s')}: Das Zertifikat des Servers hat niemand unterschrieben")
    assert taken.code == 0


@dataclass(frozen=True)
class Trouble:
    """A way in which logging in fails: the address, and what is set for it."""

    url: str
    variables: dict[str, str]


@pytest.fixture
def troubles(server: StorePlace, tmp_path: Path) -> Iterator[dict[str, Trouble]]:
    """Every way."""
    signed = certificate(tmp_path)
    encrypting = server.url.replace("bolt://", "bolt+s://")
    with Cluster(server.url, encryption=signed.encryption) as cluster:
        yield {
            "refused": Trouble(server.url, {}),
            "refused by routing": Trouble(server.url.replace("bolt://", "neo4j://"), {}),
            "unreachable": Trouble(NOBODY, {}),
            "not trusted": Trouble(cluster.url("neo4j+s"), {}),
            "encrypted only": Trouble(cluster.url("bolt"), {}),
            "not encrypted": Trouble(encrypting, {}),
            "no authority": Trouble(encrypting, {"NEO4J_CA": str(tmp_path / "nirgends.pem")}),
            "own database": Trouble(server.url, {"NEO4J_DATABASE": "system"}),
            "a path": Trouble(f"{server.url}/graph", {}),
            "no address": Trouble("bolt+s://", {}),
            "in the address": Trouble(server.url.replace("://", f"://wer:{SECRET}@"), {}),
        }


def by_variable(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The secret stands in the environment."""
    monkeypatch.setenv(name, SECRET)


def by_file(home: Path) -> None:
    """The secret stands in config.toml."""
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "config.toml").write_text(f'[neo4j]\npassword = "{SECRET}"\n', encoding="utf-8")


@pytest.mark.parametrize("source", ["NEO4J_PASSWORD", "NEO4J_TOKEN", "config.toml", "keyring", "locked", "typed"])
def test_no_secret_is_shown_written_or_logged(
    source: str,
    atlas: Atlas,
    held: Holding,
    home: Path,
    document: Path,
    troubles: dict[str, Trouble],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from viz.logins import Login, Logins

    monkeypatch.setenv("NEO4J_USERNAME", "tests_keiner")
    if source.startswith("NEO4J"):
        by_variable(monkeypatch, source)
    elif source == "config.toml":
        by_file(home)
    elif source == "typed":
        typing(monkeypatch, *[SECRET] * 100)
    else:
        for trouble in troubles.values():
            if SECRET not in trouble.url:
                Logins(home / "data").keep(Login(trouble.url, "tests_keiner"), SECRET)
        if source == "locked":
            locked = Locked()
            locked.held = held.held
            keyring.set_keyring(locked)
    for name, trouble in troubles.items():
        with monkeypatch.context() as set_for_one:
            for variable, value in trouble.variables.items():
                set_for_one.setenv(variable, value)
            for said in failing(atlas, trouble.url, document):
                assert SECRET not in said.out + said.err, name
    assert files_with(SECRET, home) == ({"config.toml"} if source == "config.toml" else set())


def failing(atlas: Atlas, url: str, document: Path) -> Iterator[Said]:
    """What two commands that fail say, and what `status` says of it."""
    for arguments in (["gaps"], ["load", str(document)]):
        said = atlas("--graph", url, "--verbose", *arguments)
        assert (said.code, len(said.err.strip().splitlines()) <= 3) == (1, True), said.err
        yield said
    yield atlas("--graph", url, "status")
    yield atlas("--graph", url, "status", "--json")


def test_no_secret_is_in_what_a_working_login_leaves(
    atlas: Atlas, server: StorePlace, password: str, home: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    out = home.parent / "aus"
    out.mkdir()
    said = [
        atlas("--graph", server.url, "--verbose", *arguments)
        for arguments in (
            ["load", document],
            ["gaps", "--json"],
            ["map", "-o", out / "karte.html"],
            ["export", "-o", out / "graph.jsonl"],
            ["status", "--json"],
        )
    ]
    assert [one.code for one in said] == [0] * len(said)
    assert not any(password in one.out + one.err for one in said)
    assert files_with(password, home) | files_with(password, out) == set()


@pytest.mark.parametrize("logging", [False, True])
@pytest.mark.parametrize("typed", [False, True])
def test_not_even_a_fault_of_ours_shows_it(
    atlas: Atlas, home: Path, typed: bool, logging: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not logging:
        home.mkdir()
        (home / "logs").write_bytes(b"a file, so no log can be written")

    def faulty(*_given: object, **_named: object) -> None:
        raise RuntimeError(f"login with {SECRET}")

    if typed:
        typing(monkeypatch, SECRET)
    else:
        by_variable(monkeypatch, "NEO4J_PASSWORD")
    monkeypatch.setattr("viz.commands.opening.open_store", faulty)
    said = atlas("--graph", NOBODY, "--verbose", "gaps")
    assert said.code == 1
    assert "RuntimeError: login with …" in said.err
    assert SECRET not in said.out + said.err
    assert files_with(SECRET, home) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own is made the Unix way")
def test_what_is_typed_at_a_real_terminal_does_not_show(home: Path) -> None:
    import pty
    import subprocess

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", "from viz.commands import main; main()", "--graph", NOBODY, "gaps"],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    seen = b""
    while b"Passwort von neo4j" not in seen:
        seen += os.read(ours, 4096)
    os.write(ours, f"{SECRET}\n".encode())
    with contextlib.suppress(OSError):  # so a terminal ends whose program has gone
        while piece := os.read(ours, 4096):
            seen += piece
    assert program.wait(timeout=60) == 1
    assert f"{NOBODY}: Der Server ist nicht".encode() in seen
    assert SECRET.encode() not in seen
