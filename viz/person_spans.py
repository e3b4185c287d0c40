"""Where persons are named in a text: behind a title or a function, by a first name, by who speaks.

A name inside an organisation's ("Hans-Böckler-Stiftung", the actors of the graph) is none.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from viz.person_text import PersonText
from viz.person_words import (
    Names,
    is_first_name,
    is_function,
    is_known_place,
    is_listed,
    is_plural,
    is_thing,
    is_written,
)

_IN_TITLE = re.compile(r"\.?-?[ \t\u00a0]*\n?[ \t\u00a0]*")
_BEFORE_FIRST = re.compile(r",[ \t\u00a0]+")
_END_OF_ENTRY = re.compile(r"\s*$|[ \t\u00a0]*[;,()/|:.–-]|[ \t\u00a0]*\n")
_BEFORE_FUNCTION = re.compile(r"[ \u00a0]?[,(–-][ \u00a0]?\n?")
_BEFORE_SPEECH = re.compile(r".*[,“”\"«»’'][ \u00a0]?\n?", re.DOTALL)
_COLON = re.compile(r":[ \t\u00a0]*")
_ALSO = re.compile(r",[ \u00a0]*")
_LONGEST = 3
_FULL = 2
"""First and last name."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a text: its first word, the word behind it, its offsets, and the last name."""

    first: int
    behind: int
    start: int
    end: int
    surname: str


def find_persons(text: str, organisations: Sequence[Names]) -> tuple[Person, ...]:
    """The names of persons in the text, in its order."""
    words = PersonText(text, organisations)
    found: list[Person] = []
    place = 0
    while place < len(words.words):
        persons, place = _read(words, place)
        found += persons
    return tuple(found)


def find_again(
    text: str, organisations: Sequence[Names], surnames: Collection[str], persons: Iterable[Person]
) -> Iterator[tuple[int, int]]:
    """The offsets of last names that stand alone, outside these persons' names; also in the genitive."""
    words = PersonText(text, organisations)
    taken = {place for person in persons for place in range(person.first, person.behind)}
    for place, word in enumerate(words.words):
        if place in taken or not {word, word.removesuffix("s")} & {*surnames}:
            continue
        if not words.is_organisation(place) and not words.is_company(place + 1, words_between=1):
            yield words.span(place, place + 1)


def may_stand_alone(surname: str) -> bool:
    """Whether a last name can be told from a place and a thing where it stands alone."""
    return not is_thing(surname) and not is_known_place(surname)


def _read(words: PersonText, place: int) -> tuple[list[Person], int]:
    """The persons that are named from this word on, and where to go on reading."""
    word = words.word(place)
    if word[0].islower() and not is_written(word, "verbs_before") and not is_written(word, "particles"):
        return [], place + 1
    lead = _lead_end(words, place)
    if lead > place:
        return _behind_lead(words, place, lead)
    for rule in _RULES:
        first, behind = rule(words, place)
        if behind > first:
            return [_person(words, first, behind)], behind
    return [], place + 1


def _person(words: PersonText, first: int, behind: int, *, surname: int | None = None) -> Person:
    start, end = words.span(first, behind)
    return Person(first, behind, start, end, words.word(behind - 1 if surname is None else surname))


def _lead_end(words: PersonText, place: int) -> int:
    """The place behind the titles and functions that begin here."""
    if not _is_title(words.word(place)) and not is_function(words.word(place)):
        return place
    if words.is_organisation(place):
        return place
    end = place + 1
    while end < len(words.words) and _IN_TITLE.fullmatch(words.gap(end)):
        word = words.word(end)
        is_part = is_written(word, "title_parts") and (len(word) > 1 or words.gap(end + 1).startswith("."))
        if not (is_part or _is_title(word) or is_function(word)):
            break
        end += 1
    return end


def _is_title(word: str) -> bool:
    return is_written(word, "honorifics") or is_written(word, "titles")


def _behind_lead(words: PersonText, place: int, lead: int) -> tuple[list[Person], int]:
    titles = [words.word(number) for number in range(place, lead)]
    is_honoured = any(is_written(title, "honorifics") for title in titles)
    is_plain = not any(map(_is_title, titles))
    if lead < len(words.words) and not is_plain and not _IN_TITLE.fullmatch(words.gap(lead)):
        return [], lead
    behind = _led_name_end(words, lead, is_plain=is_plain)
    if behind > lead and words.is_company(behind):
        behind = behind - 1 if is_honoured else lead
    if behind <= lead:
        return [], lead
    comma, entry = _inverse(words, lead)
    if entry > comma and entry > behind:
        return [_person(words, lead, entry, surname=behind - 1)], entry
    persons = [_person(words, lead, behind)]
    if is_plural(titles[-1]) or (is_plural(titles[0]) and not is_plain):
        persons += _further(words, behind)
    return persons, persons[-1].behind


def _led_name_end(words: PersonText, lead: int, *, is_plain: bool) -> int:
    """The place behind the name; behind a colon only first and last name are one."""
    if words.is_joined(lead) or (not is_plain and lead < len(words.words)):
        return words.name_end(lead, most=_LONGEST, surely=not is_plain)
    if is_plain and lead < len(words.words) and re.fullmatch(r"\.[ \u00a0]?", words.gap(lead)):
        # "Minister a. D. Name": the full stop is that of the title.
        return words.name_end(lead, most=_LONGEST) if len(words.word(lead - 1)) == 1 else lead
    if _COLON.fullmatch(words.gap(lead)):
        behind = words.name_end(lead, most=_FULL)
        return behind if behind - lead >= _FULL else lead
    return lead


def _further(words: PersonText, place: int) -> Iterator[Person]:
    """ "… und Schulze, Meier": the names that share a title in the plural."""
    while place < len(words.words):
        start = place
        if words.is_joined(place) and words.word(place) in {"und", "sowie"} and words.is_joined(place + 1):
            start = place + 1
        elif not _ALSO.fullmatch(words.gap(place)):
            return
        place = words.name_end(start, most=_FULL)
        if place == start or words.is_company(place):
            return
        yield _person(words, start, place)


def _inverse(words: PersonText, place: int) -> tuple[int, int]:
    """ "Kowalski, Jan": the last name of an entry in a list, with the first name behind it."""
    comma = words.name_end(place, most=1)
    if comma == place or comma >= len(words.words) or not _BEFORE_FIRST.fullmatch(words.gap(comma)):
        return place, place
    first = _lead_end(words, comma)
    behind = first
    while behind < first + _LONGEST and words.is_first_name(behind) and (behind == first or words.is_joined(behind)):
        behind += 1
    ends = behind > first and _END_OF_ENTRY.match(words.gap(behind)) is not None
    return place, behind if ends else place


def _entry(words: PersonText, place: int) -> tuple[int, int]:
    """The same, where a list or an entry begins."""
    begins = not words.is_joined(place) or "\n" in words.gap(place) or is_listed(words.word(place - 1), "list_words")
    return _inverse(words, place) if begins and not is_first_name(words.word(place)) else (place, place)


def _first_name(words: PersonText, place: int) -> tuple[int, int]:
    """A known first name with a last name, or two first names."""
    if not words.is_first_name(place) or _is_namesake(words, place):
        return place, place
    behind = words.name_end(place, most=1)
    last = words.word(behind - 1)
    is_place = behind == place + _FULL and is_listed(last, "places")
    if behind < place + _FULL or is_place or words.is_company(behind, words_between=1):
        return place, place
    return place, behind


def _is_namesake(words: PersonText, place: int) -> bool:
    """Whether a school or the like before this name is called by it."""
    for before in (place, place - 1, place - 2):
        if not words.is_joined(before) or "\n" in words.gap(before):
            return False
        if is_listed(words.word(before - 1), "named_after"):
            return True
    return False


def _initials(words: PersonText, place: int) -> tuple[int, int]:
    """ "O. Petrowa", but not the letters of "e. V." and "z. B."."""
    name = words.initials_end(place)
    before = words.word(place - 1)
    is_abbreviation = words.gap(place).startswith(".") and (len(before) == 1 or before[:1].islower())
    if name == place or is_abbreviation or is_listed(before, "sections"):
        return place, place
    behind = words.name_end(place, most=1)
    return place, behind if behind > name and not words.is_company(behind, words_between=1) else place


def _speaker_behind(words: PersonText, place: int) -> tuple[int, int]:
    """ "sagte Olga Petrowa": two capitalised words behind the verb."""
    verb, name = words.word(place), place + 1
    is_speech = is_written(verb, "verbs_before") and (verb != "so" or _BEFORE_SPEECH.fullmatch(words.gap(place)))
    behind = _full_name_end(words, name) if is_speech and words.is_joined(name) else name
    return name, behind


def _speaker_before(words: PersonText, place: int) -> tuple[int, int]:
    """ "Olga Petrowa sagte" and "Olga Petrowa, Sprecherin"; not "die Nordic Rotor, Sprecherin"."""
    if words.is_joined(place) and (is_listed(words.word(place - 1), "articles") or words.word(place - 1)[0].isupper()):
        return place, place
    behind = _full_name_end(words, place)
    verb = words.word(behind)
    speaks = words.is_joined(behind) and is_written(verb, "verbs_behind")
    holds = behind < len(words.words) and _BEFORE_FUNCTION.fullmatch(words.gap(behind)) and is_function(verb)
    return place, behind if speaks or holds else place


def _full_name_end(words: PersonText, place: int) -> int:
    """The place behind first and last name, of words that nothing else explains."""
    behind = words.name_end(place, most=_FULL)
    is_full = behind >= place + _FULL and not words.is_company(behind, words_between=1)
    return behind if is_full else place


_RULES: tuple[Callable[[PersonText, int], tuple[int, int]], ...] = (
    _entry,
    _first_name,
    _initials,
    _speaker_behind,
    _speaker_before,
)
