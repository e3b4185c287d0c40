"""Aiming: which initiative a sentence speaks about, named or pointed to ("Das Bündnis …", "Im Beirat …")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.keys import fold
from loaders.document import Block, BlockKind
from loaders.initiative_wording import gender_of
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention, Mention
from loaders.outline import Section
from loaders.scan import Scan
from loaders.sentence import Sentence
from loaders.sentences import find_sentences

_ASIDE = re.compile(
    rf"(?:{'|'.join(word_table('aiming')['aside'])})\s*(?:de[rsmn]|die|das|ein\w*)?\s*(?:\w+n\s+)?[„“\"]?$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"(?:^|[.!?]\s+)(?:Er|Sie|Es)\s[^.!?]*$|\b(?:mit|auf|aus|an|neben|beim)\s+(?:de[mnr]|das|die)?\s*$"
)
_PRONOUN = re.compile(
    r"^(?P<pronoun>Er|Sie|Es|Ihm|Ihr)\s|\b(?:ha(?:t|ben|tten?)|wurden?|w[iu]rd)\s+(?P<object>es|ihn|sie)\b(?!\s+(?:gibt|geht))"
)
_GENDER_OF = {"er": "masculine", "ihn": "masculine", "sie": "feminine", "ihr": "feminine", "es": "neuter"}
NAMED, POINTED, SECTION, MAIN, LAST, RUN_IN = 1.0, 0.9, 0.9, 0.85, 0.75, 0.85
_SHORTEST_SENTENCE = 24
_OPENING = 30


def find_aimed_sentences(scan: Scan) -> Iterator[Sentence]:
    """All sentences of the blocks that are read, in order, each with the initiative it speaks about."""
    main = main_initiative(scan)
    last: int | None = main
    for number, section in enumerate(scan.sections):
        last = main if main is not None and section.heading else last
        own = next((draft for draft in scan.drafts if draft.section == number), None)
        split = _is_split(scan, number)
        for block in filter(None, (section.heading, *section.blocks)):
            mentions = scan.mentions.get(block)
            if mentions is None:
                continue
            run_in: int | None = None
            named: tuple[InitiativeMention, ...] = ()
            for start, end in _pieces(scan.text, block):
                inside = tuple(m for m in mentions if start <= m.start and m.end <= end)
                target, confidence = _aim(
                    scan, inside, _Around(section, own, run_in if run_in is not None else last, main)
                )
                if run_in is not None and not any(isinstance(m, InitiativeMention) for m in inside):
                    target, confidence = run_in, RUN_IN
                stood_for = _stood_for(scan, inside, scan.text[start:end], named)
                if stood_for is not None:
                    target, confidence = stood_for, POINTED
                named = tuple(m for m in inside if isinstance(m, InitiativeMention) and not m.pointing)
                if split and block.kind is BlockKind.BULLET:
                    target, confidence = _item_of(scan, block, number), NAMED
                if target is not None and block.kind is not BlockKind.HEADING:
                    last = target
                    run_in = _opens_with(scan.text, inside, start, own) if own else None
                elif block.kind is BlockKind.HEADING and (own or (target is not None)):
                    last = own.index if own else target
                yield Sentence(start, end, block.kind, number, inside, target, confidence)


def _stood_for(
    scan: Scan, mentions: tuple[Mention, ...], words: str, before: tuple[InitiativeMention, ...]
) -> int | None:
    """Which of two initiatives the sentence before named a pronoun stands for: "es" is the neuter one of them."""
    if len(before) != 2 or any(isinstance(m, InitiativeMention) for m in mentions):
        return None
    match = _PRONOUN.search(words)
    gender = _GENDER_OF.get((match["pronoun"] or match["object"]).lower()) if match else None
    agreeing = [m.index for m in before if scan.drafts[m.index].tail and gender_of(scan.drafts[m.index].tail) == gender]
    return agreeing[0] if len(agreeing) == 1 else None


def main_initiative(scan: Scan) -> int | None:
    """What a document is about that is no list: the initiative its title names, else the one it names most."""
    if any(section.sets_region for section in scan.sections) or not scan.drafts:
        return None
    titled = next((draft for draft in scan.drafts if draft.section == 0), None) or _named_in_title(scan)
    counted = titled or max(scan.drafts, key=lambda draft: (len(draft.spans), -draft.spans[0][0]))
    return counted.index


def _named_in_title(scan: Scan) -> Draft | None:
    """The initiative whose whole name the title is, where a quoted name further down gave it away."""
    title = fold(scan.sections[0].title) if scan.sections else ""
    return next((draft for draft in scan.drafts if title and title in map(fold, draft.names)), None)


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """A paragraph's sentences; an item of a list is cut only where each piece is a sentence of its own."""
    if block.kind is BlockKind.PARAGRAPH:
        yield from find_sentences(text, block.start, block.end)
        return
    found = list(find_sentences(text, block.start, block.end)) if block.kind is BlockKind.BULLET else []
    told = len(found) > 1 and all(end - start > _SHORTEST_SENTENCE for start, end in found)
    yield from found if told else [(block.start, block.end)]


def _opens_with(text: str, mentions: tuple[Mention, ...], start: int, own: Draft) -> int | None:
    """Another initiative a sentence opens with: a heading that ran into the text, so the next sentences are its own."""
    named = [m for m in mentions if isinstance(m, InitiativeMention) and not m.pointing]
    first = (
        named[0]
        if named and named[0].start - start < _OPENING and not _ASIDE.search(text, start, named[0].start)
        else None
    )
    return first.index if first and first.index != own.index else None


def _is_split(scan: Scan, section: int) -> bool:
    return sum(draft.section == section for draft in scan.drafts) > 1


def _item_of(scan: Scan, block: Block, section: int) -> int | None:
    """In a list of dated events each item is an initiative of its own."""
    items = [b for b in scan.sections[section].blocks if b.kind is BlockKind.BULLET]
    drafts = [draft for draft in scan.drafts if draft.section == section]
    position = items.index(block)
    return drafts[position].index if position < len(drafts) else None


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a sentence: its section's own initiative, the one spoken of last, the document's main one."""

    section: Section
    own: Draft | None
    last: int | None
    main: int | None


@dataclass(frozen=True, slots=True)
class _Named:
    """The initiatives a sentence names, those of them it is about, and the places where it points to one."""

    all: tuple[InitiativeMention, ...]
    main: tuple[InitiativeMention, ...]
    pointing: tuple[InitiativeMention, ...]

    @property
    def points_first(self) -> bool:
        """Whether the first thing said is a pointer ("Das Bündnis löst den Rat ab")."""
        return bool(self.pointing) and (not self.main or self.pointing[0].start < self.main[0].start)


def _aim(scan: Scan, mentions: tuple[Mention, ...], around: _Around) -> tuple[int | None, float]:
    found = [m for m in mentions if isinstance(m, InitiativeMention)]
    named = tuple(m for m in found if not m.pointing)
    main = tuple(m for m in named if not _ASIDE.search(scan.text, max(0, m.start - 60), m.start))
    said = _Named(named, main, tuple(m for m in found if m.pointing))
    if around.own:
        return _aim_in_section(scan, said, around.section, around.own)
    if said.points_first and around.last is not None:
        return _pointed(scan, said.pointing[0], around.last), POINTED
    if main:
        return main[0].index, NAMED
    if around.last is not None:
        return around.last, MAIN if around.last == around.main else LAST
    return (named[0].index, NAMED) if named else (None, 0.0)


def _aim_in_section(scan: Scan, said: _Named, section: Section, own: Draft) -> tuple[int | None, float]:
    """In a section of its own an initiative is spoken of, unless another one is clearly the subject."""
    if any(m.index == own.index for m in said.all):
        return own.index, NAMED
    if said.points_first or _repeats_head(scan, said.pointing, own):
        return own.index, POINTED
    if not said.main:
        return own.index, SECTION
    begin = said.main[0].start
    if _CONTINUES.search(scan.text, max(section.start, begin - 90), begin):
        return own.index, SECTION
    return said.main[0].index, NAMED


def _repeats_head(scan: Scan, pointing: tuple[InitiativeMention, ...], own: Draft) -> bool:
    """Whether a pointer repeats the head noun of the section's own initiative: "den Masterplan"."""
    return bool(own.tail) and any(own.tail in scan.text[m.start : m.end].lower() for m in pointing)


def _pointed(scan: Scan, pointer: InitiativeMention, last: int) -> int:
    """The initiative a pointer means: the last one, or the only one whose head noun it repeats."""
    noun = scan.text[pointer.start : pointer.end].lower()
    here = set(scan.drafts[last].regions)
    tails = [d for d in scan.drafts if d.tail and d.tail in noun and (not here or here & set(d.regions))]
    if any(draft.index == last for draft in tails) or not tails:
        return last
    return max(
        (draft for draft in tails if draft.spans[0][0] < pointer.start), key=lambda d: d.spans[-1][0], default=tails[0]
    ).index
