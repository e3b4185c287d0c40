"""Hosts: the addresses behind a name, each checked, so that no page can lead into somebody's network.

A name is looked up once; what was checked is what is connected to. No name can mean another machine
a moment later.
"""

import ipaddress
import socket

from graph.errors import DocumentError

Numeric = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_V4_IN_V6 = ipaddress.ip_network("::/96")


def find_addresses(host: str, port: int, *, allow_private: bool = False) -> tuple[str, ...]:
    """The numeric addresses of a host, best first, all of them public unless `allow_private`.

    Raises DocumentError: web_unknown_host, web_private.
    """
    addresses = _look_up(host, port)
    if not allow_private and not all(map(is_public, addresses)):
        raise DocumentError("web_private", host=host)
    return addresses


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet, also by the IPv4 address that it may stand for."""
    found = _meant(ipaddress.ip_address(address.partition("%")[0]))
    if isinstance(found, ipaddress.IPv6Address) and (found.sixtofour or found.teredo):
        return False
    return found.is_global and not (
        found.is_private or found.is_multicast or found.is_reserved or found.is_loopback or found.is_link_local
    )


def is_loopback(address: str) -> bool:
    """Whether a numeric address is this machine itself."""
    found = ipaddress.ip_address(address.partition("%")[0])
    return found.is_loopback or _meant(found).is_loopback


def _look_up(host: str, port: int) -> tuple[str, ...]:
    """Every address, each once. The system also reads "2130706433" and "0x7f.1"; what it makes of them is checked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DocumentError("web_unknown_host", host=host) from error
    addresses = tuple(dict.fromkeys(str(place[0]) for *_others, place in found))
    if not addresses:
        raise DocumentError("web_unknown_host", host=host)
    return addresses


def _meant(address: Numeric) -> Numeric:
    """The IPv4 address inside an IPv6 one: mapped, of the old compatible form, or translated (NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _TRANSLATED or address in _V4_IN_V6:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
