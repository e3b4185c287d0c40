"""The embedded engine's accounts: who may log in and what for, written into its configuration before it starts.

One account writes; the other may only read, which makes a READ session read-only on an engine that does not. The
passwords are random, new at every start, and long enough that the hash needs few rounds: logging in costs nothing.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from graph.lock import write_private

WRITER, READER = "root", "reader"

_ROUNDS = 1_000
_GROUPS = {
    "admin": {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
    },
    "reader": {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": [],
        "types": {"*": {"access": ["readRecord"]}},
    },
    "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
}


@dataclass(frozen=True, slots=True)
class Passwords:
    """The passwords of one run of the engine."""

    writer: str = field(repr=False)
    reader: str = field(repr=False)


def write_accounts(config: Path, *, database: str) -> Passwords:
    """Replace the accounts in the engine's configuration folder by two fresh ones."""
    passwords = Passwords(writer=secrets.token_urlsafe(24), reader=secrets.token_urlsafe(24))
    config.mkdir(parents=True, exist_ok=True)
    users = (
        {"name": WRITER, "databases": {"*": ["admin"]}, "password": _hashed(passwords.writer)},
        {"name": READER, "databases": {database: ["reader"]}, "password": _hashed(passwords.reader)},
    )
    write_private(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))
    groups = {"databases": {"*": {"groups": _GROUPS}}, "version": 2}
    write_private(config / "server-groups.json", json.dumps(groups))
    return passwords


def _hashed(password: str) -> str:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${base64.b64encode(key).decode()}"
