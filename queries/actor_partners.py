"""What an actor could join, and whom it could work with: the question of `partners.py` from the other end.

An initiative is suggested for the same four sources. An actor is suggested who is competent in the same place, sits in
such an initiative, or has an interest; those it sits with already, and its own parts and wholes, are left out.
"""

from dataclasses import dataclass

from graph.errors import QuestionError
from graph.store import Store
from queries.answers import ActorRow
from queries.colleagues import colleagues
from queries.coverage import searched_facts
from queries.dates import day_or_today
from queries.expected import UNHELD, Filling
from queries.facts import Facts
from queries.joinable import Seeker, joinable
from queries.pausing import collection_paused
from queries.quoting import with_quotes
from queries.snapshot import read_facts
from queries.steady import steady
from queries.suggestions import Suggestion
from queries.whole import Whole, read_whole
from seeds.expectation import Unheld
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class ActorPartners:
    """What an actor could join and whom it could work with, each best first; the rests are those beyond the limit.

    `declined` are the initiatives left out because it has said no itself. `date` is the day asked for.
    """

    actor: ActorRow
    initiatives: tuple[Suggestion, ...]
    actors: tuple[Suggestion, ...]
    rest_initiatives: int
    rest_actors: int
    declined: int
    date: str
    unheld: tuple[Unheld, ...] = UNHELD


@steady
def partners_of_actor(
    store: Store,
    register: Register,
    id: str,
    *,
    date: str | None = None,
    with_refusals: bool = False,
    limit: int | None = None,
) -> ActorPartners:
    """The answer for the actor with this id, or for the body of the register, at the date (default: today).

    Raises QuestionError("unknown_node").
    """
    with collection_paused():
        facts = read_facts(store, register, date=date)
        whole = read_whole(facts, date=date)
        actor = _find(facts, whole, register, facts.identity.of(id))
        seeker = Seeker(actor, facts, whole, Filling(facts, register, day_or_today(date)), register)
        told = searched_facts(store, facts, register, seeker.expected_at, date=date)
        return actor_partners(seeker, told, date=date, with_refusals=with_refusals, limit=limit)


def actor_partners(
    seeker: Seeker,
    told: Facts,
    *,
    date: str | None = None,
    with_refusals: bool = False,
    limit: int | None = None,
) -> ActorPartners:
    """The same from what was read already; `told` is what is said of the tables where it is expected."""
    ranked = joinable(seeker, told, date=date)
    joined = [one for one in ranked if with_refusals or not one.declined]
    actors = colleagues(seeker, joined)
    return ActorPartners(
        actor=seeker.actor,
        initiatives=with_quotes(joined[:limit], seeker.facts.links),
        actors=with_quotes(actors[:limit], seeker.facts.links),
        rest_initiatives=len(joined) - len(joined[:limit]),
        rest_actors=len(actors) - len(actors[:limit]),
        declined=len(ranked) - len(joined),
        date=seeker.filling.day,
    )


def _find(facts: Facts, whole: Whole, register: Register, id: str) -> ActorRow:
    """Its node, else the body of the register as one."""
    node = facts.nodes.get(whole.nodes_by_key.get(id, id))
    if node is not None:
        return node
    row = register.rows.get(id)
    if row is None:
        raise QuestionError("unknown_node", id=id)
    return ActorRow(row.id, row.short_name or row.name, row.kind, row.chamber_type, row.regions, row.aliases, row.id)
