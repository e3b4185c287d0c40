"""What sentences say of the initiatives themselves: their first date and their type. Drafts come in and go out."""

from collections import Counter
from dataclasses import replace

from graph.kinds import InitiativeType
from loaders.beginnings import Beginning, find_beginnings
from loaders.initiative_names import type_of
from loaders.initiatives import Draft
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence
from loaders.sieve import Sieved

_IS_A = Sieved(
    r"\b(?:ist|sind|war|als|heißt|hieß|nennt\s+sich|versteht\s+sich\s+als)\s+(?:ein\w*\s+)"
    r"(?:[a-zäöü][\wäöüß-]*\s+){0,3}(?P<noun>[A-ZÄÖÜ]\w+)"
)
_POINTED_TYPES = frozenset(
    {
        InitiativeType.ALLIANCE, InitiativeType.NETWORK, InitiativeType.DIALOGUE, InitiativeType.CAMPAIGN,
        InitiativeType.EVENT,
    }
)  # fmt: skip


def date_drafts(scan: Scan, sentences: tuple[Sentence, ...]) -> tuple[Draft, ...]:
    """The drafts with their first date and, where the name does not say it, their type."""
    drafts = {draft.index: draft for draft in scan.drafts}
    dated: dict[int, Beginning] = {}
    pointed: dict[int, Counter[InitiativeType]] = {}
    for sentence in sentences:
        for index, beginning in find_beginnings(scan, sentence, drafts):
            known = dated.get(index)
            if known is None or beginning.strength > known.strength:
                dated[index] = beginning
        if sentence.target is None:
            continue
        draft = drafts[sentence.target]
        if draft.type is InitiativeType.OTHER:
            pointed.setdefault(draft.index, Counter()).update(_pointed_types(scan.text, sentence))
            drafts[draft.index] = replace(draft, type=_described(scan.text, sentence))
    return tuple(
        replace(
            draft,
            type=_final_type(draft, pointed.get(draft.index)),
            since=draft.since or (dated[draft.index].date if draft.index in dated else None),
        )
        for draft in drafts.values()
    )


def _final_type(draft: Draft, pointed: Counter[InitiativeType] | None) -> InitiativeType:
    """The type the name or a sentence says, else the one the text points with most ("die Veranstaltung")."""
    if draft.type is not InitiativeType.OTHER or draft.tail:
        return draft.type
    return pointed.most_common(1)[0][0] if pointed else InitiativeType.ALLIANCE


def _described(text: str, sentence: Sentence) -> InitiativeType:
    match = _IS_A.search(text, sentence.start, sentence.end)
    return type_of(match["noun"]) if match else InitiativeType.OTHER


def _pointed_types(text: str, sentence: Sentence) -> list[InitiativeType]:
    pointing = (m for m in sentence.mentions if isinstance(m, InitiativeMention) and m.pointing)
    found = (type_of(text[m.start : m.end]) for m in pointing)
    return [kind for kind in found if kind in _POINTED_TYPES]
