"""A cell to the organisations it names: the register first, then the grammar of names, else the cell as it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.keys import fold
from graph.kinds import ActorKind, ChamberType
from loaders.claims import Body
from loaders.groups import find_groups
from loaders.lexicon import mapping_table, word_table
from loaders.mention import LIST, REGISTER, ActorMention
from loaders.mentions import MentionFinder
from loaders.names import kind_of
from loaders.tables.contacts import is_person
from loaders.tables.meaning import role_of

LONGEST_NAME = 200
_KINDS = {fold(word): code for word, code in mapping_table("columns", "kinds").items()}
_TAILS = mapping_table("organisations", "tails")
_PLACEHOLDERS = frozenset(map(fold, word_table("columns")["placeholders"]))
_PARTS = re.compile(r"\s*(?:;|•|\s/\s)\s*")
_ITEMS = re.compile(r",\s+|\s+(?:und|sowie)\s+")
_REST = re.compile(r"(?:[\s,;/&.·–-]|\b(?:und|sowie|and|der|die|das|zu|e\.\s?V)\b|\([^()]*\))*")
_NOTE = re.compile(r"\s*\((?P<note>[^()]*)\)$")
_DATED = re.compile(r"\b(?:seit|ab|bis|since|until)\b|\d{4}")
_RELATED = frozenset({ActorKind.EMPLOYERS_ASSOCIATION, ActorKind.BUSINESS_ASSOCIATION, ActorKind.NETWORK})


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column says an organisation is."""

    kind: ActorKind
    chamber_type: ChamberType | None


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies of a cell, their places counted from the cell's start; or the reason why there is none.

    Reasons: no_organisation, person, too_long.
    """

    bodies: tuple[Body, ...] = ()
    reason: str | None = None


def kind_in(words: str) -> Kind | None:
    """The kind a cell or a line between rows names: "Kammern", "Unternehmen (KMU)"; None where it names none."""
    plain = _NOTE.sub("", words.strip())
    code = _KINDS.get(fold(plain)) or _KINDS.get(_singular(fold(plain)))
    if code is None:
        group = next((g for g in find_groups(plain, 0, len(plain)) if (g.start, g.end) == (0, len(plain))), None)
        return Kind(group.kind, group.chamber_type) if group else None
    return Kind(*kind_of(code))


class OrganisationFinder:
    """Names the organisations of cells; equal cells are looked up once."""

    def __init__(self, finder: MentionFinder, *, date: str | None) -> None:
        self._finder = finder
        self._date = date
        self._find = lru_cache(maxsize=1 << 14)(self._named)

    def named(
        self, cell: str, *, kind: Kind | None = None, region: str | None = None, town: str = "", several: bool = False
    ) -> Named:
        """The bodies a cell names. `several`: an unknown enumeration with commas is several, too.

        `town` completes a name that says not enough by itself ("Handwerkskammer"), `kind` an unknown one.
        """
        return self._find(cell, kind, region, town, several)

    def _named(self, cell: str, kind: Kind | None, region: str | None, town: str, several: bool) -> Named:
        bodies: list[Body] = []
        reasons: list[str] = []
        for start, end in _cut(cell, 0, _PARTS):
            part = cell[start:end]
            reason = _why_none(part)
            if reason:
                reasons.append(reason)
                continue
            found = self._part(part, kind, region, town, several)
            bodies += [replace(body, start=body.start + start, end=body.end + start) for body in found]
        return Named(tuple(bodies), None if bodies else next(iter(reasons), "no_organisation"))

    def _part(self, part: str, kind: Kind | None, region: str | None, town: str, several: bool) -> tuple[Body, ...]:
        whole = self._resolved(part, region, town)
        if whole:
            return (whole,)
        group = next((g for g in find_groups(part, 0, len(part)) if not g.hint and not _rest_of(part, (g,))), None)
        if group:
            return (group,)
        found = tuple(m for m in self._finder.find(part, 0, len(part), region=region, date=self._date, listed=True))
        named = tuple(m for m in found if m.complete)
        if named and not _rest_of(part, named):
            return tuple(_of_kind(m, kind) for m in named if not _is_short_form(part, m, named))
        items = list(_cut(part, 0, _ITEMS)) if several and part.count(",") + part.count(" und ") > 0 else []
        if len(items) > 1 and all(part[a:b][0].isupper() for a, b in items):
            inner = ((a, self._part(part[a:b], kind, region, town, False)) for a, b in items)
            return tuple(replace(one, start=one.start + a, end=one.end + a) for a, ones in inner for one in ones)
        return (_unknown(part, kind, found),)

    def _resolved(self, part: str, region: str | None, town: str) -> ActorMention | None:
        """The part as a body of the register, by its name or by name and town."""
        name = _without_note(part)
        bare = ActorMention(0, len(name), name, ActorKind.OTHER, None, REGISTER)
        for words in (part, name, f"{name} {town}" if town else name):
            known = self._finder.resolve(replace(bare, name=words), region=region, date=self._date)
            if known.row:
                return replace(known, start=0, end=len(name))
        return None


def _why_none(part: str) -> str | None:
    if not any(map(str.isalpha, part)) or fold(part) in _PLACEHOLDERS:
        return "no_organisation"
    if len(part) > LONGEST_NAME:
        return "too_long"
    return "person" if is_person(part) else None


def _without_note(part: str) -> str:
    """A name without a note in brackets that is a role or a date: "IG Metall (seit 2019)"."""
    note = _NOTE.search(part)
    return part[: note.start()] if note and (_DATED.search(note["note"]) or role_of(note["note"])) else part


def _unknown(part: str, kind: Kind | None, found: tuple[ActorMention, ...]) -> ActorMention:
    """A name that nobody knows; its kind is the column's, else what its own words say, else OTHER."""
    name = _without_note(part)
    own = next((m for m in found if m.start == 0 or m.end == len(name)), None)
    mention = ActorMention(0, len(name), name, ActorKind.OTHER, None, LIST)
    if own:
        mention = replace(mention, kind=own.kind, chamber_type=own.chamber_type)
    else:
        head = _head_kind(name)
        mention = replace(mention, kind=head.kind, chamber_type=head.chamber_type) if head else mention
    return _of_kind(mention, kind)


def _head_kind(name: str) -> Kind | None:
    """The kind of the first word that is a head noun: "Förderverein Stahl", "Gießereiverband Süd"."""
    for word in re.findall(r"[A-ZÄÖÜ][\w-]+", name):
        tail = next((tail for tail in sorted(_TAILS, key=len, reverse=True) if word.lower().endswith(tail)), None)
        if tail:
            return Kind(*kind_of(_TAILS[tail]))
    return None


def _of_kind(mention: ActorMention, kind: Kind | None) -> ActorMention:
    """The mention with the kind its row says, unless the register knows better or its words are more exact."""
    if kind is None or mention.row or mention.kind is kind.kind:
        return mention
    if mention.kind is not ActorKind.OTHER and {mention.kind, kind.kind} <= _RELATED:
        return mention
    return replace(mention, kind=kind.kind, chamber_type=kind.chamber_type)


def _is_short_form(part: str, mention: ActorMention, others: tuple[ActorMention, ...]) -> bool:
    """Whether a name only stands in brackets behind another one: "Verband der Metallindustrie (VME)"."""
    bracketed = part[mention.start - 1 : mention.start] == "(" if mention.start else False
    return bracketed and any(other.end < mention.start for other in others)


def _rest_of(part: str, found: tuple[Body, ...]) -> bool:
    """Whether something is left of a part beside what was found, its brackets and joining words."""
    rest = part
    for mention in sorted(found, key=lambda one: one.start, reverse=True):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    return _REST.fullmatch(rest) is None


def _cut(text: str, start: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = start
    for match in pattern.finditer(text, start):
        if text[begin : match.start()].strip():
            yield begin, match.start()
        begin = match.end()
    if text[begin:].strip():
        yield begin, len(text.rstrip())


def _singular(word: str) -> str:
    return re.sub(r"(?:en|n|e|s)$", "", word)
