"""Organisations in organisations: who is a member of which association."""

import re
from collections.abc import Iterator

from graph.kinds import ActorKind
from loaders.claims import Belonging
from loaders.enumeration import enumeration_before
from loaders.lexicon import word_table
from loaders.licence import find_items
from loaders.mention import ActorMention, InitiativeMention
from loaders.sentence import Sentence
from loaders.sieve import Sieved, sieve_of

_MEMBER_OF = sieve_of(word_table("belonging")["member_of"])
_COMPOUND = Sieved(
    r"(?<![\w-])(?P<short>[A-ZÄÖÜ][\wÄÖÜ]+)-(?:Unternehmen|Mitglieder|Mitgliedsunternehmen|Betriebe|Mitgliedsbetriebe|Firmen)\b[^:.]{0,60}:\s+"
    r"|\bMitglieds(?:unternehmen|betriebe|firmen)\s+(?:des|der)\s+(?P<of>[A-ZÄÖÜ]\w+)\b[^:.]{0,60}:\s+"
)
_VERB_BETWEEN = re.compile(
    r"(?:\s*\([^)]{2,20}\))?,?\s+[a-zäöüß]+(?:t|te|en|ten)\s+(?:(?:der|die|das|auch|sich)\s+){0,2}"
)
_JOINED, _ITSELF = (re.compile(word_table("belonging")[key][0]) for key in ("joined", "itself"))
_CONFIDENCE = 0.9
_NEAR = 40
_WITH_MEMBERS = frozenset(
    {
        ActorKind.EMPLOYERS_ASSOCIATION,
        ActorKind.BUSINESS_ASSOCIATION,
        ActorKind.UNION,
        ActorKind.CHAMBER,
        ActorKind.NETWORK,
        ActorKind.OTHER,
    }
)


def read_belongings(text: str, sentence: Sentence, abbreviations: dict[str, ActorMention]) -> Iterator[Belonging]:
    """The memberships a sentence states: "Der A ist Mitglied im B", "mehrere A-Unternehmen: C, D und E"."""
    for pattern in _MEMBER_OF.passing(text, sentence.start, sentence.end):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            before = enumeration_before(text, sentence.mentions, match.start(), sentence.start)
            members = [body for body in before if isinstance(body, ActorMention)]
            members = members or [a for a in sentence.actors if a.end <= match.start()][:1]
            behind = [a for a in sentence.actors if a.start >= match.end() and a.kind in _WITH_MEMBERS][:1]
            if not members and text[match.start() : match.start() + 3] == "Als":
                members = _subject_behind(text, sentence, behind)
            for organisation in behind:
                if organisation.start - match.end() < _NEAR and not _initiative_between(sentence, match, organisation):
                    for member in members:
                        yield Belonging(member, organisation, sentence.start, sentence.end, _CONFIDENCE)
    yield from _of_relative(text, sentence)
    yield from _of_compound(text, sentence, abbreviations)


def _subject_behind(text: str, sentence: Sentence, organisations: list[ActorMention]) -> list[ActorMention]:
    """The member, where only the organisation stands before the verb: "Als Mitglied im A vertritt der B …"."""
    for organisation in organisations:
        behind = [a for a in sentence.actors if a.start > organisation.end]
        if behind and _VERB_BETWEEN.fullmatch(text, organisation.end, behind[0].start):
            return behind[:1]
    return []


def _initiative_between(sentence: Sentence, match: re.Match[str], organisation: ActorMention) -> bool:
    """Whether it is the initiative that somebody is a member of, and the organisation only comes behind it."""
    return any(
        isinstance(m, InitiativeMention) and match.end() <= m.start < organisation.start for m in sentence.mentions
    )


def _of_relative(text: str, sentence: Sentence) -> Iterator[Belonging]:
    """Memberships in a relative clause: "der …verband, dem die A angehört", "die A, die selbst Mitglied im B ist"."""
    for whole in (actor for actor in sentence.actors if actor.kind in _WITH_MEMBERS):
        clause = _JOINED.match(text, whole.end, sentence.end)
        inside = [
            a for a in sentence.actors if clause and clause.start("who") <= a.start and a.end <= clause.end("who")
        ]
        for member in inside:
            yield Belonging(member, whole, sentence.start, sentence.end, _CONFIDENCE)
        itself = _ITSELF.search(text, sentence.start, whole.start)
        if itself is not None:
            before = [a for a in sentence.actors if a.end == itself.start()]
            for member in before:
                yield Belonging(member, whole, sentence.start, sentence.end, _CONFIDENCE)


def _of_compound(text: str, sentence: Sentence, abbreviations: dict[str, ActorMention]) -> Iterator[Belonging]:
    match = _COMPOUND.search(text, sentence.start, sentence.end)
    organisation = abbreviations.get(match["short"] or match["of"]) if match else None
    if match is None or organisation is None:
        return
    behind = tuple(m for m in sentence.mentions if m.start >= match.end())
    unknown = find_items(text, match.end(), sentence.end, behind, ActorKind.COMPANY)
    for member in (*(m for m in behind if isinstance(m, ActorMention)), *unknown):
        yield Belonging(member, organisation, sentence.start, sentence.end, _CONFIDENCE)
