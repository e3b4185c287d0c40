"""List licence: in a list of members an unknown capitalised item is an organisation too.

This is where companies come from that have no legal form. A list under a topic word licenses nobody.
"""

import re
from collections.abc import Iterator, Sequence

from graph.kinds import ActorKind
from loaders.lexicon import alternatives, mapping_table, word_set, word_table
from loaders.mention import LIST, ActorMention, GroupMention, InitiativeMention, Mention
from loaders.names import kind_of
from seeds.persons import first_names

_APPOSITIONS = mapping_table("organisations", "appositions")
_CLASSES = mapping_table("organisations", "list_classes")
_TOPICS = word_set("roles", "topics")
_MEMBERS = word_set("roles", "members")
_LETTERS = r"[A-ZÄÖÜ0-9](?:[\w|+-]|\.(?=\w))*"
_ITEM = rf"{_LETTERS}(?:\s+(?:[&+]\s+)?{_LETTERS}){{0,4}}"
_NOUN = alternatives(_APPOSITIONS)
_FOR_EXAMPLE = "|".join(word_table("organisations")["for_example"])
_APPOSITION = re.compile(
    rf"(?<![\w-])(?P<noun>{_NOUN})\s*:?\s+(?P<names>{_ITEM}(?:,\s+{_ITEM})*(?:\s+(?:und|sowie)\s+{_ITEM})?)"
)
_AMONG = re.compile(
    rf"(?<![\w-])(?P<noun>{_NOUN})\b[^.;:]{{0,60}}?,?\s(?:{_FOR_EXAMPLE})\s+(?:die\s+|der\s+)?"
    rf"(?P<names>{_ITEM}(?:,\s+{_ITEM})*(?:\s+(?:und|sowie)\s+(?:die\s+|der\s+)?{_ITEM})?)"
)
_PROPER = re.compile(rf"(?<![\w-]){_LETTERS}(?:\s+(?:[&+]\s+)?{_LETTERS}){{0,3}}")
_TRADE = re.compile(rf"[A-ZÄÖÜ]\w*(?:{'|'.join(word_set('organisations', 'trades'))})\s+(?=[A-ZÄÖÜ])", re.IGNORECASE)
_BARE_ITEM = re.compile(r"(?:,|\bund|\bsowie|\bdarunter)\s+$")
_COMMON = tuple(word_set("organisations", "common_endings"))
"""How a noun ends that is no name: plurals and abstract nouns, not "Dentavis"."""
_NO_NAMES = word_set("organisations", "no_names")
_FUNCTION_WORD = re.compile(
    rf"(?:{'|'.join(word_table('grammar')['prepositions'])}|der|die|das|den|auch|zudem)\s+", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:\s+(?:aus|in)\s+[A-ZÄÖÜ][\w-]+)?\s*(?:,|und|sowie|,\s*und)\s+(?:(?:die|der|das|den|dem)\s+)?(?:[A-ZÄÖÜ]\w+\s+)?"
)
_TITLES = word_set("organisations", "titles")
_LONGEST_PERSON = 4
_SHORTEST_NAME = 4
_OF_FIRMS = re.compile(rf"[&+\d]|\b(?:{'|'.join(word_table('organisations')['of_firms'])})\b")
_FIRST_BEHIND = re.compile(r",\s*(?P<first>[A-ZÄÖÜ]\w+)\s*(?:$|[,;])")
_SPLIT = re.compile(r",\s*|;\s*|\s+(?:und|sowie)\s+")
_NAME = re.compile(rf"^{_ITEM}$")
_TRAILING = re.compile(r"[\s.,;]+$")
_WORDS = re.compile(r"[a-zäöüß]+")


def is_topic_list(lead_in: str) -> bool:
    """Whether a lead-in announces topics, aims, dates: "Schwerpunkte:", "Ziele des Plans sind:"."""
    return bool(_TOPICS.intersection(_WORDS.findall(lead_in.lower())))


def is_member_list(lead_in: str) -> bool:
    """Whether a lead-in announces organisations."""
    return bool(_MEMBERS.intersection(_WORDS.findall(lead_in.lower())))


def class_of(lead_in: str) -> ActorKind:
    """The kind of unknown items behind a lead-in; company where it does not say."""
    words = lead_in.lower()
    return next((kind_of(code)[0] for word, code in _CLASSES.items() if word in words), ActorKind.COMPANY)


def find_appositions(text: str, start: int, end: int, known: Sequence[Mention]) -> Iterator[ActorMention]:
    """Unknown names right behind their class: "von den Beratungsunternehmen A und B"."""
    for match in (*_APPOSITION.finditer(text, start, end), *_AMONG.finditer(text, start, end)):
        kind, chamber = kind_of(_APPOSITIONS[match["noun"]])
        if match["noun"] in ("Unternehmen", "Betriebe", "Betrieben") and not re.search(
            r",|\s(?:und|sowie)\s", match["names"]
        ):
            continue
        for begin, stop in _items(text, *match.span("names")):
            if _is_free(begin, stop, known) and not is_person(text[begin:stop]):
                yield ActorMention(begin, stop, text[begin:stop], kind, chamber, LIST)


def find_neighbours(text: str, start: int, end: int, known: Sequence[Mention]) -> Iterator[ActorMention]:
    """Unknown names beside a company in its enumeration: "Achsenwerk Borken, die A GmbH, der Maschinenbauer Ott"."""
    firms = [m for m in known if isinstance(m, ActorMention) and m.kind is ActorKind.COMPANY]
    if not firms:
        return
    waiting = list(_unknown_names(text, start, end, known))
    reached = [(firm.start, firm.end) for firm in firms]
    while reached:
        left, right = reached.pop()
        for item in [item for item in waiting if _side_by_side(text, item, (left, right))]:
            waiting.remove(item)
            reached.append(item)
            yield ActorMention(*item, text[slice(*item)], ActorKind.COMPANY, None, LIST)


def _unknown_names(text: str, start: int, end: int, known: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    for match in _PROPER.finditer(text, start, end):
        begin = match.start()
        while (word := _FUNCTION_WORD.match(text, begin, match.end())) is not None:
            begin = word.end()
        trade = _TRADE.match(text, begin, match.end())
        begin = trade.end() if trade else begin
        name = text[begin : match.end()]
        single = " " not in name and trade is None
        if single and not (_BARE_ITEM.search(text, start, begin) and _looks_proper(name)):
            continue
        if begin < match.end() and _is_free(begin, match.end(), known) and not is_person(name):
            yield begin, match.end()


def _looks_proper(word: str) -> bool:
    """Whether a single word without an article can only be a name: no plural, no abstract noun, no sector."""
    return len(word) > _SHORTEST_NAME and not word.endswith(_COMMON) and word.lower() not in _NO_NAMES


def _side_by_side(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = sorted((one, other))
    return first[1] <= second[0] and bool(_BESIDE.fullmatch(text, first[1], second[0]))


def find_items(text: str, start: int, end: int, known: Sequence[Mention], kind: ActorKind) -> Iterator[ActorMention]:
    """The unknown items of an enumeration or list item that look like names."""
    for begin, stop in _items(text, start, end):
        if not _is_free(begin, stop, known) or not _NAME.match(text[begin:stop]) or stop - begin < 2:
            continue
        if not is_person(text[begin:stop]) and not _is_last_name(text, stop, end):
            yield ActorMention(begin, stop, text[begin:stop], kind, None, LIST)


def is_person(name: str) -> bool:
    """Whether an item is a person's name: a title or a known first name opens it, and no word of firms is in it."""
    words = name.split()
    titled = words[0].rstrip(".") in _TITLES
    named = words[0].split("-")[0] in first_names() and len(words) <= _LONGEST_PERSON
    return titled or (named and not _OF_FIRMS.search(name))


def _is_last_name(text: str, stop: int, end: int) -> bool:
    """Whether an item is the first half of "Nachname, Vorname"."""
    match = _FIRST_BEHIND.match(text, stop, end)
    return match is not None and match["first"] in first_names()


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for separator in _SPLIT.finditer(text, start, end):
        yield from _trimmed(text, begin, separator.start())
        begin = separator.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(_TRAILING.sub("", piece))
    if right > left:
        yield left, right


def _is_free(start: int, end: int, known: Sequence[Mention]) -> bool:
    return all(mention.end <= start or mention.start >= end for mention in known if not _blocks_nothing(mention))


def _blocks_nothing(mention: Mention) -> bool:
    return (isinstance(mention, InitiativeMention) and mention.pointing) or (
        isinstance(mention, GroupMention) and mention.hint
    )
