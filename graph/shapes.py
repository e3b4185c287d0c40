"""Records read strictly and fast: msgspec decodes them into structures that have the fields of the model's classes.

Every field must be there with its type, and no other; only a whole number may stand for a float. Of a field
that is given twice the last counts.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeAlias, TypeVar, get_type_hints

import msgspec

from graph import model

S = TypeVar("S")
Shape: TypeAlias = type[msgspec.Struct]
Field: TypeAlias = tuple[str, Any] | tuple[str, Any, Any]
"""Name and type, for one that may be left out what counts then."""

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
IN_RECORD = {"type": "initiative_type"}
"""Fields that go by another name in a record."""


def shape_of(cls: type, *further: Field) -> Shape:
    """The structure of this class's records: its fields in order, then further ones."""
    fields: dict[str, Field] = {name: (name, hint) for name, hint in get_type_hints(cls).items()}
    fields |= {field[0]: field for field in further}
    return msgspec.defstruct(
        cls.__name__,
        fields.values(),
        tag_field="type",
        tag=TYPES[cls],
        rename=IN_RECORD,
        kw_only=bool(further),
        forbid_unknown_fields=True,
        frozen=True,
        gc=False,
    )


SHAPES: Mapping[type, Shape] = {cls: shape_of(cls) for cls in TYPES}


class Reader(Generic[S]):
    """Reads records of several classes from JSON."""

    def __init__(self, shapes: Mapping[type[S], Shape]) -> None:
        self.union = reduce(or_, shapes.values())
        self._classes = {shape: (cls, len(SHAPES[cls].__struct_fields__)) for cls, shape in shapes.items()}
        self._decoder = msgspec.json.Decoder[msgspec.Struct](self.union)

    def check(self, text: str | bytes) -> None:
        """Raise ValueError or RecursionError for anything but such a record."""
        self._decoder.decode(text)

    def read(self, text: str | bytes) -> S:
        """The value of a record, without its further fields. Raises as `check` does."""
        shape = self._decoder.decode(text)
        cls, count = self._classes[type(shape)]
        return made(cls, msgspec.structs.astuple(shape)[:count])


def made(make: Callable[..., S], values: Iterable[object]) -> S:
    """The value of a class with these fields."""
    return make(*values)
