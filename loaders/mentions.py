"""Mentions: every place where the document names an organisation or a kind of organisation.

Names of the register first, then the grammar of names; the longest wins. Each mention says how it was found.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from graph.keys import fold
from graph.kinds import ActorKind
from loaders.complements import wraps
from loaders.coordination import expand
from loaders.lexicon import word_set, word_table
from loaders.mention import GRAMMAR, REGISTER, ActorMention
from loaders.names import NameMatch, find_names
from loaders.places import PlaceFinder
from loaders.surfaces import SurfaceIndex
from seeds.register import Register

_UNITS = "|".join(word_table("organisations")["units"])
_UNIT = rf"(?:,?[ -](?:{_UNITS}|Ortsverein))?"
_SUREST = 0.55
_COMPASS = (
    r"(?:(?:Nord|Süd|Ost|West|Mitte|Küste|Nordost|Nordwest|Südost|Südwest)|(?:Nord|Süd|Ost|West|Mittel(?!st)|Ober(?!b)|Unter(?!n)|Nieder(?!l))[a-zäöüß]{4,})"
    r"(?:-[A-ZÄÖÜ]\w+)?(?![\w-])"
)
_UNIT_BEFORE_PLACE = re.compile(rf"{_UNIT}[ -](?=[A-ZÄÖÜ])")
_TWIN = re.compile(r"(?:-[A-ZÄÖÜ]\w+)+")
_LAND_ADJECTIVE = re.compile(r"[\w-]+(?:er|ische[rsnm]?)\s+(?=[A-ZÄÖÜ])")
_BARE = frozenset(map(fold, word_set("organisations", "bare")))
_COMPASS_HERE = re.compile(_COMPASS)


class MentionFinder:
    """Finds organisations in text; built once for a register."""

    def __init__(self, register: Register, places: PlaceFinder) -> None:
        self._register = register
        self._places = places
        self._index = SurfaceIndex(register.surfaces())

    def find(
        self, text: str, start: int, end: int, *, region: str | None, date: str | None, listed: bool = False
    ) -> tuple[ActorMention, ...]:
        """Named organisations in a stretch of text, sorted, not overlapping but for shared heads.

        `region` and `date` settle which body is meant; `listed` allows abbreviations in small letters.
        """
        known = self._known(text, start, end, listed=listed)
        named = [self._of_name(text, name) for name in self._grammar(text, start, end)]
        chosen = _longest(text, (*known, *named))
        resolved = (self._resolved(text, mention, region, date) for mention in chosen)
        return expand(text, start, end, tuple(resolved), self._again(region, date))

    def resolve(self, mention: ActorMention, *, region: str | None, date: str | None) -> ActorMention:
        """The mention with its row in the register, where the register knows the name."""
        candidates = self._register.resolve(mention.name, region=region, date=date)
        best = [candidate for candidate in candidates if candidate.score >= candidates[0].score - 1e-9]
        if len(best) != 1 or best[0].score < _SUREST:
            return mention
        row = best[0].row
        if not mention.office and mention.method != REGISTER and not _compatible(row.kind, mention.kind):
            return mention
        return replace(mention, row=row.id, kind=row.kind, chamber_type=row.chamber_type, base=None)

    def _again(self, region: str | None, date: str | None) -> Callable[[ActorMention], ActorMention]:
        return lambda mention: self.resolve(mention, region=region, date=date)

    def _known(self, text: str, start: int, end: int, *, listed: bool) -> Iterator[ActorMention]:
        for match in self._index.find(text, start, end, lower_case=listed):
            row = self._register.rows[match.keys[0]]
            stop = self._extended(text, match.end, end)
            if "(" in text[match.start : stop] and text[stop : stop + 1] == ")":
                stop += 1
            base = row.id if stop > match.end else None
            yield ActorMention(
                match.start, stop, _clean(text[match.start : stop]), row.kind, row.chamber_type, REGISTER,
                row=row.id if len(match.keys) == 1 and base is None else None, base=base,
            )  # fmt: skip

    def _extended(self, text: str, position: int, end: int) -> int:
        """Where a known body's name ends when a district follows it: "VDMA Ost", "IG Metall Krefeld"."""
        unit = _UNIT_BEFORE_PLACE.match(text, position, end)
        begin = unit.end() if unit else position + 1 if wraps(text, position) else position
        if begin == position:
            return position
        compass = _COMPASS_HERE.match(text, begin, end)
        stop = compass.end() if compass else self._places.end_at(text, begin)
        twin = _TWIN.match(text, stop, end) if begin < stop else None
        return (twin.end() if twin else stop) if begin < stop <= end else position

    def _grammar(self, text: str, start: int, end: int) -> Iterator[NameMatch]:
        return find_names(text, start, end, lambda position: self._places.end_at(text, position))

    def _of_name(self, text: str, name: NameMatch) -> ActorMention:
        end = name.end
        if "(" in text[name.start : end] and ")" not in text[name.start : end] and text[end : end + 1] == ")":
            end += 1
        surface = _clean(text[name.start : end])
        return ActorMention(
            name.start, end, nominative(surface), name.kind, name.chamber_type, GRAMMAR,
            complete=name.complete, plural=name.plural, office=name.office,
        )  # fmt: skip

    def _resolved(self, text: str, mention: ActorMention, region: str | None, date: str | None) -> ActorMention:
        if mention.row is not None:
            return mention
        bare = _LAND_ADJECTIVE.match(mention.name)
        if bare and fold(mention.name[bare.end() :]) in _BARE:
            adjective = next((place.region for place in self._places.find(text, mention.start, mention.end)), None)
            mention = replace(mention, name=mention.name[bare.end() :], region=adjective)
        near = next((place.region for place in self._places.find(text, mention.start, mention.end)), None)
        return self.resolve(mention, region=near or region, date=date)


def _compatible(row: ActorKind, found: ActorKind) -> bool:
    associations = {ActorKind.EMPLOYERS_ASSOCIATION, ActorKind.BUSINESS_ASSOCIATION, ActorKind.CHAMBER}
    public = {ActorKind.MINISTRY, ActorKind.PUBLIC_BODY}
    return row is found or {row, found} <= associations or {row, found} <= public


def _longest(text: str, mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """Overlaps settled: the longer span wins, then the register."""
    chosen: list[ActorMention] = []
    ranked = sorted(mentions, key=lambda m: (-(m.end - m.start), m.method != REGISTER, not m.complete, m.start))
    for mention in ranked:
        if all(mention.end <= other.start or mention.start >= other.end for other in chosen):
            chosen.append(mention)
    return sorted(chosen, key=lambda mention: mention.start)


def _clean(surface: str) -> str:
    return re.sub(r"\s+", " ", surface).strip(" ,;")


_GENITIVE = re.compile(
    rf"(?P<head>\b\w*(?:{'|'.join(word_table('organisations')['genitive_in_s'])}))(?:e?s)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(r"^(?P<stem>[\w-]*(?:sch|deutsch))en?(?=\s)", re.IGNORECASE)
_REGENT = re.compile(r"^Regierende[rn]?\s+Bürgermeister(?P<woman>in)?s?")
_STRONG_ENDINGS = {"ministerium": "es", "amt": "es", "verband": "er", "senat": "er", "bund": "er"}
_STRONG = re.compile(r"(?P<head>ministerium|amt|verband|senat|bund)\b", re.IGNORECASE)


def _of_regent(office: re.Match[str]) -> str:
    return "Regierende Bürgermeisterin" if office["woman"] else "Regierender Bürgermeister"


@lru_cache(maxsize=1 << 12)
def nominative(surface: str) -> str:
    """The name as it stands in a list: the head's genitive ending and the adjective's weak ending folded.

    >>> nominative("hessischen Wirtschaftsministeriums")
    'hessisches Wirtschaftsministerium'
    """
    if surface.startswith("Regierende"):
        return _REGENT.sub(_of_regent, surface)
    name = _GENITIVE.sub(lambda match: match["head"], surface, count=1)
    weak = _WEAK.match(name)
    if weak is None:
        return name
    strong = _STRONG.search(name)
    ending = _STRONG_ENDINGS[strong["head"].lower()] if strong else "e"
    return f"{weak['stem']}{ending}{name[weak.end() :]}"
