"""Keyrings for the tests: one that holds what it is given for as long as the test lasts, and one that stays locked."""

from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class Holding(KeyringBackend):
    """Holds secrets in memory."""

    priority: ClassVar[float] = 1

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, if it is held."""
        self.asked += 1
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Hold it."""
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Let it go."""
        if (service, username) not in self.held:
            raise PasswordDeleteError(service)
        del self.held[service, username]


class Locked(Holding):
    """Says why it gives nothing, and says too much."""

    def get_password(self, service: str, username: str) -> str | None:
        """Never."""
        raise KeyringLocked(f"locked; the secret would be {'/'.join(self.held.values())}")

    set_password = get_password  # type: ignore[assignment]
