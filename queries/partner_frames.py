"""Whom one could ask, and which initiatives are alike, as pandas tables of codes and values. Pure.

pandas is slow to import: import this module where a table is asked for, not before. What each column means is a code
beside its name, as in `matrix_frame.py`; `viz` words them.
"""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from queries.actor_partners import ActorPartners
from queries.answers import Evidence
from queries.evidence import newest_first
from queries.matrix_frame import Columns, Value
from queries.network_frames import SOURCE_COLUMNS, frame_of, source_of
from queries.partners import Partners
from queries.place_partners import PlacePartners
from queries.similar import Comparable, Similar
from queries.suggestions import CompetentPart, InterestPart, NearbyPart, Part, SameKindPart, Source, Suggestion

Suggested = Partners | ActorPartners | PlacePartners
"""An answer with suggestions: to an initiative, to an actor, in a place."""

PARTNER_COLUMNS: Columns = (
    ("rank", "place_in_the_list"),
    ("name", "name_of_the_suggested"),
    ("id", "id_of_the_suggested"),
    ("sort", "actor_or_initiative"),
    ("kind", "kind_or_type_of_node"),
    ("regions", "ids_of_regions"),
    ("score", "points_in_all"),
    *((source.value, f"points_for_{source.value}") for source in Source),
    ("in_graph", "is_in_the_graph"),
    ("register_id", "id_in_the_register"),
    ("perhaps_there", "may_be_there_already"),
    ("perhaps_as", "behind_what_it_may_be_there"),
    ("declined", "has_said_no_itself"),
    *SOURCE_COLUMNS,
)
"""Of `partners_frame`; a column for each source has its points."""

SIMILAR_COLUMNS: Columns = (
    ("rank", "place_in_the_list"),
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("type", "type_of_initiative"),
    ("region", "region_in_the_words_of_the_document"),
    ("lands", "ids_of_laender"),
    ("score", "likeness_from_0_to_1"),
    ("by_type", "likeness_by_type"),
    ("by_kinds", "likeness_by_kinds"),
    ("by_words", "likeness_by_words"),
    ("ahead", "kinds_there_and_not_named_here"),
    ("contacts", "whom_to_call"),
    *SOURCE_COLUMNS,
)
"""Of `similar_frame`; the quote is that of a kind that takes part there and is not named here."""


def partners_frame(found: Suggested) -> pd.DataFrame:
    """One row for each suggestion, best first; to an actor first initiatives, then actors."""
    lists = (found.initiatives, found.actors) if isinstance(found, ActorPartners) else (found.suggestions,)
    rows = (_suggestion(rank, one) for ranked in lists for rank, one in enumerate(ranked, start=1))
    return frame_of(rows, PARTNER_COLUMNS)


def similar_frame(found: Similar) -> pd.DataFrame:
    """One row for each initiative, the likest first."""
    return frame_of((_comparable(rank, one) for rank, one in enumerate(found.found, start=1)), SIMILAR_COLUMNS)


def _suggestion(rank: int, one: Suggestion) -> Mapping[str, Value]:
    points = {part.source: part.points for part in one.parts}
    evidence = [*one.refusal, *(item for part in one.parts for item in _sentences(part))]
    return {
        "rank": rank,
        "name": one.name,
        "id": one.id,
        "sort": one.sort.value,
        "kind": (one.chamber_type or one.kind).value,
        "regions": "; ".join(one.region_ids),
        "score": one.score,
        **{source.value: points.get(source) for source in Source},
        "in_graph": one.in_graph,
        "register_id": one.register_id,
        "perhaps_there": one.perhaps_there,
        "perhaps_as": "; ".join((*one.perhaps_as, *one.perhaps_in)),
        "declined": one.declined,
        **source_of(newest_first(evidence)),
    }


def _sentences(part: Part) -> Sequence[Evidence]:
    if isinstance(part, CompetentPart | InterestPart):
        return part.evidence
    if isinstance(part, NearbyPart):
        return ()
    seats = part.seats if isinstance(part, SameKindPart) else part.together
    return [item for seat in seats for item in seat.evidence]


def _comparable(rank: int, one: Comparable) -> Mapping[str, Value]:
    row = one.initiative
    return {
        "rank": rank,
        "initiative_id": row.id,
        "initiative": row.name,
        "type": row.type.value,
        "region": row.region_name,
        "lands": "; ".join(row.lands),
        "score": one.score,
        "by_type": one.likeness.by_type,
        "by_kinds": one.likeness.by_kinds,
        "by_words": one.likeness.by_words,
        "ahead": "; ".join(ahead.column for ahead in one.ahead),
        "contacts": "; ".join(contact.actor.name for contact in one.contacts),
        **source_of(newest_first(_ahead(one))),
    }


def _ahead(one: Comparable) -> Iterator[Evidence]:
    for ahead in one.ahead:
        yield from ahead.there.evidence
