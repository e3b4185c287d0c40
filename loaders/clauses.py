"""Clauses of a sentence, and which bodies are the subject of one: German puts it before the verb or behind it.

Shallow: articles and prepositions decide, not a parse. A body is oblique when a preposition governs it, when its
article is one that no subject has ("dem DGB"), or "der" stands before a feminine or plural noun ("der IHK").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.enumeration import Body, as_body, bodies, enumeration_after
from loaders.lexicon import word_table
from loaders.mention import ActorMention, InitiativeMention, Mention
from loaders.sentence import Sentence
from seeds.persons import first_names

_WORDS = word_table("grammar")
_ARTICLE = r"(?:de[rmns]|die|das|ein(?:e[mnrs]?)?)"
_PREPOSITION = "|".join(_WORDS["prepositions"])
_SPEAKING = "|".join(_WORDS["speaking"])
_NO_ADJECTIVE = r"[a-zäöü]+(?<!e)(?<!en)(?<!er)(?<!es)"
_RELATIVE = (
    r"(?:(?:in|an|bei|zu|mit|aus|von|für|unter)\s+)?(?:den|die|das|dem|der|deren|dessen)\s+"
    rf"(?={_ARTICLE}\s|{_NO_ADJECTIVE}\s|\d)"
)
_FURTHER = r"(?:an|in|bei|mit|zu|aus)\s+(?:dem|der|denen)\s+(?:sich|auch|zudem|seit|inzwischen|mittlerweile|heute)\b"
_BREAK = re.compile(
    rf"[;–]\s*|,\s+(?=(?:{'|'.join(_WORDS['conjunctions'])})\b)|,\s+(?=(?:{_SPEAKING})\b[^,]*$)|,\s+(?=(?P<relative>{_RELATIVE}))|\s+und\s+(?=(?P<further>{_FURTHER}))"
)
_SUBORDINATE = re.compile(rf"(?:{'|'.join(_WORDS['subordinating'])})\b")
_MAIN = re.compile(
    r",\s+(?=(?!und|sowie|oder|wie|auch|darunter|de[rmns]\b|die|das|mit|von|vom)[a-zäöüß]+\s+(?:sich|de[rmn]|die|das|er|sie|es|ein\w*|auch|nur|[A-ZÄÖÜ]))"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<preposition>{_PREPOSITION})\s+)?(?:\b(?P<article>{_ARTICLE}|[a-zäöü]*(?:unser|ihr|sein|dies|jed)(?:e[mnrs]?)?|kein(?:e[mnrs]?)?)\s+)?"
    rf"(?:(?!(?:{_ARTICLE})\s)(?:[a-zäöüß-]+e[nmrs]?|\d+|zwei|drei|vier)\s+){{0,3}}[„“\"»]?$",
    re.IGNORECASE,
)
_STANDING_FOR = re.compile(
    rf"\b(?:{'|'.join(_WORDS['standing_for'])})\s+(?:(?:der|des|von|vom|aus)\s+(?:de[rmn]\s+)?)?$|[A-ZÄÖÜ][\w.-]+\s*\($"
)
_PERSON_OF = re.compile(
    r"\b(?P<first>[A-ZÄÖÜ]\w+)(?:-\w+)?\s+(?:von\s+)?[A-ZÄÖÜ][\w-]+\s+(?:von|vom|aus)\s+(?:de[rm]\s+)?$"
)
_PERSON_BESIDE = re.compile(r"\b[A-ZÄÖÜ][\w.-]+(?:\s*\(|,\s+)$")
_BESIDE = re.compile(r"[“”\"]?\s*(?:,|und|sowie)\s+(?:d(?:er|ie|as|em|en)\s+)?")
_JOINS = re.compile(r"[,;/&]|\b(?:und|sowie|oder|noch|bzw|samt|nebst|wie|auch)\b")
_FEMININE = re.compile(rf"(?:{'|'.join(_WORDS['feminine'])})", re.IGNORECASE)
_OBLIQUE = re.compile(r"(?:de[ms]|den|\w+e[ms]|(?:ein|ihr|sein|unser|kein|dies|jed)en)$", re.IGNORECASE)
_OBLIQUE_OF_FEMININE = frozenset(_WORDS["oblique_of_feminine"])
_REACH = 80
_NOUN_OF = re.compile(
    r"\W*(?:(?:Die|Der|Das|Ein|Eine)\s+)?(?:[a-zäöü]+\s+)?[A-ZÄÖÜ]\w+\s+(?:der|des)\s+(?:[\wäöüß-]+\s+){0,2}[„\"»]?"
)
"""What opens a clause before the genitive of an initiative: "Veranstalter der „Nacht der Werke“ sind …"."""
_OBJECT_ARTICLE = re.compile(r"\bden\s+(?:[\wäöüß-]+en\s+)?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with one verb. `relative`: it begins with a pronoun for what stands before it."""

    start: int
    end: int
    relative: bool = False


def find_clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses of a sentence, in order; commas inside enumerations part nothing."""
    begin, relative = start, False
    main = _MAIN.search(text, start, end) if _SUBORDINATE.match(text, start, end) else None
    if main is not None:
        yield from find_clauses(text, start, main.start())
        start = begin = main.end()
    for match in _BREAK.finditer(text, start, end):
        if match.start() > begin:
            yield Clause(begin, match.start(), relative)
        begin, relative = match.end(), bool(match["relative"] or match["further"])
    if end > begin:
        yield Clause(begin, end, relative)


def enumerations(text: str, sentence: Sentence, clause: Clause) -> list[list[Body]]:
    """The bodies of a clause, those that stand side by side together; other initiatives beside them are bodies too."""
    found: list[list[Body]] = []
    inside = [m for m in sentence.mentions if clause.start <= m.start and m.end <= clause.end]
    for body in bodies([_acting(m, inside, text, sentence.target) for m in inside]):
        if not found or body.start > found[-1][-1].end:
            run = enumeration_after(text, sentence.mentions, body.start, clause.end, target=sentence.target)
            found.append(_joined(text, [one for one in run if one.start >= body.start]) or [body])
    return found


def _acting(mention: Mention, around: list[Mention], text: str, target: int | None) -> Mention:
    """Another initiative than the sentence's as a body, where it stands beside one: "die Allianz X und die IHK"."""
    if not isinstance(mention, InitiativeMention) or mention.pointing or target in (None, mention.index):
        return mention
    beside = any(
        _BESIDE.fullmatch(text, mention.end, body.start) for body in bodies(around) if body.start > mention.end
    )
    return as_body(mention) if beside else mention


def _joined(text: str, run: list[Body]) -> list[Body]:
    """The beginning of a run whose bodies a comma or an "und" joins: in "A gehört laut B" there is none."""
    for position in range(1, len(run)):
        gap = text[run[position - 1].end : run[position].start]
        if run[position].start > run[position - 1].end and not _JOINS.search(gap):
            return run[:position]
    return run


def subject(text: str, sentence: Sentence, clause: Clause) -> list[Body]:
    """Who does what the clause says; empty where that is the initiative, a person or unclear."""
    groups = [run for run in enumerations(text, sentence, clause) if not is_oblique(text, clause, run[0])]
    if not groups and clause.relative:
        before = [run for run in enumerations(text, sentence, Clause(sentence.start, clause.start)) if run]
        return before[-1] if before and clause.start - before[-1][-1].end < 4 else []
    if not groups or _initiative_acts(text, sentence, clause, groups[0][0].start):
        return []
    return groups[0]


def direct_object(text: str, sentence: Sentence, clause: Clause) -> list[Body]:
    """Whom the clause's subject treats so: the last bodies that no preposition governs."""
    groups = [
        run
        for run in enumerations(text, sentence, clause)
        if not is_oblique(text, clause, run[0]) or _OBJECT_ARTICLE.search(text, clause.start, run[0].start)
    ]
    return groups[-1] if groups else []


def is_oblique(text: str, clause: Clause, body: Body) -> bool:
    """Whether a body cannot be the subject: a preposition governs it, or its article says so."""
    if _STANDING_FOR.search(text, clause.start, body.start) or _follows_person(text, clause, body):
        return False
    if is_governed(text, clause.start, body.start):
        return True
    before = _before(text, clause.start, body.start)
    plural = not isinstance(body, ActorMention) or body.plural
    return (
        before is not None
        and (before["article"] or "").lower() in _OBLIQUE_OF_FEMININE
        and (plural or bool(_FEMININE.match(text, body.start, body.end)))
    )


def is_governed(text: str, start: int, position: int) -> bool:
    """Whether a preposition, or an article that no subject has, stands before a place: "an der …", "dem …"."""
    before = _before(text, start, position)
    return before is not None and bool(before["preposition"] or _OBLIQUE.fullmatch(before["article"] or ""))


def _before(text: str, start: int, position: int) -> re.Match[str] | None:
    return _BEFORE.search(text, max(start, position - _REACH), position)


def stands_behind_person(text: str, clause: Clause, body: Body) -> bool:
    """Whether a person speaks for a body: "Ute Kern (IHK Köln)", "Ute Kern von der IHK Köln", "Kern, IHK Köln,"."""
    return _follows_person(text, clause, body) or bool(_PERSON_BESIDE.search(text, clause.start, body.start))


def _follows_person(text: str, clause: Clause, body: Body) -> bool:
    """Whether a person stands before a body as its own: "Ute Kern von der IHK Köln"."""
    match = _PERSON_OF.search(text, clause.start, body.start)
    return match is not None and match["first"] in first_names()


def _initiative_acts(text: str, sentence: Sentence, clause: Clause, position: int) -> bool:
    """Whether an initiative stands as the subject before that position ("Der Pakt unterstützt die IHK")."""
    for mention in sentence.mentions:
        if isinstance(mention, InitiativeMention) and clause.start <= mention.start < position:
            if _NOUN_OF.fullmatch(text, clause.start, mention.start):
                continue
            return not is_governed(text, clause.start, mention.start)
    return False
