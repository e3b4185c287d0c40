"""Keys made from content: the same fact always has the same key, whatever the order of loading."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

_QUOTES = dict.fromkeys(map(ord, "„“”\"'»«‚‘’›‹`´"))
_LEGAL_FORM = re.compile(r"\b(?:e\.?\s?v\.?|eingetragener verein)(?!\w)")
_WORDS = re.compile(r"[a-z0-9]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Fold a name for comparison: case, umlauts, quotes, dashes, blanks, "e. V."; a pure function of the name.

    >>> fold("Bündnis „Zukunft der Industrie“ e. V.")
    'buendnis zukunft der industrie'
    """
    text = (name if name.isascii() else unicodedata.normalize("NFKC", name)).casefold().translate(_QUOTES)
    if _LEGAL_FORM.search(text):
        text = _LEGAL_FORM.sub(" ", text)
    if not text.isascii():
        text = anyascii(text.translate(_UMLAUTS)).lower()
    return " ".join(_WORDS.findall(text))


def digest(*parts: str | int | None) -> str:
    """Sixteen hexadecimal digits that stand for these parts in this order."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document_id(original: bytes) -> str:
    """The key of a document: its content, so that the same content at two addresses counts once."""
    return "document:" + hashlib.sha256(original).hexdigest()[:32]


def actor_id(*, register_id: str | None, name: str, region: str | None) -> str:
    """The key of an actor: its row in the register, else its folded name and region."""
    if register_id:
        return f"actor:{register_id}"
    return f"actor:{_slug(name)}-{digest('actor', fold(name), region)[:8]}"


def initiative_id(*, name: str, region: str | None, date: str | None = None) -> str:
    """The key of an initiative: folded name, region, and for events the date."""
    return f"initiative:{_slug(name)}-{digest('initiative', fold(name), region, date)[:8]}"


def group_id(*, initiative: str, kind: str, word: str) -> str:
    """The key of a group: it belongs to one initiative and never becomes a bridge between two."""
    return f"group:{digest('group', initiative, kind, fold(word))}"


def fact_id(kind: str, *parts: str | None) -> str:
    """The key of a fact, such as `fact_id("participation", participant, initiative, role)`."""
    return f"{kind}:{digest(kind, *parts)}"


def statement_id(fact: str, document: str, start: int, end: int) -> str:
    """The key of a statement: one fact, one place in one document."""
    return f"statement:{digest(fact, document, start, end)}"


def unread_id(document: str, start: int, end: int, word: str, initiative: str | None) -> str:
    """The key of an unread place."""
    return f"unread:{digest(document, start, end, word, initiative)}"


def decision_id(action: str, subject: str, object: str | None, author: str, values: Iterable[tuple[str, str]]) -> str:
    """The key of a decision: the same one by the same author is one, whatever its note and time.

    >>> decision_id("reject", "participation:1", None, "AB", ())
    'decision:28930aa6c98797cb'
    """
    return f"decision:{digest(action, subject, object, author, *(part for pair in sorted(values) for part in pair))}"


def _slug(name: str) -> str:
    words = fold(name).split()[:6]
    return "-".join(words)[:48] or "unnamed"
