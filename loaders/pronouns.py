"""Pronouns: a "Sie leitet …" that can only mean the body the sentence before was about.

Gender and number must agree, and the initiative must be out of the question: its noun has another gender, or it is
named beside the pronoun. In doubt a pronoun stands for nobody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.clauses import Clause, enumerations, find_clauses, is_oblique, subject
from loaders.document import BlockKind
from loaders.enumeration import Body
from loaders.initiative_names import head_of
from loaders.initiative_wording import gender_of
from loaders.initiatives import Draft
from loaders.lexicon import mapping_table, word_table
from loaders.mention import ANAPHORA, ActorMention, GroupMention, InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence
from seeds.persons import first_names

_WORDS = word_table("grammar")
_OF_ARTICLE = mapping_table("grammar", "genders_of_articles")
_OF_PRONOUN = {"er": "masculine", "sie": "feminine"}
_PRONOUN = re.compile(
    r"(?P<first>Er|Sie)\s+(?P<verb>[a-zäöüß]+)\b"
    r"|[A-ZÄÖÜ][^\s,]*(?:\s[^\s,]+){0,3}?\s(?P<inverted>[a-zäöüß]+)\s(?P<behind>er|sie)\b"
)
_PASSIVE = frozenset(_WORDS["passive"])
_MANY = re.compile(r"(?:en|ern|eln|sind)$")
_ARTICLE = re.compile(rf"\b(?P<article>{'|'.join(_OF_ARTICLE)})\s+(?:[a-zäöüß-]+e[nr]?\s+)?$", re.IGNORECASE)
_FEMININE, _NEUTER = (re.compile(rf"(?:{'|'.join(_WORDS[name])})", re.IGNORECASE) for name in ("feminine", "neuter"))
_NAME = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]+\b")
_PLURAL = "plural"
_PLURALS = frozenset(_WORDS["plural_initiatives"])


def with_pronouns(scan: Scan, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, each with a mention of what its pronoun subject stands for, where that is beyond doubt."""
    before: Sentence | None = None
    for sentence in sentences:
        found = _stood_for(scan, sentence, before) if before is not None else []
        before = sentence
        if found:
            yield sentence.with_mentions(found)
        else:
            yield sentence


def _stood_for(scan: Scan, sentence: Sentence, before: Sentence) -> list[Body]:
    between = scan.text[before.end : sentence.start]
    follows = sentence.block is BlockKind.PARAGRAPH is before.block and between.count("\n") < 2
    match = _PRONOUN.match(scan.text, sentence.start, sentence.end) if follows and before.mentions else None
    if match is None or sentence.target is None or _names_person(scan.text, before):
        return []
    place = match.span("first") if match["first"] else match.span("behind")
    verb = match["verb"] or match["inverted"]
    if verb in _PASSIVE or _has_subject(scan.text, sentence):
        return []
    gender = _PLURAL if _MANY.search(verb) else _OF_PRONOUN[scan.text[slice(*place)].lower()]
    if gender in _genders_of_initiatives(scan, sentence, before, place[1]):
        return []
    return [standing_in(body, place) for body in _antecedents(scan.text, before, gender)]


def standing_in(body: Body, place: tuple[int, int]) -> Body:
    """A body as a pronoun at that place names it."""
    if isinstance(body, ActorMention):
        return replace(body, start=place[0], end=place[1], method=ANAPHORA, pronoun=True)
    return replace(body, start=place[0], end=place[1])


def _names_person(text: str, sentence: Sentence) -> bool:
    return any(match.group() in first_names() for match in _NAME.finditer(text, sentence.start, sentence.end))


def _has_subject(text: str, sentence: Sentence) -> bool:
    """Whether a sentence has another subject than its pronoun: "Seitdem unterstützt sie die IHK"."""
    whole = Clause(sentence.start, sentence.end)
    return any(not is_oblique(text, whole, run[0]) for run in enumerations(text, sentence, whole))


def _antecedents(text: str, sentence: Sentence, gender: str) -> list[Body]:
    """The subject of a sentence, where it is the only body in it that agrees with a pronoun."""
    clauses = tuple(find_clauses(text, sentence.start, sentence.end))
    found = next((bodies for clause in clauses if (bodies := subject(text, sentence, clause))), [])
    runs = [run for clause in clauses for run in enumerations(text, sentence, clause)]
    agreeing = [run for run in runs if _gender_of(text, run) in (gender, None)]
    return found if len(agreeing) == 1 and found == agreeing[0] and _gender_of(text, found) == gender else []


def _gender_of(text: str, run: list[Body]) -> str | None:
    """The gender of bodies that stand side by side; None where nothing shows it."""
    body = run[0]
    if len(run) > 1 or isinstance(body, GroupMention) or body.plural:
        return _PLURAL
    if _FEMININE.match(text, body.start, body.end):
        return "feminine"
    if _NEUTER.match(text, body.start, body.end):
        return "neuter"
    article = _ARTICLE.search(text, max(0, body.start - 40), body.start)
    return _OF_ARTICLE[article["article"].lower()] if article else None


def _genders_of_initiatives(scan: Scan, sentence: Sentence, before: Sentence, behind: int) -> set[str]:
    """The genders of the initiatives a pronoun may mean: not of one that its own sentence speaks of beside it."""
    text = scan.text
    spoken_of = [m for m in sentence.mentions if isinstance(m, InitiativeMention) and m.start >= behind]
    target = scan.drafts[sentence.target] if sentence.target is not None else None
    said = any(m.index == sentence.target or _repeats(text, m, target) for m in spoken_of)
    named = [m for m in before.mentions if isinstance(m, InitiativeMention)]
    others = [m for m in named if not (said and (m.index == sentence.target or _repeats(text, m, target)))]
    nouns = [text[m.start : m.end] for m in others] + ([target.name] if target and not said else [])
    return {gender for noun in nouns for gender in _genders_of_noun(noun)}


def _repeats(text: str, pointer: InitiativeMention, target: Draft | None) -> bool:
    return pointer.pointing and target is not None and target.tail in text[pointer.start : pointer.end].lower()


def _genders_of_noun(noun: str) -> tuple[str, ...]:
    """The gender of an initiative's head noun; any where it has none ("be Berlin")."""
    head = head_of(noun)
    if head is None:
        return ("masculine", "feminine", "neuter", _PLURAL)
    return (_PLURAL,) if head[2] in _PLURALS else (gender_of(head[2]),)
