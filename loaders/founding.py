"""Since when: the first date of an initiative, from the sentence that says how it began; and what it is part of."""

import re
from dataclasses import replace

from graph.kinds import InitiativeType
from loaders.dates import find_dates
from loaders.initiative_names import find_quoted, type_of
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence

_TABLE = word_table("founding")
_FOUNDED = re.compile("|".join(_TABLE["founded"]))
_PART_OF = re.compile(rf"(?:{'|'.join(_TABLE['part_of'])})\s*(?:de[rsmn]|die|das|eine[rs]?)?\s*(?:\w+n\s+)?$")
_HAPPENED = re.compile("|".join(_TABLE["happened"]))
_IS_A = re.compile(
    r"\b(?:ist|sind|war|als|versteht\s+sich\s+als)\s+(?:ein\w*\s+)(?:[a-zäöü][\wäöüß-]*\s+){0,3}(?P<noun>[A-ZÄÖÜ]\w+)"
)
_NEAR, _BEHIND = 12, 30
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
    words = scan.text[sentence.start : sentence.end]
    wanted = _FOUNDED.search(words) or (_HAPPENED.search(words) if draft.type is InitiativeType.EVENT else None)
    if wanted is None:
        return None
    outside = [
        found
        for found in find_dates(words)
        if not any(m.start - sentence.start <= found.start < m.end - sentence.start for m in sentence.named)
        and not any(start <= found.start < end for start, end in find_quoted(words, 0, len(words)))
    ]
    near = [found.iso for found in outside if 0 <= wanted.start() - found.end < _NEAR]
    today = scan.source.document.date if _TODAY.search(words) else None
    behind = [found.iso for found in outside if 0 <= found.start - wanted.end() < _BEHIND]
    dated = near[-1:] or behind or [found.iso for found in outside]
    return dated[0] if dated else today


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
