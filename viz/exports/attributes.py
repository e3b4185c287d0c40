"""What an export says of every symbol and line: one table each, read by all formats.

Keys are English and stable, titles are worded. Values are codes, words in the language now spoken, counts and dates.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from graph.kinds import Role
from queries.answers import ActorRow, InitiativeRow
from viz.exports.drawing import Line, Sort, Symbol
from viz.language import _, mark
from viz.wording.corrections import word_action
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role, word_status, word_strength

T = TypeVar("T")
Value: TypeAlias = str | int | tuple[str, ...] | None
"""A tuple holds several texts, None says nothing."""


@dataclass(frozen=True, slots=True)
class Attribute(Generic[T]):
    """`title` is a msgid, `value` what is said of one symbol or line."""

    key: str
    title: str
    value: Callable[[T], Value]
    is_number: bool = False


_SORTS = {
    Sort.ACTOR: mark("Actor"),
    Sort.GROUP: mark("without a name"),
    Sort.INITIATIVE: mark("Initiative"),
    Sort.PARTICIPATION: mark("Participation"),
    Sort.ABSENCE: mark("Documented absence"),
}


def word_sort(sort: Sort) -> str:
    """What a symbol or a line stands for."""
    return _(_SORTS[sort])


def kind_of(symbol: Symbol) -> str:
    """The code of an actor's kind (a chamber's type, where known) or of an initiative's type."""
    row = symbol.row
    return row.type if isinstance(row, InitiativeRow) else row.chamber_type or row.kind


def word_kind(symbol: Symbol) -> str:
    """The same in words."""
    row = symbol.row
    if isinstance(row, InitiativeRow):
        return word_initiative_type(row.type)
    return word_actor_kind(row.kind, row.chamber_type)


def word_code(line: Line) -> str:
    """The role of a participation, or how absent somebody is."""
    return word_role(line.code) if isinstance(line.code, Role) else word_strength(line.code)


def _initiative(symbol: Symbol) -> InitiativeRow | None:
    return symbol.row if isinstance(symbol.row, InitiativeRow) else None


def _since(symbol: Symbol) -> Value:
    row = _initiative(symbol)
    return row.since if row else None


def _until(symbol: Symbol) -> Value:
    row = _initiative(symbol)
    return row.until if row else None


def _topics(symbol: Symbol) -> Value:
    row = _initiative(symbol)
    return row.topics if row else ()


def _status(symbol: Symbol) -> Value:
    row = _initiative(symbol)
    return row.status.value if row else None


def _word_status(symbol: Symbol) -> Value:
    row = _initiative(symbol)
    return word_status(row.status) if row else None


def _count(symbol: Symbol) -> Value:
    return symbol.row.count if isinstance(symbol.row, ActorRow) else None


def _by_hand(line: Line) -> Value:
    correction = line.newest.correction
    return word_action(correction.action) if correction else None


SYMBOL_ATTRIBUTES: tuple[Attribute[Symbol], ...] = (
    Attribute("name", mark("Name"), lambda one: one.row.name),
    Attribute("sort", mark("Sort (code)"), lambda one: one.sort.value),
    Attribute("sort_name", mark("Sort"), lambda one: word_sort(one.sort)),
    Attribute("kind", mark("Kind (code)"), kind_of),
    Attribute("kind_name", mark("Kind"), word_kind),
    Attribute("regions", mark("Region"), lambda one: one.regions),
    Attribute("lands", mark("Land"), lambda one: one.lands),
    Attribute("aliases", mark("Other names"), lambda one: one.row.aliases),
    Attribute("since", mark("Since"), _since),
    Attribute("until", mark("Until"), _until),
    Attribute("status", mark("Status (code)"), _status),
    Attribute("status_name", mark("Status"), _word_status),
    Attribute("topics", mark("Topics"), _topics),
    Attribute("part_of", mark("Part of"), lambda one: one.part_of),
    Attribute("count", mark("Count"), _count, is_number=True),
    Attribute("newest", mark("Last evidenced"), lambda one: one.backing.newest),
    Attribute("statements", mark("Statements"), lambda one: one.backing.statements, is_number=True),
    Attribute("sources", mark("Sources"), lambda one: tuple(map(str, one.backing.sources))),
)
LINE_ATTRIBUTES: tuple[Attribute[Line], ...] = (
    Attribute("sort", mark("Sort (code)"), lambda one: one.sort.value),
    Attribute("sort_name", mark("Sort"), lambda one: word_sort(one.sort)),
    Attribute("role", mark("Role (code)"), lambda one: one.code.value),
    Attribute("role_name", mark("Role"), word_code),
    Attribute("since", mark("Since"), lambda one: one.newest.since),
    Attribute("until", mark("Until"), lambda one: one.newest.until),
    Attribute("newest", mark("Last evidenced"), lambda one: one.backing.newest),
    Attribute("statements", mark("Statements"), lambda one: one.backing.statements, is_number=True),
    Attribute("quote", mark("Quote"), lambda one: one.newest.quote),
    Attribute("sources", mark("Sources"), lambda one: tuple(map(str, one.backing.sources))),
    Attribute("by_hand", mark("By hand"), _by_hand),
    Attribute("model", mark("Name proposed by the model"), lambda one: one.newest.model),
)
