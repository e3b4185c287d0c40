"""Reported speech: who is said to have said it, where a sentence stands in the subjunctive ("so die Kammer")."""

from loaders.lexicon import word_table
from loaders.sieve import Sieved

_WORDS = {name: "|".join(words) for name, words in word_table("speech").items()}
_SUBJUNCTIVE = Sieved(rf"\b(?:{_WORDS['subjunctive']})\b|\b(?:{_WORDS['source']})\s+(?:der|des|die)?\s*[A-ZÄÖÜ]")
_SPEAKER = Sieved(
    rf"\b(?:{_WORDS['source']}|{_WORDS['saying']})\s+(?:der|des|die|das)?\s*"
    r"(?P<who>[A-ZÄÖÜ][\w .-]{2,40}?)(?=[,.;]|$)"
)


def reporter(text: str, start: int, end: int) -> str | None:
    """Who reports what the sentence says; None where the document says it itself."""
    if not _SUBJUNCTIVE.search(text, start, end):
        return None
    match = _SPEAKER.search(text, start, end)
    return match["who"].strip() if match else None
