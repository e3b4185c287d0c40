"""Extraction: from a scanned document to claims. The story of how a document is understood, in one place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.kinds import Role
from loaders.absences import (
    announces_absence,
    missing,
    read_absences,
    read_absent_label,
    read_silence,
    states_absence,
)
from loaders.aiming import find_aimed_sentences
from loaders.asides import without_asides
from loaders.authors import with_author
from loaders.belongings import read_belongings
from loaders.claims import Claim, Listed, Missing, Taking
from loaders.contrasts import find_excepted, find_sides, without
from loaders.document import BlockKind, SourceText
from loaders.doubt import is_open_list, is_question
from loaders.enumeration import bodies
from loaders.filling import filled, with_proposed
from loaders.founding import date_drafts
from loaders.initiatives import Draft
from loaders.interests import read_interests, refuses, waits
from loaders.involvement import read_involvement
from loaders.leaving import with_endings
from loaders.licence import is_topic_list
from loaders.lists import (
    LeadIn,
    is_name_alone,
    is_other_label,
    lead_in,
    names_bodies,
    read_inline_list,
    read_item,
    table_lead,
)
from loaders.overview_roles import read_roles_of
from loaders.overviews import OverviewRow, find_overview_rows
from loaders.parents import with_parents
from loaders.pronouns import with_pronouns
from loaders.proposal import Proposal
from loaders.roles import read_company, read_roles
from loaders.scan import Scan, Scanner
from loaders.sentence import Sentence
from loaders.signatures import read_signatures
from loaders.standing import with_standing
from loaders.topics import with_topics
from loaders.unread import Unclaimed, find_unclaimed

THRESHOLD = 0.6
_LONGEST_LINE = 140
_ENUMERATING = frozenset({Role.MEMBER, Role.SPONSOR})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document claims: `claims` at or above the threshold, `withheld` below it."""

    scan: Scan
    drafts: tuple[Draft, ...]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    withheld: tuple[Claim, ...]
    unclaimed: tuple[Unclaimed, ...]


def extract(source: SourceText, scanner: Scanner, proposals: Sequence[Proposal] = ()) -> Extraction:
    """Understand a document: scan it, aim its sentences, read each, keep what is sure enough.

    `proposals` of a model fill what the grammar leaves open (`loaders.filling`).
    """
    scan = scanner.scan(source)
    sentences = tuple(with_author(scan, with_pronouns(scan, find_aimed_sentences(scan))))
    drafts = with_topics(scan, sentences, with_standing(scan, sentences, date_drafts(scan, sentences)))
    drafts = with_parents(scan, sentences, drafts, scanner.register)
    found = tuple(dict.fromkeys(_read_all(scan, sentences, scanner)))
    if proposals:
        richer = with_proposed(scan.text, sentences, proposals, found, scanner.places)
        found = (*found, *dict.fromkeys(filled(_read_all(scan, richer, None))))
    claims = tuple(claim for claim in found if _confidence(claim) >= THRESHOLD)
    withheld = tuple(claim for claim in found if _confidence(claim) < THRESHOLD)
    unclaimed = tuple(find_unclaimed(scan.text, sentences, claims, withheld))
    return Extraction(scan, drafts, sentences, claims, withheld, unclaimed)


def _read_all(scan: Scan, sentences: tuple[Sentence, ...], scanner: Scanner | None) -> Iterator[Claim]:
    position = 0
    overview = {row.start: row for section in scan.sections for row in find_overview_rows(scan.text, section.blocks)}
    while position < len(sentences):
        sentence = sentences[position]
        if sentence.start in overview:
            yield from _read_row(scan, sentence, overview[sentence.start])
            position += 1
            continue
        yield from _read(scan, sentence, scanner)
        items = tuple(one for one in _items_below(scan.text, sentences, position) if one.start not in overview)
        if items:
            yield from _read_list(scan, sentence, items)
            position += len(items)
        position += 1


def _read_row(scan: Scan, sentence: Sentence, row: OverviewRow) -> Iterator[Claim]:
    """A row of a table of initiatives: who stands in a column of a role takes part so; remarks are read as they are."""
    yield from read_roles_of(scan.text, sentence, row)
    for start, end in row.rest:
        inside = tuple(m for m in sentence.mentions if start <= m.start and m.end <= end)
        if inside:
            yield from _read(scan, replace(sentence, start=start, end=end, mentions=inside), None)


def _items_below(text: str, sentences: tuple[Sentence, ...], position: int) -> tuple[Sentence, ...]:
    """The bullets, table rows or short lines that follow a sentence directly."""
    opening = sentences[position]
    opens = opening.block is BlockKind.HEADING or text[opening.start : opening.end].rstrip().endswith(":")
    items: list[Sentence] = []
    for following in range(position + 1, len(sentences)):
        sentence = sentences[following]
        is_item = sentence.block in (BlockKind.BULLET, BlockKind.TABLE_ROW) or (opens and _is_line(text, sentence))
        if not (is_item and sentence.section == opening.section) and not (opens and is_name_alone(text, sentence)):
            break
        items.append(sentence)
    return tuple(items)


def _is_line(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list without signs: short, ends without a stop, stands alone in its line."""
    words = text[sentence.start : sentence.end]
    alone = (
        text[sentence.end : sentence.end + 1] in ("", "\n")
        and text[max(sentence.start - 1, 0) : sentence.start] == "\n"
    )
    return sentence.block is BlockKind.PARAGRAPH and alone and len(words) < _LONGEST_LINE and words[-1] not in ".!?:"


def _read_list(scan: Scan, opening: Sentence, items: tuple[Sentence, ...]) -> Iterator[Claim]:
    if announces_absence(scan.text, opening.start, opening.end):
        for item in items:
            yield from missing(scan.text, replace(item, target=opening.target), bodies(item.mentions))
        return
    lead = lead_in(scan.text, opening) or table_lead(scan.text, items[0]) or _speaking_for_itself(scan, opening, items)
    if lead is None:
        topics = is_topic_list(scan.text[opening.start : opening.end])
        for item in items:
            if not topics or scan.text[item.start : item.end].endswith("."):
                yield from _read(scan, item, None)
        return
    known = sum(bool(bodies(item.mentions)) for item in items)
    taken: list[Claim] = []
    for item in items:
        taken.extend(read_item(scan.text, item, lead, company=known > 1))
    yield from taken
    if len(taken) > 1 and not is_open_list(scan.text, opening.start, opening.end):
        yield Listed(lead.initiative, opening.start, items[-1].end)


def _speaking_for_itself(scan: Scan, opening: Sentence, items: tuple[Sentence, ...]) -> LeadIn | None:
    """The lead-in of a list that needs none: hardly more than names of bodies, under a heading on the initiative."""
    words = scan.text[opening.start : opening.end]
    if opening.target is None or is_topic_list(words) or not names_bodies(scan.text, items):
        return None
    if states_absence(scan.text, opening):
        return None
    return LeadIn(Role.MEMBER, opening.target, opening.target_confidence, words, licensed=False)


def _read(scan: Scan, sentence: Sentence, scanner: Scanner | None) -> Iterator[Claim]:
    text = scan.text
    if scanner is not None:
        yield from read_silence(text, sentence, _silent_regions(scan, sentence), scanner.places)
    if text[sentence.end - 1] == ":" and announces_absence(text, sentence.start, sentence.end):
        return
    if sentence.block is BlockKind.HEADING or is_question(text, sentence) or is_other_label(text, sentence):
        return
    signed = tuple(read_signatures(text, sentence))
    if signed:
        yield from signed
        return
    belongings = tuple(read_belongings(text, sentence, scan.abbreviations))
    interests = tuple(read_interests(text, sentence)) if not refuses(text, sentence) else ()
    yield from belongings
    yield from interests
    guess = not interests and not belongings
    labelled = tuple(read_absent_label(text, sentence))
    yield from labelled
    if not labelled:
        cued = not belongings or bool(sentence.named)
        read = _read_participation(text, sentence, cued=cued, guess=guess)
        there = without_asides(text, sentence, read)
        claims = with_endings(text, sentence, there, scan.source.document.date)
        helps_others = bool(interests) and not sentence.speaks_of_initiative
        not_yet = bool(interests) and waits(text, sentence)
        for claim in claims:
            if not (helps_others and _is_support(claim)) and not (not_yet and isinstance(claim, Missing)):
                yield claim


def _read_participation(text: str, sentence: Sentence, *, cued: bool, guess: bool) -> Iterator[Claim]:
    """Who takes part and who does not; a sentence that says both is read side by side."""
    excepted = find_excepted(text, sentence)
    if excepted:
        yield from missing(text, sentence, excepted)
        yield from _read_takings(text, without(text, sentence, excepted), cued=cued, guess=guess)
        return
    sides = tuple(find_sides(text, sentence))
    away = [claim for side in sides for claim in read_absences(text, side)] if len(sides) > 1 else []
    yield from away
    if away:
        for side in sides:
            if not states_absence(text, side):
                yield from _read_takings(text, side, cued=cued, guess=False)
    elif states_absence(text, sentence):
        yield from read_absences(text, sentence)
    else:
        yield from _read_takings(text, sentence, cued=cued, guess=guess)


def _is_support(claim: Claim) -> bool:
    """Whether a claim only says that somebody helps: help that is offered to others is none for the initiative."""
    return isinstance(claim, Taking) and claim.role in (Role.SUPPORTER, Role.SERVICE_PROVIDER)


def _silent_regions(scan: Scan, sentence: Sentence) -> tuple[str, ...]:
    """The regions of the heading above; none where the sentence speaks of that heading, a place nobody knows."""
    section = scan.sections[sentence.section]
    own = bool(section.title) and not section.sets_region and section.title in scan.text[sentence.start : sentence.end]
    return () if own else section.regions


def _read_takings(text: str, sentence: Sentence, *, cued: bool, guess: bool) -> Iterator[Claim]:
    """Who takes part by a list, (with `cued`) by a cue, and (with `guess`) who stands beside others without one."""
    inline = tuple(read_inline_list(text, sentence))
    listed = {(claim.who.start, claim.who.end) for claim in inline if isinstance(claim, Taking)}
    roles = read_roles(text, sentence) if cued else iter(())
    taking = tuple(claim for claim in roles if (claim.who.start, claim.who.end) not in listed)
    yield from inline
    yield from taking
    if guess:
        explained = (*listed, *((claim.who.start, claim.who.end) for claim in taking))
        company = tuple(read_company(text, sentence, explained))
        yield from company
        yield from read_involvement(text, sentence, (*explained, *((c.who.start, c.who.end) for c in company)))
    enumerated = [claim for claim in taking if claim.confidence >= THRESHOLD and claim.role in _ENUMERATING]
    if len(enumerated) > 1 and not is_open_list(text, sentence.start, sentence.end):
        yield Listed(enumerated[0].initiative, sentence.start, sentence.end)


def _confidence(claim: Claim) -> float:
    return claim.confidence if isinstance(claim, Taking | Missing) else 1.0
