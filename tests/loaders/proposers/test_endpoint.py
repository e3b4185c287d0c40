"""An OpenAI-compatible endpoint: what it is asked, what of its answer is taken, what it may do wrong."""

import json
import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from graph.errors import DocumentError
from loaders.proposal import Cautious, ProposerError, usable
from loaders.proposers import endpoint
from loaders.proposers.endpoint import Endpoint
from loaders.web.connection import Limits
from tests.loaders.web.site import Site

TEXT = "Träger sind die Werkbank Nord und der Kompass Lippe."
QUICK = Limits(seconds=1.0, pause=0.5, size=100_000, redirects=0)
PATH = "/v1/chat/completions"


def answer(site: Site, content: object, *, status: int = 200) -> list[dict[str, object]]:
    """Let the model say this (as text, else as JSON); what it was asked is put down in the list."""
    asked: list[dict[str, object]] = []
    said = content if isinstance(content, str) else json.dumps(content)
    body = json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]})
    return _serve(site, body.encode(), asked, status)


def _serve(site: Site, body: bytes, asked: list[dict[str, object]], status: int = 200) -> list[dict[str, object]]:
    def act(handler: BaseHTTPRequestHandler) -> None:
        asked.append(json.loads(handler.rfile.read(int(handler.headers["Content-Length"]))))
        handler.send_response(status)
        handler.end_headers()
        handler.wfile.write(body)

    site.acts[PATH] = act
    return asked


def model(site: Site, *, key: str = "") -> Endpoint:
    """The endpoint on this site."""
    return Endpoint.at(site.url("/v1"), model="klein", key=key, limits=QUICK)


def named(site: Site) -> list[tuple[str, str]]:
    """(name, label) of what is usable of its proposals."""
    return [(TEXT[one.start : one.end], one.label) for one in usable(TEXT, model(site).propose(TEXT))]


def test_names_of_the_text_become_proposals(site: Site) -> None:
    rows = [{"name": "Werkbank Nord", "kind": "company", "score": 0.9}, {"name": " Kompass Lippe ", "kind": "network"}]
    asked = answer(site, {"organisations": rows})
    assert named(site) == [("Werkbank Nord", "company"), ("Kompass Lippe", "network")]
    assert (asked[0]["model"], asked[0]["temperature"]) == ("klein", 0)
    messages = asked[0]["messages"]
    assert isinstance(messages, list)
    assert messages[-1] == {"role": "user", "content": TEXT}


def test_a_name_is_proposed_wherever_it_stands(site: Site) -> None:
    answer(site, {"organisations": [{"name": "IHK", "kind": "chamber"}]})
    assert [one.start for one in model(site).propose("IHK und IHK")] == [0, 8]


def test_json_between_words_or_fences_is_found(site: Site) -> None:
    answer(site, 'Gern!\n```json\n{"organisations": [{"name": "Werkbank Nord"}]}\n```')
    assert named(site) == [("Werkbank Nord", "ORG")]


@pytest.mark.parametrize(
    "row",
    [
        {"name": "Werkbank Süd", "kind": "company"},
        {"name": "werkbank nord", "kind": "company"},
        {"name": "", "kind": "company"},
        {"name": "Werkbank Nord", "kind": "PERSON"},
        {"name": "Werkbank Nord", "kind": ["company"]},
        {"name": "Werkbank Nord", "score": "sehr"},
        {"name": "Werkbank Nord", "score": 10**400},
        {"name": 7},
        {"kind": "company"},
        "Werkbank Nord",
        None,
    ],
)
def test_what_is_made_up_or_of_another_form_is_dropped(site: Site, row: object) -> None:
    answer(site, {"organisations": [row]})
    assert named(site) == []


def test_of_a_huge_answer_only_so_much_is_looked_at(site: Site) -> None:
    rows = [{"name": f"Werk {number}"} for number in range(3_000)] + [{"name": "Werkbank Nord"}]
    answer(site, {"organisations": rows})
    assert model(site).propose(TEXT) == ()


def test_overlapping_names_are_settled(site: Site) -> None:
    rows = [{"name": name, "kind": "company", "score": 0.8} for name in ("Werkbank", "Werkbank Nord", "Nord")]
    answer(site, {"organisations": rows})
    assert named(site) == [("Werkbank Nord", "company")]


def failure(place: Endpoint) -> ProposerError:
    """How asking it fails."""
    with pytest.raises(ProposerError) as caught:
        place.propose(TEXT)
    return caught.value


@pytest.mark.parametrize(
    "content",
    ["", "Ich finde nichts.", "{", '{"organisations": [', '{"anderes": []}', '{"organisations": 7}', "[" * 50_000,
     '{"organisations": ' + "[" * 20_000 + "}"],
)  # fmt: skip
def test_an_answer_that_is_no_json_is_told(site: Site, content: str) -> None:
    answer(site, content)
    assert failure(model(site)).code == "proposer_answer"


@pytest.mark.parametrize("body", [b"", b"kein JSON", b"[]", b'{"choices": []}', b'{"choices": [{"message": null}]}'])
def test_an_envelope_that_is_none_is_told(site: Site, body: bytes) -> None:
    _serve(site, body, [])
    assert failure(model(site)).code == "proposer_answer"


@pytest.mark.parametrize(
    ("status", "code"),
    [(500, "proposer_status"), (404, "proposer_status"), (302, "proposer_status"), (401, "proposer_refused")],
)
def test_a_status_has_its_code(site: Site, status: int, code: str) -> None:
    answer(site, {}, status=status)
    assert failure(model(site)).code == code


def _say_nothing(handler: BaseHTTPRequestHandler) -> None:
    handler.rfile.read()


def _talk_without_end(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 10_000)


@pytest.mark.parametrize(("act", "code"), [(_say_nothing, "proposer_too_slow"), (_talk_without_end, "proposer_answer")])
def test_a_slow_or_endless_answer_is_left(site: Site, act: Callable[[BaseHTTPRequestHandler], None], code: str) -> None:
    site.acts[PATH] = act
    assert failure(model(site)).code == code


def test_a_model_that_does_not_run_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(Endpoint.at(f"http://127.0.0.1:{port}/v1", model="x", limits=QUICK)).code == "proposer_unreachable"


OWN, NEIGHBOUR, PUBLIC = "127.0.0.1", "10.0.0.5", "93.184.216.34"


@pytest.mark.parametrize(
    ("url", "machines", "remote", "code"),
    [
        ("http://modell/v1", (OWN,), False, None),
        ("http://modell/v1", (NEIGHBOUR,), False, "proposer_not_local"),
        ("https://modell/v1", (PUBLIC,), False, "proposer_not_local"),
        ("http://modell/v1", (OWN, PUBLIC), False, "proposer_not_local"),
        ("http://modell/v1", (NEIGHBOUR,), True, None),
        ("https://modell/v1", (PUBLIC,), True, None),
        ("http://modell/v1", (PUBLIC,), True, "proposer_unencrypted"),
    ],
)
def test_another_machine_needs_to_be_allowed_and_the_internet_encryption(
    monkeypatch: pytest.MonkeyPatch, url: str, machines: tuple[str, ...], remote: bool, code: str | None
) -> None:
    monkeypatch.setattr(endpoint, "find_addresses", lambda *_words, **_options: machines)
    place = Endpoint.at(url, model="klein", remote=remote)
    try:
        place.check()
    except ProposerError as error:
        assert error.code == code
    else:
        assert code is None


def test_a_name_that_leads_elsewhere_later_gets_no_text(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    place = model(site)
    place.check()
    monkeypatch.setattr(endpoint, "find_addresses", lambda *_words, **_options: (PUBLIC,))
    assert failure(place).code == "proposer_not_local"
    assert site.asked == []


def test_a_machine_that_is_not_found_is_told_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(host: str, *_words: object, **_options: object) -> tuple[str, ...]:
        raise DocumentError("web_unknown_host", host=host)

    monkeypatch.setattr(endpoint, "find_addresses", find)
    place = Endpoint.at("http://modell/v1", model="klein")
    place.check()
    assert failure(place).code == "proposer_unreachable"


def test_no_redirect_is_followed(site: Site) -> None:
    site.redirect(PATH, "http://93.184.216.34/v1/chat/completions", status=307)
    assert failure(model(site)).code == "proposer_status"
    assert site.paths() == [PATH]


def test_a_model_without_a_name_is_asked_for_it() -> None:
    with pytest.raises(ProposerError, match="proposer_unnamed"):
        Endpoint.at("http://localhost:11434/v1", model="")


@pytest.mark.parametrize("url", ["", "localhost:11434", "ftp://localhost/v1", "http://wer:geheim@localhost/v1"])
def test_an_address_that_is_none_is_told_at_once(url: str) -> None:
    with pytest.raises(ProposerError, match="proposer_url") as caught:
        Endpoint.at(url, model="x")
    assert "geheim" not in str(caught.value)


def test_the_key_goes_to_the_model_and_nowhere_else(site: Site) -> None:
    answer(site, {}, status=401)
    place = model(site, key="sehr-geheim")
    error = failure(place)
    assert site.asked[0][1]["Authorization"] == "Bearer sehr-geheim"
    assert "geheim" not in repr(place) + str(error) + repr(error.__cause__)


@pytest.mark.parametrize("key", ["ge\nheim", "geheim\r", "gehéim"])
def test_a_key_that_is_none_is_told_without_it(key: str) -> None:
    with pytest.raises(ProposerError, match="proposer_key") as caught:
        Endpoint.at("http://localhost/v1", model="klein", key=key)
    assert "heim" not in str(caught.value)


def test_a_long_text_is_asked_for_in_pieces(site: Site) -> None:
    asked = answer(site, {"organisations": [{"name": "Werkbank Nord"}]})
    text = (TEXT + "\n") * 200
    found = model(site).propose(text)
    assert len(asked) > 1
    assert {text[one.start : one.end] for one in found} == {"Werkbank Nord"}
    assert len({one.start for one in found}) == len(found) == 200


def test_after_a_failure_the_model_is_left_in_peace(site: Site) -> None:
    asked = answer(site, {}, status=500)
    cautious = Cautious(model(site))
    assert [cautious.ask(TEXT), cautious.ask(TEXT)] == [None, None]
    assert len(asked) == 1
