"""Addresses: one form each, no secrets, http and https only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from loaders.web.address import looks_like_address, parse_address, without_secrets


@pytest.mark.parametrize(
    ("given_text", "url"),
    [
        ("https://Beispiel.EXAMPLE", "https://beispiel.example/"),
        ("HTTP://beispiel.example:80/a#stelle", "http://beispiel.example/a"),
        ("https://beispiel.example:443/a?b=1#c", "https://beispiel.example/a?b=1"),
        ("https://beispiel.example:8443/a", "https://beispiel.example:8443/a"),
        ("https://beispiel.example/a/../b/./c", "https://beispiel.example/b/c"),
        ("https://bündnis.example/über uns?ort=Köln", "https://xn--bndnis-3ya.example/%C3%BCber%20uns?ort=K%C3%B6ln"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("  https://beispiel.example/a  ", "https://beispiel.example/a"),
        ("https://[2001:DB8::1]:8080/a", "https://[2001:db8::1]:8080/a"),
        ("https://beispiel.example./a", "https://beispiel.example/a"),
        ("https://beispiel.example/@redaktion", "https://beispiel.example/@redaktion"),
    ],
)
def test_an_address_has_one_form(given_text: str, url: str) -> None:
    assert parse_address(given_text).url == url
    assert parse_address(url).url == url


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ftp://beispiel.example/a", "web_scheme"),
        ("file:///etc/passwd", "web_scheme"),
        ("javascript://beispiel.example/%0aalert(1)", "web_scheme"),
        ("https://", "web_address_invalid"),
        ("https:///a", "web_address_invalid"),
        ("https://beispiel.example:99999/", "web_address_invalid"),
        ("https://bei spiel.example/", "web_address_invalid"),
        ("https://user:geheim@beispiel.example/", "web_credentials"),
        ("https://geheim@beispiel.example/", "web_credentials"),
        ("https://beispiel.example/a?access_token=geheim", "web_credentials"),
        ("https://beispiel.example/a?x=1&X-Amz-Signature=geheim", "web_credentials"),
    ],
)
def test_what_is_no_usable_address_is_refused_without_its_secrets(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse_address(text)
    assert caught.value.code == code
    assert "geheim" not in str(caught.value)


@given(secret=st.from_regex(r"[A-Za-z0-9:/@?#._%-]{3,20}", fullmatch=True))
def test_no_user_or_password_is_ever_shown(secret: str) -> None:
    shown = without_secrets(f"https://nutzer:kennwort{secret}kennwort@beispiel.example/a")
    assert "kennwort" not in shown


@pytest.mark.parametrize("text", ["https://a.example", "HTTP://a.example", "ftp://a", "file:///a"])
def test_an_address_is_told_from_a_path(text: str) -> None:
    assert looks_like_address(text)


@pytest.mark.parametrize("text", ["a.txt", "C:\\Dokumente\\a.txt", "c:/a", "/tmp//a", "https:/a", "www.a.example"])
def test_a_path_is_told_from_an_address(text: str) -> None:
    assert not looks_like_address(text)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/b/mitglieder.html?x=1", "mitglieder.html"),
        ("https://a.example/b/", "b"),
        ("https://a.example", "a.example"),
    ],
)
def test_a_page_has_a_short_name(url: str, name: str) -> None:
    assert parse_address(url).name == name
