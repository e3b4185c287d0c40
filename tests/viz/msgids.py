"""Which messages the source uses: read from the syntax tree, so that no message has to be shown to be found."""

import ast
from collections.abc import Iterator
from pathlib import Path

Msgid = str | tuple[str, str]
_MARKS = {"_": 1, "mark": 1, "gettext": 1, "ngettext": 2}


def messages_in(folder: Path) -> dict[Msgid, str]:
    """Every msgid in a folder's modules (a pair for a count), with the place where it is used."""
    found: dict[Msgid, str] = {}
    for file in sources(folder):
        for id, line in _messages(file):
            found.setdefault(id, f"{file.name}:{line}")
    pairs = {id[0] for id in found if not isinstance(id, str)}
    return {id: place for id, place in found.items() if id not in pairs}


def sources(folder: Path) -> list[Path]:
    """Every module of a folder."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def loose_texts(file: Path) -> Iterator[tuple[str, int]]:
    """Every text in a module that is neither a docstring nor handed to the catalogue, with its line."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    aside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(node.value)
        if _is_marked(node):
            aside.update(node.args)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in aside:
            yield node.value, node.lineno


def _messages(file: Path) -> Iterator[tuple[Msgid, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not _is_marked(node):
            continue
        texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if _MARKS[node.func.id] == 2 and len(texts) >= 2:
            yield (texts[0], texts[1]), node.lineno
        elif texts and _MARKS[node.func.id] == 1:
            yield texts[0], node.lineno


def _is_marked(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS
