"""The whole chain on the five source documents: files in, graph, coverage matrix and export out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
DOCUMENTS = sorted((SHARED / "documents").glob("00*.txt"))
pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the shared documents are not beside this checkout")
COLUMNS = ("ihk", "hwk", "union", "employers", "government", "science")


def atlas(home: Path, *words: str) -> str:
    """What the program prints, run as a process of its own as a user would."""
    environment = {**os.environ, "BUENDNISATLAS_HOME": str(home)}
    command = [sys.executable, "-c", "from viz.commands import main; main()", *words]
    outcome = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("Mein Atlas äöü")
    atlas(folder, "load", *map(str, DOCUMENTS))
    return folder


@pytest.fixture(scope="module")
def gaps(home: Path) -> dict[str, object]:
    answer: dict[str, object] = json.loads(atlas(home, "gaps", "--json"))
    return answer


def cell(gaps: dict[str, object], initiative: str, column: str) -> dict[str, object]:
    """The one cell of the initiative whose name begins so."""
    rows = [*gaps["rows"], *gaps["without_table"]]  # type: ignore[misc]
    found = [row for row in rows if row["initiative"]["name"].startswith(initiative)]
    assert len(found) == 1, [row["initiative"]["name"] for row in rows]
    wanted: dict[str, object] = next(c for c in found[0]["cells"] if c["column"] == column)
    return wanted


def quotes(found: dict[str, object]) -> list[str]:
    return [evidence["quote"] for evidence in found["evidence"]]  # type: ignore[index,attr-defined]


def test_the_unions_of_industrieplatz_hessen_are_absent_with_the_sentence(gaps: dict[str, object]) -> None:
    found = cell(gaps, "Industrieplatz Hessen", "union")
    assert found["value"] == "absent"
    assert quotes(found) == ["Die Gewerkschaften sind nicht beteiligt."]


def test_the_unions_of_in_du_strie_are_informal(gaps: dict[str, object]) -> None:
    assert cell(gaps, "In|du|strie", "union")["value"] == "informal"


def test_bayern_and_mecklenburg_vorpommern_are_unknown_by_a_silence(gaps: dict[str, object]) -> None:
    silent = {entry["name"] for entry in gaps["unknown"] if entry["evidence"]}  # type: ignore[attr-defined]
    assert silent == {"Bayern", "Mecklenburg-Vorpommern"}


def test_frankfurt_s_five_unions_are_present(gaps: dict[str, object]) -> None:
    found = cell(gaps, "Masterplan der Stadt Frankfurt", "union")
    assert found["value"] == "present"
    assert set(found["who"]) == {"DGB", "IG BAU", "IG Metall", "IGBCE", "NGG"}  # type: ignore[arg-type]


@pytest.mark.parametrize("column", COLUMNS)
def test_in_dormagen_nobody_is_named(gaps: dict[str, object], column: str) -> None:
    assert cell(gaps, "Lokale Allianz Dormagen", column)["value"] == "nobody_named"


def test_lippe_s_union_is_not_listed_with_the_list_s_quote(gaps: dict[str, object]) -> None:
    found = cell(gaps, "Industrie – Zukunft in Lippe", "union")
    assert found["value"] == "not_listed"
    assert any("IHK Lippe zu Detmold" in quote and "Arbeitgeberverband Lippe" in quote for quote in quotes(found))


def test_lippe_s_chamber_of_crafts_is_not_covered_by_its_ihk(gaps: dict[str, object]) -> None:
    assert cell(gaps, "Industrie – Zukunft in Lippe", "ihk")["value"] == "present"
    assert cell(gaps, "Industrie – Zukunft in Lippe", "hwk")["value"] == "not_listed"


def test_rasselstein_s_unions_are_to_be_checked_with_the_line(gaps: dict[str, object]) -> None:
    found = cell(gaps, "Sozialpartnerinitiative thyssenkrupp Rasselstein", "union")
    assert found["value"] == "to_check"
    assert any("betrieblichen Akteure" in quote for quote in quotes(found))


PHASES = ("Masterplan Industrie", "Masterplan Industriestadt 2010-2020", "Masterplan Industriestadt Berlin")


def test_in_berlin_s_master_plan_unions_and_chambers_take_part_as_groups_and_are_no_gap(
    home: Path, gaps: dict[str, object]
) -> None:
    rows = {row["initiative"]["name"]: row for row in gaps["rows"]}  # type: ignore[attr-defined]
    together = {other["name"] for other in rows[PHASES[0]]["possibly"]} | {PHASES[0]}
    assert together == set(PHASES), "the phases are shown as belonging together"
    cells = [{found["column"]: found for found in rows[name]["cells"]} for name in PHASES]
    unions = [(found["union"]["value"], found["union"]["marks"]) for found in cells]
    assert ("present", ["as_group"]) in unions
    for chamber in ("ihk", "hwk"):
        assert any(found[chamber]["value"] == "to_check" and found[chamber]["who"] == ["Kammern"] for found in cells)
    expected = json.loads(atlas(home, "gaps", "--expected", "--region", "Berlin", "--json"))["expected"]
    vacancies = {
        (row["initiative"]["name"], vacancy["column"]): vacancy["perhaps_there"]
        for row in expected
        for vacancy in row["vacancies"]
    }
    assert vacancies[PHASES[2], "ihk"]
    assert vacancies[PHASES[2], "hwk"]
    assert vacancies[PHASES[1], "union"]


WORDS = {
    "union": ("gewerkschaft", "dgb", "ig metall", "ig bce", "sozialpartner", "tarifpartner", "betriebsr"),
    "ihk": ("ihk", "industrie- und handelskammer", "handelskammer"),
    "hwk": ("handwerkskammer", "hwk", "handwerkstag"),
    "science": ("hochschule", "universität", "wissenschaft", "forschungseinrichtung"),
    "employers": ("arbeitgeber", "unternehmerverb", "unternehmensverb", "sozialpartner", "verband", "verbände"),
    "government": ("ministerium", "landesregierung", "senat ", "staatskanzlei"),
}


def test_no_cell_is_not_mentioned_where_the_initiative_s_text_has_a_word_of_that_kind(
    home: Path, gaps: dict[str, object], tmp_path: Path
) -> None:
    target = tmp_path / "all.jsonl"
    atlas(home, "export", "-o", str(target))
    records = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    texts = {record["id"]: record["text"] for record in records if record["type"] == "document"}
    passages: dict[str, str] = {}
    for record in records:
        if record["type"] == "naming" and record.get("passages"):
            text = texts[record["document_id"]]
            said = " ".join(text[start:end] for start, end in _pairs(record["passages"]))
            passages[record["node_id"]] = passages.get(record["node_id"], "") + " " + said.lower()
    assert passages
    rows = [*gaps["rows"], *gaps["without_table"]]  # type: ignore[misc]
    wrong = [
        (row["initiative"]["name"], found["column"], word)
        for row in rows
        for found in row["cells"]
        if found["value"] == "not_mentioned"
        for word in WORDS[found["column"]]
        if word in passages.get(row["initiative"]["id"], "")
    ]
    assert wrong == []


def _pairs(spans: list[int] | list[list[int]]) -> list[tuple[int, int]]:
    flat = [number for span in spans for number in (span if isinstance(span, list) else [span])]
    return list(zip(flat[::2], flat[1::2], strict=True))


def test_the_unions_come_first_for_industrieplatz_hessen_and_vhu_links_them(home: Path) -> None:
    found = json.loads(atlas(home, "partners", "Industrieplatz Hessen", "--json"))
    assert {"IG Metall Mitte", "DGB Hessen-Thüringen", "IGBCE Hessen-Thüringen"} <= {one["name"] for one in found[:3]}
    linked = {name for part in found[0]["parts"] for one in part.get("together", ()) for name in one["who"]}
    assert "VhU" in linked
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


def test_in_bad_salzuflen_its_two_chambers_are_named(home: Path) -> None:
    found = json.loads(atlas(home, "partners", "--place", "Bad Salzuflen", "--json"))
    named = " ".join(one["name"] for one in found)
    assert "IHK Lippe zu Detmold" in named
    assert "HWK Ostwestfalen-Lippe" in named


def test_loading_twice_leaves_the_export_line_identical(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    atlas(home, "export", "-o", str(first))
    atlas(home, "load", *map(str, DOCUMENTS))
    atlas(home, "export", "-o", str(second))
    assert _stable(first) == _stable(second)


def _stable(path: Path) -> list[str]:
    """The lines without the keys that hold times of writing."""
    times = ("loaded", "created", "written", "time", "revision", "exported")
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [{k: v for k, v in json.loads(line).items() if not any(word in k for word in times)} for line in lines]
    return sorted(json.dumps(record, sort_keys=True) for record in kept)


def test_an_export_comes_back_whole_in_an_empty_graph(home: Path, tmp_path: Path) -> None:
    first, second, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "other"
    atlas(home, "export", "-o", str(first))
    atlas(other, "import", str(first))
    atlas(other, "export", "-o", str(second))
    assert _stable(first) == _stable(second)


def test_extract_gives_the_interchange_form_with_its_text(home: Path) -> None:
    found = json.loads(atlas(home, "extract", str(DOCUMENTS[0]), "--json"))
    text = DOCUMENTS[0].read_text(encoding="utf-8")
    assert len(found["text"]) == len(text)
    assert all(shown in (there, "▒") for shown, there in zip(found["text"], text, strict=True))
    evidence = [e for p in found["participations"] for e in p["evidence"]]
    assert evidence
    assert all(found["text"][e["start"] : e["end"]] == e["quote"] for e in evidence)
