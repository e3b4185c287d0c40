"""A question of the user's own: its answer with nodes, relationships and paths kept apart, and what is wrong with it.

What `bolt.py` receives comes in as the driver's values and goes out as plain frozen ones: rows of them for whoever
shows the answer. Errors name the line and column of the question, in code points counted from 1.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Duration

from graph.errors import StoreError
from graph.records import Parameter

Told: TypeAlias = "bool | int | float | str | NodeValue | LinkValue | PathValue | list[Told] | dict[str, Told] | None"

Explain = Callable[[str], str]
"""What an engine in this process says is wrong with a question; "" where it finds nothing, or is in another process."""

_WRITES = frozenset({"Neo.ClientError.Statement.AccessMode", "Neo.ClientError.Security.Forbidden"})
_NEEDS_OWN_TRANSACTION = "Neo.ClientError.Transaction.ForbiddenDueToTransactionType"
_PARAMETER_MISSING = "Neo.ClientError.Statement.ParameterMissing"
_SYNTAX = frozenset({"Neo.ClientError.Statement.SyntaxError", "Neo.ClientError.Statement.SemanticError"})
_SERVER_PLACE = re.compile(r"\(line (\d+), column (\d+) ")
_ENGINE_PLACE = re.compile(r"line (\d+)(?::|, column )(\d+)")
_NAMED = re.compile(r"[`'](\w+)[`']")
_PARAMETER = re.compile(r"\$(?:`([^`]+)`|(\w+))")
_WORD = re.compile(r"\w+|\S")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the user's own."""

    text: str
    parameters: Mapping[str, Parameter]
    explain: Explain


@dataclass(frozen=True, slots=True)
class NodeValue:
    """A node of an answer; its labels and properties are sorted."""

    labels: tuple[str, ...]
    properties: Mapping[str, "Told"]


@dataclass(frozen=True, slots=True)
class LinkValue:
    """A relationship of an answer; its properties are sorted."""

    type: str
    properties: Mapping[str, "Told"]


@dataclass(frozen=True, slots=True)
class PathValue:
    """A path of an answer. Between two nodes stands one link; `forwards` says whether it leads from the left one."""

    nodes: tuple[NodeValue, ...]
    links: tuple[LinkValue, ...]
    forwards: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """How much a statement changed, as the server counts it."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0
    labels_added: int = 0
    labels_removed: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer and its rows, one value a column. The rows may be read once, while the graph is open.

    `changes` are those of a statement that was carried out; None where it was only read, or the store counts nothing.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Told, ...]]
    changes: Changes | None = None


def tell(value: object) -> Told:
    """A value of the driver as a plain one. Times, places, bytes and floats without a word in JSON become text."""
    match value:
        case float() if not math.isfinite(value):
            return str(value)
        case None | bool() | int() | float() | str():
            return value
        case Duration():
            return value.iso_format()
        case Point():
            return str(value)
        case list() | tuple():
            return [tell(part) for part in value]
        case dict():
            return {str(key): tell(part) for key, part in value.items()}
        case Node():
            return _node(value)
        case Relationship():
            return _link(value)
        case Path():
            return PathValue(
                nodes=tuple(map(_node, value.nodes)),
                links=tuple(map(_link, value.relationships)),
                forwards=tuple(
                    link.start_node == left for left, link in zip(value.nodes, value.relationships, strict=False)
                ),
            )
        case bytes() | bytearray():
            return value.hex()
        case _:
            written = getattr(value, "iso_format", value.__str__)
            return str(written())


def question_error(error: exceptions.Neo4jError, question: Question, *, reading: bool) -> StoreError | None:
    """What is wrong with the user's question; None where something else is wrong.

    Codes: query_writes, query_schema, query_parameter (names), query_syntax (line, column, near), query_unfinished
    (line, column), query_refused (reason).
    """
    code = str(error.code)
    if reading and code in _WRITES:
        return StoreError("query_writes")
    if code == _NEEDS_OWN_TRANSACTION:
        return StoreError("query_schema")
    if code == _PARAMETER_MISSING:
        names = sorted({a or b for a, b in _PARAMETER.findall(question.text)} - question.parameters.keys())
        return StoreError("query_parameter", names=", ".join(names))
    if code in _SYNTAX and (place := _place(str(error.message), question)):
        return _syntax_error(question.text, *place)
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.", "Neo.DatabaseError.General.")):
        return StoreError("query_refused", reason=code.rpartition(".")[2])
    return None


def _node(node: Node) -> NodeValue:
    return NodeValue(tuple(sorted(node.labels)), _properties(node))


def _link(link: Relationship) -> LinkValue:
    return LinkValue(link.type, _properties(link))


def _properties(holder: Node | Relationship) -> dict[str, Told]:
    return {key: tell(holder[key]) for key in sorted(holder.keys())}


def _place(server: str, question: Question) -> tuple[int, int] | None:
    """Line and column, from 1. The engine counts columns from 0, and only names an unknown variable or function."""
    if found := _SERVER_PLACE.search(server):
        line, column = int(found[1]), int(found[2])
        return (line, column) if line else None
    engine = question.explain(question.text)
    if found := _ENGINE_PLACE.search(engine):
        return int(found[1]), int(found[2]) + 1
    names = _NAMED.findall(engine)
    if names and (word := re.search(rf"\b{re.escape(names[0])}\b", question.text)):
        before = question.text[: word.start()]
        return before.count("\n") + 1, word.start() - before.rfind("\n")
    return None


def _syntax_error(text: str, line: int, column: int) -> StoreError:
    """The error with the word that stands there."""
    lines = text.split("\n")
    found = _WORD.search(lines[line - 1][column - 1 :]) if line <= len(lines) else None
    if found is None:
        return StoreError("query_unfinished", line=line, column=column)
    return StoreError("query_syntax", line=line, column=column, near=found[0][:40])
