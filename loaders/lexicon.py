"""Word lists as data: one door to the tables in `loaders/german/`."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def word_table(name: str) -> dict[str, list[str]]:
    """A table of word lists: list name → words, in the order of the file."""
    table = _read(name)
    return {key: [str(word) for word in value] for key, value in table.items() if isinstance(value, list)}


@cache
def mapping_table(name: str, section: str) -> dict[str, str]:
    """A section of a table that maps words to codes, in the order of the file."""
    value = _read(name)[section]
    if not isinstance(value, dict):
        raise ValueError(f"{name}.toml: [{section}] is not a table")
    return {str(key): str(code) for key, code in value.items()}


@cache
def word_set(name: str, section: str) -> frozenset[str]:
    """The words of a section that is written as one running text."""
    return frozenset(mapping_table(name, section)["words"].split())


@cache
def rows_table(name: str, section: str) -> tuple[dict[str, str], ...]:
    """A section of a table that is a list of rows (`[[section]]`)."""
    value = _read(name)[section]
    if not isinstance(value, list):
        raise ValueError(f"{name}.toml: [[{section}]] is not a list")
    return tuple({str(key): str(cell) for key, cell in row.items()} for row in value if isinstance(row, dict))


@cache
def frame_rows(name: str, section: str = "frames") -> tuple[tuple[str, str, list[str]], ...]:
    """The frames of a table: (role, slot, words), in the order of the file."""
    table = _read(name)[section]
    if not isinstance(table, dict):
        raise ValueError(f"{name}.toml: [{section}] is not a table")
    return tuple(
        (str(role), str(row[0]), [str(word) for word in row[1:]]) for role, rows in table.items() for row in rows
    )


@cache
def _read(name: str) -> dict[str, object]:
    return tomllib.loads(files("loaders").joinpath("german", f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """The words as a regular expression, longest first, so that none hides a longer one."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
