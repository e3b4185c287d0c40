"""Logins in the system's keyring: what is kept where, for whom, and each way it may fail."""

import json
import sys
from pathlib import Path

import keyring
import pytest

from tests.viz.keyrings import Holding, Locked
from viz.logins import Login, Logins
from viz.settings import SettingsError

LOGIN = Login("neo4j+s://host:7687", "anna")
SECRET = "hunter2-geheim"


def code_of(logins: Logins) -> str:
    """Why the secret of the login cannot be had; the reason says nothing of it."""
    with pytest.raises(SettingsError) as caught:
        logins.secret(LOGIN)
    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in str(error) + repr(error)
        error = error.__cause__
    assert caught.value.details["url"] == LOGIN.address
    return caught.value.code


def test_a_login_is_kept_in_the_keyring_and_its_secret_nowhere_else(tmp_path: Path, held: Holding) -> None:
    logins = Logins(tmp_path / "data")
    logins.keep(LOGIN, SECRET)
    assert held.held == {("buendnisatlas neo4j+s://host:7687", "anna"): SECRET}
    assert logins.find(LOGIN.address) == LOGIN
    assert logins.secret(LOGIN) == SECRET
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["neo4j-logins.json"]
    assert SECRET not in (tmp_path / "data" / "neo4j-logins.json").read_text(encoding="utf-8")


def test_what_is_kept_for_an_encrypted_address_is_not_sent_to_a_plain_one(tmp_path: Path, held: Holding) -> None:
    logins = Logins(tmp_path)
    logins.keep(LOGIN, SECRET)
    for other in ("neo4j://host:7687", "bolt+s://host:7687", "neo4j+ssc://host:7687", "neo4j+s://host:7688"):
        assert logins.find(other) is None


def test_one_login_stands_for_an_address(tmp_path: Path, held: Holding) -> None:
    logins = Logins(tmp_path)
    logins.keep(LOGIN, "eins")
    logins.keep(Login(LOGIN.address, "berta", by_token=True), "zwei")
    logins.keep(Login("bolt://other", "carla"), "drei")
    assert logins.find(LOGIN.address) == Login(LOGIN.address, "berta", by_token=True)
    assert logins.find("bolt://other") == Login("bolt://other", "carla")


def test_a_login_is_deleted_in_both_places(tmp_path: Path, held: Holding) -> None:
    logins = Logins(tmp_path)
    logins.keep(LOGIN, SECRET)
    logins.forget(LOGIN)
    assert (held.held, logins.find(LOGIN.address)) == ({}, None)
    logins.forget(LOGIN)


def test_nobody_asks_the_keyring_for_an_address_without_a_login(tmp_path: Path, held: Holding) -> None:
    assert Logins(tmp_path).find(LOGIN.address) is None
    assert held.asked == 0


@pytest.mark.parametrize("text", ["", "[", "{}", '[{"address": 1}]', "[1]", "null", "\ufeff[]"])
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, held: Holding, text: str) -> None:
    (tmp_path / "neo4j-logins.json").write_text(text, encoding="utf-8")
    logins = Logins(tmp_path)
    assert logins.find(LOGIN.address) is None
    logins.keep(LOGIN, SECRET)
    assert len(json.loads((tmp_path / "neo4j-logins.json").read_text(encoding="utf-8"))) == 1


def test_a_keyring_that_is_not_installed_is_said(
    tmp_path: Path, held: Holding, monkeypatch: pytest.MonkeyPatch
) -> None:
    Logins(tmp_path).keep(LOGIN, SECRET)
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert code_of(Logins(tmp_path)) == "keyring_missing"


def test_a_keyring_that_stays_locked_is_said(tmp_path: Path, held: Holding) -> None:
    Logins(tmp_path).keep(LOGIN, SECRET)
    locked = Locked()
    locked.held = held.held
    keyring.set_keyring(locked)
    assert code_of(Logins(tmp_path)) == "keyring_unusable"


def test_a_machine_without_any_keyring_is_said(tmp_path: Path, held: Holding) -> None:
    from keyring.backends.fail import Keyring

    Logins(tmp_path).keep(LOGIN, SECRET)
    keyring.set_keyring(Keyring())
    assert code_of(Logins(tmp_path)) == "keyring_unusable"


def test_a_keyring_that_was_emptied_is_said(tmp_path: Path, held: Holding) -> None:
    Logins(tmp_path).keep(LOGIN, SECRET)
    held.held.clear()
    assert code_of(Logins(tmp_path)) == "keyring_forgot"
