"""Whom the register expects, who offers and seeks, and events, as pandas tables of codes and values. Pure.

pandas is slow to import: import this module where a table is asked for, not before. What each column means is a code
beside its name, as in `matrix_frame.py`; `viz` words them.
"""

from collections.abc import Mapping

import pandas as pd

from queries.answers import InitiativeRow
from queries.events import Event, Events
from queries.expected import Expected, ExpectedRow, PossibleBody, Vacancy
from queries.matrix_frame import Columns, Value
from queries.network_frames import SOURCE_COLUMNS, frame_of, source_of
from queries.offers import Offer, Offers

EXPECTED_COLUMNS: Columns = (
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("kind", "kind_asked_for"),
    ("value", "value_of_cell"),
    ("marks", "marks_of_cell"),
    ("perhaps_there", "perhaps_there_already"),
    ("body_id", "id_in_the_register"),
    ("body", "name_of_body"),
    ("ground", "why_it_is_competent"),
    ("partial", "is_one_of_several"),
    ("register_confidence", "how_sure_the_register_is"),
    ("body_value", "what_is_said_of_the_body"),
    ("declined", "has_said_no_itself"),
    ("routes", "who_speaks_for_it_there"),
    ("actor_id", "id_of_actor"),
    *SOURCE_COLUMNS,
)
"""Of `expected_frame`. A vacancy for which the register names nobody is a row without a body."""

OFFER_COLUMNS: Columns = (
    ("interest", "seeks_or_offers"),
    ("holder_id", "id_of_holder"),
    ("holder", "name_of_holder"),
    ("sort", "actor_or_initiative"),
    ("kind", "kind_or_type_of_node"),
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("regions", "ids_of_regions"),
    ("topics", "topics_of_initiative"),
    ("statements", "number_of_statements"),
    *SOURCE_COLUMNS,
)
"""Of `offers_frame`."""

EVENT_COLUMNS: Columns = (
    ("event_id", "id_of_event"),
    ("event", "name_of_event"),
    ("is_own", "event_is_an_initiative"),
    ("initiative_id", "id_of_initiative"),
    ("initiative", "name_of_initiative"),
    ("part_of", "what_the_event_belongs_to"),
    ("first", "first_day_of_event"),
    ("last", "last_day_of_event"),
    ("begins", "time_it_begins"),
    ("ends", "time_it_ends"),
    ("place", "place_as_written"),
    ("regions", "ids_of_regions"),
    ("hosts", "names_of_hosts"),
    ("is_called_off", "is_called_off"),
    *SOURCE_COLUMNS,
)
"""Of `events_frame`."""


def expected_frame(found: Expected) -> pd.DataFrame:
    """One row for each gap and each body that could fill it, in the order of the answer."""
    rows = (
        _body(row, vacancy, body)
        for row in found.rows
        for vacancy in row.vacancies
        for body in (vacancy.bodies or (None,))
    )
    return frame_of(rows, EXPECTED_COLUMNS)


def offers_frame(found: Offers) -> pd.DataFrame:
    """One row for each offer or wish."""
    return frame_of(map(_offer, found.rows), OFFER_COLUMNS)


def events_frame(found: Events) -> pd.DataFrame:
    """One row for each event and day."""
    return frame_of(map(_event, found.rows), EVENT_COLUMNS)


def _body(row: ExpectedRow, vacancy: Vacancy, body: PossibleBody | None) -> Mapping[str, Value]:
    told: dict[str, Value] = {
        "initiative_id": row.initiative.id,
        "initiative": row.initiative.name,
        "kind": vacancy.column.value,
        "value": vacancy.value.value,
        "marks": "; ".join(vacancy.marks),
        "perhaps_there": vacancy.perhaps_there,
    }
    if body is None:
        return told
    return told | {
        "body_id": body.competent.id,
        "body": body.competent.name,
        "ground": body.competent.ground.value,
        "partial": body.competent.partial,
        "register_confidence": body.competent.confidence.value,
        "body_value": body.cell.value.value,
        "declined": body.cell.declined,
        "routes": "; ".join(route.participant for route in body.cell.routes),
        "actor_id": body.actor_id,
        **source_of(body.cell.evidence),
    }


def _offer(row: Offer) -> Mapping[str, Value]:
    is_initiative = isinstance(row.holder, InitiativeRow)
    initiative = row.holder if isinstance(row.holder, InitiativeRow) else row.about
    return {
        "interest": row.kind.value,
        "holder_id": row.holder.id,
        "holder": row.holder.name,
        "sort": "initiative" if is_initiative else "actor",
        "kind": row.holder.type.value if isinstance(row.holder, InitiativeRow) else row.holder.kind.value,
        "initiative_id": initiative.id if initiative else None,
        "initiative": initiative.name if initiative else None,
        "regions": "; ".join(row.regions),
        "topics": "; ".join(row.topics),
        "statements": len(row.evidence),
        **source_of(row.evidence),
    }


def _event(row: Event) -> Mapping[str, Value]:
    day = row.day
    return {
        "event_id": row.id,
        "event": row.name,
        "is_own": row.is_own,
        "initiative_id": row.initiative.id,
        "initiative": row.initiative.name,
        "part_of": row.part_of.name if row.part_of else None,
        "first": day.first if day else None,
        "last": day.last if day else None,
        "begins": day.begins if day else None,
        "ends": day.ends if day else None,
        "place": row.place,
        "regions": "; ".join(row.regions),
        "hosts": "; ".join(seat.actor.name for seat in row.hosts),
        "is_called_off": row.is_called_off,
        **source_of(row.evidence),
    }
