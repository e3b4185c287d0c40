"""Filling: slots that the grammar left open take a model's proposal. The cue or the lead-in stays the grammar's.

What was read without the model is not touched. A proposal never makes an absence, a membership or a licence for others,
and on its own nothing at all: a claim needs the same cue or list that any body needs.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.claims import Claim, Missing, Taking
from loaders.licence import is_person
from loaders.mention import MODEL, ActorMention, GroupMention, InitiativeMention, Mention
from loaders.places import PlaceFinder
from loaders.proposal import Proposal
from loaders.sentence import Sentence

MOST_CONFIDENT = 0.7
_CUED = ("cue:", "list:")


def with_proposed(
    text: str,
    sentences: Sequence[Sentence],
    proposals: Iterable[Proposal],
    claims: Iterable[Claim],
    places: PlaceFinder,
) -> tuple[Sentence, ...]:
    """The sentences with proposals as further bodies, wherever nothing is named and nothing was claimed yet.

    `proposals` are usable ones, by place.
    """
    claimed = bytearray(len(text))
    for claim in claims:
        if isinstance(claim, Taking | Missing):
            claimed[claim.who.start : claim.who.end] = b"\1" * (claim.who.end - claim.who.start)
    free = [
        _mention(text, one)
        for one in proposals
        if not any(claimed[one.start : one.end])
        and not is_person(text[one.start : one.end])
        and places.end_at(text, one.start) != one.end
    ]
    return tuple(_joined(sentence, free) for sentence in sentences)


def filled(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of the claims of such sentences those that a proposal fills, with their method and confidence saying so."""
    for claim in claims:
        if isinstance(claim, Taking) and _is_proposed(claim.who) and claim.method.startswith(_CUED):
            yield replace(claim, method=f"{MODEL}:{claim.method}", confidence=min(claim.confidence, MOST_CONFIDENT))


def _joined(sentence: Sentence, free: Sequence[ActorMention]) -> Sentence:
    blocking = [(m.start, m.end) for m in sentence.mentions if _blocks(m)]
    first = bisect_left(free, sentence.start, key=lambda one: one.start)
    last = bisect_left(free, sentence.end, lo=first, key=lambda one: one.start)
    inside = [one for one in free[first:last] if one.end <= sentence.end and not _overlaps(one, blocking)]
    return sentence.with_mentions(inside) if inside else sentence


def _mention(text: str, proposal: Proposal) -> ActorMention:
    name = text[proposal.start : proposal.end]
    return ActorMention(proposal.start, proposal.end, name, proposal.kind, None, MODEL)


def _blocks(mention: Mention) -> bool:
    """Whether a mention says what is named here: all but those that only point or hint."""
    if isinstance(mention, InitiativeMention):
        return not mention.pointing
    return not (isinstance(mention, GroupMention) and mention.hint)


def _overlaps(one: ActorMention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _is_proposed(who: ActorMention | GroupMention) -> bool:
    return isinstance(who, ActorMention) and who.method == MODEL
