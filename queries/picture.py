"""Everything a map shows, in one value: actors, initiatives, who takes part, who is absent, and the judged cells."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.store import Store
from queries.answers import Column, Picture
from queries.columns import possible_columns
from queries.completeness import mark_open_lists
from queries.coverage import cover, searched_tables
from queries.facts import Facts
from queries.identity import Pair
from queries.regions import is_inside
from queries.selection import Selection, select
from queries.snapshot import read_facts
from queries.steady import steady
from seeds.register import Register

_EVERYTHING = Selection()


@steady
def picture(
    store: Store,
    register: Register,
    *,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    wanted: Selection = _EVERYTHING,
    date: str | None = None,
) -> Picture:
    """The graph as it is drawn, known until `date` (default: everything). `sample` when a packaged sample is in it.

    Where a `region`, `kinds` or some initiatives are `wanted`, as `coverage` and `select` take them, only these
    initiatives are told, with the actors of these kinds that are tied to them, and the documents that speak of them.
    Raises QuestionError("unknown_region") and QuestionError("unknown_topic") with the nearest names.
    """
    facts = read_facts(store, register, date=date)
    tables = searched_tables(store, facts, register, date=date)
    covered = cover(facts, register, region=region, kinds=kinds, date=date, tables=tables)
    found = Picture(
        actors=tuple(facts.nodes[id] for id in sorted(facts.nodes)),
        initiatives=tuple(facts.initiatives[id] for id in sorted(facts.initiatives)),
        links=tuple(sorted(facts.links, key=lambda link: link.id)),
        absences=tuple(sorted(facts.absences, key=lambda absence: absence.id)),
        coverage=mark_open_lists(store, select(covered, wanted)),
        sample=any(document.sample for document in facts.documents.values()),
        possibly=_shown(facts, facts.identity.possible),
        phases=_shown(facts, facts.identity.phases),
    )
    return found if region is None and not kinds and wanted.is_everything else _cut_out(found, kinds)


def _cut_out(whole: Picture, kinds: Sequence[Column]) -> Picture:
    """What is told of the initiatives in the matrix."""
    rows = (*whole.coverage.rows, *whole.coverage.without_table)
    kept = {row.initiative.id for row in rows}
    of_kind = {
        actor.id
        for actor in whole.actors
        if not kinds or {*possible_columns(actor.kind, actor.chamber_type)} & {*kinds}
    }
    links = tuple(one for one in whole.links if one.initiative_id in kept and one.participant_id in of_kind)
    absences = tuple(one for one in whole.absences if one.initiative_id in kept and one.absent_id in of_kind)
    tied = {*(one.participant_id for one in links), *(one.absent_id for one in absences)}
    cited = {id for row in rows for id in row.documents}
    cited |= {item.document_id for region in whole.coverage.unknown for item in region.evidence}
    drawn = kept | tied
    return replace(
        whole,
        actors=tuple(actor for actor in whole.actors if actor.id in tied),
        initiatives=tuple(row for row in whole.initiatives if row.id in kept),
        links=links,
        absences=absences,
        coverage=replace(whole.coverage, documents=tuple(one for one in whole.coverage.documents if one.id in cited)),
        possibly=tuple(pair for pair in whole.possibly if {*pair} <= drawn),
        phases=tuple(pair for pair in whole.phases if {*pair} <= drawn),
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
