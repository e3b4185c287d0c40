"""Groups: kinds named without a name ("die Gewerkschaften", "vier Hochschulen", "Wirtschaftsverbände")."""

from collections.abc import Iterator

from graph.kinds import ActorKind
from loaders.heads import HeadPattern
from loaders.lexicon import alternatives, mapping_table, word_set
from loaders.mention import GroupMention
from loaders.names import kind_of
from loaders.sieve import Sieved

_TAILS = mapping_table("groups", "tails")
_EXACT = word_set("groups", "exact")
_IMPLIED = mapping_table("groups", "implied")
_HINTS = mapping_table("groups", "hints")
_NUMBERS = {
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
}
_COUNT = rf"(?:(?P<count>\d{{1,3}}(?:\.\d{{3}})?|{'|'.join(_NUMBERS)})\s+(?:\w+e[nr]?\s+)?)?"
_TRUNCATED = r"(?:[A-ZÄÖÜ]\w+-(?:,\s|\s+(?:und|sowie|oder)\s+))*"
_WORD = HeadPattern(
    rf"(?<![\w-]){_COUNT}(?P<word>{_TRUNCATED}(?P<compound>(?:[A-ZÄÖÜ]\w*-?)??(?P<tail>(?i:{alternatives(_TAILS)}))))"
    r"(?![\w-])"
)
_SINGULAR = mapping_table("groups", "singular")
_ONE = Sieved(
    rf"\b[Kk]?[Ee]ine?[rs]?\s+(?:(?:einzige|weitere|andere)[rs]?\s+)?(?P<word>(?i:{alternatives(_SINGULAR)}))(?![\w-])(?!\s+[A-ZÄÖÜ])"
)
_FEDERATION = Sieved(r"\b[Dd](?:er|em|en)\s+(?P<word>Bund)(?![\w-])(?!\s+(?:de[rs]|für|zur?|[A-ZÄÖÜ„\"]))")
_IMPLYING = Sieved(rf"(?<![\w-])(?P<word>(?i:{alternatives(_IMPLIED)}))(?![\w-])")
_HINTING = Sieved(rf"(?<![\w-])(?P<word>(?i:{alternatives(_HINTS)}))(?![\w-])")


def find_groups(text: str, start: int, end: int) -> Iterator[GroupMention]:
    """Group words in a stretch of text; implied kinds give one mention each; hints are marked."""
    for match in _WORD.finditer(text, start, end):
        compound, tail = match["compound"], match["tail"].lower()
        if not compound[0].isupper() or (len(compound) > len(tail) and tail in _EXACT):
            continue
        kind, chamber = kind_of(_TAILS[tail])
        yield GroupMention(
            match.start("word"), match.end("word"), match["word"], kind, chamber, _number(match["count"])
        )
    for match in _ONE.finditer(text, start, end):
        kind, chamber = kind_of(_SINGULAR[match["word"].lower()])
        yield GroupMention(match.start("word"), match.end("word"), match["word"], kind, chamber, 1)
    for match in _FEDERATION.finditer(text, start, end):
        yield GroupMention(*match.span("word"), match["word"], ActorKind.PUBLIC_BODY, None)
    for pattern, table, hint in ((_IMPLYING, _IMPLIED, False), (_HINTING, _HINTS, True)):
        for match in pattern.finditer(text, start, end):
            for code in table[match["word"].lower()].split():
                kind, chamber = kind_of(code)
                yield GroupMention(match.start(), match.end(), match["word"], kind, chamber, hint=hint)


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return _NUMBERS.get(words.lower()) or int(words.replace(".", ""))
