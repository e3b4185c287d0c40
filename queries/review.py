"""All participations for a person to go through, those that were rejected too. Next: the table of `review export`."""

from dataclasses import dataclass

from graph.keys import fold
from graph.kinds import Role
from graph.store import Store
from queries.answers import ActorRow, Evidence, InitiativeRow, Link
from queries.facts import Facts
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register

_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A participation as the answers show it now. Evidence newest first; for a rejected one the rejection first."""

    id: str
    actor: ActorRow
    initiative: InitiativeRow
    role: Role
    since: str | None
    until: str | None
    is_rejected: bool
    evidence: tuple[Evidence, ...]


@steady
def review_rows(store: Store, register: Register) -> tuple[ReviewRow, ...]:
    """Every participation, by initiative, actor and role."""
    facts = read_facts(store, register)
    rows = [_row(facts, link, is_rejected=False) for link in facts.links]
    rows += [_row(facts, link, is_rejected=True) for link in facts.rejected]
    return tuple(sorted(rows, key=_order))


def _row(facts: Facts, link: Link, *, is_rejected: bool) -> ReviewRow:
    return ReviewRow(
        id=link.id,
        actor=facts.nodes[link.participant_id],
        initiative=facts.initiatives[link.initiative_id],
        role=link.role,
        since=next((item.since for item in link.evidence if item.since), None),
        until=next((item.until for item in link.evidence if item.until), None),
        is_rejected=is_rejected,
        evidence=link.evidence,
    )


def _order(row: ReviewRow) -> tuple[str, str, str, str, int, str]:
    names = fold(row.initiative.name), row.initiative.id, fold(row.actor.name), row.actor.id
    return *names, _ROLES.index(row.role), row.id
