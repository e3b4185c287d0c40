"""Whether a connection is encrypted, whom it trusts, and what went wrong while it was made safe.

The address says it: `neo4j+s://` and `bolt+s://` encrypt and check the server's certificate, against the authorities
that the system trusts or those in a file of the user's; `+ssc` encrypts and checks nothing.
"""

import socket
import ssl
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import neo4j

from graph.errors import StoreError

Trust = neo4j.TrustSystemCAs | neo4j.TrustCustomCAs | neo4j.TrustAll
_PORT = 7687
_LOOK_SECONDS = 3.0
_GREETING = bytes.fromhex("6060b017 00000005 00000000 00000000 00000000")
"""Bolt's: whether version 5.0 is spoken. The answer is the version."""

_DATES = frozenset({9, 10})
_OTHER_HOST = frozenset({62, 64})
"""OpenSSL's numbers for what is wrong with a certificate (X509_V_ERR_…)."""


class Encryption(NamedTuple):
    """How the driver is told."""

    address: str
    """The address without its mark for encryption."""
    encrypted: bool
    trusted: Trust


def encryption_of(address: str, authority: Path | None) -> Encryption:
    """What an address and a file of authorities ask for; the file counts only where a certificate is checked."""
    scheme, _, rest = address.partition("://")
    name, _, mark = scheme.lower().partition("+")
    trusted: Trust = neo4j.TrustSystemCAs()
    if mark == "ssc":
        trusted = neo4j.TrustAll()
    elif authority:
        trusted = neo4j.TrustCustomCAs(str(authority))
    return Encryption(f"{name}://{rest}", bool(mark), trusted)


def require_authority(address: str, authority: Path | None) -> None:
    """Raise StoreError `store_authority_unreadable` unless the file holds certificates, where it will be used."""
    if authority is None or not address.partition("://")[0].lower().endswith("+s"):
        return
    try:
        ssl.create_default_context(cafile=str(authority))
    except (OSError, ValueError) as error:
        raise StoreError("store_authority_unreadable", path=str(authority)) from error


def certificate_error(error: BaseException, *, shown: str) -> StoreError | None:
    """What an error of the driver says of the server's certificate, if anything.

    Routing hides it: it tries one server after the other and puts what went wrong into a group.
    """
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            if cause.verify_code in _DATES:
                return StoreError("store_certificate_dates", url=shown)
            code = "store_certificate_other_host" if cause.verify_code in _OTHER_HOST else "store_certificate_untrusted"
            return StoreError(code, url=shown)
    return None


def look_for_encryption(address: str, *, shown: str) -> StoreError | None:
    """Whether a server that hung up would talk the other way, encrypted or plain. Only a greeting is sent."""
    parts = urlsplit(address)
    place = (parts.hostname or "", parts.port or _PORT)
    scheme, _, mark = parts.scheme.partition("+")
    try:
        if mark:
            return (
                StoreError("store_not_encrypted", url=shown, wanted=f"{scheme}://") if _talks_plainly(place) else None
            )
        return StoreError("store_encrypted_only", url=shown, wanted=f"{scheme}+s://") if _encrypts(place) else None
    except (OSError, ValueError):
        return None


def _encrypts(place: tuple[str, int]) -> bool:
    asking = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    asking.check_hostname, asking.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(place, timeout=_LOOK_SECONDS) as plain, asking.wrap_socket(plain):
        return True


def _talks_plainly(place: tuple[str, int]) -> bool:
    with socket.create_connection(place, timeout=_LOOK_SECONDS) as plain:
        plain.sendall(_GREETING)
        return plain.recv(4) == _GREETING[4:8]


def _causes(error: BaseException | None) -> list[BaseException]:
    if error is None:
        return []
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return [error, *(one for part in inner for one in _causes(part)), *_causes(error.__cause__ or error.__context__)]
