"""Model values as plain JSON-able rows and back: what the store keeps, exports, imports and hashes.

A record is a dict whose `type` names the class (`"actor"`, `"statement"` …); the other keys are the class's fields
(an initiative's own type is its `initiative_type`). Enumerations are their values, tuples are lists. `from_row` is
strict: every field must be there, with its type.
"""

import hashlib
import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from graph import model

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
Row: TypeAlias = dict[str, Value]
Parameter: TypeAlias = "bool | int | float | str | Sequence[Parameter] | Mapping[str, Parameter] | None"

Stored = (
    model.Document
    | model.Actor
    | model.Initiative
    | model.Group
    | model.Naming
    | model.Participation
    | model.Absence
    | model.Membership
    | model.Branch
    | model.Interest
    | model.Silence
    | model.Listing
    | model.Statement
    | model.UnreadPlace
    | model.Decision
)
S = TypeVar("S")

TYPES: Mapping[type, str] = {
    model.Document: "document",
    model.Naming: "naming",
    model.Actor: "actor",
    model.Initiative: "initiative",
    model.Group: "group",
    model.Participation: "participation",
    model.Absence: "absence",
    model.Membership: "membership",
    model.Branch: "branch",
    model.Interest: "interest",
    model.Silence: "silence",
    model.Listing: "listing",
    model.Statement: "statement",
    model.UnreadPlace: "unread",
    model.Decision: "decision",
}


_IN_RECORD = {"type": "initiative_type"}
_IN_CLASS = {told: name for name, told in _IN_RECORD.items()}


def to_row(value: Stored) -> Row:
    """The fields of a model value as JSON-able values, in the order they are declared."""
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def to_record(value: Stored) -> Row:
    """The same with the class's name as `type` in front."""
    return record_of(TYPES[type(value)], to_row(value))


def record_of(kind: str, row: Row) -> Row:
    """The record of this type with these fields."""
    return {"type": kind, **{_IN_RECORD.get(name, name): value for name, value in row.items()}}


def fields_of(record: Mapping[str, Value]) -> Row:
    """The fields of a record, without the name of its class."""
    return {_IN_CLASS.get(name, name): value for name, value in record.items() if name != "type"}


def from_row(cls: type[S], row: Mapping[str, Value]) -> S:
    """The model value of these fields. Raises ValueError for a missing, superfluous or mistyped field."""
    hints = _hints(TYPES[cls])
    if row.keys() != hints.keys():
        odd = sorted(row.keys() ^ hints.keys())
        raise ValueError(f"{TYPES[cls]}: fields {', '.join(odd)}")
    return _make(cls, {name: _typed(hints[name], row[name], name) for name in hints})


def node_from_claims(text: str) -> model.Node:
    """The node as one document gives it, from the JSON text kept at its naming."""
    row = json.loads(text)
    if not isinstance(row, dict):
        raise ValueError("claims: not an object")
    return node_from_record(row)


def node_from_record(row: Mapping[str, Value]) -> model.Node:
    """The node of a record of type actor, initiative or group."""
    values = fields_of(row)
    match row.get("type"):
        case "actor":
            return from_row(model.Actor, values)
        case "initiative":
            return from_row(model.Initiative, values)
        case "group":
            return from_row(model.Group, values)
        case _:
            raise ValueError("claims: not a node")


def canonical(value: Value) -> str:
    """The one JSON text of a value: sorted keys, no blanks, not escaped."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def reading_digest(reading: model.Reading) -> str:
    """What the reading says, as a hash: equal for the same content at another address or under another file name."""
    document = {
        key: value
        for key, value in to_row(reading.document).items()
        if key not in ("address", "title", "format")
        and (value or key not in ("model", "pages"))  # as before there were models and pages
    }
    parts = (reading.nodes, reading.facts, reading.namings, reading.statements, reading.unread)
    hashed = hashlib.sha256(canonical(document).encode("utf-8"))
    for part in parts:
        for text in sorted(canonical(to_record(value)) for value in part):
            hashed.update(b"\n" + text.encode("utf-8"))
    return hashed.hexdigest()


def _plain(value: object) -> Value:
    match value:
        case StrEnum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [_plain(part) for part in value]
        case _:
            raise TypeError(f"no record of {type(value).__name__}")


def _make(make: Callable[..., S], values: Mapping[str, object]) -> S:
    return make(**values)


@cache
def _hints(name: str) -> Mapping[str, object]:
    return get_type_hints(next(cls for cls, known in TYPES.items() if known == name))


def _typed(hint: object, value: Value, name: str) -> object:
    """The value as its field wants it; the hints of `graph.model` are unions, tuples, enumerations and plain types."""
    if get_origin(hint) is types.UnionType:
        inner, none = get_args(hint)
        if none is not types.NoneType:
            raise TypeError(f"no rule for {hint}")
        return None if value is None else _typed(inner, value, name)
    if get_origin(hint) is tuple:
        return _typed_tuple(get_args(hint), value, name)
    if isinstance(hint, type) and issubclass(hint, StrEnum) and isinstance(value, str):
        return hint(value)
    if hint is float and type(value) is int:
        return float(value)
    if not isinstance(hint, type) or type(value) is not hint:
        raise ValueError(f"{name}: {type(value).__name__}")
    return value


def _typed_tuple(inner: tuple[object, ...], value: Value, name: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{name}: {type(value).__name__}")
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_typed(inner[0], part, name) for part in value)
    if len(inner) != len(value):
        raise ValueError(f"{name}: {len(value)} values")
    return tuple(_typed(hint, part, name) for hint, part in zip(inner, value, strict=True))
