"""Every code that any room raises has a line: the place, what is wrong, the next step."""

import ast
import errno
from pathlib import Path

import pytest

from graph.errors import AtlasError, DocumentError
from tests.viz.msgids import sources
from viz.language import speaking
from viz.wording.errors import known_codes, word_error, word_reason, word_system_error

HOME = Path(__file__).parents[3]
ERRORS = {
    "AtlasError",
    "DocumentError",
    "StoreError",
    "RegisterError",
    "QuestionError",
    "SettingsError",
    "ProposerError",
}
# Codes that reach an error through a variable: functions that return a code, and tables of them.
CODE_TABLES = {
    "graph/bolt.py": "_CODES",
    "loaders/files.py": "_reason",
    "loaders/proposers/endpoint.py": "_CODES",
    "loaders/web/connection.py": "_CODES",
    "loaders/web/fetch.py": "_STATUS",
}


def raised_codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for room in ("graph", "seeds", "loaders", "queries", "viz"):
        for file in sources(HOME / room):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                    found |= dict.fromkeys(texts(node.args[:1]), f"{file.name}:{node.lineno}")
            place = file.relative_to(HOME).as_posix()
            if place in CODE_TABLES:
                found |= dict.fromkeys(texts([table(tree, CODE_TABLES[place])]), place)
    return found


def table(tree: ast.Module, name: str) -> ast.AST:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ast.Module([part for part in node.body if isinstance(part, ast.Return | ast.If)], [])
        if isinstance(node, ast.AnnAssign | ast.Assign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if isinstance(target, ast.Name) and target.id == name and node.value:
                return node.value
    raise LookupError(name)


def texts(nodes: list[ast.expr] | list[ast.AST]) -> set[str]:
    return {
        part.value
        for node in nodes
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.islower()
    }


def test_every_code_that_is_raised_has_a_line() -> None:
    raised = raised_codes()
    assert {code: raised[code] for code in raised if code not in known_codes()} == {}


def test_the_search_for_codes_finds_those_of_every_room() -> None:
    assert {"graph_held", "store_unreachable", "not_found", "bad_date", "unknown_region", "configuration_key"} <= set(
        raised_codes()
    )


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("code", sorted(known_codes()))
def test_every_line_is_whole_without_particulars(code: str, language: str) -> None:
    with speaking(language):
        line = word_error(AtlasError(code, path="a.pdf"))
    assert line.startswith("a.pdf: ")
    assert "\n" not in line
    assert not {"{", "}"} & set(line)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            DocumentError("empty", path="Mitglieder.pdf"),
            "Mitglieder.pdf: Darin steht kein Text. Bitte prüfen, ob es die richtige Datei ist.",
        ),
        (
            AtlasError("missing_id", path="v.csv", row=3),
            "v.csv, Zeile 3: Die Zeile hat keine id. Bitte die id der zu berichtigenden Zeile angeben oder eine neue.",
        ),
        (
            AtlasError("unknown_region", name="Hesen", nearest="Hessen"),
            "„Hesen“ ist keine bekannte Region. Am ähnlichsten: Hessen.",
        ),
        (AtlasError("brand_new"), "Etwas stimmt nicht, wofür es noch keine Worte gibt (Kennung brand_new)."),
    ],
)
def test_the_line_says_place_and_next_step(error: AtlasError, line: str) -> None:
    assert word_error(error) == line


def test_braces_in_a_name_are_only_letters() -> None:
    assert "„{code}{0}“" in word_error(AtlasError("unknown_region", name="{code}{0}", nearest="x"))


def test_in_a_list_of_paths_the_path_is_not_repeated() -> None:
    assert (
        word_reason(DocumentError("empty", path="a.txt"))
        == "Darin steht kein Text. Bitte prüfen, ob es die richtige Datei ist."
    )


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ENOENT, errno.EISDIR])
def test_what_the_system_refuses_is_worded(number: int) -> None:
    line = word_system_error(OSError(number, "x", "karte.html"))
    assert line is not None
    assert line.startswith("karte.html: ")


def test_what_nobody_can_put_right_is_left_to_the_log() -> None:
    assert word_system_error(OSError(errno.EBADF, "x")) is None
