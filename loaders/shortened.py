"""Short forms of a document: a name it has written out before, said again without its legal form or its place.

"Kupferhütte Helbra" is the Kupferhütte Helbra GmbH the same page names, and "die IG Metall" of a local page that
names one district of hers, and no other, is that district.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.keys import fold
from graph.kinds import ActorKind
from loaders.complements import without_legal_form
from loaders.mention import ANAPHORA, ActorMention
from seeds.rows import RegisterRow

Place = tuple[int, int, str]


def place_of(mention: ActorMention) -> Place:
    """What tells a mention from the others of its document."""
    return mention.start, mention.end, mention.name


def written_out(
    mentions: Iterable[tuple[ActorMention, str | None]], rows: Mapping[str, RegisterRow]
) -> dict[Place, ActorMention]:
    """The mentions that are short forms, by place, as what they are short for; nothing in doubt.

    Each mention comes with the Land its section is about: a district is hers only in the sections of one Land.
    """
    said = sorted(((m, land) for m, land in mentions if m.complete), key=lambda one: one[0].start)
    of_land: defaultdict[str | None, list[ActorMention]] = defaultdict(list)
    for mention, land in said:
        of_land[land].append(mention)
    districts = [_without_place(part, rows) for part in of_land.values()]
    return _without_form([mention for mention, _ in said]) | {k: v for found in districts for k, v in found.items()}


def _without_form(said: list[ActorMention]) -> dict[Place, ActorMention]:
    """Names that another one has with a legal form behind it, and only one."""
    full: defaultdict[tuple[ActorKind, str], set[str]] = defaultdict(set)
    for mention in said:
        bare = without_legal_form(mention.name)
        if mention.row is None and bare != mention.name:
            full[mention.kind, fold(bare)].add(mention.name)
    found: dict[Place, ActorMention] = {}
    for mention in said:
        names = full.get((mention.kind, fold(mention.name)), set())
        if mention.row is None and len(names) == 1:
            found[place_of(mention)] = replace(mention, name=min(names))
    return found


def _without_place(said: list[ActorMention], rows: Mapping[str, RegisterRow]) -> dict[Place, ActorMention]:
    """Unions named without their district behind the only district of theirs that the document names."""
    districts: defaultdict[str, dict[str, ActorMention]] = defaultdict(dict)
    for mention in said:
        union = _union_of(mention, rows)
        if union is not None:
            districts[union].setdefault(fold(mention.row or mention.name), mention)
    only = {union: min(named.values(), key=lambda m: m.start) for union, named in districts.items() if len(named) == 1}
    return {
        place_of(mention): replace(
            only[mention.row], start=mention.start, end=mention.end, method=ANAPHORA, expanded=False
        )
        for mention in said
        if mention.row in only and mention.start > only[mention.row].end
    }


def _union_of(mention: ActorMention, rows: Mapping[str, RegisterRow]) -> str | None:
    """The union a mention is a district of; None for all others."""
    if mention.kind is not ActorKind.UNION:
        return None
    row = rows.get(mention.row) if mention.row else None
    if row is not None and row.level == "federal":
        return None
    above = row.parent_id if row is not None else mention.base
    while (standing := rows.get(above or "")) is not None and standing.level != "federal" and standing.parent_id:
        above = standing.parent_id
    return above
