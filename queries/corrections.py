"""What people decided, laid over what documents say: each answer sees it, and nothing in the store is changed by it.

Rows of nodes are corrected before they are joined, facts after. A rejected fact is in no answer but the profiles'
lists of what was rejected; a corrected one carries its new values and the decision as evidence beside the sentences.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from graph.kinds import Role
from graph.model import Decision
from graph.records import Row
from graph.store import Store
from queries.answers import AbsenceLink, ActorRow, Correction, Evidence, InitiativeRow, Link
from queries.evidence import BY_PERSON, newest_date, newest_first
from queries.facts import Facts, Relation, Saying
from queries.regions import name_of
from queries.rows import text, texts
from queries.rulings import NAME, Ruled, Ruling, Rulings, find_rulings, readable
from seeds.register import Register

T = TypeVar("T", AbsenceLink, Relation, Saying)
R = TypeVar("R", ActorRow, InitiativeRow)
NodeRows: TypeAlias = Mapping[str, Sequence[Row]]
_NODES = ("actors", "initiatives")


def read_rulings(store: Store) -> Rulings:
    """What holds of each fact and node that somebody decided on."""
    return find_rulings(store.decisions())


def rejected_facts(rulings: Rulings) -> frozenset[str]:
    """The facts that were rejected."""
    return frozenset(subject for subject, ruling in rulings.items() if ruling.is_rejected)


def correct_nodes(rows: NodeRows, rulings: Rulings, register: Register) -> NodeRows:
    """The rows of all questions, those of actors and initiatives with the values that people gave them."""
    corrected = {name: [correct_row(row, rulings, register) for row in rows[name]] for name in _NODES}
    return {**rows, **corrected}


def correct_row(row: Row, rulings: Rulings, register: Register) -> Row:
    """The row of an actor, an initiative or a name, corrected; a name that was replaced becomes an alias."""
    ruling = rulings.get(text(row, "id"))
    if ruling is None or ruling.is_rejected or not ruling.values:
        return row
    values = ruling.values
    told: Row = {**row, **{field: value or None for field, value in values.items() if field in row}}
    if NAME in values:
        names = {*texts(row, "aliases"), text(row, "name")} - {values[NAME]}
        told["aliases"] = [*sorted(names)]
    if "type" in values and "type" not in row:
        told["kind"] = values["type"]
    if "region" in values:
        region = values["region"]
        told["regions"] = [region] if region else []
        told["region_name"] = name_of(register, region) if region else None
    return told


def lay_over(facts: Facts, rulings: Rulings, register: Register) -> Facts:
    """The facts as people left them: rejected ones apart, corrected ones with their new values, all with evidence."""
    if not rulings:
        return facts
    links = lay_over_links(facts.links, rulings, register)
    rulings = {subject: _readable(ruling, register) for subject, ruling in rulings.items()}
    return replace(
        facts,
        nodes={id: _marked(row, rulings) for id, row in facts.nodes.items()},
        initiatives={id: _marked(row, rulings) for id, row in facts.initiatives.items()},
        links=links.kept,
        rejected=links.rejected,
        absences=tuple(_agreed(facts.absences, rulings)),
        memberships=tuple(_agreed(facts.memberships, rulings)),
        branches=tuple(_agreed(facts.branches, rulings)),
        interests=tuple(_agreed(facts.interests, rulings)),
        listings=tuple(_agreed(facts.listings, rulings)),
        silences=tuple(_agreed(facts.silences, rulings)),
    )


@dataclass(frozen=True, slots=True)
class Links:
    """Participations as people left them, by initiative, then id: those `kept`, and those `rejected`."""

    kept: tuple[Link, ...]
    rejected: tuple[Link, ...]


def lay_over_links(links: tuple[Link, ...], rulings: Rulings, register: Register) -> Links:
    """The same of participations alone."""
    if not rulings:
        return Links(links, ())
    told = {link.id: _readable(rulings[link.id], register) for link in links if link.id in rulings}
    ruled = [(link, told.get(link.id)) for link in links]
    kept = [_corrected(link, ruling) for link, ruling in ruled if ruling is None or not ruling.is_rejected]
    gone = [_with_word(link, ruling) for link, ruling in ruled if ruling is not None and ruling.is_rejected]
    return Links(_one_each(kept), tuple(gone))


def _readable(ruling: Ruling, register: Register) -> Ruling:
    """The ruling whose words name regions as people do."""
    words = (Ruled(one.decision, readable(one.values, register)) for one in ruling.standing)
    return replace(ruling, standing=tuple(words))


def _corrected(link: Link, ruling: Ruling | None) -> Link:
    if ruling is None:
        return link
    values = ruling.values
    dated = [_dated(item, values) for item in (*_words(ruling, link.evidence), *link.evidence)]
    return replace(link, role=Role(values.get("role", link.role)), evidence=newest_first(dated))


def _dated(item: Evidence, values: Mapping[str, str]) -> Evidence:
    """The statement with the dates that a person gave; they hold for whatever is said of it."""
    since, until = values.get("since", item.since), values.get("until", item.until)
    return replace(item, since=since or None, until=until or None)


def _with_word(link: Link, ruling: Ruling) -> Link:
    return replace(link, evidence=(*_words(ruling, link.evidence), *link.evidence))


def _agreed(facts: Iterable[T], rulings: Rulings) -> Iterator[T]:
    """Facts of other sorts are confirmed or rejected, never changed."""
    rejected = rejected_facts(rulings)
    for fact in facts:
        if fact.id not in rejected:
            yield _confirmed(fact, rulings[fact.id]) if fact.id in rulings else fact


def _confirmed(fact: T, ruling: Ruling) -> T:
    return replace(fact, evidence=newest_first([*_words(ruling, fact.evidence), *fact.evidence]))


def _one_each(links: Sequence[Link]) -> tuple[Link, ...]:
    """Each participation once: a corrected role may be one that is told already. The told one's id stays."""
    found: dict[tuple[str, str, Role], Link] = {}
    for link in sorted(links, key=lambda link: (any(item.correction for item in link.evidence), link.id)):
        key = link.participant_id, link.initiative_id, link.role
        held = found.get(key)
        found[key] = replace(held, evidence=newest_first((*held.evidence, *link.evidence))) if held else link
    return tuple(sorted(found.values(), key=lambda link: (link.initiative_id, link.id)))


def _marked(row: R, rulings: Rulings) -> R:
    ruling = rulings.get(row.id)
    return replace(row, corrections=_words(ruling, ())) if ruling else row


def _words(ruling: Ruling, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The decisions as evidence. They speak of the time of what they decide on, or of the one they name."""
    as_of = ruling.values.get("as_of") or newest_date(evidence)
    found = (one for one in ruling.standing if one.decision.action != "add")  # of that the note itself is the evidence
    return tuple(replace(_word(one), as_of=as_of) for one in found)


def _word(ruled: Ruled) -> Evidence:
    decision: Decision = ruled.decision
    day = decision.written_at[:10]
    return Evidence(
        quote=decision.note,
        quote_start=0,
        quote_end=len(decision.note),
        document_id=decision.id,
        document_title="",
        document_address=f"korrektur:{day}/{decision.author}",
        document_date=None,
        method=BY_PERSON,
        confidence=1.0,
        reported_by=decision.author,
        correction=Correction(decision.id, decision.action, day, ruled.values),
    )
