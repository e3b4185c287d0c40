"""Organisations in organisations: who is a member of which association."""

from collections.abc import Iterator

from graph.kinds import ActorKind
from loaders.claims import Belonging
from loaders.lexicon import word_table
from loaders.licence import find_items
from loaders.mention import ActorMention
from loaders.sentence import Sentence
from loaders.sieve import Sieved, sieve_of

_MEMBER_OF = sieve_of(word_table("belonging")["member_of"])
_COMPOUND = Sieved(
    r"(?<![\w-])(?P<short>[A-ZÄÖÜ][\wÄÖÜ]+)-(?:Unternehmen|Mitglieder|Mitgliedsunternehmen|Betriebe|Mitgliedsbetriebe|Firmen)\b[^:.]{0,60}:\s+"
    r"|\bMitglieds(?:unternehmen|betriebe|firmen)\s+(?:des|der)\s+(?P<of>[A-ZÄÖÜ]\w+)\b[^:.]{0,60}:\s+"
)
_CONFIDENCE = 0.9


def read_belongings(text: str, sentence: Sentence, abbreviations: dict[str, ActorMention]) -> Iterator[Belonging]:
    """The memberships a sentence states: "Der A ist Mitglied im B", "mehrere A-Unternehmen: C, D und E"."""
    for pattern in _MEMBER_OF.passing(text, sentence.start, sentence.end):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            members = [a for a in sentence.actors if a.end <= match.start()]
            organisations = [a for a in sentence.actors if a.start >= match.end() and a.start - match.end() < 60]
            if members and organisations:
                yield Belonging(members[0], organisations[0], sentence.start, sentence.end, _CONFIDENCE)
    yield from _of_compound(text, sentence, abbreviations)


def _of_compound(text: str, sentence: Sentence, abbreviations: dict[str, ActorMention]) -> Iterator[Belonging]:
    match = _COMPOUND.search(text, sentence.start, sentence.end)
    organisation = abbreviations.get(match["short"] or match["of"]) if match else None
    if match is None or organisation is None:
        return
    behind = tuple(m for m in sentence.mentions if m.start >= match.end())
    unknown = find_items(text, match.end(), sentence.end, behind, ActorKind.COMPANY)
    for member in (*(m for m in behind if isinstance(m, ActorMention)), *unknown):
        yield Belonging(member, organisation, sentence.start, sentence.end, _CONFIDENCE)
