"""Involvement: a body and the initiative tied together by a verb that no frame knows.

Verbs are without number, ways to stand in a clause are not. Who is the subject of a clause that has the initiative as
its object or behind a preposition ("An ihm haben die IHK und der DGB Platz genommen"), or does what the initiative
undergoes ("Berufen wird er von der Senatorin"), has a part in it, unless the clause only speaks, judges, wishes or
looks on (`german/involvement.toml`). Less sure than any frame, and so always read last.
"""

import re
from collections.abc import Iterable, Iterator

from graph.kinds import Role
from loaders.claims import Taking
from loaders.clauses import Clause, find_clauses, is_governed, subject
from loaders.doubt import is_denied
from loaders.enumeration import Body, enumeration_after
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.sentence import Sentence
from loaders.sieve import any_matches, sieve_of

_TABLE = word_table("involvement")
_ASIDE = sieve_of(_TABLE["aside"])
_REFERENCE = re.compile("|".join(_TABLE["references"]))
_PASSIVE = re.compile("|".join(_TABLE["passive"]))
_AGENT = re.compile(r"\b(?:von|vom|durch)\s+(?:de[rmn]\s+|die\s+|das\s+)?")
_STANDS_FOR_IT = re.compile(r"\b(?:[Ee]r|[Ee]s|[Ss]ie)\b")
CONFIDENCE = 0.62
_NEAR = 0.75
_MANY = 3


def read_involvement(text: str, sentence: Sentence, taken: Iterable[tuple[int, int]]) -> Iterator[Taking]:
    """Who has a part in the initiative by where a clause puts the two; `taken` are bodies explained already."""
    if sentence.target is None or sentence.target_confidence < _NEAR or not sentence.actors:
        return
    explained = set(taken)
    for clause in find_clauses(text, sentence.start, sentence.end):
        if any_matches(_ASIDE, text, clause.start, clause.end):
            continue
        for body in _involved(text, sentence, clause):
            if (body.start, body.end) not in explained and not is_denied(text, sentence, body):
                yield Taking(
                    body, sentence.target, Role.PARTICIPANT, sentence.start, sentence.end, CONFIDENCE, "involvement"
                )


def _involved(text: str, sentence: Sentence, clause: Clause) -> list[Body]:
    if _PASSIVE.search(text, clause.start, clause.end):
        agents = _agents(text, sentence, clause)
        if agents:
            return agents if _is_subject(text, sentence, clause) else []
    acting = subject(text, sentence, clause)
    return acting if len(acting) >= _MANY or _is_beside(text, sentence, clause) else []


def _agents(text: str, sentence: Sentence, clause: Clause) -> list[Body]:
    for match in _AGENT.finditer(text, clause.start, clause.end):
        found = enumeration_after(text, sentence.mentions, match.end(), clause.end, target=sentence.target)
        if found:
            return found
    return []


def _is_subject(text: str, sentence: Sentence, clause: Clause) -> bool:
    """Whether the initiative is what a passive clause is about: named, pointed to or a pronoun."""
    mentions = _initiatives(sentence, clause)
    if mentions:
        return not is_governed(text, clause.start, mentions[0].start)
    return bool(_STANDS_FOR_IT.search(text, clause.start, clause.end))


def _is_beside(text: str, sentence: Sentence, clause: Clause) -> bool:
    """Whether the initiative stands in a clause as object or behind a preposition."""
    mentions = _initiatives(sentence, clause)
    if any(is_governed(text, clause.start, m.start) for m in mentions):
        return True
    return bool(_REFERENCE.search(text, clause.start, clause.end))


def _initiatives(sentence: Sentence, clause: Clause) -> list[InitiativeMention]:
    return [m for m in sentence.mentions if isinstance(m, InitiativeMention) and clause.start <= m.start < clause.end]
