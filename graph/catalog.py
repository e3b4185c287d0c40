"""The one door to the `.cypher` files: one question or write a file, read once, by the file's name.

A room keeps its texts in its own `cypher/` folder. Values reach them as `$parameters` only. Where a label or a type
of relationship differs, the text holds a placeholder that `with_labels` replaces by a name from a closed list.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")


@cache
def load_catalog(package: str, folder_name: str = "cypher") -> Mapping[str, str]:
    """Every `.cypher` text of a package's folder by its name without suffix, such as `catalog["coverage"]`."""
    folder = resources.files(package).joinpath(folder_name)
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".cypher")), key=lambda file: file.name)
    return MappingProxyType({file.name.removesuffix(".cypher"): file.read_text(encoding="utf-8") for file in files})


def split_statements(text: str) -> tuple[str, ...]:
    """The statements of a text that holds several, each ended by a line that holds only ";".

    Nothing else is looked at, so that a ";" in a string or a comment is never taken for an end.
    """
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip() == ";":
            parts.append([])
        else:
            parts[-1].append(line)
    return tuple(statement for part in parts if _says_something(part) and (statement := "\n".join(part).strip()))


@cache
def with_labels(text: str, **names: str) -> str:
    """The text with placeholder labels and types replaced: `with_labels(text, KindLabel="Union")`.

    Raises ValueError when a name is no plain identifier or its placeholder is not in the text; names come from closed
    lists, never from input.
    """
    for placeholder, name in names.items():
        if not _NAME.fullmatch(name):
            raise ValueError(f"not a label: {name!r}")
        text, count = re.subn(rf"\b{placeholder}\b", name, text)
        if not count:
            raise ValueError(f"no placeholder {placeholder} in the text")
    return text


def _says_something(lines: list[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith("//") for line in lines)
