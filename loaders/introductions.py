"""Quoted names without a head noun that the words around them introduce: "„X“ heißt die Kampagne", "„X“ wirbt …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.kinds import InitiativeType
from loaders.initiative_names import find_initiative_names, find_quoted, type_of
from loaders.lexicon import mapping_table, rows_table

_BEHIND = tuple(
    (InitiativeType(row["type"]), re.compile(row["words"])) for row in rows_table("introductions", "behind")
)
_IS_A = re.compile(mapping_table("introductions", "is_a")["words"])
_UNDER, _VERBS = (re.compile(mapping_table("introductions", "under")[key]) for key in ("words", "verbs"))
_CALLED = re.compile(mapping_table("introductions", "called")["words"])
_LABELS = tuple(
    (InitiativeType(kind), re.compile(rf"(?:{words})\s*:\s+(?P<name>[„“\"A-ZÄÖÜ#][^:;!?\n]{{2,80}})$"))
    for kind, words in mapping_table("introductions", "labels").items()
)
_NUMBERED = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.)]?\s+)?"
    rf"(?:{mapping_table('introductions', 'numbered')['words']})"
    r"(?P<name>[„“\"A-ZÄÖÜ0-9][^:;!?\s]*[ -][^:;!?\n]{2,90})$"
)
_SHORT = re.compile(r"\s+\((?P<short>[A-ZÄÖÜ](?=[\w-]*[A-ZÄÖÜ\d])[\w-]{1,19})\)$")
_WHERE = re.compile(r"\s+\([A-ZÄÖÜ][^()\n]{2,50}\)$")
_NEVER_NAMES = re.compile(mapping_table("introductions", "never_names")["words"])
_NEVER = re.compile(mapping_table("introductions", "never")["words"])
_ALONE = re.compile(r"(?:^|[.:!?–\n]\s*|\b(?:[Dd](?:er|ie|as|en)|[Ee]ine?n?)\s+)[„“\"”»‚]\s?$")
_END = re.compile(r"[.!?](?=\s|$)")
_TITLE = re.compile(r"[A-ZÄÖÜ0-9#]")
_SPEECH = re.compile(r"[,!?]$|\b(?:wir|ich|ist|sind|hat|haben|wird|müssen|brauchen)\b")
_SENTENCE = re.compile(r"\.\s|\.$|,\s|\b(?:wird|werden|wurden?|ist|sind|hat|haben|soll|sollen)\b")
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Introduced:
    """A name, without its quotation marks, and what it is; OTHER where the words leave that open.

    `short` is the abbreviation in brackets behind it, as (start, end).
    """

    start: int
    end: int
    type: InitiativeType
    short: tuple[int, int] | None = None


def find_introduced(text: str, start: int, end: int) -> Iterator[Introduced]:
    """The quoted names of a block that its words introduce as initiatives, left to right."""
    for begin, stop in find_quoted(text, start, end):
        before = text[max(start, begin - 60) : begin]
        if not _could_name(text[begin:stop], motto=bool(_UNDER.search(_bare(before)))):
            continue
        stopped = _END.search(text, stop, end)
        behind = text[stop + 1 : stopped.start() if stopped else end]
        kind = _kind(before, behind)
        if kind is not None:
            yield Introduced(begin, stop, kind)


def find_labelled(text: str, start: int, end: int) -> Introduced | None:
    """The name that a line's label says it holds: "Projekttitel: Werkstadt Emden"."""
    for kind, label in (*_LABELS, (InitiativeType.PROGRAMME, _NUMBERED)):
        match = label.match(text, start, end)
        if match and len(match["name"].split()) <= _MOST_WORDS and not _SENTENCE.search(match["name"]):
            return _with_short(text, match.start("name"), match.end("name"), kind)
    return None


def is_numbered(text: str, start: int, end: int) -> bool:
    """Whether a heading numbers one project of several: "Projekt 1: Werkstadt Emden"."""
    return _NUMBERED.match(text, start, end) is not None


def _with_short(text: str, start: int, end: int, kind: InitiativeType) -> Introduced:
    """A labelled name, its abbreviation apart: "Emsland gießt neu (EmGuss)"; its own head noun says the type."""
    short = _SHORT.search(text, start, end)
    where = None if short else _WHERE.search(text, start, end)
    stop = short.start() if short else where.start() if where else end
    own = next((n for n in find_initiative_names(text, start, stop) if (n.start, n.end) == (start, stop)), None)
    return Introduced(start, stop, own.type if own else kind, short.span("short") if short else None)


def _could_name(words: str, *, motto: bool) -> bool:
    """Whether quoted words can be a name: they begin like a title, are few, and (but for a motto) are no speech."""
    few = bool(_TITLE.match(words)) and len(words.split()) <= _MOST_WORDS
    return few and (motto or not _SPEECH.search(words)) and not _NEVER_NAMES.search(words)


def _bare(before: str) -> str:
    """What stands before a name, without the quotation mark."""
    return before.rstrip('„“"”»‚ ') + " "


def _kind(before: str, behind: str) -> InitiativeType | None:
    bare = _bare(before)
    said = _CALLED.search(bare) or _IS_A.match(behind)
    kind = type_of(said["noun"]) if said else InitiativeType.OTHER
    if kind is not InitiativeType.OTHER:
        return kind
    if _UNDER.search(bare):
        return InitiativeType.CAMPAIGN if _VERBS.search(behind) else None
    if _NEVER.search(bare) or not _ALONE.search(before):
        return None
    return next((kind for kind, words in _BEHIND if words.search(behind)), None)
