"""How many an initiative has, says the source, beside those it names: "25 Partner, darunter die IHK Kassel …".

Read from the sentences that name who takes part; the words are in `sameness.toml`. Next: `profile.py`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from queries.answers import Evidence
from queries.surfaces import phrases, word_numbers

_COUNTS = word_numbers("sizes", "in_words")
_SIZE = re.compile(
    rf"(?:\b(?:{'|'.join(phrases('sizes', 'about'))})\s+)?(?<![\d.,])"
    rf"\b(?P<count>[1-9]\d{{0,3}}|(?i:{'|'.join(_COUNTS)}))\s+"
    rf"(?:{'|'.join(phrases('sizes', 'nouns'))})\b"
)
_SOME = re.compile(rf"\b(?:{'|'.join(phrases('sizes', 'some'))})(?!\w)")
_OTHERS = re.compile(rf"\b(?:{'|'.join(phrases('sizes', 'others'))})\s+$|,\s+d(?:er|ie|as)\s[^,;]*$")


@dataclass(frozen=True, slots=True)
class StatedSize:
    """`words` as the source puts it ("rund 25 Partner"), the `count` in them, and how many are `named` by name."""

    words: str
    count: int
    named: int


def stated_size(named: int, evidence: Iterable[Evidence]) -> StatedSize | None:
    """The size the newest sentence states; None where none does, or where more are named: then it counts a part."""
    found = [
        (item.document_date or "", _count(match["count"]), match.group())
        for item in evidence
        for match in _SIZE.finditer(item.quote)
        if _SOME.search(item.quote, match.end()) and not _OTHERS.search(item.quote, 0, match.start())
    ]
    if not found:
        return None
    _, count, words = max(found)
    return StatedSize(" ".join(words.split()), count, named) if count >= named else None


def _count(told: str) -> int:
    return int(told) if told.isdigit() else _COUNTS[" ".join(told.lower().split())]
