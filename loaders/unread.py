"""What stays unread: words of a kind in the text on an initiative, of which no fact was made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, UnreadReason
from loaders.claims import Claim, Missing, Taking
from loaders.mention import ActorMention, InitiativeMention, Mention
from loaders.sentence import Sentence

ASKED = frozenset(ActorKind) - {ActorKind.COMPANY, ActorKind.CONSULTANCY, ActorKind.NETWORK, ActorKind.OTHER}


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A word of a kind that no fact was made of; `start`, `end` are the sentence."""

    start: int
    end: int
    word: str
    kind: ActorKind
    chamber_type: ChamberType | None
    initiative: int | None
    reason: UnreadReason


def find_unclaimed(
    text: str, sentences: Iterable[Sentence], claims: Iterable[Claim], withheld: Iterable[Claim]
) -> Iterator[Unclaimed]:
    """Mentions of asked kinds without a claim on the same stretch and initiative; withheld claims say so."""
    told = {(c.who.start, c.who.end, c.who.kind) for c in claims if isinstance(c, Taking | Missing)}
    held = {(c.who.start, c.who.end, c.who.kind) for c in withheld if isinstance(c, Taking | Missing)}
    for sentence in sentences:
        for mention in sentence.mentions:
            if isinstance(mention, InitiativeMention) or mention.kind not in ASKED or _is_pronoun(mention):
                continue
            key = (mention.start, mention.end, mention.kind)
            if key in told:
                continue
            reason = UnreadReason.WITHHELD if key in held else UnreadReason.NO_FACT
            word = mention.name if isinstance(mention, ActorMention) else mention.word
            yield Unclaimed(
                sentence.start, sentence.end, word, mention.kind, mention.chamber_type, sentence.target, reason
            )


def _is_pronoun(mention: Mention) -> bool:
    return isinstance(mention, ActorMention) and mention.pronoun
