"""Sentences that say one initiative came after another: "Das Bündnis X löste 2015 den Pakt Y ab". Pure.

In: a text and where it names which initiative; out: who came before whom, with the sentence. The ways of saying it
are in `sayings.toml`. What is denied, planned or only asked is no such saying. Next: `succession.py`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

_FIRST = 0xE000
_NAME = "[\ue000-\uf8ff]"
_ARTICLE = (
    r"(?:(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[mnrs]?)?|[Ss]ein(?:e[mnrs]?)?|[Ii]hr(?:e[mnrs]?)?|dessen|deren) )?"
)
_HEADS = (
    r"(?:(?!(?:d(?:er|ie|as|en|em|es)|und|oder|von|vom|im|in|mit|für|an|auf) |Nachfolg|Vorgäng|Vorläuf)[\w-]+ ){0,3}"
)
_NAMES = rf"{_NAME}(?:(?:,| und| sowie) {_ARTICLE}{_HEADS}{_NAME})*+"
_STRETCH = "[^,;:.!?\ue000-\uf8ff]{0,90}?"
_END = r"(?=\s*(?:[.,;:!?)–]|und\b|sowie\b|$))"
_POINT = r"(?<=[a-zäöüß\d)“”\"»«\ue000-\uf8ff]{2})[.!?](?=\s+[A-ZÄÖÜ„\"»«\ue000-\uf8ff])"
_POINTED = re.compile(_POINT)
_SENTENCE_END = re.compile(_POINT + r"|\n\s*\n|\n(?=\s*[-•*|])")
_QUOTE = re.compile('[„“”"»«‚‘]')
_CLAUSE_END = re.compile(r"[,;:–]")
_WORD = re.compile(r"[\w-]+")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text names an initiative."""

    node: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Saying:
    """`earlier` came before `later`, says the text from `start` to `end`, the sentence."""

    earlier: str
    later: str
    start: int
    end: int


def read_sayings(text: str, places: Iterable[Place]) -> Iterator[Saying]:
    """Who came before whom, in the order of the sentences; a sentence that names one initiative says nothing."""
    ordered = _apart(places)
    if not _may_meet(text, ordered):
        return
    for start, end in _sentences(text, ordered):
        here = [place for place in ordered if start <= place.start and place.end <= end]
        nodes = [*dict.fromkeys(place.node for place in here)]
        if len(nodes) > 1:
            for earlier, later in sorted(_pairs(_with_signs(text, start, end, here, nodes))):
                yield Saying(nodes[earlier], nodes[later], start, end)


def _apart(places: Iterable[Place]) -> list[Place]:
    """In the order of the text; of two that overlap the longer one."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one.start, -one.end, one.node)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _may_meet(text: str, ordered: list[Place]) -> bool:
    """Whether any two may stand in one sentence: not where a sentence ends for certain between all neighbours."""
    pairs = (pair for pair in pairwise(ordered) if pair[0].node != pair[1].node)
    return any(not _POINTED.search(text, one.end, other.start + 1) for one, other in pairs)


def _sentences(text: str, places: list[Place]) -> Iterator[tuple[int, int]]:
    """The sentences around the names; what looks like an end inside a name is none."""
    done = 0
    for place in places:
        if place.start < done:
            continue
        low, high = max(done, place.start - _LONGEST), place.end + _LONGEST
        inside = [(one.start, one.end) for one in places if low <= one.start < high]
        ends = [
            match.end()
            for match in _SENTENCE_END.finditer(text, low, high)
            if not any(start <= match.start() < end for start, end in inside)
        ]
        start = max((end for end in ends if end <= place.start), default=low)
        end = min((end for end in ends if end >= place.end), default=min(high, len(text)))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        done = end
        yield start, start + len(text[start:end].rstrip())


def _with_signs(text: str, start: int, end: int, places: list[Place], nodes: list[str]) -> str:
    """The sentence with one sign for each initiative, without quotation marks and with single blanks."""
    parts, at = list[str](), start
    for place in places:
        parts += [text[at : place.start], chr(_FIRST + nodes.index(place.node))]
        at = place.end
    plain = " ".join(_QUOTE.sub("", "".join([*parts, text[at:end]])).split())
    return re.sub(rf"({_NAME})(?: ?\(\1\))", r"\1", plain)


def _pairs(sentence: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    if sentence.endswith("?"):
        return found
    for pattern in _patterns():
        for match in pattern.finditer(sentence):
            if _is_open(sentence, match) or not _are_direct(sentence, match):
                continue
            for old in _signs(match, "old", "of_old"):
                for new in _signs(match, "new", "of_new"):
                    if old != new and (new, old) not in found:
                        found.add((old, new))
    return found


def _signs(match: re.Match[str], *groups: str) -> list[int]:
    told = "".join(match.groupdict().get(group) or "" for group in groups)
    return [ord(sign) - _FIRST for sign in re.findall(_NAME, told)]


def _is_open(sentence: str, match: re.Match[str]) -> bool:
    """Whether the clause denies, plans or doubts it; a clause with "dass" stands or falls with the one before it."""
    ends = [0, *(end.end() for end in _CLAUSE_END.finditer(sentence, 0, match.start()))]
    start = ends[-1]
    if sentence[start:].lstrip().startswith(("dass ", "ob ")) and len(ends) > 1:
        start = ends[-2]
    behind = _CLAUSE_END.search(sentence, match.end())
    clause = sentence[start : behind.start() if behind else len(sentence)].replace("nicht nur", "")
    return bool(_words("open") & {word.lower() for word in _WORD.findall(clause)}) or " werden" in clause[-12:]


def _are_direct(sentence: str, match: re.Match[str]) -> bool:
    """Whether it speaks of the initiatives themselves, not of somebody or something of theirs."""
    told = match.groupdict()
    return not any(_is_governed(sentence[: match.start(group)]) for group in ("new", "old") if told.get(group))


def _is_governed(before: str) -> bool:
    """Whether the name that follows stands behind a preposition, or says whose something is."""
    words = _WORD.findall(before[-80:])
    for back in range(len(words) - 1, max(len(words) - 6, -1), -1):
        word, front = words[back].lower(), words[back - 1] if back else ""
        if word in _words("governing"):
            return True
        if word in _words("articles"):
            is_owned = word in _words("genitive") and words[back].islower() and front[:1].isupper()
            return front.lower() in _words("governing") or (is_owned and front not in _words("work"))
        if words[back].islower() and not word.endswith(("e", "en", "er", "es", "em")):
            return False
    return False


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_spelled(line)) for line in _table("patterns"))


def _spelled(line: str) -> str:
    line = line.replace("_", _STRETCH).replace("END", _END)
    for role in ("NEW", "OLD"):
        line = line.replace(f"of {role}", rf"{_ARTICLE}{_HEADS}(?P<of_{role.lower()}>{_NAMES})")
        line = line.replace(role, f"(?P<{role.lower()}>{_NAMES})")
    return line


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word for line in _table(key) for word in line.split())


@cache
def _table(key: str) -> tuple[str, ...]:
    listed = tomllib.loads(resources.files("queries").joinpath("sayings.toml").read_text(encoding="utf-8"))[key]
    return tuple(listed) if isinstance(listed, list) else (listed,)
