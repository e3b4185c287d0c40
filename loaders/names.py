"""The grammar of organisation names: an optional adjective, a head noun, complements behind it.

"Verband der Metall- und Elektroindustrie in Berlin und Brandenburg e. V.", "Ministerium für Wirtschaft, Energie und
Verkehr", "hessisches Wirtschaftsministerium", "BTU Cottbus-Senftenberg". Portfolio words are a closed list: it decides
whether a comma lies inside the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.kinds import ActorKind, ChamberType
from loaders.complements import PORTFOLIOS, FindPlace, Stretch, complements_end, places_end
from loaders.heads import HeadPattern
from loaders.initiative_names import complement_end
from loaders.lexicon import alternatives, mapping_table, word_set, word_table
from loaders.networks import find_networks
from loaders.sieve import Sieved
from loaders.stylised import find_stylised

_TABLE = "organisations"
_WORDS = word_table(_TABLE)
_TAILS = mapping_table(_TABLE, "tails")
_PLURALS = mapping_table(_TABLE, "plurals")
_ACRONYMS = mapping_table(_TABLE, "acronyms")
_FORMS = mapping_table(_TABLE, "legal_forms")
_OFFICES = mapping_table(_TABLE, "offices")
_UNITED = mapping_table(_TABLE, "united")
_UMBRELLAS = word_set(_TABLE, "umbrellas")
_CLASS_WORDS = word_set(_TABLE, "class_words")
_WHOLE_WORDS = word_set(_TABLE, "whole_words")
_BARE = word_set(_TABLE, "bare")
_CIRCLES = word_set(_TABLE, "circles")
_CIRCLES_GENITIVE = tuple(f"{word}es" for word in _CIRCLES)

_TRUNCATED = r"(?:[A-ZÄÖÜ]\w+-\s?(?:und|u\.)\s+|Industrie\s+und\s+(?=Handels))?"
_COMPOUND = rf"{_TRUNCATED}(?:[A-ZÄÖÜ]\w*(?:[-/]\w+)*?-?)?"
_BY_LENGTH = sorted(_TAILS | _PLURALS, key=len, reverse=True)
_HEADS = "|".join(_BY_LENGTH)
_HEAD = HeadPattern(
    rf"(?<![\w|-])(?P<word>{_COMPOUND}(?P<tail>(?i:{_HEADS}))(?P<ending>(?:n?s|es|e|en|n)?))(?![\w-])"
    rf"|(?<![\w-])(?P<acronym>{'|'.join(_ACRONYMS)})(?![\w])(?=[ -][A-ZÄÖÜz])"
)
_OFFICE = Sieved(r"(?<![\w-])(?:[A-ZÄÖÜ]\w*)?(?P<tail>(?i:ministerpräsident(?:in|en)?|minister(?:in|s)?))(?![\w-])")
_REGENT = Sieved(r"(?<![\w-])Regierende[rn]?\s+Bürgermeister(?:in|s)?(?![\w-])(?!\s+[A-ZÄÖÜ]\w+\s+[A-ZÄÖÜ])")
_ADJECTIVE = re.compile(
    r"(?<![\w-])(?P<adjective>[A-ZÄÖÜ][\wäöüß]*(?:-[A-ZÄÖÜ]\w+)*(?:er|ische[rsnm]?|sche[rsnm]?)"
    r"|Deutsche[rsnm]?|Berufliche[rsnm]?|Staatliche[rsnm]?|Allgemeine[rsnm]?|Vereinigte[nr]?|Technische[nr]?|Freie[rsnm]?|Duale[rn]?|[A-ZÄÖÜ][a-zäöü]+ische[rsnm]?|[a-zäöü][\wäöüß-]*ische[rsnm]?)\s+$"
)
_CAPITALISED_BEFORE = re.compile(
    rf"(?<![\w-])(?!(?:{'|'.join(_WORDS['never_before'])})\s)(?:[A-ZÄÖÜ][\wäöüß-]+\s+){{1,2}}$"
)
_ONE_BEFORE = re.compile(
    rf"(?<![\w-])(?<![.!?:]\s)(?!(?:{'|'.join(_WORDS['never_one_before'])})\s)[A-ZÄÖÜ][\wäöüß-]+\s+$"
)
_ALSO_PLACES = word_set(_TABLE, "also_places")
_INSIDE = re.compile(rf"\b(?:{'|'.join(_WORDS['inside'])})\s+$")
_AFTER_NAME = word_set(_TABLE, "after_name")
_NO_ADJECTIVES = frozenset(_WORDS["no_adjectives"])
_NAMED = mapping_table(_TABLE, "names")
_NAME = Sieved(rf"(?<![\w.-])(?:{alternatives(_NAMED)})(?![\w-])")
_COMPANY = re.compile(
    rf"(?<![\w-])(?!(?:{'|'.join(_WORDS['never_of_company'])})\s)(?P<name>(?:[A-ZÄÖÜ]|[a-z]+\d|\d[A-Z])[\w&+.-]*(?:\s+(?:&\s+|und\s+)?[A-ZÄÖÜ][\w&+-]*){{0,4}}?\s+"
    r"(?P<form>gGmbH|GmbH(?:\s*&\s*Co\.?\s*KG)?|mbH|AG|SE|KGaA|KG|eG|GbR|OHG|UG|e\.\s?K\.|e\.\s?V\b\.?))(?![\w])"
)
_BROTHERS = Sieved(
    r"(?<![\w-])(?:Gebr\.|Gebrüder|Geschwister)[ ][A-ZÄÖÜ][\w-]+(?:[ ][A-ZÄÖÜ][\w-]+(?=\s*(?:[,;.)]|$|und\b)))?"
)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found by grammar. `complete` says that something beside the head makes it a name of its own."""

    start: int
    end: int
    head_start: int
    head_end: int
    head: str
    kind: ActorKind
    chamber_type: ChamberType | None
    complete: bool
    plural: bool
    office: bool = False


def kind_of(code: str) -> tuple[ActorKind, ChamberType | None]:
    """The kind a word list's code stands for, such as "chamber:ihk"."""
    kind, _, chamber = code.partition(":")
    return ActorKind(kind), ChamberType(chamber) if chamber else None


def find_names(text: str, start: int, end: int, place_end: FindPlace) -> Iterator[NameMatch]:
    """Names by grammar in a stretch of text, left to right; they may overlap names the register knows.

    `place_end(position)` answers where a known place that begins at `position` ends, or `position` itself.
    """
    stretch = Stretch(text, end, place_end)
    for match in _HEAD.finditer(text, start, end):
        if match["acronym"]:
            yield from _acronym_name(stretch, match)
        else:
            name = _head_name(stretch, match, start)
            if name:
                yield name
    for match in _OFFICE.finditer(text, start, end):
        yield _office_name(text, match, end)
    for match in _REGENT.finditer(text, start, end):
        yield NameMatch(*match.span(), *match.span(), match.group(), ActorKind.PUBLIC_BODY, None, True, False, True)
    yield from _stylised_names(stretch, start)
    for network, stop in find_networks(text, start, end):
        head_end = network.start + len(network.head)
        yield NameMatch(
            network.start, stop, network.start, head_end, network.head, ActorKind.NETWORK, None, True, False
        )
    for match in _NAME.finditer(text, start, end):
        kind, chamber = kind_of(_NAMED[match.group()])
        yield NameMatch(match.start(), match.end(), match.start(), match.end(), "", kind, chamber, True, False)
    for match in _BROTHERS.finditer(text, start, end):
        yield NameMatch(*match.span(), *match.span(), "", ActorKind.COMPANY, None, True, False)
    for match in _COMPANY.finditer(text, start, end):
        kind, chamber = kind_of(_FORMS.get(match["form"], "company"))
        yield NameMatch(match.start(), match.end(), match.start(), match.end(), "", kind, chamber, True, False)


def _head_name(stretch: Stretch, match: re.Match[str], start: int) -> NameMatch | None:
    text = stretch.text
    word = match["word"]
    ending = "es" if word.lower().endswith(_CIRCLES_GENITIVE) else match["ending"]
    tail = _longest_tail(word[: len(word) - len(ending)])
    if not word[0].isupper() or _elliptical(text, match) or word.lower() in _CLASS_WORDS:
        return None
    if tail in _WHOLE_WORDS and len(word) > len(tail):
        return None
    plural = _is_plural(word, tail, match["ending"])
    code = _PLURALS.get(tail) or _TAILS[tail]
    kind, chamber = kind_of(code)
    stop = complements_end(stretch, match.end(), tail="plural" if plural else tail, kind=kind)
    kind, chamber = _refined(text[match.end() : stop], kind, chamber) if tail in _UMBRELLAS else (kind, chamber)
    if tail in _ALSO_PLACES and _INSIDE.search(text, max(start, match.start() - 16), match.start()):
        return None
    if word == "Agentur" and "Arbeit" not in text[match.end() : stop]:
        kind, chamber = ActorKind.CONSULTANCY, None
    left = _ADJECTIVE.search(text, _word_before(text, start, match.start()), match.start())
    begin = left.start("adjective") if left and not _sentence_article(left["adjective"]) else match.start()
    compound = len(word) > len(tail) + len(match["ending"]) + 2
    if tail == "stiftung":
        begin = _before(_CAPITALISED_BEFORE, text, start, begin)
    elif tail in _AFTER_NAME and (stop == match.end() or tail == "hochschule") and match["ending"] in ("", "s"):
        begin = _before(_ONE_BEFORE, text, start, begin)
    own = (
        "-" in word
        and kind in (ActorKind.UNIVERSITY, ActorKind.RESEARCH, ActorKind.OTHER)
        and not text.startswith("Fach", match.start())
    )
    if _names_several(match, tail, kind) or (plural and (tail in _BARE or stop == match.end())):
        return None
    complete = (
        stop > match.end()
        or own
        or (begin < match.start() and tail not in _CIRCLES)
        or (compound and kind is ActorKind.MINISTRY)
        or (tail in _BARE and "- " not in word)
    )
    return NameMatch(begin, stop, match.start(), match.end(), word, kind, chamber, complete, plural)


def _names_several(match: re.Match[str], tail: str, kind: ActorKind) -> bool:
    """Whether a company's head stands in the plural, where a name behind it is none: "in den Stahlwerken Kokillen"."""
    written_so = tail in _PLURALS or tail == "stadtwerke"
    return kind is ActorKind.COMPANY and not written_so and match["ending"] in ("e", "en", "n")


def _is_plural(word: str, tail: str, ending: str) -> bool:
    return (tail in _PLURALS and not word.lower().endswith("kreises")) or (
        tail not in _BARE and ending in ("e", "en") and tail.endswith("verband")
    )


def _stylised_names(stretch: Stretch, start: int) -> Iterator[NameMatch]:
    """Head nouns spelt with a digit, which makes them names by themselves: "N3tzwerk", "Wirtschaftsv3rband Lahn"."""
    for begin, end, spoken in find_stylised(stretch.text, start, stretch.end):
        written, word = stretch.text[begin:end], spoken.lower()
        tail = next((tail for tail in _BY_LENGTH if tail in _TAILS and word.endswith(tail)), None)
        if tail is None or written.lower().endswith(tail):
            continue
        kind, chamber = kind_of(_TAILS[tail])
        stop = complements_end(stretch, end, tail=tail, kind=kind)
        if kind is ActorKind.NETWORK:
            stop = max(stop, complement_end(stretch.text, end, stretch.end, tail))
        yield NameMatch(begin, stop, begin, end, written, kind, chamber, complete=True, plural=False)


def _word_before(text: str, start: int, position: int) -> int:
    """Where the word before a place begins, with all that stands to it without a blank."""
    before = text[start:position].rstrip()
    return start + len(before) - len(before.rsplit(None, 1)[-1]) if before else start


def _before(words: re.Pattern[str], text: str, start: int, position: int) -> int:
    """Where a name begins that stands before its head: "Otto Brenner Stiftung", "Wuppertal Institut"."""
    found = words.search(text, start, position)
    return found.start() if found else position


@lru_cache(maxsize=1 << 12)
def _longest_tail(word: str) -> str:
    """The longest head noun a word ends with: "bezirksamt", not "amt"."""
    return next(tail for tail in _BY_LENGTH if word.lower().endswith(tail))


def _refined(complement: str, kind: ActorKind, chamber: ChamberType | None) -> tuple[ActorKind, ChamberType | None]:
    """What an umbrella is, by whom it unites: "Vereinigung der Unternehmerverbände", "Verband der Metallindustrie"."""
    for word, code in _UNITED.items():
        if word in complement.lower():
            return kind_of(code)
    return kind, chamber


def _elliptical(text: str, match: re.Match[str]) -> bool:
    """Whether the word is the left half of a truncated compound ("Wirtschafts- und …")."""
    return text[match.end() : match.end() + 1] == "-"


def _sentence_article(word: str) -> bool:
    return word.lower() in _NO_ADJECTIVES


def _acronym_name(stretch: Stretch, match: re.Match[str]) -> Iterator[NameMatch]:
    acronym = match["acronym"]
    kind, chamber = kind_of(_ACRONYMS[acronym])
    stop = places_end(stretch, match.end(), proper=kind is not ActorKind.CHAMBER)
    if stop > match.end():
        yield NameMatch(match.start(), stop, match.start(), match.end(), acronym, kind, chamber, True, False)


def _office_name(text: str, match: re.Match[str], end: int) -> NameMatch:
    portfolios = PORTFOLIOS.match(text, match.end(), end)
    kind, chamber = kind_of(_OFFICES.get(match["tail"].lower(), "ministry"))
    stop = portfolios.end() if portfolios else match.end()
    compound = match.end() - match.start() > len(match["tail"])
    return NameMatch(
        match.start(), stop, match.start(), match.end(), match.group(), kind, chamber,
        complete=bool(portfolios) or compound or kind is ActorKind.PUBLIC_BODY, plural=False, office=True,
    )  # fmt: skip
