"""Since when: the first date of an initiative, from the sentence that says how it began."""

import re
from collections import Counter
from dataclasses import replace

from graph.kinds import InitiativeType
from loaders.dates import FoundDate, find_dates
from loaders.initiative_names import find_quoted, type_of
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence

_TABLE = word_table("founding")
_FOUNDED = re.compile("|".join(_TABLE["founded"]), re.IGNORECASE)
_DECIDED = re.compile("|".join(_TABLE["decided"]), re.IGNORECASE)
_HAPPENED = re.compile("|".join(_TABLE["happened"]), re.IGNORECASE)
_IS_A = re.compile(
    r"\b(?:ist|sind|war|als|heißt|hieß|nennt\s+sich|versteht\s+sich\s+als)\s+(?:ein\w*\s+)"
    r"(?:[a-zäöü][\wäöüß-]*\s+){0,3}(?P<noun>[A-ZÄÖÜ]\w+)"
)
_POINTED_TYPES = frozenset(
    {
        InitiativeType.ALLIANCE, InitiativeType.NETWORK, InitiativeType.DIALOGUE, InitiativeType.CAMPAIGN,
        InitiativeType.EVENT,
    }
)  # fmt: skip
_BEHIND = 30
_TODAY = re.compile(r"\b(?:heute|am heutigen Tag|soeben)\b")


def date_drafts(scan: Scan, sentences: tuple[Sentence, ...]) -> tuple[Draft, ...]:
    """The drafts with their first date and, where the name does not say it, their type."""
    drafts = {draft.index: draft for draft in scan.drafts}
    pointed: dict[int, Counter[InitiativeType]] = {}
    for sentence in sentences:
        if sentence.target is None:
            continue
        draft = drafts[sentence.target]
        since = draft.since or _since(scan, sentence, draft)
        kind = draft.type if draft.type is not InitiativeType.OTHER else _described(scan.text, sentence)
        pointed.setdefault(draft.index, Counter()).update(_pointed_types(scan.text, sentence))
        drafts[draft.index] = replace(draft, since=since, type=kind)
    return tuple(replace(draft, type=_final_type(draft, pointed.get(draft.index))) for draft in drafts.values())


def _final_type(draft: Draft, pointed: Counter[InitiativeType] | None) -> InitiativeType:
    """The type the name or a sentence says, else the one the text points with most ("die Veranstaltung")."""
    if draft.type is not InitiativeType.OTHER:
        return draft.type
    return pointed.most_common(1)[0][0] if pointed else InitiativeType.ALLIANCE


def _since(scan: Scan, sentence: Sentence, draft: Draft) -> str | None:
    """The date of a beginning: the nearest before its verb in the same clause, else right behind, else the first."""
    words = scan.text[sentence.start : sentence.end]
    wanted = _FOUNDED.search(words) or _DECIDED.search(words)
    if wanted is None and draft.type is InitiativeType.EVENT:
        wanted = _HAPPENED.search(words)
    if wanted is None:
        return None
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


def _pointed_types(text: str, sentence: Sentence) -> list[InitiativeType]:
    pointing = (m for m in sentence.mentions if isinstance(m, InitiativeMention) and m.pointing)
    found = (type_of(text[m.start : m.end]) for m in pointing)
    return [kind for kind in found if kind in _POINTED_TYPES]
