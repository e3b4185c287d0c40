"""Whom each initiative could ask, as the map page tells it: in words, best first."""

from collections.abc import Mapping, Sequence

from graph.kinds import ActorKind
from queries.suggestions import Suggestion
from viz.citations import Json, JsonRow
from viz.palette import look_key
from viz.wording.partners import word_part_source, word_perhaps, word_reasons

Suggested = Mapping[str, Sequence[Suggestion]]
"""By the id of the initiative, best first."""


def word_suggestions(suggested: Suggested, numbers: Mapping[str, str]) -> JsonRow:
    """The suggestions by the page's number of the initiative; of those that the page does not show, none."""
    told = {numbers[id]: _told(ones, numbers) for id, ones in suggested.items() if id in numbers}
    return {number: rows for number, rows in told.items() if rows}


def _told(suggestions: Sequence[Suggestion], numbers: Mapping[str, str]) -> list[Json]:
    return [_row(one, one.kind, numbers) for one in suggestions if isinstance(one.kind, ActorKind)]


def _row(one: Suggestion, kind: ActorKind, numbers: Mapping[str, str]) -> JsonRow:
    reasons = [f"{word_part_source(part)}: {word_reasons(part, one.name)}" for part in one.parts]
    return {
        "name": one.name,
        "kind": look_key(kind, one.chamber_type),
        "node": numbers.get(one.id),
        "reasons": reasons,
        "perhaps": word_perhaps(one) if one.perhaps_there else None,
    }
