"""Whom an initiative could ask: a ranked list, each line with where it comes from and what it rests on.

From the facts on the initiative and the landscape of all of them; next: `partners`. Who sits there already is left
out, under whatever name; so is who has said no, unless asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Store
from queries.answers import InitiativeRow
from queries.arrays.opening import Keeping, open_arrays, renew_arrays
from queries.arrays.shape import Arrays
from queries.asking import Asking
from queries.coverage import searched_facts
from queries.expected import UNHELD
from queries.facts import Facts
from queries.partners_by_numbers import rank_by_numbers, seats_of
from queries.pausing import collection_paused
from queries.presence import phases_of
from queries.quoting import with_quotes
from queries.seeking import Search
from queries.snapshot import read_facts, read_seats
from queries.steady import steady
from queries.suggestions import Suggestion
from queries.whole import Whole, read_whole
from seeds.expectation import Unheld
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom an initiative could ask, best first; `rest` are those beyond the limit, `declined` those left out.

    Without a place (`has_place`) nobody can be told to be competent. `has_table`: whether one can sit at its table;
    `names_nobody`: no document names anybody there, so that everybody may be there already. `date` is the day asked
    for.
    """

    initiative: InitiativeRow
    suggestions: tuple[Suggestion, ...]
    rest: int
    declined: int
    has_place: bool
    has_table: bool
    names_nobody: bool
    date: str
    unheld: tuple[Unheld, ...] = UNHELD


@steady
def partners(
    store: Store,
    register: Register,
    id: str,
    *,
    date: str | None = None,
    with_refusals: bool = False,
    limit: int | None = None,
    keeping: Keeping | None = None,
) -> Partners:
    """Whom the initiative with this id could ask, as known until and standing at the date (default: today).

    The first `limit` are looked for on the graph's arrays (`keeping` says where they are kept) where no date is given;
    else the whole graph is read. Raises QuestionError("unknown_node").
    """
    with collection_paused():
        if date is None and limit is not None:
            arrays = open_arrays(store, register, keeping=keeping or Keeping())
            try:
                return _in_arrays(store, register, arrays, id, with_refusals=with_refusals, limit=limit)
            except KeyError:  # another program may have deleted what the arrays still have
                arrays = renew_arrays(store, register, keeping=keeping or Keeping())
                return _in_arrays(store, register, arrays, id, with_refusals=with_refusals, limit=limit)
        facts = read_facts(store, register, date=date)
        shown = facts.identity.of(id)
        told = searched_facts(store, facts, register, phases_of(facts.identity, shown), date=date)
        whole = read_whole(facts, date=date)
        return partners_of(told, whole, register, shown, date=date, with_refusals=with_refusals, limit=limit)


@steady
def partners_of_all(store: Store, register: Register, *, limit: int) -> Mapping[str, Partners]:
    """The best `limit` for every initiative, by its id, from one reading of the graph."""
    with collection_paused():
        facts = read_facts(store, register)
        told = searched_facts(store, facts, register, tuple(facts.initiatives))
        whole = read_whole(facts)
        return {id: partners_of(told, whole, register, id, limit=limit) for id in sorted(facts.initiatives)}


def partners_of(
    facts: Facts,
    whole: Whole,
    register: Register,
    id: str,
    *,
    date: str | None = None,
    with_refusals: bool = False,
    limit: int | None = None,
) -> Partners:
    """The same from what was read already: `facts` on the initiative, and the whole graph without quotes."""
    asking = Asking(facts, register, id, date=date)
    ranked = Search(asking, facts, whole).drafts().ranked()
    told = [one for one in ranked if with_refusals or not one.declined]
    shown = told[:limit]
    rest, declined = len(told) - len(shown), len(ranked) - len(told)
    return _answer(asking, with_quotes(shown, facts.links), rest=rest, declined=declined)


def _in_arrays(
    store: Store, register: Register, arrays: Arrays, id: str, *, with_refusals: bool, limit: int
) -> Partners:
    """The answer by these arrays. Raises KeyError where the graph has not what they say."""
    found = rank_by_numbers(store, register, arrays, id, limit=limit)
    told = [one for one in found.suggestions if with_refusals or not one.declined]
    shown, declined = told[:limit], len(found.suggestions) - len(told)
    quoted = with_quotes(shown, read_seats(store, register, seats_of(shown)))
    return _answer(found.asking, quoted, rest=len(told) + found.further - len(shown), declined=declined)


def _answer(asking: Asking, shown: tuple[Suggestion, ...], *, rest: int, declined: int) -> Partners:
    return Partners(
        initiative=asking.circle.row,
        suggestions=shown,
        rest=rest,
        declined=declined,
        has_place=asking.expected.has_place,
        has_table=asking.table.counts,
        names_nobody=not asking.table.facts.names_somebody,
        date=asking.day,
    )
