"""What a name says, taken apart: content words, places, years. In: a name as a document writes it; next: `sameness.py`.

Two names are compared by their content: folded, without legal form, articles, place, date and quotation marks.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from graph.keys import fold
from seeds.names import stem
from seeds.register import Register

_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_QUOTED = re.compile('[„“"»«‚]([^„“”"»«‚‘]{4,})[“”"«»‘]')
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s*(?:[-–—/]|bis)\s*((?:19|20)\d\d))?\b")
_DAYS = re.compile(r"\b(?:vom |am )?\d{1,2}\.(?:\s*(?:[-–]|bis|und)\s*\d{1,2}\.)?(?=\s*(?:[A-ZÄ]\w+|\d{1,2}\.))")
_VERSION = re.compile(r"\b[23]\.0\b")
_CODE = re.compile(r"(?:(?<=\.)|\b)[A-Z]{2,3}\b")
_DIGIT = re.compile(r"\d")
_FOLDED_DIGIT = re.compile(r"\d|[^\x00-\x7f]")
"""What may be a digit once it is folded ("²")."""
_LETTERED = re.compile(r"[a-z]+[0-9][a-z]+")
_LETTERS = str.maketrans("013457", "oieast")
_LONGEST_PLACE = 4
_OF_PLACES = ("er", "isches", "ischer", "ische", "ischen", "es", "s")
_LARGE = frozenset({"land", "kreisfreie_stadt", "wirtschaftsregion", "metropolregion", "landkreis"})


@dataclass(frozen=True, slots=True)
class Surface:
    """One name taken apart. `words` are content words in order, `telling` the prepositions that change the meaning.

    `places` are register ids; `years` are the spans it names; `is_bare` where it only says what something is.
    `key` is equal for names of one content, written in one word or in several, `stemmed` whatever their endings.
    `field` is the compound it begins with that says what it is of which field ("Industriekampagne"), else "".
    """

    words: tuple[str, ...]
    telling: tuple[str, ...]
    sequence: tuple[str, ...]
    places: frozenset[str]
    years: frozenset[tuple[int, int]]
    is_bare: bool
    key: str
    stemmed: str
    digits: str
    field: str


class Gazetteer:
    """Knows which words of a name are a place."""

    def __init__(self, register: Register) -> None:
        self._register = register
        ids = {tuple(fold(name).split()): id for name, id in register.region_surfaces()}
        # "Industriestadt Berlin" is Berlin, and what stands before it is the name's own.
        self._ids = {words: id for words, id in ids.items() if id not in {ids.get(words[at:]) for at in _later(words)}}
        self._single = {words[0]: id for words, id in self._ids.items() if len(words) == 1}
        self._longest = min(_LONGEST_PLACE, max(map(len, self._ids), default=1))
        self._first = frozenset(words[0] for words in self._ids if len(words) > 1)

    def places(self, words: list[str]) -> Iterator[tuple[int, int, str]]:
        """(start, end, id) of each place among folded words, the longest first wins."""
        at = 0
        while at < len(words):
            length, id = self._longest_at(words, at) if words[at] in self._first else (1, self._named(words[at]))
            if id:
                yield at, at + length, id
            at += length

    def _longest_at(self, words: list[str], at: int) -> tuple[int, str | None]:
        for length in range(min(self._longest, len(words) - at), 1, -1):
            if id := self._find(tuple(words[at : at + length])):
                return length, id
        return 1, self._named(words[at])

    def _named(self, word: str) -> str | None:
        if (id := self._single.get(word)) or not word.endswith(_OF_PLACES):
            return id
        return self._find((word,))

    def _find(self, words: tuple[str, ...]) -> str | None:
        if id := self._ids.get(words):
            return id
        *before, last = words
        if not last.endswith(_OF_PLACES):
            return None
        for ending in _OF_PLACES:
            if last.endswith(ending) and len(last) > len(ending) + 3:
                rest = last.removesuffix(ending)
                for whole in (rest, rest + "en", rest.removesuffix("n") + "en", rest + "land"):
                    id = self._ids.get((*before, whole))
                    if id and self._register.region(id).kind in _LARGE:
                        return id
        return None


def _later(words: tuple[str, ...]) -> range:
    return range(1, len(words))


@lru_cache(maxsize=4)
def gazetteer(register: Register) -> Gazetteer:
    """The places a register knows, indexed once."""
    return Gazetteer(register)


@cache
def word_set(table: str, key: str = "words") -> frozenset[str]:
    """A list of words of `sameness.toml`."""
    listed = _tables()[table][key]
    return frozenset(listed.split() if isinstance(listed, str) else ())


@cache
def phrases(table: str, key: str) -> tuple[str, ...]:
    """A list of phrases of `sameness.toml`, parted by bars."""
    listed = _tables()[table][key]
    return tuple(listed.split("|")) if isinstance(listed, str) else ()


@cache
def word_numbers(table: str, key: str) -> Mapping[str, int]:
    """Words that are numbers, in `sameness.toml`: "zwölf" → 12."""
    listed = _tables()[table][key]
    return {word: int(number) for word, number in listed.items()} if isinstance(listed, dict) else {}


def read_surfaces(names: tuple[str, ...], register: Register) -> tuple[Surface, ...]:
    """The names taken apart, in their order; after a name that has quotation marks what stands in them."""
    found: list[Surface] = []
    for name in names:
        for one in (name, *_QUOTED.findall(name)):
            surface = _read(one, register)
            if surface.words and surface not in found:
                found.append(surface)
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _read(name: str, register: Register) -> Surface:
    years, plain, places = _without_dates_and_codes(name)
    left_out, linking, telling = word_set("legal_forms"), _linking(), _telling()
    if years or plain != name:
        left_out = _legal_forms_and_months()
    words = [word for word in fold(plain).split() if word not in left_out]
    kept, at = list[str](), 0
    for start, end, id in gazetteer(register).places(words):
        places.add(id)
        kept += words[at:start]
        at = end
    kept += words[at:]
    if linking.issuperset(kept):
        kept = words
    kept = [word if word.isalpha() else _spelled(word) for word in kept]
    around = word_set("places") if places else frozenset[str]()
    content = tuple(word for word in kept if word not in linking and word not in around)
    key = "".join(content)
    return Surface(
        words=content,
        telling=() if telling.isdisjoint(kept) else tuple(word for word in kept if word in telling),
        sequence=content if len(content) == len(kept) else tuple(kept),
        places=frozenset(places),
        years=years,
        is_bare=word_set("designations").issuperset(content),
        key=key,
        stemmed="".join(map(stem, content)),
        digits="" if key.isalpha() else "".join(filter(str.isdigit, key)),
        field=_field(content),
    )


def _without_dates_and_codes(name: str) -> tuple[frozenset[tuple[int, int]], str, set[str]]:
    """The years of a name, its text without days, years, versions and codes of places, and those places."""
    years, plain = frozenset[tuple[int, int]](), name
    if _DIGIT.search(name):
        years = frozenset(_span(match) for match in _YEARS.finditer(name))
        plain = _VERSION.sub(" ", _YEARS.sub(" ", _DAYS.sub(" ", name)))
    found = [code for code in _CODE.findall(plain) if code in _codes()]
    if found:
        plain = _CODE.sub(lambda match: " " if match[0] in _codes() else match[0], plain)
    return years, plain, {_codes()[code] for code in found}


def is_lettered(name: str) -> bool:
    """Whether a digit stands for a letter in the name ("N3tzwerk"): nobody else is written so."""
    return bool(_FOLDED_DIGIT.search(name)) and is_folded_lettered(fold(name))


def is_folded_lettered(folded: str) -> bool:
    """The same of a folded name."""
    return any(_LETTERED.fullmatch(word) for word in folded.split()) if _LETTERED.search(folded) else False


def own_spellings(register_id: str | None, register: Register) -> tuple[str, ...]:
    """The names, folded, by which the register knows a body and in which a digit stands for a letter."""
    row = register.rows.get(register_id or "")
    return tuple(fold(name) for name in (row.name, row.short_name, *row.aliases) if is_lettered(name)) if row else ()


def initials(name: str) -> str:
    """The first letters of the words that begin with a capital.

    >>> initials("Technische Universität Kassel")
    'tuk'
    """
    return fold("".join([word[0] for word in _TOKEN.findall(name) if word[0].isupper()])).replace(" ", "")


def _field(words: tuple[str, ...]) -> str:
    return words[0] if words and words[0].endswith(_tails()) else ""


@cache
def _tails() -> tuple[str, ...]:
    return tuple(word_set("designations", "tails"))


def _spelled(word: str) -> str:
    return word.translate(_LETTERS) if _LETTERED.fullmatch(word) else word


def _span(match: re.Match[str]) -> tuple[int, int]:
    first = int(match[1])
    return first, int(match[2]) if match[2] else first


@cache
def _linking() -> frozenset[str]:
    return word_set("function_words") | _telling()


@cache
def _legal_forms_and_months() -> frozenset[str]:
    return word_set("legal_forms") | word_set("months")


@cache
def _telling() -> frozenset[str]:
    return word_set("function_words", "telling")


@cache
def _codes() -> Mapping[str, str]:
    codes = _tables()["places"]["codes"]
    return codes if isinstance(codes, dict) else {}


@cache
def _tables() -> Mapping[str, Mapping[str, str | dict[str, str]]]:
    text = resources.files("queries").joinpath("sameness.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
