"""Answers to the questions that come along, for people: headings and codes in words, a relationship as who, how, where.

`--json` stays as the graph has it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.asked import LinkValue, PathValue, Told
from graph.kinds import ActorKind, InitiativeType, Role, Status, Strength
from viz.language import _, mark
from viz.wording.corrections import word_action
from viz.wording.cypher import name_of
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role, word_status, word_strength

Row = tuple[Told, ...]
Word = Callable[[str], str]

REGIONS = frozenset({"region", "regionen"})
"""The columns that hold regions by their ids."""
_KEYS = frozenset({"id", "id2"})
_HEADS: Mapping[str, str] = {
    "initiative": mark("Initiative"),
    "wer": mark("Who"),
    "wie": mark("How"),
    "satz": mark("Quote"),
    "dokument": mark("Document"),
    "akteur": mark("Actor"),
    "art": mark("Kind"),
    "tische": mark("Initiatives"),
    "wann": mark("When"),
    "was": mark("What"),
    "notiz": mark("Why"),
    "zurueckgenommen": mark("Taken back"),
    "rolle": mark("Role"),
    "ab": mark("Begins at letter"),
    "bis": mark("Ends at letter"),
    "regionen": mark("Regions"),
    "seit": mark("Since"),
    "status": mark("Status"),
    "beteiligungen": mark("Participations"),
    "einer": mark("Actor"),
    "anderer": mark("Other actor"),
    "gemeinsam": mark("Initiatives together"),
    "kammern": mark("Chambers"),
    "belegt": mark("Last evidenced"),
    "region": mark("Region"),
    "stand": mark("As of"),
    "gewerkschaft": mark("Union"),
    "wort": mark("Word"),
    "stationen": mark("Way"),
    "schritte": mark("Steps"),
}
_LINKS: Mapping[str, str] = {
    "MEMBER_OF": mark("member of"),
    "BRANCH_OF": mark("part of"),
    "PART_OF": mark("part of"),
}


def word_saved(
    name: str, columns: Sequence[str], rows: Iterator[Row], *, region: Word, with_keys: bool
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Headings and rows of the answer to the question of this name; keys are left out unless `with_keys`.

    `region` names a region by its id.
    """
    if tuple(columns) == ("p",):
        return (_("Who"), _("How"), _("Where")), (_word_path(row[0]) for row in rows)
    kept = [place for place, column in enumerate(columns) if with_keys or column not in _KEYS]
    words = {place: word for place in kept if (word := _word_for(name, columns[place], region))}
    heads = tuple(_(_HEADS[columns[place]]) if columns[place] in _HEADS else columns[place] for place in kept)
    return heads, (tuple(_worded(row[place], words.get(place)) for place in kept) for row in rows)


def _word_for(name: str, column: str, region: Word) -> Word | None:
    if column in REGIONS:
        return region
    if column == "art":
        return _type if name == "initiatives" else _kind
    return _WORDS.get(column)


def _worded(value: Told, word: Word | None) -> Told:
    """The value in words; one that no list knows stays as it is. A way is one text."""
    if word is None:
        return value
    if isinstance(value, list):
        parts = [_worded(part, word) for part in value]
        return " → ".join(map(str, parts)) if word is _station else [*parts]
    try:
        return word(value) if isinstance(value, str) else value
    except (ValueError, KeyError):
        return value


def _word_path(path: Told) -> Row:
    """One relationship as who, how, in what; longer ways as their stations."""
    if not isinstance(path, PathValue) or len(path.links) != 1:
        return (path, None, None)
    [link], (left, right) = path.links, path.nodes
    start, end = (left, right) if path.forwards[0] else (right, left)
    if link.type == "ABSENT":  # it leads from the initiative
        start, end = end, start
    return name_of(start), _word_link(link), name_of(end)


def _word_link(link: LinkValue) -> str:
    match link.type:
        case "PARTICIPATES":
            return str(_worded(link.properties.get("role"), _role))
        case "ABSENT":
            return str(_worded(link.properties.get("strength"), _strength))
        case _:
            return _(_LINKS[link.type]) if link.type in _LINKS else link.type


def _kind(code: str) -> str:
    return word_actor_kind(ActorKind(code))


def _type(code: str) -> str:
    return word_initiative_type(InitiativeType(code))


def _role(code: str) -> str:
    return word_role(Role(code))


def _strength(code: str) -> str:
    return word_strength(Strength(code))


def _station(name: str) -> str:
    return name


def _status(code: str) -> str:
    return word_status(Status(code))


_WORDS: Mapping[str, Word] = {
    "rolle": _role,
    "wie": _strength,
    "status": _status,
    "stationen": _station,
    "was": word_action,
    "wann": word_date,
    "seit": word_date,
    "belegt": word_date,
    "stand": word_date,
}
