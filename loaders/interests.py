"""Interests: who seeks or offers cooperation, advice or support. Never a participation."""

import re
from collections.abc import Iterator

from graph.kinds import InterestKind
from loaders.claims import Interested
from loaders.enumeration import Body, bodies, enumeration_after
from loaders.lexicon import alternatives, word_set, word_table
from loaders.sentence import Sentence
from loaders.sieve import any_matches, sieve_of

_TABLE = word_table("interest")
_KINDS = {
    InterestKind.SEEKS: sieve_of(_TABLE["seeks"]),
    InterestKind.OFFERS: sieve_of(_TABLE["offers"]),
}
_REFUSED, _NOT_YET = sieve_of(_TABLE["refused"]), sieve_of(_TABLE["not_yet"])
_CONTACT = re.compile(rf"\b(?i:{alternatives(word_set('organisations', 'contact'))})\s+mit\b")
_CONFIDENCE = 0.8
_BEHIND = 40


def read_interests(text: str, sentence: Sentence) -> Iterator[Interested]:
    """What a sentence says of seeking and offering; the initiative itself where no body is named."""
    if sentence.target is None:
        return
    for kind, patterns in _KINDS.items():
        likely = patterns.passing(text, sentence.start, sentence.end)
        match = next((m for pattern in likely if (m := pattern.search(text, sentence.start, sentence.end))), None)
        if match is None:
            continue
        sought = _sought(text, sentence)
        named = [body for body in bodies(sentence.mentions) if body not in sought]
        near = [body for body in named if body.end <= match.end()]
        near = near or [body for body in named if body.start - match.end() < _BEHIND]
        yield Interested(near[0] if near else None, sentence.target, kind, sentence.start, sentence.end, _CONFIDENCE)
        return


def _sought(text: str, sentence: Sentence) -> list[Body]:
    """With whom cooperation is sought: they seek nothing by it ("an der Zusammenarbeit mit dem DGB interessiert")."""
    contact = _CONTACT.search(text, sentence.start, sentence.end)
    return enumeration_after(text, sentence.mentions, contact.end(), sentence.end) if contact else []


def waits(text: str, sentence: Sentence) -> bool:
    """Whether whoever a sentence tells of is only not in yet; where it names others too, nobody knows of whom."""
    named = bodies(sentence.mentions)
    alone = named[:1] and enumeration_after(text, sentence.mentions, named[0].start, sentence.end)[-1:] == named[-1:]
    return bool(alone and any_matches(_NOT_YET, text, sentence.start, sentence.end))


def refuses(text: str, sentence: Sentence) -> bool:
    """Whether a sentence says that somebody wants nothing of it: "kein Interesse", "will nicht mitmachen"."""
    return any_matches(_REFUSED, text, sentence.start, sentence.end)
