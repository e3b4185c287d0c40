"""`load https://…`: pages beside paths, one line for each that cannot be had, links back to where a quote stands."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from loaders.web.connection import Limits
from tests.loaders.web.site import Site, running_site
from tests.viz.commands.conftest import HESSEN, Atlas, Start, about, finish, words
from tests.viz.pages import read_page

PAGE = "<html><head><title>{title}</title></head><body>{body}</body></html>"


def page_of(text: str, title: str = "Übersicht") -> str:
    """A text as a page."""
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return PAGE.format(title=title, body=body)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine."""
    with running_site() as running:
        yield running


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a test can wait for."""
    from loaders.web import fetch

    monkeypatch.setattr(fetch, "Limits", lambda: Limits(seconds=2.0, pause=1.0, size=100_000, redirects=3))


def load(atlas: Atlas, *places: str | Path) -> tuple[int, list[str], list[str]]:
    """Code, lines and complaints of loading these, the own network allowed."""
    said = atlas("load", "--allow-private", *places)
    return said.code, said.out.splitlines(), said.err.splitlines()


def test_a_page_is_loaded_skipped_and_replaced(atlas: Atlas, site: Site) -> None:
    url = site.page("/bund", page_of(HESSEN))
    first = load(atlas, url)[1][0]
    second = load(atlas, url + "#mitglieder")[1][0]
    site.page("/bund", page_of(HESSEN.replace("IG Metall", "IG BCE")))
    third = load(atlas, url)[1][0]
    assert [first, second, third] == [
        f"{url} (12.03.2018) – neu",
        f"{url} (12.03.2018) – unverändert",
        f"{url} (12.03.2018) – ersetzt",
    ]
    assert "IG BCE" in atlas("show", "Mittelhessen").out
    assert "IG Metall" not in atlas("show", "Mittelhessen").out


def test_paths_and_pages_go_together(atlas: Atlas, site: Site, document: Path) -> None:
    site.page("/nord", page_of(about("Nordhessen")))
    code, lines, complaints = load(atlas, site.url("/nord"), document.parent, site.url("/nord#2"), site.url("/weg"))
    assert code == 1
    loaded = [line for line in lines if line.endswith("– neu")]
    assert loaded == ["hessen.txt (12.03.2018) – neu", f"{site.url('/nord')} (12.03.2018) – neu"]
    assert complaints == [f"{site.url('/weg')}: Diese Seite gibt es nicht (mehr). Bitte die Adresse im Browser prüfen."]
    assert site.paths().count("/nord") == 1


def test_a_folder_without_documents_costs_no_page(atlas: Atlas, site: Site, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    code, lines, complaints = load(atlas, tmp_path / "leer", site.page("/a", page_of(HESSEN)))
    assert (code, lines[0].endswith("– neu"), len(complaints)) == (1, True, 1)
    assert complaints[0].startswith(f"{tmp_path / 'leer'}: Hier ist kein Dokument.")


def test_a_page_that_moved_for_good_is_not_there_twice(atlas: Atlas, site: Site) -> None:
    """What was loaded from the old address is replaced by what the new one says."""
    old = site.page("/alt", page_of(HESSEN))
    load(atlas, old)
    site.page("/neu", page_of(HESSEN.replace("IG Metall", "IG BCE")))
    site.redirect("/alt", "/neu", status=301)
    assert load(atlas, old)[1][0].endswith("– ersetzt")
    assert "IG Metall" not in atlas("show", "Mittelhessen").out


def test_every_view_leads_to_the_page(atlas: Atlas, site: Site, tmp_path: Path) -> None:
    url = site.page("/bund", page_of(HESSEN))
    load(atlas, url)
    assert f"Übersicht ({url})" in words(atlas("--lang", "de", "show", "Mittelhessen").out)
    atlas("map", "-o", tmp_path / "karte.html")
    assert f'"link": "{url}"' in read_page(tmp_path / "karte.html")
    assert url in atlas("status").out


def test_extract_and_explore_read_pages_too(atlas: Atlas, site: Site, home: Path) -> None:
    url = site.page("/bund", page_of(HESSEN))
    said = atlas("extract", "--allow-private", url)
    assert (said.code, "Allianz Industrie Mittelhessen" in said.out) == (0, True)
    assert not (home / "data").exists()
    assert f"{url} (12.03.2018) – neu" in atlas("explore", "--allow-private", url).out


def test_the_checklist_of_a_page_asks_the_server_once(atlas: Atlas, site: Site) -> None:
    url = site.page("/bund", PAGE.format(title="x", body="<h2>Allianz Industrie Mittelhessen</h2>" + page_of(HESSEN)))
    for _time in range(2):
        assert "  Allianz Industrie Mittelhessen" in load(atlas, "--checklist", url)[1]
    assert site.paths().count("/bund") == 2


def _say_nothing(handler: BaseHTTPRequestHandler) -> None:
    handler.rfile.read(1)


def test_each_trouble_is_one_line_with_a_next_step_and_costs_no_other(atlas: Atlas, site: Site) -> None:
    good = site.page("/gut", page_of(HESSEN))
    site.acts["/langsam"] = _say_nothing
    site.page("/robots.txt", "User-agent: *\nDisallow: /zu")
    troubles = {
        site.url("/weg"): "gibt es nicht (mehr)",
        site.page("/krank", "x", status=500): "Der Server hat einen Fehler (500).",
        site.page("/voll", "x", status=503): "ausgelastet",
        site.page("/privat", "x", status=403): "nicht jedem heraus",
        site.redirect("/intern", "/login"): "verlangt eine Anmeldung",
        site.redirect("/kreis", "/kreis"): "leitet immer weiter",
        site.url("/langsam"): "braucht zu lange",
        site.url("/gut").replace("http:", "https:"): "kann sich nicht ausweisen",
        site.page("/gross", "x" * 100_001): "mehr als 0 MB",
        site.page("/leer", "<p> </p>"): "Darin steht kein Text.",
        site.page("/bild", b"\x89PNG", kind="image/png"): "Dieses Format wird nicht gelesen.",
        site.page("/zu/a", "x"): "(robots.txt)",
        "ftp://a.example/b": "nur Adressen mit http oder https",
        "https://": "keine brauchbare Adresse",
    }
    code, lines, complaints = load(atlas, *troubles, good)
    assert code == 1
    assert f"{good} (12.03.2018) – neu" in lines
    assert len(complaints) == len(troubles)
    told = dict(line.split(": ", 1) for line in complaints)
    assert {url: words for url, words in troubles.items() if words not in told[url]} == {}
    assert all(
        "--allow-private" in line or "Bitte" in line or "zum Beispiel" in line
        for line in told.values()
        if "Format" not in line
    )


def test_the_own_network_is_left_alone_unless_asked_for(atlas: Atlas, site: Site) -> None:
    url = site.page("/bund", page_of(HESSEN))
    said = atlas("load", url)
    assert said.code == 1
    assert said.err == (
        f"{url}: Die Adresse führt in ein nicht öffentliches Netz (127.0.0.1). "
        "Wenn das so gemeint ist: --allow-private.\n"
    )
    assert site.asked == []


@pytest.mark.parametrize("command", ["load", "extract", "explore"])
def test_a_password_in_an_address_is_refused_and_nowhere_written(
    atlas: Atlas, site: Site, home: Path, command: str
) -> None:
    said = atlas(command, "--verbose", "--allow-private", site.url("/a").replace("//", "//wer:geheim@"))
    assert said.code == 1
    assert "enthält ein Passwort" in said.err
    assert site.asked == []
    logs = "".join(file.read_text(encoding="utf-8") for file in (home / "logs").glob("*"))
    assert "geheim" not in said.out + said.err + logs


def test_ctrl_c_is_heard_while_a_server_is_waited_for(site: Site, start: Start, document: Path) -> None:
    """What came before is kept; the wait is broken off."""
    import os
    import signal

    if os.name == "nt":
        pytest.skip("Windows sends no SIGINT to one process")
    asked: list[float] = []

    def wait(handler: BaseHTTPRequestHandler) -> None:
        asked.append(time.monotonic())
        program.send_signal(signal.SIGINT)
        handler.rfile.read(1)

    site.acts["/langsam"] = wait
    program = start("load", "--allow-private", document, site.url("/langsam"))
    said = finish(program)
    assert asked
    assert said.code == 130
    assert said.err.startswith("Unterbrochen. 1 Dokument ist vollständig im Graphen, keines halb. ")
