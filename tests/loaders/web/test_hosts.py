"""Hosts: only the open internet, by whatever name or number somebody calls the inside."""

import socket

import pytest

from graph.errors import DocumentError
from loaders.web.hosts import find_addresses, is_loopback, is_public

INSIDE = (
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.178.1", "169.254.169.254", "100.64.0.1",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::1",
)  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_a_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0x7f.1", "127.1", "0", "::1"])
def test_a_number_or_name_for_this_machine_is_refused(host: str) -> None:
    with pytest.raises(DocumentError) as caught:
        find_addresses(host, 80)
    assert caught.value.code in {"web_private", "web_unknown_host"}  # some systems read no hexadecimal numbers
    assert caught.value.details["host"] == host


def test_the_inside_is_open_when_asked_for() -> None:
    assert find_addresses("127.0.0.1", 80, allow_private=True) == ("127.0.0.1",)


def test_one_address_inside_is_enough_to_refuse_a_host(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_options: answers)
    with pytest.raises(DocumentError, match="web_private"):
        find_addresses("gemischt.example", 80)


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_a_name_that_nobody_knows_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_words: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(DocumentError, match="web_unknown_host"):
        find_addresses("gibt-es-nicht.example", 80)


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", False),
        ("10.0.0.5", False),
        ("192.168.1.1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.5", False),
        ("93.184.216.34", False),
    ],
)
def test_only_this_machine_is_loopback(address: str, is_own: bool) -> None:
    assert is_loopback(address) is is_own
