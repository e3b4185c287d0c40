"""The first source of partners: competent for the place by the register, and not at the table. Pure."""

from dataclasses import replace

from queries.answers import Column
from queries.body_cells import BodyValue
from queries.competence import Competent
from queries.expected import PossibleBody, Vacancy
from queries.suggestions import CompetentPart
from seeds.expectation import Ground
from seeds.register import Confidence

_SAID = {
    BodyValue.ABSENT: 6.0,
    BodyValue.INFORMAL: 6.0,
    BodyValue.NOT_LISTED: 4.0,
    BodyValue.NOT_MENTIONED: 4.0,
}
"""An empty chair weighs most where a document speaks of it."""
_AT_PLACE = 4.0
_PERHAPS = 2.0
"""Where it may be there already, or somebody there speaks for it."""
_CLOSE = {
    Ground.PLACE: 1.0,
    Ground.DISTRICT: 1.0,
    Ground.ASSOCIATION: 0.75,
    Ground.LAND: 0.5,
    Ground.FEDERAL: 0.5,
    Ground.DISTRICT_PART: 0.25,
    Ground.LAND_PART: 0.25,
}


def competent_part(vacancy: Vacancy, body: PossibleBody) -> CompetentPart:
    """What being competent adds: for the empty chair, and for how close it is.

    Where only one of several need be, the chair counts half; where the register is not sure, closeness does.
    """
    chair = _PERHAPS if vacancy.perhaps_there else _SAID.get(body.cell.value, _PERHAPS)
    part = _part(vacancy.column, body.competent, chair)
    return replace(part, value=body.cell.value, evidence=body.cell.evidence[:1])


def part_at_place(column: Column, competent: Competent) -> CompetentPart:
    """The same for a place, without a table."""
    return _part(column, competent, _AT_PLACE)


def _part(column: Column, competent: Competent, chair: float) -> CompetentPart:
    close = _CLOSE[competent.ground] / (2 if competent.confidence is Confidence.LOW else 1)
    return CompetentPart(
        points=round((chair / 2 if competent.partial else chair) + close, 2),
        column=column,
        value=None,
        ground=competent.ground,
        partial=competent.partial,
        confidence=competent.confidence,
        register_sources=competent.sources,
    )
