"""What a cell under a name says: a tick, a role, a date from which on, a no, or nothing that is sure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from graph.dates import find_dates
from graph.keys import fold
from graph.kinds import Role
from loaders.lexicon import alternatives, word_table
from loaders.tables.meaning import role_of


class Says(StrEnum):
    """YES: takes part. NO: no tick. DENIED: the source says that it does not. UNSURE: a word that is neither."""

    YES = "yes"
    NO = "no"
    DENIED = "denied"
    DOUBTFUL = "doubtful"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Tick:
    """What a cell says; `roles` are empty where it does not say in which role. Dates are ISO prefixes."""

    says: Says
    roles: tuple[Role, ...] = ()
    since: str | None = None
    until: str | None = None


NO_TICKS: Mapping[str, Role | None] = MappingProxyType({})
_WORDS = word_table("columns")
_SAYS = {word: says for says in (Says.YES, Says.NO, Says.DENIED) for word in _WORDS[says.value]}
_DOUBT = re.compile(
    rf"\?|(?<!\w)(?:{alternatives(word for word in _WORDS['doubt'] if word[0].isalpha())})(?:e[nrsm]?)?(?!\w)"
)
_SPLIT = re.compile(r"\s*(?:[,;/+&|]|(?<!\w)und(?!\w)|(?<!\w)and(?!\w))\s*")
_FROM = re.compile(r"(?<!\w)(?:seit|ab|since|from|von|beitritt|eintritt)\b", re.IGNORECASE)
_TO = re.compile(r"(?<!\w)(?:bis|until|to|till)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[()\[\]]")
_JOIN = re.compile(r"\b(?:zum|zur|dem|den|der|im|am|als|as|of|the)\b", re.IGNORECASE)
_LONGEST = 120


def read_tick(cell: str, ticks: Mapping[str, Role | None] = NO_TICKS) -> Tick:
    """What a cell says. `ticks` are a table's own: word → role (None: takes part, no role said)."""
    words = cell.strip().lower()
    if cell.strip() in ticks:
        role = ticks[cell.strip()]
        return Tick(Says.YES, (role,) if role else ())
    if not words:
        return Tick(Says.NO)
    if words in _SAYS:
        return Tick(_SAYS[words])
    if len(words) > _LONGEST or not any(map(str.isalnum, words)):
        return Tick(Says.UNSURE)
    if _DOUBT.search(words):
        return Tick(Says.DOUBTFUL)
    return _with_dates(cell)


def roles_in(cell: str) -> tuple[Role, ...]:
    """The roles that a cell names, in order; none where one of its words is no role."""
    whole = role_of(cell)
    if whole:
        return (whole,)
    found = [role_of(part) for part in _SPLIT.split(cell) if fold(part)]
    known = tuple(dict.fromkeys(role for role in found if role))
    return known if all(found) else ()


def period_in(cell: str) -> tuple[str | None, str | None]:
    """From when to when a cell says: "2019–2021", "seit März 2019", "bis 2020"; a lone date is a beginning."""
    found = find_dates(cell)
    if not found:
        return None, None
    first, last = found[0], found[-1]
    if len(found) > 1:
        return first.iso, last.iso
    return (None, first.iso) if _TO.search(cell[: first.start]) else (first.iso, None)


def _with_dates(cell: str) -> Tick:
    """A role or a tick with a date behind it: "Träger (seit 2019)", "x ab 2020", "seit 2020"."""
    found = find_dates(cell)
    since, until = period_in(cell) if found and (_FROM.search(cell) or _TO.search(cell)) else (None, None)
    rest = cell
    if since or until:
        for date in reversed(found):
            rest = rest[: date.start] + rest[date.end :]
        rest = _JOIN.sub(" ", _TO.sub(" ", _FROM.sub(" ", rest)))
    rest = " ".join(_BRACKETS.sub(" ", rest).split()).strip(" ,;:–-")
    if not rest:
        return Tick(Says.YES, (), since, until) if since or until else Tick(Says.UNSURE)
    if _SAYS.get(rest.lower()) is Says.YES:
        return Tick(Says.YES, (), since, until) if rest == cell.strip() or since or until else Tick(Says.UNSURE)
    roles = roles_in(rest)
    return Tick(Says.YES, roles, since, until) if roles else Tick(Says.UNSURE)
