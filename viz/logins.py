"""Logins kept in the system's keyring. A small list in the data folder says which there are; it holds no secret.

The keyring is asked only for an address on that list: nobody else waits for it, or is asked to unlock it.
"""

import importlib
import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.lock import write_private
from viz.settings import SettingsError, shown_address

_LIST = "neo4j-logins.json"


@dataclass(frozen=True, slots=True)
class Login:
    """One login. `address` is exact: what is kept for an encrypted address is never sent to a plain one."""

    address: str
    user: str
    by_token: bool = False

    @property
    def service(self) -> str:
        """What the keyring calls it."""
        return f"buendnisatlas {self.address}"


class Logins:
    """The logins of one data folder."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def find(self, place: str) -> Login | None:
        """The login kept for an address."""
        return self._noted().get(shown_address(place))

    def secret(self, login: Login) -> str:
        """Its password or token. Raises SettingsError: keyring_missing, keyring_unusable, keyring_forgot."""
        with _keyring(login) as keyring:
            found = keyring.get_password(login.service, login.user)
        if not found:
            raise SettingsError("keyring_forgot", url=login.address)
        return found

    def keep(self, login: Login, secret: str) -> None:
        """Keep a login, in place of another one for the same address. Raises SettingsError as `secret`, OSError."""
        with _keyring(login) as keyring:
            keyring.set_password(login.service, login.user, secret)
        self._note({**self._noted(), login.address: login})

    def forget(self, login: Login) -> None:
        """Delete a login, from the keyring too. Raises SettingsError as `secret`, OSError."""
        with _keyring(login) as keyring:
            if keyring.get_password(login.service, login.user) is not None:
                keyring.delete_password(login.service, login.user)
        self._note({address: one for address, one in self._noted().items() if address != login.address})

    def _noted(self) -> dict[str, Login]:
        try:
            content = json.loads((self._data / _LIST).read_text(encoding="utf-8"))
            found = [Login(str(one["address"]), str(one["user"]), one["by_token"] is True) for one in content]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return {login.address: login for login in found}

    def _note(self, logins: dict[str, Login]) -> None:
        self._data.mkdir(parents=True, exist_ok=True)
        rows = [asdict(logins[address]) for address in sorted(logins)]
        write_private(self._data / _LIST, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


class _Keyring:
    """The system's keyring: the Keychain of macOS, Windows' Credential Locker, the Secret Service of Linux."""

    def __init__(self) -> None:
        import keyring

        self.get_password = keyring.get_password
        self.set_password = keyring.set_password
        self.delete_password = keyring.delete_password


@contextmanager
def _keyring(login: Login) -> Generator[_Keyring]:
    """The keyring, its own errors as one of ours, without what they say: it may be anything."""
    try:
        opened = _Keyring()
    except (ImportError, OSError) as error:
        raise SettingsError("keyring_missing", url=login.address) from error
    failure: type[Exception] = importlib.import_module("keyring.errors").KeyringError
    try:
        yield opened
    except (failure, OSError, RuntimeError):
        raise SettingsError("keyring_unusable", url=login.address) from None
