"""`--proposer`: a model of one's own adds names, says when it did not work, and keeps its key to itself."""

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from loaders.proposers import endpoint
from tests.loaders.web.site import Site, running_site
from tests.viz.commands.conftest import HESSEN, Atlas, words
from tests.viz.pages import read_page

TEXT = HESSEN.replace("Die Arbeitgeberverbände", "Träger ist der Kompass Lippe. Die Arbeitgeberverbände")
ANSWER = {"organisations": [{"name": "Kompass Lippe", "kind": "consultancy", "score": 0.9}]}
KEY = "sehr-geheim-123"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Site]:
    """A model's server, named in the configuration; the key is in the environment."""
    with running_site() as site:
        (home / "config").mkdir(parents=True)
        settings = f'[proposer]\nname = "endpoint"\nmodel = "klein"\nurl = "{site.url("/v1")}"\n'
        (home / "config" / "config.toml").write_text(settings, encoding="utf-8")
        monkeypatch.setenv("BUENDNISATLAS_PROPOSER_KEY", KEY)
        say(site, json.dumps({"choices": [{"message": {"content": json.dumps(ANSWER)}}]}))
        yield site


def say(site: Site, body: str, *, status: int = 200) -> None:
    """Let the model answer with this."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers["Content-Length"]))
        handler.send_response(status)
        handler.end_headers()
        handler.wfile.write(body.encode())

    site.acts["/v1/chat/completions"] = act


@pytest.fixture
def paper(document: Path) -> Path:
    """A document with a name that only a model knows."""
    document.write_text(TEXT, encoding="utf-8")
    return document


def test_the_model_of_the_configuration_adds_a_name(atlas: Atlas, model: Site, paper: Path) -> None:
    said = atlas("load", paper)
    assert (said.code, said.err) == (0, "")
    assert "Kompass Lippe (Beratung" in atlas("show", "Mittelhessen").out
    assert model.asked[0][1]["Authorization"] == f"Bearer {KEY}"


def test_the_document_and_its_evidence_name_the_model(
    atlas: Atlas, model: Site, paper: Path, home: Path, tmp_path: Path
) -> None:
    assert "Name von einem Modell vorgeschlagen: klein" in atlas("extract", paper).out
    atlas("load", paper)
    note = "Übersicht der Industriedialoge (hessen.txt), 12.03.2018, Name von einem Modell vorgeschlagen: klein"
    told = words(atlas("show", "Kompass Lippe").out)
    assert note in told
    assert "vorgeschlagen" not in atlas("show", "IG Metall").out
    assert "(gelesen mit dem Modell klein)" in atlas("status").out
    assert [one["model"] for one in json.loads(atlas("status", "--json").out)["graph"]["documents"]] == ["klein"]
    atlas("map", "-o", tmp_path / "karte.html")
    assert '"model": "klein"' in read_page(tmp_path / "karte.html")
    atlas("export", "-o", tmp_path / "graph.jsonl")
    other = str(tmp_path / "zweiter")
    assert atlas("--graph", other, "import", tmp_path / "graph.jsonl").code == 0
    assert note in words(atlas("--graph", other, "show", "Kompass Lippe").out)


def test_a_kind_that_only_a_model_knows_is_to_be_checked(atlas: Atlas, model: Site, paper: Path) -> None:
    row = {"name": "Kompass Lippe", "kind": "research", "score": 0.9}
    say(model, json.dumps({"choices": [{"message": {"content": json.dumps({"organisations": [row]})}}]}))
    atlas("load", paper)
    assert (_cells(atlas)["science"], _cells(atlas)["union"]) == ("to_check", "present")
    confirmed = atlas("correct", "participation", "Kompass Lippe", "Mittelhessen", "--confirm", "--by", "AB")
    assert confirmed.code == 0
    assert _cells(atlas)["science"] == "present"


def _cells(atlas: Atlas) -> dict[str, str]:
    told = json.loads(atlas("gaps", "--json").out)
    return {cell["column"]: cell["value"] for one in told["rows"] for cell in one["cells"]}


def test_unchanged_documents_wait_for_again(atlas: Atlas, model: Site, paper: Path) -> None:
    hint = "mit --again geschieht auch das."
    atlas("load", "--proposer", "none", paper)
    assert hint in atlas("load", paper).out
    assert model.asked == []
    atlas("load", "--again", paper)
    assert "Kompass Lippe (Beratung" in atlas("show", "Mittelhessen").out
    assert hint not in atlas("load", paper).out


def test_a_model_that_goes_in_the_middle_of_a_load_costs_its_proposals_only(
    atlas: Atlas, model: Site, paper: Path
) -> None:
    for name in ("Nordhessen", "Südhessen"):
        paper.with_name(f"{name}.txt").write_text(TEXT.replace("Mittelhessen", name), encoding="utf-8")
    first = model.acts["/v1/chat/completions"]

    def answer_once(handler: BaseHTTPRequestHandler) -> None:
        if len(model.asked) == 1:
            first(handler)
        else:
            handler.connection.close()

    model.acts["/v1/chat/completions"] = answer_once
    said = atlas("load", paper.parent)
    assert (said.code, len(model.asked), len(said.err.splitlines())) == (0, 2, 1)
    held = json.loads(atlas("status", "--json").out)["graph"]["documents"]
    assert sorted(str(one["model"]) for one in held) == ["None", "None", "klein"]


@pytest.mark.parametrize("command", ["load", "extract", "explore"])
def test_another_machine_gets_no_text_unless_it_is_allowed(
    atlas: Atlas, model: Site, paper: Path, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(endpoint, "is_loopback", lambda _address: False)
    said = atlas(command, paper)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{model.url('')}: Das ist ein anderer Rechner: Die Texte der Dokumente würden dorthin gesendet. Wenn das sein "
        "darf, bitte --remote-model angeben, sonst --proposer none.\n"
    )
    assert model.asked == []
    assert not (home / "data").exists()
    allowed = atlas(command, "--remote-model", paper)
    assert f"werden an {model.url('/v1')} gesendet, an das Modell klein." in allowed.err
    assert (allowed.code, len(model.asked)) == (0, 1)


def test_a_model_that_fails_later_takes_nothing_away(atlas: Atlas, model: Site, paper: Path) -> None:
    atlas("load", paper)
    say(model, "kaputt", status=500)
    said = atlas("load", "--again", paper)
    assert (said.code, len(said.err.splitlines())) == (0, 1)
    assert "Kompass Lippe (Beratung" in atlas("show", "Mittelhessen").out
    assert atlas("load", "--again", "--proposer", "none", paper).code == 0
    assert "Kompass Lippe (" not in atlas("show", "Mittelhessen").out


def test_samples_go_to_no_model(atlas: Atlas, model: Site) -> None:
    assert atlas("explore").code == 0
    assert model.asked == []


def test_contact_data_goes_to_no_model(atlas: Atlas, model: Site, paper: Path) -> None:
    sent: list[bytes] = []

    def keep(handler: BaseHTTPRequestHandler) -> None:
        sent.append(handler.rfile.read(int(handler.headers["Content-Length"])))
        handler.send_response(500)
        handler.end_headers()

    model.acts["/v1/chat/completions"] = keep
    paper.write_text(TEXT + "\nE-Mail: muster@beispiel.example, Telefon 0641 1234567\n", encoding="utf-8")
    atlas("load", paper)
    assert b"Kompass Lippe" in sent[0]
    assert not any(secret in sent[0] for secret in (b"muster@", b"1234567"))


def test_the_switch_can_leave_it_out(atlas: Atlas, model: Site, paper: Path) -> None:
    assert atlas("load", "--proposer", "none", paper).code == 0
    assert "Kompass Lippe (" not in atlas("show", "Mittelhessen").out
    assert model.asked == []


@pytest.mark.parametrize("command", ["load", "extract", "explore"])
def test_a_model_in_trouble_costs_one_line_and_nothing_else(
    atlas: Atlas, model: Site, paper: Path, command: str
) -> None:
    say(model, "kaputt", status=500)
    paper.with_name("zweites.txt").write_text(TEXT.replace("Mittelhessen", "Nordhessen"), encoding="utf-8")
    said = atlas(command, paper if command == "extract" else paper.parent)
    assert said.code == 0
    lines = [line for line in said.err.splitlines() if "Modell" in line]
    assert lines == [
        f"{model.url('')}: Der Server des Modells meldet einen Fehler (500). Bitte Modellnamen und Protokoll prüfen; "
        "gelesen wurde ohne weitere Vorschläge."
    ]
    assert "Mittelhessen" in said.out or command != "extract"


def test_the_key_is_nowhere_written(atlas: Atlas, model: Site, paper: Path, home: Path) -> None:
    say(model, "kaputt", status=401)
    told = [atlas("load", "--verbose", paper), atlas("status"), atlas("status", "--json")]
    files = [file for file in home.rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if KEY.encode() in file.read_bytes()] == []
    assert KEY not in "".join(said.out + said.err for said in told)
    assert "BUENDNISATLAS_PROPOSER_KEY" in told[1].out


def test_a_key_does_not_belong_into_the_configuration(atlas: Atlas, model: Site, paper: Path, home: Path) -> None:
    file = home / "config" / "config.toml"
    file.write_text(file.read_text(encoding="utf-8") + f'key = "{KEY}"\n', encoding="utf-8")
    said = atlas("load", paper)
    assert (said.code, "proposer.key" in said.err, KEY in said.err) == (1, True, False)


def test_an_address_with_a_password_is_shown_without(atlas: Atlas, model: Site, paper: Path, home: Path) -> None:
    settings = '[proposer]\nname = "endpoint"\nmodel = "klein"\nurl = "http://ich:geheim@localhost/v1"\n'
    (home / "config" / "config.toml").write_text(settings, encoding="utf-8")
    told = [atlas("load", paper), atlas("status"), atlas("status", "--json")]
    assert told[0].code == 1
    assert "geheim" not in "".join(said.out + said.err for said in told)


def test_without_the_extra_one_line_says_so_and_nothing_is_loaded(
    atlas: Atlas, paper: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    said = atlas("load", "--proposer", "spacy", paper)
    assert (said.code, said.out) == (1, "")
    assert said.err == 'Dafür braucht es einen Zusatz: pip install ".[spacy]" im Ordner von Bündnisatlas.\n'
    assert not (home / "data").exists()


def test_an_endpoint_without_an_address_is_asked_for_one(atlas: Atlas, paper: Path) -> None:
    said = atlas("load", "--proposer", "endpoint", paper)
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    assert "http://localhost:11434/v1" in said.err
