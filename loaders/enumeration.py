"""Enumerations: the bodies that stand side by side ("A, B und die C"), read to the right or to the left of a place."""

import re
from collections.abc import Sequence

from graph.kinds import ActorKind, InitiativeType
from loaders.lexicon import word_set, word_table
from loaders.mention import GRAMMAR, ActorMention, GroupMention, InitiativeMention, Mention

Body = ActorMention | GroupMention
_WORDS = word_table("enumeration")
_SMALL_WORD = rf"(?!(?:{'|'.join(_WORDS['never_between'])})\b)[a-zäöüß][\wäöüß-]*"
_FILLER = f"(?:{'|'.join(_WORDS['filler'])})"
_PERSON = r"(?:(?:(?:Dr|Prof)\.\s+|Herr\s+|Frau\s+)*[A-ZÄÖÜ][\wäöüß-]+(?:\s+[A-ZÄÖÜ][\w.äöüß-]*){0,3}\s*\()?"
_STRANGER = (
    r"(?:(?:[a-zäöü]+\s+){0,2}[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+){0,2}(?:\s*\([^)]{1,40}\))?"
    r"(?:,\s+|\s+(?:und|sowie)\s+))"
)
_CLOSE = r"(?:\.(?=,|\s(?:und|sowie)\s))?(?:\s*\([^)]{1,60}\)|\))?"
_SMALL = rf"(?>(?:{_SMALL_WORD}|{_FILLER}|\d+)[\s,]*)"
"""Atomic: a word is taken whole or not at all, else a long one would be tried in every way it can be cut."""
_AND = rf"(?:(?:{'|'.join(_WORDS['joining'])})\s+)?"
_BY = r"(?:(?:durch|von|vom|mit)\s+)?"
_LEAD_IN = re.compile(rf"^{_CLOSE}[\s,:–-]*{_BY}{_SMALL}{{0,6}}{_STRANGER}{{0,2}}{_SMALL}{{0,3}}{_PERSON}$")
_TRADE = rf"(?:[A-ZÄÖÜ]\w*(?:{'|'.join(word_set('organisations', 'trades'))})\s+)?"
_CONNECTOR = re.compile(
    rf"^(?![^„]*\b(?:er|es)\b){_CLOSE}[\s,;/]*{_AND}{_BY}{_SMALL}{{0,4}}{_STRANGER}{{0,2}}{_SMALL}{{0,3}}{_TRADE}{_PERSON}$"
)
_RELATIVE = re.compile(r"^\)?,\s+(?:die|der|das)\s+(?:[a-zäöü]+\s+){0,4}$")
_COUNTED = re.compile(rf"\b(?:\d+|{'|'.join(_WORDS['counting'])})\s+(?:[a-zäöüß-]+\s+)?$")
_NAMELY = re.compile(r"^(?:\s+[\w.-]+){0,3}?\s*(?:,\s+(?:nämlich\s+|und\s+zwar\s+)?|:\s+)(?:die|der|das|den|dem)?\s*$")
_FARTHEST = 90
_ACTING = frozenset(
    {
        InitiativeType.NETWORK,
        InitiativeType.SERVICE_CENTRE,
        InitiativeType.ALLIANCE,
        InitiativeType.COUNCIL,
        InitiativeType.CAMPAIGN,
    }
)
_NOMINATIVE = re.compile(r"\b(?:und|sowie)\s+der\s+$")
_MASCULINE = re.compile(rf"(?:{'|'.join(_WORDS['masculine'])})$")
_LIKE = re.compile(r"^\s*,?\s+wie\s+(?:etwa\s+|zum\s+Beispiel\s+)?(?:de[rmn]|die|das)?\s*$")


def bodies(mentions: Sequence[Mention]) -> list[Body]:
    """The actors and groups of some mentions, hints left out."""
    return [m for m in mentions if not isinstance(m, InitiativeMention) and not _is_hint(m)]


def _is_hint(mention: Mention) -> bool:
    """Whether a mention only hints at a kind; enumerations do not see it."""
    return isinstance(mention, GroupMention) and mention.hint


def enumeration_after(
    text: str,
    mentions: Sequence[Mention],
    position: int,
    end: int,
    *,
    target: int | None = None,
    genitive: bool = False,
) -> list[Body]:
    """The enumeration that begins right behind `position`; empty where no body stands there.

    With `genitive` a masculine noun behind "und der" is a new subject ("… sowie der Steuerungskreis …") and ends it.
    Another initiative than `target` among them takes part as a body of its own.
    """
    chosen: list[Body] = []
    limit = position
    right = (m for m in mentions if position <= m.start and m.end <= end and not _is_hint(m))
    for mention in sorted(right, key=lambda m: (m.start, m.end)):
        if mention.start < limit:
            chosen.extend(bodies([mention]) if chosen and mention.start >= chosen[-1].start else [])
            limit = max(limit, mention.end)
            continue
        gap = text[limit : mention.start]
        if len(gap) > _FARTHEST or not (_CONNECTOR if chosen else _LEAD_IN).match(gap):
            break
        if _is_target(mention, target):
            limit = mention.end
            continue
        word = text[mention.start : mention.end].split(maxsplit=1)[0].lower()
        if genitive and chosen and _NOMINATIVE.search(gap) and _MASCULINE.search(word):
            break
        chosen.extend(bodies([as_body(mention)]))
        limit = mention.end
    return without_classes(text, chosen)


def enumeration_before(
    text: str, mentions: Sequence[Mention], position: int, begin: int, *, target: int | None = None
) -> list[Body]:
    """The enumeration that ends right before `position`, in order of the text; empty where none stands there."""
    chosen: list[Body] = []
    limit = position
    skipped = ""
    left = [m for m in mentions if begin <= m.start and m.end <= position and not _is_hint(m)]
    for mention in sorted(left, key=lambda m: (m.end, m.start), reverse=True):
        if mention.end > limit:
            chosen.extend(bodies([mention]) if chosen else [])
            continue
        gap = text[mention.end : limit] + skipped
        if len(gap) > _FARTHEST:
            break
        if not (_CONNECTOR.match(gap) if chosen else _LEAD_IN.match(gap) or _RELATIVE.match(gap)):
            break
        if _is_target(mention, target):
            skipped, limit = gap, mention.start
            continue
        chosen.extend(bodies([as_body(mention)]))
        limit, skipped = mention.start, ""
    return without_classes(text, sorted(chosen, key=lambda m: (m.start, m.end)))


def _is_target(mention: Mention, target: int | None) -> bool:
    """Whether a mention is the initiative itself: enumerations pass over it."""
    return isinstance(mention, InitiativeMention) and (mention.pointing or mention.index == target)


def as_body(mention: Mention) -> Mention:
    """An initiative that takes part in another one is a body too."""
    if not isinstance(mention, InitiativeMention) or mention.type not in _ACTING:
        return mention
    kind = ActorKind.OTHER if mention.type is InitiativeType.SERVICE_CENTRE else ActorKind.NETWORK
    return ActorMention(mention.start, mention.end, mention.name, kind, None, GRAMMAR)


def without_classes(text: str, chosen: list[Body]) -> list[Body]:
    """Without the class words of named members: in "Verbände wie der VDMA" only the VDMA is meant."""
    return [body for body in chosen if not (isinstance(body, GroupMention) and _is_told_apart(text, body, chosen))]


def _is_told_apart(text: str, group: GroupMention, chosen: list[Body]) -> bool:
    """Whether names behind a group are its members: "Verbände wie der VDMA", "zwei Betriebe, die A und B"."""
    named = [o for o in chosen if isinstance(o, ActorMention) and o.start >= group.end]
    if any(_LIKE.match(text[group.end : o.start]) for o in named):
        return True
    counted = _COUNTED.search(text, max(0, group.start - 40), group.start)
    first = min(named, key=lambda o: o.start, default=None)
    return bool(counted and first and first.kind is group.kind and _NAMELY.match(text[group.end : first.start]))
