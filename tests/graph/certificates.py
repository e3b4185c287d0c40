"""Certificates made for a test: an authority nobody knows, and what it signs."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme


@dataclass(frozen=True)
class Signed:
    """How a server shows its certificate, and the file of the authority that signed it.

    Beside that file lie `server.key` and `server.pem`, as a Neo4j wants them.
    """

    encryption: ssl.SSLContext
    authority: Path


def certificate(folder: Path, *, name: str = "127.0.0.1", days: int = 7) -> Signed:
    """A certificate for a name; one with `days` below 0 ended so long ago."""
    maker = trustme.CA()
    authority = folder / "authority.pem"
    maker.cert_pem.write_to_path(str(authority))
    now = datetime.now(UTC)
    made = maker.issue_cert(name, not_before=now - timedelta(days=30), not_after=now + timedelta(days=days))
    made.private_key_pem.write_to_path(str(folder / "server.key"))
    for part in made.cert_chain_pems:
        part.write_to_path(str(folder / "server.pem"), append=True)
    encryption = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.configure_cert(encryption)
    return Signed(encryption, authority)
