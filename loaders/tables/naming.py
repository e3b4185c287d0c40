"""Whose list is it? The initiative that a title line, the sheet's name or the file's name names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.dates import find_dates
from graph.keys import fold
from graph.kinds import InitiativeType, Role
from loaders.initiative_names import find_initiative_names, type_of
from loaders.lexicon import word_table
from loaders.tables.meaning import role_of
from loaders.tables.table import Span

_WORDS = word_table("columns")
_MEMBERS, _NO_MEMBERS = frozenset(map(fold, _WORDS["members"])), frozenset(map(fold, _WORDS["no_members"]))
_NAMELESS = frozenset(map(fold, _WORDS["nameless"]))
_WORD = re.compile(r"[^\W_]+(?:[-&.][^\W_]+)*")
_GAP = ":"
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Owner:
    """The initiative whose list it is: its name, where it stands in the text, its type, the role the list says."""

    name: str
    span: Span
    type: InitiativeType
    role: Role | None


def owner_of(text: str, span: Span) -> Owner:
    """The initiative that a mapping names, whole."""
    named = _named(text, span, None)
    return Owner(text[slice(*span)], span, named.type if named else InitiativeType.OTHER, None)


def find_owner(text: str, titles: Iterable[Span]) -> Owner | None:
    """The initiative a list belongs to; None where nothing names one, or the list is none of members.

    `titles` are the spans that may name it, best first.
    """
    spans = tuple(titles)
    words = [fold(word) for a, b in spans for word in _WORD.findall(_spaced(text[a:b]))]
    if _NO_MEMBERS.intersection(words):
        return None
    role = next((found for word in words if word in _MEMBERS and (found := role_of(word))), None)
    for span in spans:
        owner = _named(text, span, role)
        if owner:
            return owner
    if not _MEMBERS.intersection(words):
        return None
    return next((owner for span in spans if (owner := _rest(text, span, role))), None)


def _named(text: str, span: Span, role: Role | None) -> Owner | None:
    """A name with a head noun of initiatives, read on to the end of its line: "Mitglieder Allianz Werkraum Ostalb"."""
    line = _without_lists(_spaced(text[slice(*span)]))
    name = next((n for n in find_initiative_names(line, 0, len(line)) if n.named and not n.plural), None)
    if name is None:
        return None
    return Owner(line[name.start : name.end], (span[0] + name.start, span[0] + name.end), name.type, role)


def _rest(text: str, span: Span, role: Role | None) -> Owner | None:
    """What is left of a line without words of lists and dates: "Mitgliederliste Werkraum Ostalb 2022"."""
    line = _without_lists(_spaced(text[slice(*span)]))
    words = [match for match in _WORD.finditer(line) if _says_something(match[0])]
    if not words or words[0][0][0].islower():
        return None
    start, end = words[0].start(), words[-1].end()
    return Owner(
        " ".join(line[start:end].replace(_GAP, " ").split()),
        (span[0] + start, span[0] + end),
        type_of(words[0][0]),
        role,
    )


def _without_lists(line: str) -> str:
    """The line with dates and words of lists made unreadable; as long as before."""
    spots = [(date.start, date.end) for date in find_dates(line)]
    spots += [match.span() for match in _WORD.finditer(line) if fold(match[0]) in _MEMBERS]
    for start, end in sorted(spots, reverse=True):
        line = line[:start] + _GAP * (end - start) + line[end:]
    return line


def _says_something(word: str) -> bool:
    folded = re.sub(r"\d+$", "", fold(word))
    return len(folded) >= _FEWEST_LETTERS and not {folded, fold(word)} & (_MEMBERS | _NAMELESS)


def _spaced(name: str) -> str:
    """A file's name as words; as long as before."""
    return name.replace("_", " ")
