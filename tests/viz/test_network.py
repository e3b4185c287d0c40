"""The map page as text: deterministic, escaped, complete."""

import json
import re
from dataclasses import replace

import pytest

from graph.errors import AtlasError
from graph.kinds import ActorKind, Role
from queries.answers import CellValue, Column, Picture
from tests.viz.pictures import (
    DOCUMENT,
    PAYLOADS,
    empty_picture,
    homes_picture,
    hostile_picture,
    lonely_picture,
    sized_picture,
    small_picture,
)
from viz.citations import shown_address
from viz.lands import load_lands
from viz.language import speaking
from viz.map_data import gather, initials
from viz.network import checked, render_map
from viz.packing import unpack
from viz.words import Wording, map_wording


def render(picture: Picture, wording: Wording, *, nonce: str = "fest") -> str:
    return render_map(picture, title="Bündnisse", wording=wording, stamp="2026-11-21", nonce=nonce)


def block(html: str, name: str) -> object:
    """The data the page carries under this name."""
    found = re.search(r'<script type="application/octet-stream" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    held = unpack(found[1])
    assert isinstance(held, dict)
    return held[name]


def test_same_picture_gives_the_same_page(german: Wording) -> None:
    assert render(small_picture(), german) == render(small_picture(), german)
    assert render(sized_picture(500), german) == render(sized_picture(500), german)


def test_only_the_nonce_differs_between_two_pages(german: Wording) -> None:
    first = render_map(small_picture(), title="x", wording=german, stamp="2026-11-21")
    second = render_map(small_picture(), title="x", wording=german, stamp="2026-11-21")
    assert first != second
    nonces = [re.findall(r'nonce="([^"]+)"', html)[0] for html in (first, second)]
    assert first.replace(nonces[0], "N") == second.replace(nonces[1], "N")


def test_page_is_german_and_names_no_host_to_load_from(german: Wording) -> None:
    html = render(small_picture(), german)
    assert '<html lang="de">' in html
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", html)
    assert "fehlt" not in json.dumps(dict(german.words), ensure_ascii=False).lower()


def test_content_policy_lets_only_our_scripts_run(german: Wording) -> None:
    html = render(small_picture(), german, nonce="abc")
    assert (
        "content=\"default-src 'none'; script-src 'nonce-abc'; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'\"" in html
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_never_becomes_markup(payload: str, german: Wording) -> None:
    tame = render(hostile_picture(("harmlos",)), german)
    wild = render_map(hostile_picture((payload,)), title=payload, wording=german, stamp=payload, nonce="fest")
    assert re.findall(r"<(/?[a-zA-Z!][\w-]*)", wild) == re.findall(r"<(/?[a-zA-Z!][\w-]*)", tame)


def test_ids_on_the_page_are_opaque() -> None:
    data = gather(hostile_picture(), load_lands())
    assert all(re.fullmatch(r"n\d+", str(node["id"])) for node in data.nodes)
    assert all(re.fullmatch(r"l\d+", str(edge["id"])) for edge in data.edges)


def test_everything_has_a_home_and_the_whole_country_is_none_of_the_lands() -> None:
    data = gather(homes_picture(), load_lands())
    homes = {node["name"]: node["home"] for node in data.nodes}
    assert homes == {
        "Zwei Länder": "across",
        "Am Main": "de-he",
        "Irgendwo": "nowhere",
        "Ganzes Land": "de",
        "Bundesverband": "de",
    }
    assert data.page["lands"] == {"de-bb": "Brandenburg", "de-be": "Berlin", "de-he": "Hessen"}


def test_federal_actor_stands_where_it_takes_part() -> None:
    small, federal = small_picture(), homes_picture().actors[0]
    seat = replace(small.links[0], participant_id=federal.id)
    picture = replace(small, actors=(*small.actors, federal), links=(*small.links, seat))
    (node,) = (node for node in gather(picture, load_lands()).nodes if node["name"] == federal.name)
    assert (node["home"], node["federal"]) == ("de-he", True)


def test_what_has_no_line_stands_in_the_lists_but_not_on_islands() -> None:
    data = gather(lonely_picture(2, 3), load_lands())
    assert sum(bool(node["lone"]) for node in data.nodes) == 5
    assert not any(node["lone"] for node in gather(lonely_picture(300, 200), load_lands()).nodes)


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        (("2017-03-14", None, "2016"), ("2016", "2017", 1)),
        (("2017-03-14",), ("2017", "2017", 0)),
        ((None, None), (None, None, 2)),
        ((), (None, None, 0)),
    ],
)
def test_years_of_the_documents_are_told(
    dates: tuple[str | None, ...], span: tuple[str | None, str | None, int]
) -> None:
    small = small_picture()
    documents = tuple(replace(DOCUMENT, id=str(i), date=date) for i, date in enumerate(dates))
    picture = replace(small, coverage=replace(small.coverage, documents=documents))
    oldest, newest, undated = span
    assert gather(picture, load_lands()).page["dates"] == {
        "oldest": oldest,
        "newest": newest,
        "undated": undated,
        "documents": len(dates),
    }


def test_two_roles_of_one_pair_stay_two_lines_side_by_side(german: Wording) -> None:
    edges = block(render(small_picture(), german), "edges")
    assert isinstance(edges, list)
    pairs = [(edge["from"], edge["to"], edge["lane"]) for edge in edges if edge.get("role") in {"lead", "sponsor"}]
    double = [pair for pair in pairs if pair[2]]
    assert {pair[2] for pair in double} == {-0.5, 0.5}
    assert len({pair[:2] for pair in double}) == 1


def test_every_participation_and_absence_is_a_line(german: Wording) -> None:
    picture = small_picture()
    edges = block(render(picture, german), "edges")
    assert isinstance(edges, list)
    assert len(edges) == len(picture.links) + len(picture.absences)
    assert [edge.get("absence") for edge in edges][-2:] == ["absent", "informal"]


def test_empty_picture_renders(german: Wording) -> None:
    html = render(empty_picture(), german)
    assert block(html, "nodes") == []


def test_sample_pictures_say_so_on_the_page(german: Wording) -> None:
    badge = f'<strong class="badge">{german.words["sample"]}</strong>'
    assert badge in render(small_picture(), german)
    assert badge not in render(replace(small_picture(), sample=False), german)


@pytest.mark.parametrize("text", ["a</SCRIPT>b", "x</style >", "<!-- y"])
def test_bundled_script_that_could_end_its_element_is_refused(text: str) -> None:
    with pytest.raises(AtlasError):
        checked(text)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/x", {"link": "https://a.example/x"}),
        ("http://a.example", {"link": "http://a.example"}),
        ("javascript:alert(1)", {"file": "javascript:alert(1)"}),
        ("data:text/html,x", {"file": "html,x"}),
        ("https://anna:geheim@a.example/x", {"file": "x"}),
        ("/home/anna/Texte/liste.txt", {"file": "liste.txt"}),
        ("C:\\Users\\anna\\liste.txt", {"file": "liste.txt"}),
        ("https://[kaputt", {"file": "[kaputt"}),
    ],
)
def test_addresses_show_links_or_file_names_but_no_folders(address: str, shown: dict[str, str]) -> None:
    assert shown_address(address) == shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [("IG Bergbau, Chemie, Energie", "igbce"), ("Vereinigung der Unternehmer", "vu"), ("„Ölmühle“", "oe"), ("", "")],
)
def test_initials_are_found(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_every_closed_list_has_its_words() -> None:
    for language in ("de", "en"):
        with speaking(language):
            words = map_wording().words
        assert words.keys() >= {f"value_{code}" for code in CellValue} | {f"head_{code}" for code in Column}
        assert words.keys() >= {f"role_{code}" for code in Role} | {f"kind_{code}" for code in ActorKind}
        assert all(words.values())
