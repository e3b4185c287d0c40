"""Everything a map shows, in one value: actors, initiatives, who takes part, who is absent, and the judged cells."""

from collections.abc import Iterable

from graph.store import Store
from queries.answers import Picture
from queries.completeness import mark_open_lists
from queries.coverage import cover, searched_tables
from queries.facts import Facts
from queries.identity import Pair
from queries.regions import is_inside
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register


@steady
def picture(store: Store, register: Register, *, date: str | None = None) -> Picture:
    """The graph as it is drawn, known until `date` (default: everything). `sample` when a packaged sample is in it."""
    facts = read_facts(store, register, date=date)
    tables = searched_tables(store, facts, register, date=date)
    return Picture(
        actors=tuple(facts.nodes[id] for id in sorted(facts.nodes)),
        initiatives=tuple(facts.initiatives[id] for id in sorted(facts.initiatives)),
        links=tuple(sorted(facts.links, key=lambda link: link.id)),
        absences=tuple(sorted(facts.absences, key=lambda absence: absence.id)),
        coverage=mark_open_lists(store, cover(facts, register, date=date, tables=tables)),
        sample=any(document.sample for document in facts.documents.values()),
        possibly=_shown(facts, facts.identity.possible),
        phases=_shown(facts, facts.identity.phases),
    )


def nodes_within(picture: Picture, register: Register, region: str) -> frozenset[str]:
    """The ids of the initiatives in a region (by its id), of who takes part or is absent there, and of actors there."""
    wanted = {row.id for row in picture.initiatives if is_inside(register, row.regions, region)}
    wanted |= {one.participant_id for one in picture.links if one.initiative_id in wanted}
    wanted |= {one.absent_id for one in picture.absences if one.initiative_id in wanted}
    return frozenset(wanted | {row.id for row in picture.actors if is_inside(register, row.regions, region)})


def _shown(facts: Facts, pairs: Iterable[Pair]) -> tuple[tuple[str, str], ...]:
    """The pairs whose ends are drawn."""
    drawn = {*facts.nodes, *facts.initiatives}
    return tuple((pair.one, pair.other) for pair in pairs if {pair.one, pair.other} <= drawn)
