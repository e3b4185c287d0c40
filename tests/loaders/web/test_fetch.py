"""Fetching: what a server may do to us, each told in one code; robots.txt, redirects, limits."""

import gzip
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme

from graph.errors import DocumentError
from loaders.web.address import parse_address
from loaders.web.connection import USER_AGENT, Limits
from loaders.web.fetch import Page, Web
from tests.loaders.web.site import Site, running_site

TEXT = "<title>Dialog</title><p>Träger ist die IHK Aachen.</p>"
QUICK = Limits(seconds=1.0, pause=0.5, size=10_000, redirects=3)


def fetch(url: str, web: Web | None = None) -> Page:
    """The page, from a network that is inside."""
    return (web or Web(allow_private=True, limits=QUICK)).fetch(parse_address(url))


def refused(url: str, web: Web | None = None) -> str:
    """The code with which a page is refused; the error names the address that was asked for."""
    with pytest.raises(DocumentError) as caught:
        fetch(url, web)
    assert caught.value.details["address"] == parse_address(url).url
    return caught.value.code


def test_a_page_comes_with_its_type_and_character_set(site: Site) -> None:
    url = site.page("/dialog", TEXT.encode("latin-1"), kind="Text/HTML; Charset=ISO-8859-1")
    page = fetch(url)
    assert (page.address.url, page.media_type, page.charset) == (url, "text/html", "iso-8859-1")
    assert page.data == TEXT.encode("latin-1")


def test_we_say_who_we_are_and_ask_robots_txt_first(site: Site) -> None:
    fetch(site.page("/dialog", TEXT))
    assert site.paths() == ["/robots.txt", "/dialog"]
    for _path, headers in site.asked:
        assert headers["User-Agent"] == USER_AGENT
        assert headers["Host"] == f"127.0.0.1:{site.port}"
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_a_packed_page_is_unpacked(site: Site) -> None:
    packed = gzip.compress(TEXT.encode())
    assert fetch(site.page("/dialog", packed, Content_Encoding="gzip")).data == TEXT.encode()


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, "web_not_found"),
        (410, "web_not_found"),
        (401, "web_refused"),
        (403, "web_refused"),
        (429, "web_busy"),
        (503, "web_busy"),
        (500, "web_server_error"),
        (502, "web_server_error"),
        (418, "web_status"),
        (304, "web_status"),
        (204, "empty"),
    ],
)
def test_a_status_has_its_code(site: Site, status: int, code: str) -> None:
    assert refused(site.page("/a", TEXT if status != 204 else "", status=status)) == code


@pytest.mark.parametrize("body", ["", " \n\t "])
def test_a_page_without_content_is_empty(site: Site, body: str) -> None:
    assert refused(site.page("/leer", body)) == "empty"


# --- redirects -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 308])
def test_what_has_moved_for_good_is_kept_under_its_new_address(site: Site, status: int) -> None:
    new = site.page("/neu", TEXT)
    page = fetch(site.redirect("/alt", "/neu#mitglieder", status=status))
    assert (page.given.name, page.address.url) == ("alt", new)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_what_is_elsewhere_for_now_keeps_its_address(site: Site, status: int) -> None:
    site.page("/heute", TEXT)
    old = site.redirect("/immer", "heute", status=status)
    assert fetch(old).address.url == old


def test_behind_a_hop_for_now_nothing_moves_for_good(site: Site) -> None:
    site.page("/drei", TEXT)
    site.redirect("/zwei", "/drei", status=301)
    site.redirect("/eins", "/zwei", status=302)
    assert fetch(site.redirect("/null", "/eins", status=301)).address.name == "eins"


def test_a_circle_of_redirects_ends(site: Site) -> None:
    assert refused(site.redirect("/kreis", "/kreis")) == "web_too_many_redirects"
    assert site.paths().count("/kreis") == QUICK.redirects + 1


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("file:///etc/passwd", "web_scheme"),
        ("ftp://a.example/b", "web_scheme"),
        ("https://wer:geheim@a.example/", "web_credentials"),
        ("http://a.example:99999/", "web_address_invalid"),
    ],
)
def test_a_redirect_out_of_the_web_is_not_followed(site: Site, target: str, code: str) -> None:
    assert refused(site.redirect("/a", target)) == code


@pytest.mark.parametrize(
    "target",
    ["/login?zurueck=a", "/Account/SignIn", "https://login.example/a", "/saml2/start", "/intern/anmelden.html"],
)
def test_a_redirect_to_a_login_page_is_no_document(site: Site, target: str) -> None:
    assert refused(site.redirect("/intern", target)) == "web_login"


def test_a_page_that_asks_for_a_password_instead_is_no_document(site: Site) -> None:
    site.page("/tuer", "<form><input name=p type='password'></form>")
    assert refused(site.redirect("/intern", "/tuer")) == "web_login"


def test_a_page_with_a_login_box_of_its_own_is_a_document(site: Site) -> None:
    assert fetch(site.page("/start", TEXT + "<input type=password>")).data


def test_a_login_page_that_was_asked_for_is_a_document(site: Site) -> None:
    site.page("/login/neu", TEXT)
    assert fetch(site.redirect("/login", "/login/neu", status=301)).data


# --- where it may lead ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "127.1"])
def test_nothing_inside_is_asked_unless_allowed(site: Site, host: str) -> None:
    assert refused(site.url("/", host=host), Web(limits=QUICK)) in {"web_private", "web_unknown_host"}
    assert site.asked == []


def test_a_redirect_is_checked_as_its_start_was(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page (as a fake look-up has it) that leads to an address inside."""
    from loaders.web import hosts

    monkeypatch.setattr(hosts, "is_public", lambda address: address == "127.0.0.1")
    for target in ("http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://[::ffff:10.0.0.1]/"):
        assert refused(site.redirect("/a", target), Web(limits=QUICK)) == "web_private"


def test_a_name_is_looked_up_once_and_what_was_checked_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """No second look-up can put another machine in the place of the checked one."""
    looked_up: list[str] = []
    ask_system = socket.getaddrinfo

    def answer(host: str, port: int, *words: object, **options: object) -> object:
        if host != "umzug.example":
            return ask_system(host, port, *words, **options)  # type: ignore[call-overload]
        looked_up.append(host)
        return ask_system("127.0.0.1" if len(looked_up) <= 2 else "192.0.2.1", port, *words, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    site.page("/a", TEXT)
    assert fetch(site.url("/a", host="umzug.example")).data
    assert len(looked_up) == 2  # robots.txt and the page, each once
    assert site.asked[-1][1]["Host"] == f"umzug.example:{site.port}"


def test_the_next_address_of_a_host_is_tried(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from loaders.web import fetch as fetching

    monkeypatch.setattr(fetching, "find_addresses", lambda *_words, **_options: ("127.99.99.99", "127.0.0.1"))
    assert fetch(site.page("/a", TEXT)).data


def test_a_port_that_nobody_listens_on_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == "web_unreachable"


# --- robots.txt -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "is_read"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: buendnisatlas\nDisallow: /mitglieder", False),
        ("User-agent: Buendnisatlas\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /mitglieder", True),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: *\nDisallow: /anders", True),
        ("User-agent: andere\nDisallow: /", True),
        ("User-agent: *\nDisallow:", True),
        ("\ufeffUser-agent: *\nDisallow: /mitglieder", False),
        ("<html>kein robots</html>", True),
        ("", True),
    ],
)
def test_robots_txt_is_kept_to(site: Site, rules: str, is_read: bool) -> None:
    site.page("/robots.txt", rules, kind="text/plain")
    url = site.page("/mitglieder.html", TEXT)
    if is_read:
        assert fetch(url).data
    else:
        assert refused(url) == "web_robots"
        assert site.paths() == ["/robots.txt"]


def test_robots_txt_is_asked_for_once_a_host(site: Site) -> None:
    web = Web(allow_private=True, limits=QUICK)
    for path in ("/a", "/b", "/c"):
        fetch(site.page(path, TEXT), web)
    assert site.paths().count("/robots.txt") == 1


def test_a_redirect_obeys_the_rules_of_where_it_leads(site: Site) -> None:
    with running_site() as other:
        other.page("/robots.txt", "User-agent: *\nDisallow: /")
        assert refused(site.redirect("/a", other.page("/b", TEXT))) == "web_robots"
        assert other.paths() == ["/robots.txt"]


@pytest.mark.parametrize(("status", "code"), [(500, "web_robots_unknown"), (429, "web_robots_unknown")])
def test_a_robots_txt_that_cannot_be_had_now_allows_nothing(site: Site, status: int, code: str) -> None:
    site.page("/robots.txt", "", status=status)
    assert refused(site.page("/a", TEXT)) == code


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_robots_txt_that_is_not_there_forbids_nothing(site: Site, status: int) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert fetch(site.page("/a", TEXT)).data


# --- limits -----------------------------------------------------------------------------------------------------------


def test_a_page_that_says_it_is_too_large_is_not_waited_for(site: Site) -> None:
    assert refused(site.page("/a", "x", Content_Length="9" * 12)) == "web_too_large"


def test_a_page_without_an_end_is_cut_off(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 5_000)

    site.acts["/a"] = endless
    assert refused(site.url("/a")) == "web_too_large"


def test_a_bomb_is_cut_off_while_it_is_unpacked(site: Site) -> None:
    bomb = gzip.compress(b"x" * 9_000_000)
    assert len(bomb) < QUICK.size
    assert refused(site.page("/a", bomb, Content_Encoding="gzip")) == "web_too_large"


def _drip_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    _drip(handler)


def _drip_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    _drip(handler)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    for _drop in range(60):
        handler.wfile.write(b"x")
        threading.Event().wait(0.1)


def _say_nothing(handler: BaseHTTPRequestHandler) -> None:
    handler.rfile.read(1)


@pytest.mark.parametrize("act", [_drip_body, _drip_head, _say_nothing])
@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
def test_a_server_that_takes_its_time_is_left(site: Site, act: object, path: str) -> None:
    site.acts[path] = act  # type: ignore[assignment]
    assert refused(site.url("/a")) == "web_too_slow"


def _break_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "500")
    handler.end_headers()
    handler.wfile.write(b"halb")


def _talk_nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\xff nichts davon ist HTTP\r\n\r\n")


def _hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def _send_a_broken_archive(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(b"\x1f\x8b\x08kaputt")


def _send_a_foreign_packing(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "br")
    handler.end_headers()
    handler.wfile.write(b"xxxx")


@pytest.mark.parametrize("act", [_break_off, _talk_nonsense, _hang_up, _send_a_broken_archive, _send_a_foreign_packing])
def test_what_does_not_arrive_whole_is_no_document(site: Site, act: object) -> None:
    site.acts["/a"] = act  # type: ignore[assignment]
    assert refused(site.url("/a")) == "web_broken"


def test_how_far_a_page_is_can_be_watched(site: Site) -> None:
    shares: list[float] = []
    Web(allow_private=True).fetch(parse_address(site.page("/a", "x" * 300_000)), watch=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


# --- certificates -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who signs the certificates of these tests."""
    return trustme.CA()


def trusted(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


def test_a_certificate_of_the_host_s_own_name_is_trusted(
    authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trusted(authority, monkeypatch, tmp_path)
    with running_site(_context(authority, "localhost")) as site:
        site.page("/a", TEXT)
        assert fetch(site.url("/a", host="localhost")).data == TEXT.encode()


def test_a_certificate_of_another_name_is_not(
    authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trusted(authority, monkeypatch, tmp_path)
    with running_site(_context(authority, "anderswo.example")) as site:
        assert refused(site.url("/a", host="localhost")) == "web_tls"
        assert site.asked == []


def test_a_certificate_that_nobody_vouches_for_is_not(authority: trustme.CA) -> None:
    with running_site(_context(authority, "localhost")) as site:
        assert refused(site.url("/a", host="localhost")) == "web_tls"


def test_a_server_without_encryption_is_no_https(site: Site) -> None:
    assert refused(site.url("/a").replace("http:", "https:")) == "web_tls"


def _context(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context
