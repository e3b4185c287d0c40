"""Which messages the source uses: read from the syntax tree, so that no message has to be shown to be found."""

import ast
from collections.abc import Iterator
from pathlib import Path

_MARKS = {"_": 1, "mark": 1, "gettext": 1, "ngettext": 2}


def messages_in(folder: Path) -> dict[str, str]:
    """Every msgid in a folder's modules (of a pair, the singular), with the place where it is used."""
    return {text: place for file in sources(folder) for text, place in _messages(file)}


def sources(folder: Path) -> list[Path]:
    """Every module of a folder."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def _messages(file: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, f"{file.name}:{node.lineno}"


def loose_texts(file: Path) -> Iterator[tuple[str, int]]:
    """Every text in a module that is neither a docstring nor handed to the catalogue, with its line."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    aside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
            aside.update(node.args)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in aside:
            yield node.value, node.lineno
