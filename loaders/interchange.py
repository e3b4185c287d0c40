"""The interchange form: a reading as plain JSON, for scoring and for other programs (`extract FILE --json`)."""

from collections.abc import Mapping

from graph.model import (
    Absence,
    Actor,
    Group,
    Initiative,
    Interest,
    Membership,
    Participation,
    Reading,
    Silence,
    Statement,
    UnreadPlace,
)
from loaders.mention import BRANCH
from seeds.register import Register

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def to_interchange(reading: Reading, register: Register) -> dict[str, Json]:
    """A reading in the interchange form, with the `text` its offsets count in. Lists are sorted by id.

    A body that only a branch's name holds is left out: the text does not name it, and no fact here speaks of it.
    """
    spans = {naming.node_id: naming.spans for naming in reading.namings}
    evidence: dict[str, list[Json]] = {}
    for statement in reading.statements:
        evidence.setdefault(statement.fact_id, []).append(_evidence(statement))
    groups = {node.id: node for node in reading.nodes if isinstance(node, Group)}
    facts = reading.facts
    return {
        "document": {"id": reading.document.id, "title": reading.document.title, "date": reading.document.date},
        "text": reading.document.text,
        "actors": [_actor(node, spans, register) for node in _named_actors(reading)],
        "initiatives": [_initiative(node, spans, register) for node in reading.nodes if isinstance(node, Initiative)],
        "participations": [
            *(_participation(f, groups, evidence) for f in facts if isinstance(f, Participation)),
            *(_absence(f, groups, evidence) for f in facts if isinstance(f, Absence)),
        ],
        "memberships": [
            {"actor": f.member_id, "organisation": f.organisation_id, "evidence": evidence[f.id]}
            for f in facts
            if isinstance(f, Membership)
        ],
        "silences": [
            {"region": region_name(f.region, register), "evidence": evidence[f.id]}
            for f in facts
            if isinstance(f, Silence)
        ],
        "interests": [_interest(f, groups, evidence) for f in facts if isinstance(f, Interest)],
        "unread": [_unread(place) for place in reading.unread],
    }


def _unread(place: UnreadPlace) -> dict[str, Json]:
    return {
        "start": place.quote_start,
        "end": place.quote_end,
        "word": place.word,
        "kind": place.kind,
        "initiative": place.initiative_id,
        "reason": place.reason,
    }


def _named_actors(reading: Reading) -> list[Actor]:
    unnamed = {naming.node_id for naming in reading.namings if naming.method == BRANCH}
    return [node for node in reading.nodes if isinstance(node, Actor) and node.id not in unnamed]


def region_name(region: str, register: Register) -> str:
    """The name of a region, with its Land where it is not one itself: "Dormagen (Nordrhein-Westfalen)"."""
    found = register.region(region)
    lands = [land for land in register.lands_of(region) if land != region]
    return f"{found.name} ({register.region(lands[0]).name})" if len(lands) == 1 else found.name


def _names(regions: tuple[str, ...], written: str | None, register: Register) -> str | None:
    names = [region_name(region, register) for region in regions]
    if written and not any(written in name for name in names):
        names.insert(0, written)
    return ", ".join(names) or None


def _mentions(spans: tuple[tuple[int, int], ...]) -> list[Json]:
    return [{"start": start, "end": end} for start, end in spans]


def _actor(actor: Actor, spans: Mapping[str, tuple[tuple[int, int], ...]], register: Register) -> dict[str, Json]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "region": _names(actor.regions, None, register),
        "mentions": _mentions(spans[actor.id]),
    }


def _initiative(
    node: Initiative, spans: Mapping[str, tuple[tuple[int, int], ...]], register: Register
) -> dict[str, Json]:
    return {
        "id": node.id,
        "name": node.name,
        "type": node.type.value,
        "region": _names(node.regions, node.region_name, register),
        "since": node.since,
        "until": node.until,
        "status": node.status.value,
        "topics": list(node.topics),
        "parent": node.parent_id,
        "mentions": _mentions(spans[node.id]),
    }


def _evidence(statement: Statement) -> dict[str, Json]:
    return {"start": statement.quote_start, "end": statement.quote_end, "quote": statement.quote}


def _who(node: str, groups: Mapping[str, Group]) -> dict[str, Json]:
    group = groups.get(node)
    return {"actor": None if group else node, "group": group.kind.value if group else None}


def _participation(
    fact: Participation, groups: Mapping[str, Group], evidence: Mapping[str, list[Json]]
) -> dict[str, Json]:
    who = _who(fact.participant_id, groups)
    return {
        **who,
        "initiative": fact.initiative_id,
        "role": fact.role.value,
        "presence": "present",
        "evidence": evidence[fact.id],
    }


def _absence(fact: Absence, groups: Mapping[str, Group], evidence: Mapping[str, list[Json]]) -> dict[str, Json]:
    who = _who(fact.absent_id, groups)
    role = "supporter" if fact.strength == "informal" else "absent"
    return {
        **who,
        "initiative": fact.initiative_id,
        "role": role,
        "presence": fact.strength.value,
        "evidence": evidence[fact.id],
    }


def _interest(fact: Interest, groups: Mapping[str, Group], evidence: Mapping[str, list[Json]]) -> dict[str, Json]:
    group = groups.get(fact.holder_id)
    return {
        "actor": None if group else fact.holder_id,
        "group": group.word if group else None,
        "initiative": fact.initiative_id,
        "kind": fact.kind.value,
        "evidence": evidence[fact.id],
    }
