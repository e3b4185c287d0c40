"""Model values as plain JSON-able rows and back: what the store keeps, exports, imports and hashes.

A record is a dict whose `type` names the class (`"actor"`, `"statement"` …); the other keys are the class's fields
(an initiative's own type is its `initiative_type`). Enumerations are their values, tuples are lists. `from_row` is
strict: every field must be there, with its type.
"""

import hashlib
import json
import marshal
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache
from operator import attrgetter
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

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

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
    names, values_of, bent = _fields(TYPES[type(value)])
    row: Row = dict(zip(names, values_of(value), strict=True))
    for name in bent:
        row[name] = _plain(row[name])
    return row


def to_record(value: Stored) -> Row:
    """The same with the class's name as `type` in front."""
    return record_of(TYPES[type(value)], to_row(value))


def record_of(kind: str, row: Row) -> Row:
    """The record of this type with these fields."""
    return {"type": kind, **_renamed(row, _IN_RECORD)}


def fields_of(record: Mapping[str, Value]) -> Row:
    """The fields of a record, without the name of its class."""
    return _renamed({name: value for name, value in record.items() if name != "type"}, _IN_CLASS)


def _renamed(row: Row, names: Mapping[str, str]) -> Row:
    if names.keys().isdisjoint(row):
        return row
    return {names.get(name, name): value for name, value in row.items()}


def from_row(cls: type[S], row: Mapping[str, Value]) -> S:
    """The model value of these fields. Raises ValueError for a missing, superfluous or mistyped field."""
    plain, bent = _readers(TYPES[cls])
    if odd := sorted({*row} ^ plain.keys() ^ bent.keys()):
        raise ValueError(f"{TYPES[cls]}: fields {', '.join(odd)}")
    values: dict[str, object] = {**row}
    for name, kinds in plain.items():
        if type(row[name]) not in kinds:
            raise ValueError(f"{name}: {type(row[name]).__name__}")
    for name, read in bent.items():
        values[name] = read(row[name])
    return _make(cls, values)


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


def as_map(value: Value) -> Row:
    """The value, which is an object. Raises ValueError for anything else."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def canonical(value: Value) -> str:
    """The one JSON text of a value: sorted keys, no blanks, not escaped."""
    return _CANONICAL.encode(value)


def packed(value: object) -> bytes:
    """A plain value as bytes, for this program's own processes and to know its size: much faster than JSON."""
    return marshal.dumps(value, 2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


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


_AS_THEY_ARE = frozenset({types.NoneType, bool, int, float, str})


def _plain(value: object) -> Value:
    match value:
        case tuple() | list():
            return [part if type(part) in _AS_THEY_ARE else _plain(part) for part in value]
        case StrEnum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(f"no record of {type(value).__name__}")


def _make(make: Callable[..., S], values: Mapping[str, object]) -> S:
    return make(**values)


@cache
def _readers(name: str) -> tuple[Mapping[str, frozenset[object]], Mapping[str, Callable[[Value], object]]]:
    """The fields of a class that lie in a record as they are, with the types they may have; how the others are read."""
    hints = _hints(name)
    plain = {field: frozenset(_kinds(hint)) for field, hint in hints.items() if _lies_plain(hint)}
    kept = {field: kinds for field, kinds in plain.items() if float not in kinds}  # a file may have 1 for 1.0
    return kept, {field: _reader(hint, field) for field, hint in hints.items() if field not in kept}


@cache
def _fields(name: str) -> tuple[tuple[str, ...], Callable[[Stored], tuple[Value, ...]], tuple[str, ...]]:
    """The fields of a class in order, how their values are read, and those that do not lie in a record as they are."""
    hints = _hints(name)
    return tuple(hints), attrgetter(*hints), tuple(field for field, hint in hints.items() if not _lies_plain(hint))


def _hints(name: str) -> Mapping[str, object]:
    return get_type_hints(next(cls for cls, known in TYPES.items() if known == name))


def _kinds(hint: object) -> Collection[object]:
    return get_args(hint) if get_origin(hint) is types.UnionType else (hint,)


def _lies_plain(hint: object) -> bool:
    return _AS_THEY_ARE.issuperset(_kinds(hint))


def _reader(hint: object, name: str) -> Callable[[Value], object]:
    """How a field with this hint takes its value: as `graph.model` wants it, or with a ValueError.

    The hints are unions with None, tuples, enumerations and plain types.
    """
    if get_origin(hint) is types.UnionType:
        inner, none = get_args(hint)
        if none is not types.NoneType:
            raise TypeError(f"no rule for {hint}")
        read_inner = _reader(inner, name)
        return lambda value: None if value is None else read_inner(value)
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint), name)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _enum_reader(hint, name)

    def read(value: Value) -> object:
        if type(value) is hint:
            return value
        if hint is float and type(value) is int:
            return float(value)
        raise ValueError(f"{name}: {type(value).__name__}")

    return read


def _enum_reader(hint: type[StrEnum], name: str) -> Callable[[Value], object]:
    members: Mapping[Value, object] = {member.value: member for member in hint}

    def read(value: Value) -> object:
        if isinstance(value, str) and value in members:
            return members[value]
        raise ValueError(f"{name}: {value}")

    return read


def _tuple_reader(inner: tuple[object, ...], name: str) -> Callable[[Value], object]:
    as_many_as_there_are = len(inner) == 2 and inner[1] is Ellipsis
    readers = [_reader(hint, name) for hint in inner if hint is not Ellipsis]

    def read(value: Value) -> object:
        if not isinstance(value, list):
            raise ValueError(f"{name}: {type(value).__name__}")
        if as_many_as_there_are:
            return tuple(map(readers[0], value))
        if len(readers) != len(value):
            raise ValueError(f"{name}: {len(value)} values")
        return tuple(read_one(part) for read_one, part in zip(readers, value, strict=True))

    return read
