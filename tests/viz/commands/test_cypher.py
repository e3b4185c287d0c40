"""`cypher`: questions of one's own and those that come along, on either store; reading only unless --write is given."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from queries.saved import saved_questions
from tests.conftest import StorePlace
from tests.viz.commands.conftest import HOME, START, Atlas, words

VALUES = {"name": "Mittelhessen", "one": "IG Metall", "other": "IHK Gießen-Friedberg"}
UNIONS = "MATCH (u:Union)-[p:PARTICIPATES]->(i:Initiative) RETURN u.name AS wer, i.name AS wo"
CHANGES = (
    "CREATE (n:Neu)",
    "MATCH (i:Initiative) SET i.name = 'anders'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Actor {id: 'x'})",
    "FOREACH (x IN [1] | CREATE (:Neu))",
    "UNWIND [1] AS x CALL (x) { CREATE (:Neu) } RETURN x",
    "CREATE INDEX neu FOR (n:Neu) ON (n.id)",
    "DROP CONSTRAINT group_id",
    "DROP INDEX initiative_folded",
    "CREATE USER neu SET PASSWORD 'kennwort-123'",
)


@pytest.fixture
def loaded(either: Atlas, document: Path) -> Atlas:
    assert either("load", document).code == 0
    return either


def rows(said: str) -> list[dict[str, object]]:
    return json.loads(said)["rows"]  # type: ignore[no-any-return]


def test_a_question_is_answered_as_a_table(loaded: Atlas) -> None:
    said = loaded("cypher", UNIONS)
    lines = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert lines[0].split() == ["wer", "wo"]
    assert lines[2].split(maxsplit=2) == ["IG", "Metall", "Allianz Industrie Mittelhessen"]
    assert lines[3:] == ["1 Zeile"]


def test_nodes_relationships_and_paths_read_well(loaded: Atlas) -> None:
    said = loaded("cypher", "MATCH p = (u:Union)-[r:PARTICIPATES]->(i:Initiative) RETURN u, r, p")
    text = words(said.out)
    assert "(:Union IG Metall) [:PARTICIPATES role: member]" in text
    path = loaded("cypher", "MATCH p = (i:Initiative)<-[r:PARTICIPATES]-(u:Union) RETURN p").out
    assert "(:Initiative Allianz Industrie Mittelhessen)<-[:PARTICIPATES role: member]-(:Union IG Metall)" in words(
        path
    )


def test_json_has_every_property(loaded: Atlas) -> None:
    [row] = rows(loaded("cypher", "MATCH p = (u:Union)-[r]->(i:Initiative) RETURN p, r, 1.5 AS x", "--json").out)
    path, link = row["p"], row["r"]
    assert isinstance(path, dict) and isinstance(link, dict)
    assert path["nodes"][0]["labels"] == ["Actor", "Union"]
    assert path["nodes"][0]["properties"]["name"] == "IG Metall"
    assert (link["type"], link["properties"]["role"], path["links"], path["forwards"], row["x"]) == (
        "PARTICIPATES",
        "member",
        [link],
        [True],
        1.5,
    )


def test_times_places_and_numbers_without_a_word_in_json_are_text(loaded: Atlas) -> None:
    text = (
        "RETURN date('2020-01-31') AS d, duration('P1DT2H') AS u, point({x: 1, y: 2}) AS p, 0.0/0 AS n, "
        "datetime('2020-01-31T10:00:00Z') AS t"
    )
    [row] = rows(loaded("cypher", text, "--json").out)
    assert (row["d"], row["u"], row["n"]) == ("2020-01-31", "P1DT2H", "nan")
    assert str(row["t"]).startswith("2020-01-31T10:00:00")
    assert "1.0, 2.0" in str(row["p"])


def test_the_sheet_opens_in_a_german_spreadsheet(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "antwort.csv"
    assert loaded("cypher", UNIONS, "--csv", path).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert table == [{"wer": "IG Metall", "wo": "Allianz Industrie Mittelhessen"}]
    said = loaded("cypher", "RETURN '=HYPERLINK(1)' AS a, ['-x'] AS b", "--csv", "-")
    assert said.out.splitlines() == ["a;b", "'=HYPERLINK(1);'-x"]


def test_an_answer_without_a_row_says_the_same_on_both(loaded: Atlas) -> None:
    nothing = {(): "Keine Zeile.\n", ("--json",): '{\n  "rows": [\n  ],\n  "cut": false\n}\n', ("--csv", "-"): ""}
    for form, told in nothing.items():
        said = loaded("cypher", "MATCH (n:Nirgends) RETURN n.name AS name", *form)
        assert (said.code, said.out, said.err) == (0, told, "")


def test_more_rows_than_the_limit_are_cut_and_that_is_said(loaded: Atlas) -> None:
    many = "UNWIND range(1, 1500) AS n RETURN n"
    cut = loaded("cypher", many, "--json")
    assert len(rows(cut.out)) == 1000
    assert json.loads(cut.out)["cut"] is True
    assert cut.err == "Gekürzt auf 1000 Zeilen. Mehr mit --limit ZAHL, alle mit --limit 0.\n"
    assert loaded("cypher", many, "--limit", "1").err.startswith("Gekürzt auf 1 Zeile. ")
    whole = loaded("cypher", many, "--json", "--limit", "0")
    assert (len(rows(whole.out)), whole.err) == (1500, "")
    exact = loaded("cypher", many, "--limit", "1500")
    assert (exact.err, exact.out.splitlines()[-1]) == ("", "1500 Zeilen")
    assert len(rows(loaded("cypher", many, "--write", "--limit", "3", "--json").out)) == 3


VALUES_GIVEN = [
    ("x=IHK Köln", "IHK Köln"),
    ("x=5", 5),
    ("x=a=b", "a=b"),
    ('x="5"', "5"),
    ("x=", ""),
    ('$x=[1, null, {"a": true}]', [1, None, {"a": True}]),
    ("x=NaN", "NaN"),
    ("x=`}) DETACH DELETE (n) //", "`}) DETACH DELETE (n) //"),
    ("x=" + "[" * 100_000, "[" * 100_000),
]


def test_values_are_json_where_they_are_json_and_text_else(loaded: Atlas) -> None:
    for given, value in VALUES_GIVEN:
        assert rows(loaded("cypher", "RETURN $x AS x", "--param", given, "--json").out) == [{"x": value}]


WRONG = [
    ("MATC (n) RETURN n", "Zeile 1: „MATC“ in Spalte 1 ist dort kein gültiges Cypher."),
    ("MATCH (n)\nRETURN m", "Zeile 2: „m“ in Spalte 8 ist dort kein gültiges Cypher."),
    ("MATCH (n RETURN n", "Zeile 1: „RETURN“ in Spalte 10 ist dort kein gültiges Cypher."),
    ("RETURN", "Zeile 1: Die Frage bricht in Spalte 7 ab. Bitte dort ergänzen."),
    ("RETURN nirgends(1)", "Zeile 1: „nirgends“ in Spalte 8 ist dort kein gültiges Cypher."),
    ("RETURN $x + $y", "Die Frage braucht noch Werte für: x, y. Bitte jeden mit --param NAME=WERT angeben."),
    ("RETURN 1/0", "Der Graph kann die Frage nicht beantworten (ArithmeticError)."),
    ("CALL nirgends.da()", "Der Graph kann die Frage nicht beantworten ("),
    ("nirgends", "Eine Frage „nirgends“ ist nicht dabei."),
]


def test_what_is_wrong_with_a_question_is_one_line_with_its_place(loaded: Atlas) -> None:
    for text, line in WRONG:
        said = loaded("cypher", text)
        assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1), text
        assert said.err.startswith(line)


@pytest.mark.parametrize("arguments", [(), ("RETURN $x", "--param", "x"), (" \n",), ("RETURN 1", "--limit", "-1")])
def test_wrong_usage_ends_with_2(atlas: Atlas, arguments: tuple[str, ...]) -> None:
    assert atlas("cypher", *arguments).code == 2


def test_numbers_and_letters_that_no_store_can_keep_are_refused_in_one_line(loaded: Atlas) -> None:
    said = loaded("cypher", "RETURN $x AS x", "--param", f"x={2**63}")
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    assert "9223372036854775807" in said.err
    said = loaded("cypher", "RETURN $x AS x", "--param", "x=\udcff")
    assert (said.code, len(said.err.splitlines())) == (1, 1)


def test_without_write_the_store_itself_refuses_to_change(loaded: Atlas) -> None:
    before = loaded("export", "-o", "-").out
    for text in CHANGES:
        said = loaded("cypher", text)
        assert (said.code, said.out) == (1, ""), text
        assert said.err.startswith("Die Frage würde den Graphen ändern; ohne --write wird nur gelesen."), text
    assert loaded("export", "-o", "-").out == before


def test_with_write_it_changes_and_warns_once(loaded: Atlas) -> None:
    said = loaded("cypher", "MATCH (u:Union) SET u.merkmal = $x RETURN u.merkmal AS m", "--param", "x=5", "--write")
    assert (said.code, said.out.splitlines()[2].strip()) == (0, "5")
    assert said.err == "Was so geändert wird, hat keine Fundstelle, und das nächste Laden kann es zurücknehmen.\n"
    assert rows(loaded("cypher", "MATCH (u:Union) RETURN u.merkmal AS m", "--json").out) == [{"m": 5}]


CHANGED = [
    (
        "CREATE (:Neu {a: 1})-[:NEU]->(:Neu)",
        "2 Knoten angelegt, 1 Beziehung angelegt, 1 Eigenschaft gesetzt, 2 Labels vergeben",
    ),
    ("MATCH (n:Neu) SET n.b = 2, n:Alt", "2 Eigenschaften gesetzt, 2 Labels vergeben"),
    ("MATCH (n:Neu) REMOVE n:Alt", "2 Labels entfernt"),
    ("MATCH (n:Neu) DETACH DELETE n", "2 Knoten gelöscht, 1 Beziehung gelöscht"),
    ("MATCH (n:Neu) DETACH DELETE n", ""),
]


def test_a_change_says_what_was_changed(loaded: Atlas, store_place: StorePlace) -> None:
    for text, counted in CHANGED:
        said = loaded("cypher", text, "--write")
        line = f"Geändert: {counted}\n" if counted else "Nichts wurde geändert.\n"
        uncounted = "Ausgeführt. Wie viel sich geändert hat, zählt nur ein Neo4j-Server.\n"
        assert (said.code, said.out) == (0, line if store_place.settings else uncounted)
    said = loaded("cypher", "CREATE (n:Neu) RETURN 1 AS x", "--write", "--json")
    assert (rows(said.out), len(said.err.splitlines())) == ([{"x": 1}], 2)


def test_a_change_that_goes_wrong_leaves_nothing_behind(loaded: Atlas) -> None:
    said = loaded("cypher", "CREATE (n:Neu) WITH n UNWIND [1, 0] AS x RETURN 1 / x", "--write")
    assert said.code == 1
    assert rows(loaded("cypher", "MATCH (n:Neu) RETURN count(n) AS n", "--json").out) == [{"n": 0}]


def test_the_terminal_is_not_steered_by_what_the_graph_holds(loaded: Atlas) -> None:
    said = loaded("cypher", "RETURN $x AS x", "--param", 'x="[bold]a\\u001b[31m\\u0007\\u202eb\\nc[/]"')
    assert "[bold]a\\u001b[31m\\u0007\\u202eb c[/]" in said.out


def test_the_questions_that_come_along_are_listed(either: Atlas) -> None:
    said = either("cypher", "--list")
    for one in saved_questions():
        assert one.titles["de"] in words(said.out)
        assert one.names["de"] in said.out
    assert "umgebung --param name=…" in said.out
    english = either("cypher", "--list", "--lang", "en").out
    assert "Which union sits at which table" in english
    assert "around --param name=…" in english


def test_every_question_that_comes_along_runs_by_its_name(loaded: Atlas) -> None:
    answered = set()
    for one in saved_questions():
        given = [part for parameter in one.parameters for part in ("--param", f"{parameter}={VALUES[parameter]}")]
        said = loaded("cypher", one.name, *given, "--json")
        assert (said.code, said.err) == (0, ""), one.name
        answered |= {one.name} if rows(said.out) else set()
    assert {one.name for one in saved_questions()} - answered == {"no_union", "meeting", "umbrellas", "decisions"}


def test_an_answer_to_a_question_that_comes_along_is_in_words(loaded: Atlas) -> None:
    name, table = "Allianz Industrie Mittelhessen", lambda *given: loaded("cypher", *given).out.splitlines()
    assert table("initiativen")[0].split() == ["Initiative", "Art", "Regionen", "Seit", "Status", "Beteiligungen"]
    assert words(table("initiativen")[2]) == f"{name} Bündnis Hessen unklar 3"
    assert table("vielbeteiligte")[0].split() == ["Akteur", "Art", "Initiativen"]
    assert "Gewerkschaft" in loaded("cypher", "busiest").out
    assert re.search(r"\nBayern +Für Bayern liegen uns", loaded("cypher", "silences").out)
    assert re.search(rf"\nIG Metall +Mitglied +{name}\n", loaded("cypher", "bild").out)
    around = loaded("cypher", "umgebung", "--param", "name=Mittelhessen").out
    assert re.search(rf"\nArbeitgeberverbände +laut Quelle nicht beteiligt +{name}\n", around)
    assert "laut Quelle nicht beteiligt" in loaded("cypher", "absences", "--csv", "-").out
    loaded("correct", "participation", "IG Metall", name, "--reject", "--note", "Ausgetreten.", "--by", "AB")
    assert re.search(r"AB +verworfen +Ausgetreten\. +nein", loaded("cypher", "entscheidungen").out)


def test_many_long_values_stand_below_each_other(loaded: Atlas) -> None:
    lines = loaded("cypher", "gewerkschaften").out.splitlines()
    assert [line.split()[0] for line in lines if line and not line.startswith(" ")] == [
        "Initiative", "Gewerkschaft", "Rolle", "Zitat", "Dokument", "Stand", "1"
    ]  # fmt: skip
    assert lines[1] == "Gewerkschaft  IG Metall"


def test_no_code_of_the_graph_is_left_in_such_an_answer(loaded: Atlas) -> None:
    for one in saved_questions():
        given = [part for parameter in one.parameters for part in ("--param", f"{parameter}={VALUES[parameter]}")]
        said = loaded("cypher", one.name, *given).out
        assert re.findall(r"\b\w+:[0-9a-z-]*\b|\bDE-[A-Z]|\b(?:member|partner|alliance|union|absent)\b|_", said) == []


@pytest.mark.usefixtures("home")
def test_a_question_comes_from_the_standard_input(document: Path) -> None:
    def call(*arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-c", START, *arguments]
        return subprocess.run(command, cwd=HOME, env=dict(os.environ), input=given, capture_output=True, check=False)

    assert call("load", str(document)).returncode == 0
    said = call("cypher", "-", "--json", given="\ufeffMATCH (u:Union)\nRETURN u.name AS wer // ä\n".encode())
    assert rows(said.stdout.decode()) == [{"wer": "IG Metall"}]
    broken = call("cypher", "-", given=b"RETURN '\xff'")
    assert (broken.returncode, len(broken.stderr.splitlines())) == (1, 1)


@pytest.mark.skipif(os.name == "nt", reason="no signal to send there")
def test_an_interruption_ends_a_long_answer_at_once(loaded: Atlas) -> None:
    del loaded  # the graph is there; the processes find it by their environment
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a, b"
    command = [sys.executable, "-c", START, "cypher", endless, "--limit", "0", "--csv", "-"]
    with subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"a;b\r\n"
        program.send_signal(signal.SIGINT)
        _rest, said = program.communicate(timeout=120)
    assert (program.returncode, said.decode()) == (130, "Unterbrochen.\n")


def test_the_help_says_how_persons_and_decisions_are_dealt_with(atlas: Atlas) -> None:
    told = words(atlas("cypher", "--help").out)
    assert "mit Namen von Personen wie im Text" in told
    assert "rechnen nur „gaps“ und „show“ ein" in told
