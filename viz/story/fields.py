"""The fields of a story file: how people may call them (fields.toml), and their values by sort."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import cast

from graph.errors import StoryError
from graph.keys import fold

Fields = Mapping[str, object]
"""Values by our name of their field."""


def known_fields(told: object, part: str) -> Fields:
    """What a part of the file ("story", "step", "filter") says, under our names.

    Raises StoryError: story_not_fields, story_field_unknown.
    """
    if not isinstance(told, dict):
        raise StoryError("story_not_fields")
    names = _names(part)
    found: dict[str, object] = {}
    for written, value in cast("dict[object, object]", told).items():
        name = names.get(fold(str(written)))
        if name is None:
            known = ", ".join(spellings[0] for spellings in _table()[part].values())
            raise StoryError("story_field_unknown", field=str(written), known=known)
        found[name] = value
    return found


def one_text(fields: Fields, field: str, *, longest: int) -> str:
    """The text of a field, a number as it is written; "" where it is not there.

    Raises StoryError: story_value_wrong, story_text_long.
    """
    value = fields.get(field)
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise StoryError("story_value_wrong", field=spelled(field))
    text = str(value).strip()
    if len(text) > longest:
        raise StoryError("story_text_long", field=spelled(field), longest=longest)
    return text


def texts(fields: Fields, field: str) -> tuple[str, ...]:
    """The texts of a field that may hold one or several. Raises StoryError("story_value_wrong")."""
    value = fields.get(field)
    values = cast("list[object]", value) if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(one, str | int) for one in values):
        raise StoryError("story_value_wrong", field=spelled(field))
    return tuple(str(one).strip() for one in values)


def spelled(field: str) -> str:
    """How a field is called first of all."""
    return next(part[field][0] for part in _table().values() if field in part)


def view_named(written: str) -> str | None:
    """The view of the map that a word means."""
    return _names("view").get(fold(written))


def views() -> tuple[str, ...]:
    """How the views are called first of all."""
    return tuple(spellings[0] for spellings in _table()["view"].values())


@cache
def _names(part: str) -> Mapping[str, str]:
    return {fold(written): name for name, spellings in _table()[part].items() for written in spellings}


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((resources.files("viz.story") / "fields.toml").read_text(encoding="utf-8"))
