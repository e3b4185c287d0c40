"""The questions that come along for Neo4j Browser and `buendnisatlas cypher`, one file each.

A file begins with its title in German, "Zweck:" (what it is good for), "English:" (the title), "Name:" (how it may be
called in German) and, for each value it needs, a line "Wert: $name, …".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalog import load_catalog
from graph.errors import QuestionError

_NAME = re.compile(r"[a-z][a-z_-]*")
_LINE = re.compile(r"// (?:(Name|Zweck|English|Wert): )?(.+)")
_VALUE = re.compile(r"\$(\w+), .+")


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question to be run by its name: that of its file, or the one in a language.

    `names` and `titles` are by language; `parameters` are the values it needs, in order.
    """

    name: str
    names: Mapping[str, str]
    titles: Mapping[str, str]
    purpose: str
    parameters: tuple[str, ...]
    text: str


def saved_questions() -> tuple[SavedQuestion, ...]:
    """All of them, sorted by name."""
    return tuple(_read(name, text) for name, text in load_catalog("queries", "saved").items())


def is_name(text: str) -> bool:
    """Whether this is a name rather than Cypher, which is never a single word in small letters."""
    return bool(_NAME.fullmatch(text))


def saved_question(name: str) -> SavedQuestion:
    """The question of this name. Raises QuestionError("unknown_question")."""
    for question in saved_questions():
        if name.replace("-", "_") in question.names.values():
            return question
    raise QuestionError("unknown_question", name=name)


def _read(name: str, text: str) -> SavedQuestion:
    head = [found for line in text.splitlines() if (found := _LINE.fullmatch(line))]
    told = {found[1] or "": found[2] for found in reversed(head)}
    values = (_VALUE.fullmatch(found[2]) for found in head if found[1] == "Wert")
    return SavedQuestion(
        name=name,
        names={"de": told["Name"], "en": name},
        titles={"de": told[""], "en": told["English"]},
        purpose=told["Zweck"],
        parameters=tuple(value[1] for value in values if value),
        text=text,
    )
