"""Names of persons in quotes become "[Name]" in what leaves the machine: map, poster, handout, sheet.

Persons are never nodes here, but a quote may name them. What looks like a person is masked: a title, a function or a
first name, then the name. Names inside organisations ("Hans-Böckler-Stiftung", "Otto Muster GmbH") stay.
"""

import dataclasses
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from queries.answers import Evidence

T = TypeVar("T")

MASK = "[Name]"
_BLANKS = r"[ \u00a0]+"


def without_names(value: T) -> T:
    """The same answer, with the names of persons in all its quotes masked."""
    return cast(T, _rebuilt(value))


def mask_names(quote: str) -> str:
    """The quote with every name of a person as "[Name]"; titles and functions stay."""
    return _pattern().sub(lambda found: (found["title"] or "") + MASK, quote)


def _rebuilt(value: object) -> object:
    if isinstance(value, Evidence):
        return dataclasses.replace(
            value, quote=mask_names(value.quote), document_title=mask_names(value.document_title)
        )
    if isinstance(value, tuple):
        parts = tuple(_rebuilt(part) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        new = {name: _rebuilt(part) for name, part in held.items()}
        return dataclasses.replace(value, **new) if any(new[name] is not held[name] for name in held) else value
    return value


@cache
def _pattern() -> re.Pattern[str]:
    """Two ways to a name: after a title any words will do; else a first name has to be known."""
    words = {key: "|".join(map(re.escape, found)) for key, found in _words().items()}
    companies, bodies = words["legal_forms"], f"{words['legal_forms']}|{words['organisations']}"
    word = rf"(?!(?:{bodies}|{words['titles']})\b)[A-ZÄÖÜÉ][\w’']+(?:-[A-ZÄÖÜÉ][\w’']+)*"
    last = rf"(?:(?:{words['particles']}){_BLANKS}){{0,3}}{word}\b"
    first = rf"\b(?:{words['first_names']})(?:-[A-ZÄÖÜ]\w+)*{_BLANKS}"
    initials = rf"(?:[A-ZÄÖÜ]\.{_BLANKS}){{0,3}}"
    title = rf"\b(?:{words['titles']})\b\.?(?:-?(?:Ing|rer|phil|med|jur|nat|h\.\s?c)\b\.?)*{_BLANKS}"
    function = rf"\b\w*(?i:{words['functions']}){_BLANKS}"
    return re.compile(
        rf"(?:(?P<title>(?:{title}){{1,4}}(?:{function})?(?:{title}){{0,3}}){initials}(?:{first}){{0,3}}(?:{word}{_BLANKS})?{last}"
        rf"(?!{_BLANKS}(?:{companies})\b)"
        rf"|{first}{initials}(?:{first}){{0,3}}(?!(?:{words['places']})\b){last}"
        rf"(?!(?:{_BLANKS}{word})?(?:{_BLANKS}|-)?(?:&|\+|(?:{bodies})\b)))(?!-\w)"
    )


def _words() -> dict[str, list[str]]:
    content = tomllib.loads((Path(__file__).parent / "persons.toml").read_text(encoding="utf-8"))
    return {key: sorted(str(text).split(), key=lambda word: (-len(word), word)) for key, text in content.items()}
