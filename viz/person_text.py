"""A text as words, and how far a person's name goes from a word on. Next: `person_spans.py` finds where names begin."""

import re
from collections.abc import Iterable

from viz.person_words import (
    WORD,
    Names,
    is_body,
    is_first_name,
    is_function,
    is_known_place,
    is_listed,
    is_thing,
    is_written,
)

_BLANK = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*")
"""What may stand between the words of one name: blanks, and one end of a line."""
_AFTER_INITIAL = re.compile(r"\.[ \t\u00a0]*\n?[ \t\u00a0]*")
_ON_ONE_LINE = re.compile(r"[ \t\u00a0]*")
_MOST_INITIALS = 3
_MOST_FIRST_NAMES = 4
_MOST_PARTICLES = 3
_SOME = 1
_ALL = 2


class PersonText:
    """The words of a text; `words[place]` is one of them, `gap(place)` what stands before it."""

    def __init__(self, text: str, organisations: Iterable[Names]) -> None:
        self.text = text
        self._found = list(WORD.finditer(text))
        self.words = [found.group() for found in self._found]
        self._shield = [0] * len(self.words)
        folded = [word.casefold() for word in self.words]
        for names in organisations:
            self._protect(folded, names)

    def _protect(self, folded: list[str], names: Names) -> None:
        place = 0
        while place < len(folded):
            length = names.length_at(folded, place)
            for inside in range(place, place + length):
                self._shield[inside] = max(self._shield[inside], _ALL if length > 1 else _SOME)
            place += max(length, 1)

    def word(self, place: int) -> str:
        """The word at this place, "" where there is none."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def gap(self, place: int) -> str:
        """What stands before this word; behind the last word, the rest of the text."""
        start = self._found[place - 1].end() if place > 0 else 0
        return self.text[start : self._found[place].start() if place < len(self._found) else len(self.text)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the words from `start` up to `end`."""
        return self._found[start].start(), self._found[end - 1].end()

    def is_joined(self, place: int) -> bool:
        """Whether only blanks, with one end of a line at most, stand before this word."""
        gap = self.gap(place)
        return 0 < place < len(self.words) and gap != "" and _BLANK.fullmatch(gap) is not None

    def is_organisation(self, place: int) -> bool:
        """Whether the word belongs to a known name of an organisation."""
        return self._shield[place] > 0

    def is_word_of_name(self, place: int, *, surely: bool = False, capitals: bool = False) -> bool:
        """Whether this can be a part of a name; `surely` behind a title or a first name, where any noun may be one."""
        word = self.word(place)
        if len(word) < 2 or not word[0].isupper() or any(letter.isdigit() for letter in word):
            return False
        if self._shield[place] == _ALL or (self._shield[place] and not surely):
            return False
        if (word.isupper() and not capitals) or is_body(word) or is_function(word):
            return False
        if any(is_written(word, key) for key in ("honorifics", "titles")) or is_listed(word, "starters"):
            return False
        return surely or not is_thing(word)

    def is_first_name(self, place: int) -> bool:
        """Whether this is a first name that is no part of a longer name of an organisation."""
        return place < len(self.words) and self._shield[place] < _ALL and is_first_name(self.words[place])

    def initials_end(self, place: int) -> int:
        """The place behind the initials that begin here; the same place where none do."""
        end = place
        while end < place + _MOST_INITIALS and len(self.word(end)) == 1 and self.word(end).isupper():
            if _AFTER_INITIAL.fullmatch(self.gap(end + 1)) is None or end + 1 >= len(self.words):
                break
            end += 1
        return end

    def name_end(self, start: int, *, most: int, surely: bool = False) -> int:
        """The place behind the name that begins here; the same place where none does.

        Initials, first names, then the last name: of `most` words where no first name is known, else of one.
        """
        names = self.initials_end(start)
        behind = names
        while behind < names + _MOST_FIRST_NAMES and self.is_first_name(behind) and self._goes_on(behind, start):
            behind += 1
        has_first = behind > names
        end = self.initials_end(behind) if has_first and self.is_joined(behind) else behind
        for number in range(1 if has_first else most):
            further = self._last_name_end(end, start, surely=has_first or (surely and number == 0))
            if further == end:
                break
            end = further
        return end if end > behind or has_first else start

    def _goes_on(self, place: int, start: int) -> bool:
        return place == start or self.is_joined(place) or _AFTER_INITIAL.fullmatch(self.gap(place)) is not None

    def _last_name_end(self, place: int, start: int, *, surely: bool) -> int:
        """The place behind one more word of the name, with its particles."""
        end = place
        particles = "particles" if surely else "first_particles"
        while end < place + _MOST_PARTICLES and self._goes_on(end, start) and is_written(self.word(end), particles):
            end, particles = end + 1, "particles"
        if not self._goes_on(end, start) or not self.is_word_of_name(
            end, surely=surely, capitals=self.word(start).isupper()
        ):
            return place
        # A line that begins with a place does not continue a name, nor is anybody called "von Hessen".
        is_elsewhere = end > place or (place > start and "\n" in self.gap(end))
        return place if not surely and is_elsewhere and is_known_place(self.word(end)) else end + 1

    def is_company(self, end: int, *, words_between: int = 0) -> bool:
        """Whether a legal form, "&" or (with `words_between`) an organisation's word follows on the same line."""
        for place in range(end, end + words_between + 1):
            gap = self.gap(place) if place <= len(self.words) else ""
            if gap.strip(" \u00a0") in {"&", "+"}:
                return True
            if not (_ON_ONE_LINE.fullmatch(gap) or gap == "-") or place >= len(self.words):
                return False
            if is_listed(self.words[place], "legal_forms") or (words_between and is_body(self.words[place])):
                return True
            if not self.words[place][0].isupper():
                return False
        return False
