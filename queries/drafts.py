"""Suggestions in the making: the parts of each, gathered under one key, and then ranked. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.keys import fold
from queries.answers import Evidence
from queries.asked import Asked
from queries.suggestions import Part, Source, SuggestedSort, Suggestion

_SOURCES = tuple(Source)


@dataclass(slots=True)
class _Draft:
    asked: Asked
    parts: list[Part] = field(default_factory=list)
    perhaps_there: bool = False
    perhaps_as: tuple[str, ...] = ()
    perhaps_in: tuple[str, ...] = ()
    refusal: tuple[Evidence, ...] = ()


class Drafts:
    """Takes up parts; of one source the weightiest part counts."""

    def __init__(self) -> None:
        self._drafts: dict[str, _Draft] = {}

    def add(self, asked: Asked, part: Part) -> None:
        """Take up a part of somebody's suggestion."""
        parts = self._drafts.setdefault(asked.key, _Draft(asked)).parts
        same = next((other for other in parts if other.source is part.source), None)
        if same is None:
            parts.append(part)
        elif part.points > same.points:
            parts[parts.index(same)] = part

    def __contains__(self, key: str) -> bool:
        return key in self._drafts

    def asked(self) -> list[Asked]:
        """All of whom there is a part, by key."""
        return [self._drafts[key].asked for key in sorted(self._drafts)]

    def mark_perhaps(self, key: str, *, behind: tuple[str, ...] = (), within: tuple[str, ...] = ()) -> None:
        """Say that it may be there already: `behind` which groups and names, `within` which other initiatives."""
        draft = self._drafts[key]
        draft.perhaps_there = True
        draft.perhaps_as, draft.perhaps_in = behind or draft.perhaps_as, within or draft.perhaps_in

    def mark_declined(self, key: str, refusal: tuple[Evidence, ...]) -> None:
        """Say that it has said no."""
        self._drafts[key].refusal = refusal

    def ranked(self) -> tuple[Suggestion, ...]:
        """The suggestions, best first; who has said no last; of equal scores by name, then id."""
        found = [_suggestion(draft) for draft in self._drafts.values() if draft.parts]
        return tuple(sorted(_once(found), key=_rank))


def _suggestion(draft: _Draft) -> Suggestion:
    asked = draft.asked
    parts = tuple(sorted(draft.parts, key=lambda part: _SOURCES.index(part.source)))
    return Suggestion(
        name=asked.name,
        id=asked.id,
        sort=asked.sort,
        kind=asked.kind,
        chamber_type=asked.chamber_type,
        region_ids=asked.regions,
        register_id=asked.register_id,
        in_graph=asked.in_graph,
        score=round(sum(part.points for part in parts), 2),
        sources=tuple(part.source for part in parts),
        parts=parts,
        perhaps_there=draft.perhaps_there,
        perhaps_as=draft.perhaps_as,
        perhaps_in=draft.perhaps_in,
        declined=bool(draft.refusal),
        refusal=draft.refusal[:1],
    )


def _once(found: Iterable[Suggestion]) -> list[Suggestion]:
    """What is an initiative and an actor of one name is told once, as that of which more is known."""
    best: dict[str, Suggestion] = {}
    kept: list[Suggestion] = []
    initiatives = {fold(one.name): one for one in found if one.sort is SuggestedSort.INITIATIVE}
    for one in found:
        twin = initiatives.get(fold(one.name)) if one.sort is SuggestedSort.ACTOR else None
        if twin is None or _rank(one) < _rank(twin):
            kept.append(one)
        if twin is not None and _rank(one) < _rank(twin):
            best[twin.id] = one
    return [one for one in kept if one.id not in best]


def _rank(one: Suggestion) -> tuple[bool, float, str, str]:
    return one.declined, -one.score, fold(one.name), one.id
