"""Model values as plain JSON-able rows and back: what the store keeps, exports, imports and hashes.

A record is a dict whose `type` names the class (`"actor"`, `"statement"` …); the other keys are the class's fields
(an initiative's own type is its `initiative_type`). Enumerations are their values, tuples are lists. What reads them is
strict: see shapes.py.
"""

import hashlib
import json
import marshal
import types
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from graph import model
from graph.shapes import IN_RECORD, SHAPES, TYPES, Reader, made

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

CLAIMS = Reader[model.Node]({cls: SHAPES[cls] for cls in (model.Actor, model.Initiative, model.Group)})
"""What a document says of a node, as a record of its own."""


def to_row(value: Stored) -> Row:
    """The fields of a model value as JSON-able values, in the order they are declared."""
    names, values_of, bent = _FIELDS[type(value)]
    row: Row = dict(zip(names, values_of(value), strict=True))
    for name in bent:
        row[name] = _plain(row[name])
    return row


def to_record(value: Stored) -> Row:
    """The same with the class's name as `type` in front."""
    return record_of(TYPES[type(value)], to_row(value))


def record_of(kind: str, row: Row) -> Row:
    """The record of this type with these fields."""
    return {"type": kind, **{IN_RECORD.get(name, name): value for name, value in row.items()}}


def from_row(cls: type[S], row: Row) -> S:
    """The model value of these fields. Raises ValueError for a missing, superfluous or mistyped field."""
    return made(cls, msgspec.structs.astuple(msgspec.convert(record_of(TYPES[cls], row), SHAPES[cls])))


def as_map(value: Value) -> Row:
    """The value, which is an object. Raises ValueError for anything else."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def canonical(value: Stored) -> str:
    """The one JSON text of a value's record: sorted keys, no blanks, not escaped."""
    return _canonical(value).decode("utf-8")


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
    hashed = hashlib.sha256(_SORTED.encode(document))
    for part in parts:
        for text in sorted(map(_canonical, part)):
            hashed.update(b"\n" + text)
    return hashed.hexdigest()


_LEAST = 1e-4
"""The least share that all write alike; msgspec has 0.00001 where Python, and so every digest, has 1e-05."""


def _canonical(value: Stored) -> bytes:
    if isinstance(value, model.Statement | model.Naming) and not _LEAST <= value.confidence <= 1:
        text = json.dumps(to_record(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode("utf-8")
    _, values_of, _ = _FIELDS[type(value)]
    return _SORTED.encode(SHAPES[type(value)](*values_of(value)))


def _bare(value: object) -> str | float:
    """A text or number of some library's own class as a plain one."""
    match value:
        case str():
            return str.__str__(value)
        case float():
            return float(value)
        case _:
            raise TypeError(f"no record of {type(value).__name__}")


_SORTED = msgspec.json.Encoder(order="sorted", enc_hook=_bare)

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


def _lies_plain(hint: object) -> bool:
    kinds = get_args(hint) if get_origin(hint) is types.UnionType else (hint,)
    return _AS_THEY_ARE.issuperset(kinds)


def _fields(cls: type) -> tuple[tuple[str, ...], Callable[[Stored], tuple[Value, ...]], tuple[str, ...]]:
    """The fields of a class in order, how their values are read, and those that do not lie in a record as they are."""
    hints = get_type_hints(cls)
    return tuple(hints), attrgetter(*hints), tuple(field for field, hint in hints.items() if not _lies_plain(hint))


_FIELDS = {cls: _fields(cls) for cls in TYPES}
