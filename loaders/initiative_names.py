"""The grammar of initiative names: a head noun with a quoted name or a complement ("Masterplan Industriestadt")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.keys import fold
from graph.kinds import InitiativeType
from loaders.heads import HeadPattern
from loaders.lexicon import mapping_table, word_set

_TABLE = "initiatives"
_TAILS = mapping_table(_TABLE, "tails")
_GENERIC = word_set(_TABLE, "generic")
_NEVER = word_set(_TABLE, "never")
_NEVER_ENDS = tuple(word for word in _NEVER if len(word) > 5)
_NEEDS_COMPOUND = word_set(_TABLE, "needs_compound")
_NEEDS_QUOTES = word_set(_TABLE, "needs_quotes")
_NEEDS_ORIGIN = word_set(_TABLE, "needs_origin")
_OTHERS = re.compile(rf"\s+[„“\"]?(?:{'|'.join(word_set(_TABLE, 'platforms_never'))})\b", re.IGNORECASE)
_OF_ORGANISATION = re.compile(rf"\b(?:{'|'.join(word_set(_TABLE, 'organisations_before'))})\s+[„“\"]?$", re.IGNORECASE)
_WORKDAY = re.compile(
    r"(?<!jedem )(?<!jeden )(?<!einem )(?<!Am )(?<!am )(?<!ersten )Werktag\s+(?:an\s+der|am|im)\s+[A-ZÄÖÜ]"
)
_BAD_ADJECTIVES = word_set(_TABLE, "adjectives_never")
_TAIL = "|".join(sorted(_TAILS, key=len, reverse=True))
_WORD = r"(?:[A-ZÄÖÜ0-9]|[a-zäöü]+[A-ZÄÖÜ])[\w|]*(?:[-./&|][\w|]+)*"
_HEAD = HeadPattern(
    rf"(?<![\w-])(?!Runden?\b)(?P<word>(?:[A-ZÄÖÜ]\w+-\s?(?:und|u\.)\s+)?(?:[A-ZÄÖÜ][\w]*(?:-[A-ZÄÖÜ]\w*)*?-?)?(?P<tail>(?i:{_TAIL})))(?P<ending>ses|e?s|e[ns]|n)?(?![\w-])"
)
_QUOTE = re.compile('[„“"”»‚]\\s?(?P<name>[^„“"”»«‚‘\n]{2,90}?)\\s?[“"”«‘]')
_SPOKEN = re.compile(
    r"[?!]\s+[A-ZÄÖÜ]|\b(?:ist|sind|war|waren|hat|haben|wird|werden|muss|müssen|bleibt|kommt|brauchen|wir|ich|uns)\b"
)
_COUNTED = re.compile(r"\s+\d{1,2}")
_OPENING_QUOTES = ("„", "“", '"', "”", "»")
_QUOTED_BEHIND = re.compile(r"(?::)?\s+(?P<quoted>" + _QUOTE.pattern + ")")
_YEARS = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?!\.\d)|\d\.\d"
_FIRST = re.compile(
    rf"\s+(?:{_YEARS}|{_WORD}|auf\s+(?:Rädern|Schienen|Achse|Tour)\b|(?:für|zur|zum|gegen)\s+(?:(?:die|den|das|mehr|eine)\s+)?(?:[a-zäöü]+e[nrs]?\s+)?{_WORD})"
)
_FIRST_OF_EVENT = re.compile(rf"\s+(?:der|des|für|am|an\s+der|im)\s+(?:[a-zäöü]+e[nrs]?\s+)?{_WORD}")
_NEW_BODY = (
    rf"(?:(?:{'|'.join(word_set(_TABLE, 'bodies_behind_and'))})\b"
    rf"|(?:{'|'.join(mapping_table(_TABLE, 'bodies_behind_and')['singular'].split())})\s+(?:für\b|(?-i:[A-ZÄÖÜ])))"
)
_NO_COMPLEMENT = re.compile(
    rf"\s+(?:in|im|am|zur|zum)\s+(?:\w+\s+)?(?:{'|'.join(word_set(_TABLE, 'never_complement'))})\b", re.IGNORECASE
)
_BOARDS = word_set(_TABLE, "boards")
_NEXT = re.compile(
    r"(?:\s+[-–]\s+|\s+)(?!(?:Die|Der|Das|Sie|Er|Es|Im|In|Am|Ziel|Wir|Mit|Seit|Zu|Nach)\s)"
    rf"(?:(?:und|&)\s+(?!(?:d(?:er|ie|as|em|en|es)|eine?\w?|ihre?\w?|seine?\w?)\s)(?!(?i:{_NEW_BODY}))(?:[a-zäöü]+e[nrs]?\s+)?"
    r"|(?:für|der|in|im|am|zur|zum)\s+(?:[a-zäöü]+e[nrs]?\s+)?)?"
    rf"(?:{_YEARS}|{_WORD})|,\s+{_WORD}(?=\s+und\s+{_WORD}\s+\()"
)
_YEAR_ALONE = re.compile(r"\s+(?P<year>(?:19|20)\d\d)")
_WITH_YEARS = frozenset(("master_plan", "event", "programme"))
_TARGET_YEARS = frozenset(map(str, range(2025, 2055, 5)))
_ADJECTIVE = re.compile(r"(?<![\w-])(?P<adjective>[A-ZÄÖÜ][\wäöüß-]*?(?:er|e|en|es))\s+$")
_OF_EVENTS = ("woche", "nacht", "tag", "tage")
_INDEFINITE = re.compile(
    r"\b(?:[Ee]in|[Ee]ine[mnrs]?|ihre[mnrs]?|seine[mnrs]?|als|kein\w*|solche\w*)\s+(?:[a-zäöü][\wäöüß-]*\s+){0,2}$"
)
_ROUND_TABLE = re.compile(r"Runde[rn]?\s+Tisch")
_AS = re.compile(r"\bals\s+$")
_SHORT_TAILS = ("rat", "bund", "tag", "tage", "plan", "kreis", "tisch", "woche", "nacht")
_SHORTEST_PREFIX = 4
_COMPANY_BEHIND = re.compile(r"(?:\s+[A-ZÄÖÜ][\w&-]+){0,2}\s+(?:GmbH|AG|SE|KG|eG|mbH)\b")
_MONTH_AFTER = re.compile(
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)


@dataclass(frozen=True, slots=True)
class InitiativeName:
    """A name of an initiative in the text: `inner` is the quoted part where there is one.

    `generic`: the head alone names nothing. `named`: there is a complement, a quoted name or an own compound.
    """

    start: int
    end: int
    inner: tuple[int, int] | None
    head: str
    tail: str
    type: InitiativeType
    generic: bool
    named: bool
    plural: bool = False
    described: bool = False
    quoted: bool = False


def find_initiative_names(text: str, start: int, end: int) -> Iterator[InitiativeName]:
    """Head nouns of initiatives with what belongs to them, left to right, not overlapping."""
    last = start
    for match in _HEAD.finditer(text, start, end):
        name = _name_at(text, match, start, end) if match.start() >= last else None
        if name:
            last = name.end
            yield name


def head_of(name: str) -> tuple[int, int, str, str] | None:
    """The first head noun of a name: start, end with its ending, tail, ending ("s", "es", … or nothing)."""
    match = _HEAD.search(name)
    return (match.start(), match.end(), match["tail"].lower(), match["ending"] or "") if match else None


def is_generic(word: str) -> bool:
    """Whether a head noun, folded or not, names nothing by itself ("Bündnis"), unlike a compound of its own."""
    return any(fold(generic).startswith(fold(word)) for generic in _GENERIC)


def find_quoted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The insides of quotation marks, however broken, as (start, end)."""
    for match in _QUOTE.finditer(text, start, end):
        yield match.span("name")


@lru_cache(maxsize=1 << 12)
def type_of(word: str) -> InitiativeType:
    """The type a head noun says; OTHER where it is no head noun."""
    folded = word.lower()
    for tail in sorted(_TAILS, key=len, reverse=True):
        if folded.endswith((tail, f"{tail}s", f"{tail}es", f"{tail}en", f"{tail}n")):
            return InitiativeType(_TAILS[tail])
    return InitiativeType.OTHER


def _name_at(text: str, match: re.Match[str], start: int, end: int) -> InitiativeName | None:
    word, tail = match["word"], match["tail"].lower()
    compound = word.split()[-1].lower()
    quoted = _QUOTED_BEHIND.match(text, match.end(), end)
    if not word[0].isupper() or _is_no_head(text, match, compound, quoted=quoted is not None):
        return None
    kind = type_of(word)
    generic = compound in _GENERIC and "- und" not in word
    begin = _with_adjective(text, match.start(), start)
    whole = _QUOTE.match(text, begin - 1, end) if begin > start and text[begin - 1] in '„“"”»' else None
    if whole and whole.end() > match.end():
        if _SPOKEN.search(whole["name"]):
            return None
        return InitiativeName(
            begin, whole.end("name"), None, word, tail, kind, generic,
            named=True, quoted=True, described=generic and bool(_AS.search(text, max(start, begin - 8), begin - 1)),
        )  # fmt: skip
    if quoted:
        stop = quoted.end()
        return InitiativeName(begin, stop, quoted.span("name"), word, tail, kind, generic, named=True)
    if _needs_more(text, match, begin, end):
        return None
    stop = complement_end(text, match.end(), end, tail)
    named = stop > match.end() or begin < match.start() or not generic
    plural = match["ending"] in ("en", "n", "e")
    return InitiativeName(
        begin,
        stop,
        None,
        word,
        tail,
        kind,
        generic,
        named=named and not (plural and stop == match.end()),
        plural=plural,
        described="- und" not in word
        and not _is_of_origin(text, match, begin)
        and _is_description(text, begin, match.end(), stop, start),
    )


def _needs_more(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a head names nothing as it stands here, without quotation marks: "Vorhaben", "Rat", "Allianz AG"."""
    word, tail = match["word"], match["tail"].lower()
    compound = word.split()[-1].lower()
    prize = tail == "preis" and compound != tail and not match["ending"] and _FIRST.match(text, match.end(), end)
    by_itself = (compound != tail and compound in _TAILS) or _is_of_origin(text, match, begin) or prize
    if tail in _NEEDS_QUOTES and not by_itself:
        return True
    if tail in _SHORT_TAILS and len(compound) < len(tail) + _SHORTEST_PREFIX and compound != tail:
        return True
    if _COMPANY_BEHIND.match(text, match.end(), end):
        return True
    of_event = tail in _OF_EVENTS and _FIRST_OF_EVENT.match(text, match.end(), end)
    return compound in _NEEDS_COMPOUND and not of_event and (begin == match.start() or compound == "kreis")


def _is_of_origin(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether an adjective of a place makes a name: "Kasseler Erklärung"."""
    return match["tail"].lower() in _NEEDS_ORIGIN and text[begin : match.start()].endswith("er ")


def _is_no_head(text: str, match: re.Match[str], compound: str, *, quoted: bool) -> bool:
    """Whether a word only looks like a head: "Landrat", "Plattform LinkedIn", "Institut Forum Arbeit"."""
    if compound == "werktag":
        return not quoted and not _WORKDAY.match(text, match.start())
    before = text[max(0, match.start() - 2) : match.start()]
    if compound == "geschäftsstelle" and before == ", ":
        return True
    if compound.endswith("beirat") and compound != "beirat" and before[-1:] in _OPENING_QUOTES:
        return False
    if compound in _BOARDS and _FIRST.match(text, match.end()):
        return False
    if compound in _NEVER or compound.endswith(_NEVER_ENDS):
        return not (quoted and compound.startswith("arbeits"))
    if _OTHERS.match(text, match.end()):
        return True
    return bool(_OF_ORGANISATION.search(text, max(0, match.start() - 20), match.start()))


def _is_description(text: str, begin: int, head_end: int, stop: int, start: int) -> bool:
    """Whether the words describe something instead of naming it: "eine Plattform für die Entwicklung"."""
    if _INDEFINITE.search(text, max(start, begin - 50), begin):
        return not (stop > head_end and _ROUND_TABLE.match(text, begin))
    return bool(
        re.match(r"\s+(?:20\d\d\s+)?(?:für|zur|zum)\s+(?:(?:die|den|das|eine)\s|[a-zäöü])", text[head_end:stop])
        or re.match(r"\s+zu[rm]\s", text[head_end:stop])
    )


def _with_adjective(text: str, position: int, start: int) -> int:
    adjective = _ADJECTIVE.search(text, max(start, position - 40), position)
    if adjective is None or adjective["adjective"].lower() in _BAD_ADJECTIVES:
        special = re.search(
            r"(?:Lokale|Lange|Regionale[nr]?|Runde[rn]?|Industriepolitische[rn]?)\s+$",
            text[max(start, position - 30) : position],
        )
        return position - len(special.group()) if special else position
    return adjective.start("adjective")


def complement_end(text: str, position: int, end: int, tail: str) -> int:
    """Where the words end that name an initiative behind its head noun; `position` itself where there are none."""
    first = _FIRST.match(text, position, end)
    if tail in _OF_EVENTS:
        first = _FIRST_OF_EVENT.match(text, position, end) or first
    if (
        first is None
        or _COUNTED.fullmatch(first.group())
        or _is_date(text, first, tail)
        or _MONTH_AFTER.match(text, position, end)
        or _NO_COMPLEMENT.match(text, position, end)
    ):
        return position
    stop = first.end()
    while following := _NEXT.match(text, stop, end):
        is_time = _MONTH_AFTER.match(text, stop, end) or _NO_COMPLEMENT.match(text, stop, end)
        if is_time or _is_date(text, following, tail):
            break
        stop = following.end()
    return stop


def _is_date(text: str, complement: re.Match[str], tail: str) -> bool:
    """Whether a year behind a head is when something happened, and no part of the name as in a plan's or an event's."""
    year = _YEAR_ALONE.fullmatch(complement.group())
    return year is not None and _TAILS[tail] not in _WITH_YEARS and year["year"] not in _TARGET_YEARS
