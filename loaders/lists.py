"""Lists of those who take part: bullets under a lead-in, enumerations behind a colon, labels, tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.keys import fold
from graph.kinds import Role
from loaders.claims import Claim, Listed, Taking
from loaders.document import BlockKind
from loaders.doubt import is_denied, is_open_list, is_refused_item
from loaders.enumeration import as_body, bodies, without_classes
from loaders.labels import ROLE_OF_LABEL
from loaders.lexicon import word_set, word_table
from loaders.licence import class_of, find_items, is_member_list, is_topic_list
from loaders.mention import MODEL, ActorMention, GroupMention, InitiativeMention
from loaders.roles import CUE_CONFIDENCE, CUES
from loaders.sentence import Sentence

_LABEL = re.compile(r"^(?P<label>[^:\n]{2,60}?)\s*:\s*")
_OTHER_LABELS = frozenset(map(fold, word_set("roles", "other_labels")))
_KIND_WORDS = frozenset(map(fold, word_set("roles", "kind_headings")))
_COLUMNS = frozenset(map(fold, word_table("columns")["organisation"]))
_BAR = "|"
_BRACKET = re.compile(r"\s*\((?P<label>[A-ZÄÖÜ]\w+)\)")
_EXPLAINED = re.compile(r"(?:\s*\([^)]{1,60}\))?:\s")
_FOLLOWING = re.compile(r"(?:(?:Die|Diese)\s+)?[Ff]olgende[nr]?\s+[A-ZÄÖÜ]\w+\s+(?:und\s+[A-ZÄÖÜ]\w+\s+)?$")
_COLON = re.compile(r":\s+(?=\S)")
_LEAD_LIMIT = 260


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What announces a list: the role of its items, whose list it is, whether unknown items are licensed."""

    role: Role
    initiative: int
    confidence: float
    words: str
    licensed: bool


def lead_in(text: str, sentence: Sentence) -> LeadIn | None:
    """What a sentence or heading announces, when it ends with a colon or is a label ("Mitglieder")."""
    words = text[sentence.start : sentence.end].rstrip(": ")
    announced = text[sentence.start : sentence.end].rstrip().endswith(":") or sentence.block is BlockKind.HEADING
    headed = table_lead(text, sentence)
    if headed is not None:
        return headed
    if not announced or sentence.target is None or len(words) > _LEAD_LIMIT or is_topic_list(words):
        return None
    role = ROLE_OF_LABEL.get(fold(words)) or _label_inside(words, sentence) or _cue_role(text, sentence)
    if role is None and sentence.block is BlockKind.HEADING and _is_kind_heading(text, sentence):
        role = Role.MEMBER
    if role is None:
        return None
    return LeadIn(role, sentence.target, sentence.target_confidence, words, is_member_list(words))


def table_lead(text: str, sentence: Sentence) -> LeadIn | None:
    """What the head of a table of organisations announces: "Organisation | Ort | Rolle"."""
    words = text[sentence.start : sentence.end]
    cells = [fold(cell) for cell in words.split(_BAR)]
    is_head = sentence.block in (BlockKind.TABLE_ROW, BlockKind.HEADING) and len(cells) > 1 and not sentence.actors
    if not is_head or sentence.target is None or not _COLUMNS.intersection(cells):
        return None
    return LeadIn(Role.MEMBER, sentence.target, sentence.target_confidence, words, licensed=False)


def _is_kind_heading(text: str, sentence: Sentence) -> bool:
    """Whether a heading only names kinds: "Kammern und Verbände", "Gewerkschaften"."""
    rest = text[sentence.start : sentence.end]
    for mention in reversed(sentence.mentions):
        if isinstance(mention, GroupMention):
            rest = rest[: mention.start - sentence.start] + rest[mention.end - sentence.start :]
    return len(rest) < sentence.end - sentence.start and not set(fold(rest).split()) - _KIND_WORDS


def _label_inside(words: str, sentence: Sentence) -> Role | None:
    """A label with an addition: "Mitglieder des Bündnisses", "Unsere Partner"."""
    if len(words.split()) > 6:
        return None
    labels = [fold(word) for word in words.split() if word[0].isupper()]
    return next((ROLE_OF_LABEL[label] for label in labels if label in ROLE_OF_LABEL), None)


def _cue_role(text: str, sentence: Sentence) -> Role | None:
    """The role of the cue that leaves its slot open for the list; members where only the words say so."""
    end = sentence.end
    for cue in CUES:
        for match in cue.pattern.finditer(text, sentence.start, end):
            if cue.slot == "clause" or (cue.slot == "after" and end - match.end() < 25):
                return cue.role
            if cue.slot == "before" and _FOLLOWING.match(text, sentence.start, match.start()):
                return cue.role
    return Role.MEMBER if is_member_list(text[sentence.start : end]) else None


def read_item(text: str, sentence: Sentence, lead: LeadIn, *, company: bool) -> Iterator[Claim]:
    """The participations one list item states. `company`: other items are known bodies, so unknown ones are too."""
    if is_refused_item(text, sentence):
        return
    found = without_classes(text, [b for b in bodies(sentence.mentions) if not is_denied(text, sentence, b)])
    if found and _EXPLAINED.match(text, found[0].end, sentence.end):
        found = [body for body in found if body.end <= found[0].end]
    if sentence.block is BlockKind.TABLE_ROW and sentence.actors:
        found = [actor for actor in found if isinstance(actor, ActorMention)]
    unknown = (
        list(find_items(text, sentence.start, sentence.end, sentence.mentions, class_of(lead.words)))
        if (lead.licensed or company) and not found
        else []
    )
    for body in (*found, *unknown):
        yield _taking(body, replace(lead, role=_own_role(text, body, sentence) or lead.role), sentence)


def _own_role(text: str, body: ActorMention | GroupMention, sentence: Sentence) -> Role | None:
    """The role an item gives in brackets, a row in a cell: "IHK Nord (Vorsitz)", "IHK Nord | Träger"."""
    match = _BRACKET.match(text, body.end, sentence.end)
    if match:
        return ROLE_OF_LABEL.get(fold(match["label"]))
    cells = text[sentence.start : sentence.end].split(_BAR)
    roles = (ROLE_OF_LABEL.get(fold(cell)) for cell in cells if len(cells) > 1 and fold(cell) not in _COLUMNS)
    return next((role for role in roles if role), None)


def names_bodies(text: str, items: tuple[Sentence, ...]) -> bool:
    """Whether a list speaks for itself: two items at least, and most are little more than an organisation's name."""
    named = sum(_is_mostly_a_name(item) for item in items)
    return named > 1 and named * 2 >= len(items)


def _is_mostly_a_name(item: Sentence) -> bool:
    covered = sum(actor.end - actor.start for actor in item.actors if actor.method != MODEL)
    return covered * 2 >= item.end - item.start


def is_name_alone(text: str, line: Sentence) -> bool:
    """Whether a line that looks like a heading is nothing but a body's name: an item with blank lines round it."""
    covered = sum(actor.end - actor.start for actor in line.actors)
    return line.block is BlockKind.HEADING and covered * 5 >= (line.end - line.start) * 4


def _unknown_label(text: str, head: Sentence, line: Sentence) -> LeadIn | None:
    """A label that is no known role, before bodies: "Neu seit 2018: A, B" are members, one alone takes part."""
    words = text[head.start : head.end].rstrip(": ")
    named = [actor for actor in line.actors if actor.start >= head.end and actor.method != MODEL]
    excluded = _OTHER_LABELS.intersection(fold(words).split()) or is_topic_list(words) or len(words) > 40
    if line.block is not BlockKind.KEY_VALUE or not named or excluded or line.target is None:
        return None
    role = Role.MEMBER if len(named) > 1 else Role.PARTICIPANT
    return LeadIn(role, line.target, min(line.target_confidence, 0.8), words, licensed=len(named) > 1)


def _taking(body: ActorMention | GroupMention, lead: LeadIn, sentence: Sentence) -> Taking:
    name = body.confidence if isinstance(body, ActorMention) else 0.95
    confidence = round(name * CUE_CONFIDENCE * max(lead.confidence, 0.9), 3)
    return Taking(body, lead.initiative, lead.role, sentence.start, sentence.end, confidence, f"list:{lead.role.value}")


def is_other_label(text: str, sentence: Sentence) -> bool:
    """Whether a line's label says when, where or how to call: nobody takes part because of it."""
    label = _LABEL.match(text[sentence.start : sentence.end])
    is_line = sentence.block is BlockKind.KEY_VALUE and label is not None
    return is_line and label is not None and bool(_OTHER_LABELS.intersection(fold(label["label"]).split()))


def read_inline_list(text: str, sentence: Sentence) -> Iterator[Claim]:
    """ "An der Kerngruppe sind beteiligt: A, B und C.", "Träger: A und B" """
    colon = _COLON.search(text, sentence.start, sentence.end)
    if colon is None or colon.start() - sentence.start > _LEAD_LIMIT:
        return
    head = Sentence(
        sentence.start, colon.start() + 1, sentence.block, sentence.section,
        tuple(m for m in sentence.mentions if m.end <= colon.start()), sentence.target, sentence.target_confidence,
    )  # fmt: skip
    lead = lead_in(text, head) or _unknown_label(text, head, sentence)
    if lead is None:
        return
    rest = tuple(m for m in sentence.mentions if m.start >= colon.end())
    known = without_classes(
        text,
        bodies([m if isinstance(m, InitiativeMention) and m.index == lead.initiative else as_body(m) for m in rest]),
    )
    unknown = (
        list(find_items(text, colon.end(), sentence.end, rest, class_of(lead.words)))
        if lead.licensed or len(known) > 1
        else []
    )
    for body in (*known, *unknown):
        yield _taking(body, lead, sentence)
    if len(known) + len(unknown) > 1 and not is_open_list(text, sentence.start, colon.end()):
        yield Listed(lead.initiative, sentence.start, sentence.end)
