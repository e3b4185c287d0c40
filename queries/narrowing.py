"""The part of the facts that is said of some initiatives. Pure."""

from collections.abc import Collection
from dataclasses import replace

from queries.answers import InitiativeRow
from queries.facts import Facts


def narrowed(facts: Facts, ids: Collection[str]) -> Facts:
    """What is said of these initiatives; nodes, documents and relations between actors stay."""
    return replace(
        facts,
        initiatives={id: row for id, row in facts.initiatives.items() if id in ids},
        links=tuple(one for one in facts.links if one.initiative_id in ids),
        absences=tuple(one for one in facts.absences if one.initiative_id in ids),
        unread=tuple(one for one in facts.unread if one.initiative_id in ids),
        listings=tuple(one for one in facts.listings if one.subject in ids),
        rejected=tuple(one for one in facts.rejected if one.initiative_id in ids),
    )


def as_one(facts: Facts, ids: Collection[str], row: InitiativeRow) -> Facts:
    """The same as if all were said of one initiative."""
    part = narrowed(facts, ids)
    return replace(
        part,
        initiatives={row.id: row},
        links=tuple(replace(one, initiative_id=row.id) for one in part.links),
        absences=tuple(replace(one, initiative_id=row.id) for one in part.absences),
        unread=tuple(replace(one, initiative_id=row.id) for one in part.unread),
        listings=tuple(replace(one, subject=row.id) for one in part.listings),
        rejected=tuple(replace(one, initiative_id=row.id) for one in part.rejected),
    )
