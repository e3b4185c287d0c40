"""Asides: bodies that a sentence names as its source, or as asked to come, and that take no part by it.

"Laut DGB beteiligt sich die IG Metall" tells of the IG Metall, "Der DGB wurde eingeladen, sich zu beteiligen" of none,
"Der Pakt lädt den DGB ein" of no organiser. Who is left out here stays an unread place.
"""

import re
from collections.abc import Iterable, Iterator

from graph.kinds import Role
from loaders.claims import Body, Claim, Taking
from loaders.clauses import is_governed
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.sentence import Sentence
from loaders.sieve import sieve_of

_TABLE = word_table("asides")
_BEFORE, _BEHIND = (re.compile("|".join(_TABLE[name])) for name in ("source_before", "source_behind"))
_ASKED, _INVITING = sieve_of(_TABLE["asked"]), sieve_of(_TABLE["inviting"])
_ACCUSATIVE = re.compile(r"\bden\s")
_VERB_FIRST = re.compile(r"\s*(?:d(?:er|ie|as)\s+)?$")
_COMING = frozenset({Role.PARTICIPANT, Role.MEMBER, Role.PARTNER})
_REACH = 60


def without_asides(text: str, sentence: Sentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of a sentence without those of bodies that are only its source, or only asked to come."""
    start, end = sentence.start, sentence.end
    asked = any(pattern.search(text[start:end]) for pattern in _ASKED.passing(text, start, end))
    for claim in claims:
        if not isinstance(claim, Taking) or not (
            (asked and claim.role in _COMING)
            or _is_source(text, sentence, claim.who)
            or (claim.role is Role.ORGANISER and _is_guest(text, sentence, claim.who))
        ):
            yield claim


def _is_source(text: str, sentence: Sentence, body: Body) -> bool:
    before = text[max(sentence.start, body.start - _REACH) : body.start]
    return bool(_BEFORE.search(before) or _BEHIND.match(text[body.end : sentence.end]))


def _is_guest(text: str, sentence: Sentence, body: Body) -> bool:
    """Whether a body is invited: behind the verb in the accusative, or where the initiative is who invites."""
    for pattern in _INVITING.passing(text, sentence.start, sentence.end):
        verb = pattern.search(text, sentence.start, sentence.end)
        if verb is not None and verb.end() <= body.start:
            behind = text[verb.end() : body.start]
            return bool(_ACCUSATIVE.search(behind)) or _initiative_invites(text, sentence, verb)
    return False


def _initiative_invites(text: str, sentence: Sentence, verb: re.Match[str]) -> bool:
    initiatives = [mention for mention in sentence.mentions if isinstance(mention, InitiativeMention)]
    nominative = (one for one in initiatives if not is_governed(text, sentence.start, one.start))
    return any(
        _VERB_FIRST.fullmatch(text, verb.end(), one.start) or text[one.end : verb.start()].strip() == ""
        for one in nominative
        if one.start >= verb.end() or one.end <= verb.start()
    )
