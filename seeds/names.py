"""Names folded for comparison: exactly, and leniently (inflection, word order of a Land, longer and shorter forms)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.keys import fold
from seeds.wording import AUTHORITIES, AUTHORITY_WORDS, ENDINGS, FILLERS, LAND_WORDS, PHRASES

_STEM_AT_LEAST = 4
_PARENTHESES = re.compile(r"\s*\([^()]*\)\s*")


def squeeze(name: str) -> str:
    """The exact key of a name: case, umlauts, hyphens, blanks and "e. V." folded away.

    >>> squeeze("IG-BCE") == squeeze("IGBCE")
    True
    """
    return fold(name).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Lenient:
    """A name without inflection and fillers. `lands` are the Länder it names, `of_office` if it names an office."""

    core: str
    lands: frozenset[str]
    of_office: bool

    @property
    def words(self) -> int:
        """How many words the core has."""
        return self.core.count(" ") + 1 if self.core else 0


def lenient(name: str) -> Lenient:
    """Fold a name as far as German grammar may change it.

    >>> lenient("des hessischen Wirtschaftsministeriums") == lenient("Wirtschaftsministerium Hessen")
    True
    """
    text = f" {fold(name)} "
    for written, short in _PHRASES:
        text = text.replace(written, short)
    words: list[str] = []
    lands: set[str] = set()
    of_office = False
    for word in _take_lands(text.split(), lands):
        if word not in FILLERS:
            authority, is_office = _authority(word)
            of_office = of_office or is_office
            words.append(authority)
    return Lenient(" ".join(dict.fromkeys(words)), frozenset(lands), of_office)


def stem(word: str) -> str:
    """A folded word without its inflectional ending.

    >>> stem("hessischen"), stem("verbandes"), stem("ihks")
    ('hessisch', 'verband', 'ihks')
    """
    for ending in ENDINGS if word.endswith(ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_AT_LEAST:
            return word.removesuffix(ending)
    return word


def without_parentheses(name: str) -> str:
    """A name without what stands in parentheses: "… Elektro-Industrie (VMET)"."""
    return _PARENTHESES.sub(" ", name).strip()


_PHRASES = tuple((f" {written} ", f" {short} ") for written, short in PHRASES)
_LANDS = {" ".join((*words.split()[:-1], stem(words.split()[-1]))): land for words, land in LAND_WORDS}


def _take_lands(words: list[str], lands: set[str]) -> Iterator[str]:
    """The words without those that name a Land, which go into `lands`; two-word names first."""
    at = 0
    while at < len(words):
        for length in (2, 1):
            *before, last = words[at : at + length]
            land = _LANDS.get(" ".join((*before, stem(last))))
            if land:
                lands.add(land)
                at += length
                break
        else:
            yield words[at]
            at += 1


@lru_cache(maxsize=1 << 14)
def _authority(word: str) -> tuple[str, bool]:
    """The stem of a word, an office turned into its authority, and whether it was an office."""
    for authority, own_forms, offices in AUTHORITIES:
        for ending in (*own_forms, *offices):
            if word.endswith(ending):
                whole = word.removesuffix(ending) + authority
                return AUTHORITY_WORDS.get(whole, whole), ending in offices
    stemmed = stem(word)
    return AUTHORITY_WORDS.get(stemmed, stemmed), False
