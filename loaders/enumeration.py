"""Enumerations: the bodies that stand side by side ("A, B und die C"), read from a place to the right or to the left."""

import re
from collections.abc import Sequence

from loaders.mention import ActorMention, GroupMention, InitiativeMention, Mention

Body = ActorMention | GroupMention
_SMALL_WORD = r"(?!(?:zusammen|gemeinsam|mit|von|vom|durch|ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|soll|sollen|will|wollen|kann|können|um|dass|sich|zu|nicht|ob|weil|statt)\b)[a-zäöüß][\wäöüß-]*"
_FILLER = r"(?:Vertreter(?:n|innen|in)?|Herrn|Frau|Firmen|Firma|Unternehmen|Verbänden|Verbände|Organisationen|Partnern|Partner|Seite|Reihen|Beratungsunternehmen|Gewerkschaften|Akteuren|Botschafter|Sprachrohr|Wirtschaftsförderern|Minister|Ministerin|Industrie|IT|Beratung)"
_LEAD_IN = re.compile(rf"^(?:\s*\([^)]{{1,60}}\))?[\s,:–-]*(?:(?:von|vom|durch|mit)\s+)?(?:(?:{_SMALL_WORD}|{_FILLER}|\d+)[\s,]*){{0,6}}$")
_CONNECTOR = re.compile(
    rf"^(?:\s*\([^)]{{1,60}}\))?[\s,;/]*(?:(?:und|sowie|oder|bzw\.|&|auch|außerdem|wie|samt|nebst|u\.\s?a\.|z\.\s?B\.|einschließlich)\s+)?(?:(?:durch|von|vom|mit)\s+)?(?:(?:{_SMALL_WORD}|{_FILLER}|\d+)[\s,]*){{0,5}}$"
)
_NOMINATIVE = re.compile(r"\b(?:und|sowie)\s+der\s+$")
_MASCULINE = re.compile(r"(?:kreis|rat|verband|bund|tag|verein|senat|dialog|ausschuss|beirat|pakt)$")
_LIKE = re.compile(r"^\s*,?\s+wie\s+(?:etwa\s+|zum\s+Beispiel\s+)?(?:de[rmn]|die|das)?\s*$")


def bodies(mentions: Sequence[Mention]) -> list[Body]:
    """The actors and groups of some mentions, hints left out."""
    return [m for m in mentions if not isinstance(m, InitiativeMention) and not (isinstance(m, GroupMention) and m.hint)]


def enumeration_after(text: str, mentions: Sequence[Mention], position: int, end: int, *, genitive: bool = False) -> list[Body]:
    """The enumeration that begins right behind `position`; empty where no body stands there.

    With `genitive` a masculine noun behind "und der" is a new subject ("… sowie der Steuerungskreis …") and ends it.
    """
    return _run(text, [m for m in mentions if m.start >= position and m.end <= end], position, genitive=genitive)


def enumeration_before(text: str, mentions: Sequence[Mention], position: int, begin: int) -> list[Body]:
    """The enumeration that ends right before `position`, in order of the text; empty where none stands there."""
    left = [m for m in mentions if begin <= m.start and m.end <= position]
    chosen: list[Body] = []
    limit = position
    for mention in sorted(left, key=lambda m: (m.end, m.start), reverse=True):
        gap = text[mention.end : limit] if mention.end <= limit else ""
        pattern = _CONNECTOR if chosen else _LEAD_IN
        if not pattern.match(gap) or (not chosen and len(gap) > 60):
            if mention.start >= limit or (chosen and mention.end > limit):
                chosen.extend(bodies([mention]))
                continue
            break
        if isinstance(mention, InitiativeMention):
            break
        chosen.extend(bodies([mention]))
        limit = min(limit, mention.start)
    return without_classes(text, sorted(chosen, key=lambda m: (m.start, m.end)))


def _run(text: str, right: list[Mention], position: int, *, genitive: bool) -> list[Body]:
    chosen: list[Body] = []
    limit = position
    for mention in sorted(right, key=lambda m: (m.start, m.end)):
        if mention.start < limit:
            chosen.extend(bodies([mention]) if chosen and mention.start >= chosen[-1].start else [])
            limit = max(limit, mention.end)
            continue
        gap = text[limit : mention.start]
        pattern = _CONNECTOR if chosen else _LEAD_IN
        if not pattern.match(gap) or (not chosen and len(gap) > 80):
            break
        if isinstance(mention, InitiativeMention):
            break
        surface = text[mention.start : mention.end].split()[0]
        if genitive and chosen and _NOMINATIVE.search(gap) and _MASCULINE.search(surface.lower()):
            break
        chosen.extend(bodies([mention]))
        limit = mention.end
    return without_classes(text, chosen)


def without_classes(text: str, chosen: list[Body]) -> list[Body]:
    """Without the class words of named members: in "Verbände wie der VDMA" only the VDMA is meant."""
    return [
        body
        for body in chosen
        if not (
            isinstance(body, GroupMention)
            and any(isinstance(o, ActorMention) and _LIKE.match(text[body.end : o.start]) for o in chosen if o.start >= body.end)
        )
    ]
