"""Role frames: who takes part in the sentence's initiative, in which role, by cue and slot (`german/roles.toml`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.kinds import InitiativeType, Role
from loaders.claims import Taking
from loaders.doubt import is_denied, speaks_of_togetherness
from loaders.enumeration import Body, bodies, enumeration_after, enumeration_before, without_classes
from loaders.frames import read_frames
from loaders.lexicon import rows_table, word_table
from loaders.mention import ActorMention, InitiativeMention
from loaders.sentence import Sentence
from loaders.sieve import Sieve, Sieved
from loaders.speech import reporter
from loaders.timing import term_of

CUE_CONFIDENCE = 0.95
_PLAN_CONFIDENCE = 0.8
_WORDS = word_table("roles")
_TO_WHOM = re.compile(r"[DI](?:em|er|en)\s+")
_BELONG = re.compile(r"\s+gehör(?:en|t|ten|te)\b")
_OWNED = re.compile(r"[“\"”]?\s+(?:des|der|vom)\s+(?:[\wäöüß-]+en\s+)?")
_ACCOMPANYING = re.compile(r"\b(?:mit|von|vom|durch|bei|beim|für)\s+(?:de[rmn]\s+)?$")
_PREDICATE = re.compile(
    rf"\b(?:{'|'.join(_WORDS['predicate_verbs'])})\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(_WORDS['predicate_nouns'])})\s+"
    rf"(?:{'|'.join(_WORDS['predicate_of'])})\s+"
)
_DENIED = 0.5
_NEAR = 0.85
_COMPANY_CONFIDENCE = 0.62
_PLANNED = Sieved(rf"\b(?:{'|'.join(_WORDS['planned'])})\b")
_OPEN = Sieved("|".join(word_table("absence")["open"]))
_OUTSIDE = re.compile(rf"\b(?:{'|'.join(_WORDS['outside'])})\b[^.;]{{0,80}}$")
_GENITIVE_ENDS = ("der", "des")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of the table, ready to search."""

    role: Role
    slot: str
    pattern: Sieved


CUES = tuple(
    Cue(Role(row["role"]), row["slot"], Sieved(row["pattern"], re.IGNORECASE if row["slot"] == "clause" else 0))
    for row in rows_table("roles", "cues")
)

_WHOLE = Sieve(([cue.pattern], cue) for cue in CUES if cue.slot == "clause")
_PARTLY = Sieve(([cue.pattern], cue) for cue in CUES if cue.slot != "clause")


def read_roles(text: str, sentence: Sentence) -> Iterator[Taking]:
    """The participations a sentence states; each body once, by its most specific cue."""
    if sentence.target is None and not sentence.named:
        return
    if _OPEN.search(text, sentence.start, sentence.end) or _tells_own_members(text, sentence):
        return
    if _is_of_another(text, sentence):
        return
    taken: set[tuple[int, int, str]] = set()
    for owner in _owners(text, sentence):
        taken.add(_key(owner.who))
        yield owner
    for role, body, target in (
        *_by_cues(text, sentence, whole=False),
        *_by_frames(text, sentence),
        *_by_cues(text, sentence, whole=True),
    ):
        if _key(body) in taken or target is None or is_outside(text, sentence, body):
            continue
        taken.add(_key(body))
        yield _taking(text, sentence, role, body, target)


def _by_cues(text: str, sentence: Sentence, *, whole: bool) -> Iterator[tuple[Role, Body, int | None]]:
    """What the cues say: with `whole` those that take every body of the sentence, else the others."""
    for cue in (_WHOLE if whole else _PARTLY).passing(text, sentence.start, sentence.end):
        for match in cue.pattern.finditer(text, sentence.start, sentence.end):
            target = _target(sentence, cue.role, match.start())
            for body in _slot(text, sentence, cue, match):
                yield cue.role, body, target


def _by_frames(text: str, sentence: Sentence) -> Iterator[tuple[Role, Body, int | None]]:
    for filled in read_frames(text, sentence):
        if filled.role is None:
            continue
        target = _target(sentence, filled.role, filled.clause.start)
        if filled.clause.relative and (before := [m for m in sentence.named if m.end <= filled.clause.start]):
            target = before[-1].index
        for body in filled.bodies:
            yield filled.role, body, target


def is_outside(text: str, sentence: Sentence, body: Body) -> bool:
    """Whether what stands before a body puts it out of the initiative ("unabhängig von den Verbänden")."""
    return bool(_OUTSIDE.search(text, max(sentence.start, body.start - 90), body.start))


def _tells_own_members(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells an organisation's own members: "Dem VME gehören 138 Firmen an"."""
    first = next(iter(sentence.actors), None)
    return first is not None and bool(
        _TO_WHOM.fullmatch(text, sentence.start, first.start) and _BELONG.match(text, first.end, sentence.end)
    )


def _is_of_another(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells of whom else somebody is a member or partner: "Jan Ott ist Mitglied der IG Metall"."""
    starts = {actor.start for actor in sentence.actors}
    return any(match.end() in starts for match in _PREDICATE.finditer(text, sentence.start, sentence.end))


def _owners(text: str, sentence: Sentence) -> Iterator[Taking]:
    """Whose initiative it is: an organisation in the genitive right behind its name ("Industriestrategie des BMWi")."""
    for initiative in sentence.named:
        for actor in sentence.actors:
            if _OWNED.fullmatch(text, initiative.end, actor.start):
                confidence = round(actor.confidence * CUE_CONFIDENCE, 3)
                yield Taking(actor, initiative.index, Role.LEAD, sentence.start, sentence.end, confidence, "owner")


def _key(body: Body) -> tuple[int, int, str]:
    return body.start, body.end, body.kind.value + (body.name if isinstance(body, ActorMention) else body.word)


def read_company(text: str, sentence: Sentence, taken: Iterable[tuple[int, int]]) -> Iterator[Taking]:
    """Named organisations side by side in a sentence on an initiative that no cue explains: they take part somehow.

    Two at least, so that a mere passing mention is none; less sure than any cue.
    """
    if (
        sentence.target is None
        or sentence.target_confidence < _NEAR
        or _OPEN.search(text, sentence.start, sentence.end)
    ):
        return
    if not speaks_of_togetherness(text, sentence):
        return
    free = [a for a in sentence.actors if (a.start, a.end) not in set(taken)]
    for first in free:
        run = enumeration_after(text, free, first.start, sentence.end)
        if len(run) > 1 and first is run[0]:
            for body in run:
                if not is_outside(text, sentence, body) and not is_denied(text, sentence, body):
                    yield Taking(
                        body,
                        sentence.target,
                        Role.PARTICIPANT,
                        sentence.start,
                        sentence.end,
                        _COMPANY_CONFIDENCE,
                        "company",
                    )
            return


def _slot(text: str, sentence: Sentence, cue: Cue, match: re.Match[str]) -> list[Body]:
    if cue.role is Role.COMMISSIONER and _names_initiative(sentence, match.end()):
        return []
    if cue.slot == "after":
        genitive = match.group().rstrip().endswith(_GENITIVE_ENDS)
        return enumeration_after(
            text, sentence.mentions, match.end(), sentence.end, target=sentence.target, genitive=genitive
        )
    if cue.slot == "before":
        before = enumeration_before(text, sentence.mentions, match.start(), sentence.start, target=sentence.target)
        return [
            body for body in before if not _ACCOMPANYING.search(text, sentence.start, before[0].start)
        ] or _behind_verb(text, sentence, match)
    return _clause(text, sentence)


def _names_initiative(sentence: Sentence, position: int) -> bool:
    """Whether an initiative is the first thing named behind a place: "im Auftrag des Bündnisses"."""
    behind = next((m for m in sentence.mentions if m.start >= position), None)
    return isinstance(behind, InitiativeMention) and behind.start - position < 40


def _behind_verb(text: str, sentence: Sentence, match: re.Match[str]) -> list[Body]:
    """The subject behind the verb: "Derzeit überarbeitet der Senat …"."""
    if match.start() - sentence.start > 40 or bodies([m for m in sentence.mentions if m.end <= match.start()]):
        return []
    return enumeration_after(text, sentence.mentions, match.start() + len(match.group().split()[0]), sentence.end)[:1]


def _clause(text: str, sentence: Sentence) -> list[Body]:
    return without_classes(text, bodies(sentence.mentions))


def _target(sentence: Sentence, role: Role, position: int) -> int | None:
    """The initiative a cue speaks about: an event that is held, the one right before the cue, else the sentence's."""
    events = [m for m in sentence.named if m.type is InitiativeType.EVENT]
    if role is Role.ORGANISER and events:
        return events[0].index
    near = [m for m in sentence.named if m.end <= position and position - m.end < 25]
    if near:
        return near[-1].index
    return sentence.target


def _taking(text: str, sentence: Sentence, role: Role, body: Body, target: int) -> Taking:
    name = body.confidence if isinstance(body, ActorMention) else 0.95
    plan = _PLAN_CONFIDENCE if _PLANNED.search(text, sentence.start, sentence.end) else 1.0
    doubt = _DENIED if is_denied(text, sentence, body) else 1.0
    confidence = round(name * CUE_CONFIDENCE * plan * doubt * sentence.target_confidence, 3)
    since, until = term_of(text[sentence.start : sentence.end])
    return Taking(
        body, target, role, sentence.start, sentence.end, confidence, f"cue:{role.value}",
        reporter(text, sentence.start, sentence.end), since, until,
    )  # fmt: skip
