"""Reported speech: who is said to have said it, where a sentence stands in the subjunctive ("so die Kammer")."""

from loaders.sieve import Sieved

_SUBJUNCTIVE = Sieved(
    r"\b(?:sei|seien|habe|hätten|würden|solle|könne)\b|\b(?:so|laut|nach\s+Angaben)\s+(?:der|des|die)?\s*[A-ZÄÖÜ]"
)
_SPEAKER = Sieved(
    r"\b(?:so|laut|nach\s+Angaben|sagte?|erklärte?|betonte?|berichtete?|heißt\s+es\s+(?:bei|beim))\s+(?:der|des|die|das)?\s*"
    r"(?P<who>[A-ZÄÖÜ][\w .-]{2,40}?)(?=[,.;]|$)"
)


def reporter(text: str, start: int, end: int) -> str | None:
    """Who reports what the sentence says; None where the document says it itself."""
    if not _SUBJUNCTIVE.search(text, start, end):
        return None
    match = _SPEAKER.search(text, start, end)
    return match["who"].strip() if match else None
