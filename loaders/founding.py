"""Since when: the first date of an initiative, from the sentence that says how it began; and what it is part of."""

import re
from dataclasses import replace

from graph.kinds import InitiativeType
from loaders.dates import FoundDate, find_dates
from loaders.initiative_names import find_quoted, type_of
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence
from loaders.sieve import Sieved

_TABLE = word_table("founding")
_FOUNDED = Sieved("|".join(_TABLE["founded"]), re.IGNORECASE)
_DECIDED = Sieved("|".join(_TABLE["decided"]), re.IGNORECASE)
_PART_OF = re.compile(rf"(?:{'|'.join(_TABLE['part_of'])})\s*(?:de[rsmn]|die|das|eine[rs]?)?\s*(?:\w+n\s+)?$")
_HAPPENED = Sieved("|".join(_TABLE["happened"]), re.IGNORECASE)
_IS_A = Sieved(
    r"\b(?:ist|sind|war|als|versteht\s+sich\s+als)\s+(?:ein\w*\s+)(?:[a-zäöü][\wäöüß-]*\s+){0,3}(?P<noun>[A-ZÄÖÜ]\w+)"
)
_BEHIND = 30
_TODAY = re.compile(r"\b(?:heute|am heutigen Tag|soeben)\b")


def date_drafts(scan: Scan, sentences: tuple[Sentence, ...]) -> tuple[Draft, ...]:
    """The drafts with their first date, parent and, where the name does not say it, their type."""
    drafts = {draft.index: draft for draft in scan.drafts}
    for sentence in sentences:
        if sentence.target is None:
            continue
        draft = drafts[sentence.target]
        since = draft.since or _since(scan, sentence, draft)
        kind = draft.type if draft.type is not InitiativeType.OTHER else _described(scan.text, sentence)
        parent = draft.parent if draft.parent is not None else _parent(scan.text, sentence)
        drafts[draft.index] = replace(draft, since=since, type=kind, parent=parent)
    return tuple(
        replace(d, type=InitiativeType.ALLIANCE if d.type is InitiativeType.OTHER else d.type) for d in drafts.values()
    )


def _since(scan: Scan, sentence: Sentence, draft: Draft) -> str | None:
    """The date of a beginning: the nearest before its verb in the same clause, else right behind, else the first."""
    stretch = scan.text, sentence.start, sentence.end
    wanted = _FOUNDED.search_in(*stretch) or _DECIDED.search_in(*stretch)
    if wanted is None and draft.type is InitiativeType.EVENT:
        wanted = _HAPPENED.search_in(*stretch)
    if wanted is None:
        return None
    words = scan.text[sentence.start : sentence.end]
    dates = _dates_outside_names(words, sentence)
    before = [d.iso for d in dates if d.end <= wanted.start() and "," not in words[d.end : wanted.start()]]
    behind = [d.iso for d in dates if 0 <= d.start - wanted.end() < _BEHIND]
    inside = [d.iso for d in dates if wanted.start() <= d.start < wanted.end()]
    dated = inside or before[-1:] or behind or [d.iso for d in dates]
    return dated[0] if dated else scan.source.document.date if _TODAY.search(words) else None


def _dates_outside_names(words: str, sentence: Sentence) -> list[FoundDate]:
    """The dates of a sentence that are no part of an initiative's or a quoted name ("Industrie 2025")."""
    names = [(m.start - sentence.start, m.end - sentence.start) for m in sentence.named]
    names += find_quoted(words, 0, len(words))
    return [found for found in find_dates(words) if not any(start <= found.start < end for start, end in names)]


def _described(text: str, sentence: Sentence) -> InitiativeType:
    match = _IS_A.search(text, sentence.start, sentence.end)
    return type_of(match["noun"]) if match else InitiativeType.OTHER


def _parent(text: str, sentence: Sentence) -> int | None:
    """The initiative that the sentence's one is part of: "Das Projekt ist Bestandteil der Strategie X"."""
    for mention in sentence.mentions:
        if not isinstance(mention, InitiativeMention) or mention.pointing or mention.index == sentence.target:
            continue
        if _PART_OF.search(text, max(sentence.start, mention.start - 70), mention.start):
            return mention.index
    return None
