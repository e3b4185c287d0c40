"""Parents: what an initiative is part of, from the sentence that says so or from whose text tells of it.

Comes after the first dates (`founding.py`). Nothing is part of itself, by whatever round; no alliance is part of an
event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.kinds import InitiativeType
from loaders.aiming import main_initiative
from loaders.beginnings import is_started
from loaders.document import BlockKind
from loaders.initiative_names import type_of
from loaders.initiatives import Draft
from loaders.introductions import is_numbered
from loaders.lexicon import alternatives, word_table
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence
from seeds.register import Register

_TABLE = word_table("parts")
_LINK = (
    r"\s*(?:de[rsmn]|die|das|dieses|dieser|unseres|unserer|eine[rs]?)?\s*(?:[\wäöüß-]+n\s+)?"
    r"(?:[A-ZÄÖÜ][\wäöüß-]+\s+)?[„“\"»]?$"
)
_PART_OF = re.compile(rf"(?:{'|'.join(_TABLE['part_of'])}){_LINK}")
_OWNED = re.compile(rf"\b(?:{alternatives(_TABLE['owned'])})\s+(?:de[rs]|vom|unseres|unserer){_LINK}")
_AGREED_IN = re.compile(rf"\b(?:[Ii]m|[Ii]n\s+der|[Ll]aut|[Gg]emäß){_LINK}")
_AGREED = re.compile("|".join(_TABLE["agreed"]))
_OUT_OF = re.compile(rf"\b[Aa]us\s+(?:de[mrn]|diese[mrn]|unsere[mr]){_LINK}")
_GREW = re.compile("|".join(_TABLE["grew"]))
_BELONGS = re.compile(
    rf"[“”\"«]?,\s+(?:{'|'.join(_TABLE['relative'])})\s[^,.;]{{3,120}}\b(?:{'|'.join(_TABLE['belongs'])})\b"
)
_OF = re.compile(r"[“”\"«]?\s+(?:de[rs]|vom)\s+(?:[a-zäöü]\w+n\s+)?$")
_MADE = re.compile("|".join(_TABLE["made"]))
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden)\b")
_SUBJECT = re.compile(r"(?:^|\b)(?:[Dd](?:er|ie|as)|[Uu]nsere?)\s+(?:[a-zäöü]\w+e\s+)?[„“\"]?$")
_ELSEWHERE = re.compile(rf"(?:{'|'.join(_TABLE['elsewhere'])}){_LINK}")
_POINTS_BACK = re.compile(r"\b(?:de[rsm]|[Zz]u[mr]|[Vv]om|[Bb]eim)\s+$")
_SMALL = frozenset({InitiativeType.EVENT, InitiativeType.CAMPAIGN})
_MADE_BY_OTHERS = frozenset(InitiativeType) - {
    InitiativeType.ALLIANCE,
    InitiativeType.MASTER_PLAN,
    InitiativeType.COUNCIL,
}
_FARTHEST, _FIRST_SENTENCES, _OPENING = 90, 3, 25


def with_parents(
    scan: Scan, sentences: tuple[Sentence, ...], drafts: tuple[Draft, ...], register: Register
) -> tuple[Draft, ...]:
    """The drafts with what they are part of: what is said comes before what the outline shows."""
    sections = {draft.section: draft.index for draft in reversed(drafts) if draft.section is not None}
    family = _Family(scan, {draft.index: draft for draft in drafts}, register, main_initiative(scan), sections)
    opening: Sentence | None = None
    for sentence in sentences:
        opening = opening if sentence.block is BlockKind.BULLET else sentence
        for child, parent in (*family.said(sentence), *family.listed(opening, sentence)):
            family.join(child, parent)
    for sentence in sentences:
        for child, parent in family.shown(sentence):
            family.join(child, parent)
    return tuple(family.drafts.values())


@dataclass(slots=True)
class _Family:
    """The drafts of a document while their parents are found."""

    scan: Scan
    drafts: dict[int, Draft]
    register: Register
    main: int | None
    sections: dict[int, int]

    def join(self, child: int, parent: int) -> None:
        """Make one draft part of another, where it has no parent yet and that closes no round."""
        if self.drafts[child].parent is not None or not _may_hold(self.drafts[parent], self.drafts[child]):
            return
        above: int | None = parent
        while above is not None:
            if above == child:
                return
            above = self.drafts[above].parent
        self.drafts[child] = replace(self.drafts[child], parent=parent)

    def said(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """(part, whole) of a sentence that says so."""
        mentions = [(m, self._meant(sentence, m)) for m in sentence.mentions if isinstance(m, InitiativeMention)]
        for mention, whole in mentions:
            if whole is None:
                continue
            others = [(m, index) for m, index in mentions if index is not None and index != whole]
            subject = sentence.target if sentence.target not in (None, whole) else next((i for _, i in others), None)
            if subject is not None and self._holds(sentence, mention):
                yield subject, whole
            yield from ((index, whole) for m, index in others if not m.pointing and self._made(sentence, mention, m))
            behind = _BELONGS.match(self.scan.text, mention.end, sentence.end)
            inside = [index for m, index in others if behind and mention.end < m.start < behind.end()]
            yield from ((index, whole) for index in inside[:1])

    def listed(self, opening: Sentence | None, item: Sentence) -> Iterator[tuple[int, int]]:
        """What an item names first of those an initiative begins: "Der Rat wird zwei Vorhaben beginnen:"."""
        text = self.scan.text
        if opening is None or opening is item or opening.section != item.section or text[opening.end - 1] != ":":
            return
        for whole in (m for m in opening.mentions if isinstance(m, InitiativeMention)):
            index = self._meant(opening, whole)
            is_subject = _SUBJECT.search(text, opening.start, whole.start)
            if index is None or not is_subject or not _MADE.search(text, opening.start, opening.end):
                continue
            yield from (
                (m.index, index) for m in item.named[:1] if m.index != index and m.start - item.start < _OPENING
            )
            return

    def _holds(self, sentence: Sentence, mention: InitiativeMention) -> bool:
        """Whether the words before a mention say that the sentence's initiative is part of it."""
        text, begin = self.scan.text, max(sentence.start, mention.start - _FARTHEST)
        if _PART_OF.search(text, begin, mention.start) or _OWNED.search(text, begin, mention.start):
            return True
        agreed = _AGREED_IN.search(text, begin, mention.start) and _AGREED.search(text, mention.end, sentence.end)
        own = self._own(sentence)
        grew = _OUT_OF.search(text, begin, mention.start) and _GREW.search(text, mention.end, sentence.end)
        return bool(agreed) or (bool(grew) and own is not None and self._meant(sentence, mention) == own)

    def _made(self, sentence: Sentence, whole: InitiativeMention, part: InitiativeMention) -> bool:
        """Whether an initiative makes another one, or one is named as its own: "die Reihe „X“ des Bündnisses"."""
        text = self.scan.text
        if 0 < whole.start - part.end < _FARTHEST // 3 and _OF.fullmatch(text, part.end, whole.start):
            return True
        made_by_others = self.drafts[part.index].type in _MADE_BY_OTHERS
        follows = not made_by_others and _GREW.search(text, sentence.start, sentence.end)  # one alliance out of another
        if is_started(text, sentence, part) and not follows:
            return True
        if not made_by_others or _elsewhere(text, sentence, part):
            return False
        is_subject = bool(_SUBJECT.search(text, max(sentence.start, whole.start - 40), whole.start))
        passive = _PASSIVE.search(text, *_clause_around(text, whole, sentence))
        return is_subject and not passive and bool(_MADE.search(text, sentence.start, sentence.end))

    def shown(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """(part, whole) of events and campaigns that are first told of in the text of their whole."""
        own = self._own(sentence)
        for mention in sentence.named:
            child = self.drafts[mention.index]
            first = mention.start == min(start for start, _ in child.spans)
            if own is None or own == child.index or not first or not self._may_be_shown(child, sentence, mention):
                continue
            if self._near(child, self.drafts[own]):
                yield child.index, own
        yield from self._shown_above(sentence)
        yield from self._numbered(sentence)

    def _numbered(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """What a numbered heading of the main initiative's page names: "Projekt 1: Werkstadt Emden"."""
        child = self.sections.get(sentence.section)
        is_heading = sentence.block is BlockKind.HEADING and is_numbered(self.scan.text, sentence.start, sentence.end)
        if is_heading and child is not None and self.main is not None and child != self.main:
            yield child, self.main

    def _shown_above(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """In a list, an event with a heading of its own whose text speaks of a part of the initiative above it."""
        number = self.sections.get(sentence.section)
        own = self.drafts[number] if number is not None else None
        section = self.scan.sections[sentence.section]
        if self.main is not None or own is None or own.type not in _SMALL:
            return
        near = section.blocks[0].start if section.blocks else section.end
        if sentence.block is BlockKind.HEADING or sentence.start - near > _FIRST_SENTENCES * _FARTHEST:
            return
        for mention in sentence.mentions:
            if isinstance(mention, InitiativeMention) and _POINTS_BACK.search(
                self.scan.text, max(sentence.start, mention.start - 8), mention.start
            ):
                above = self._above(own, self.scan.text[mention.start : mention.end])
                if above is not None:
                    yield own.index, above

    def _above(self, own: Draft, noun: str) -> int | None:
        """The last initiative with a section before this one, of the same place, that a noun can mean."""
        before = [d for d in self.drafts.values() if (d.section or 0) < (own.section or 0) and d.section is not None]
        here = [d for d in before if set(d.regions) & set(own.regions) and d.type not in _SMALL]
        named = [d for d in here if d.tail and d.tail in noun.lower()] or [d for d in here if d.type is type_of(noun)]
        return max(named, key=lambda d: d.section or 0).index if named else None

    def _may_be_shown(self, child: Draft, sentence: Sentence, mention: InitiativeMention) -> bool:
        text = self.scan.text
        is_project = child.type is InitiativeType.PROGRAMME and child.tail in ("projekt", "vorhaben")
        if (child.type not in _SMALL and not is_project) or _elsewhere(text, sentence, mention):
            return False
        if child.section is not None and not self._is_about_one(child):
            return False
        return not any(
            _OF.fullmatch(text, mention.end, actor.start) for actor in sentence.actors if actor.start > mention.end
        )

    def _is_about_one(self, child: Draft) -> bool:
        """Whether the document has a main initiative, and is no page where others than it have the headings."""
        if self.main is None:
            return False
        headed = [d for d in self.drafts.values() if d.section is not None and d.type not in _SMALL]
        return self.drafts[self.main].section is not None or all(d is child for d in headed)

    def _near(self, child: Draft, whole: Draft) -> bool:
        """Whether both may be at one place."""
        pairs = [(a, b) for a in child.regions for b in whole.regions]
        inside = self.register.is_within
        return not pairs or any(inside(a, b) or inside(b, a) for a, b in pairs)

    def _own(self, sentence: Sentence) -> int | None:
        """The initiative that the section is about, else the document's main one."""
        return self.main if self.main is not None else self.sections.get(sentence.section)

    def _meant(self, sentence: Sentence, mention: InitiativeMention) -> int | None:
        """The initiative a mention means: for "das Bündnis" the section's or document's own, by its head noun."""
        if not mention.pointing:
            return mention.index
        noun = self.scan.text[mention.start : mention.end].lower()
        for index in (self.sections.get(sentence.section), self.main, sentence.target):
            if index is not None and self.drafts[index].tail and self.drafts[index].tail in noun:
                return index
        return sentence.target


def _clause_around(text: str, mention: InitiativeMention, sentence: Sentence) -> tuple[int, int]:
    """From the comma before a mention to the one behind it."""
    start = max(text.rfind(",", sentence.start, mention.start) + 1, sentence.start)
    end = text.find(",", mention.end, sentence.end)
    return start, end if end >= 0 else sentence.end


def _elsewhere(text: str, sentence: Sentence, mention: InitiativeMention) -> bool:
    """Whether the words before a mention say that somebody only went there or is compared with it."""
    return bool(_ELSEWHERE.search(text, max(sentence.start, mention.start - _FARTHEST), mention.start))


def _may_hold(whole: Draft, part: Draft) -> bool:
    """Whether one type can hold the other: an event holds events only, a campaign these two."""
    if whole.type is InitiativeType.EVENT:
        return part.type is InitiativeType.EVENT
    return whole.type is not InitiativeType.CAMPAIGN or part.type in _SMALL
