"""What people decided, in words: "Korrektur: Rolle Mitglied, seit 2019"."""

from collections.abc import Mapping, Sequence

from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status
from graph.model import Decision
from queries.answers import Correction, Evidence
from queries.decided import Standing
from queries.decisions import is_on_a_pair
from viz.language import _, mark
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role, word_status

_ACTIONS: Mapping[str, str] = {
    "add": mark("added"),
    "confirm": mark("confirmed"),
    "reject": mark("rejected"),
    "correct": mark("changed"),
    "merge": mark("merged"),
    "split": mark("split"),
    "unsure": mark("put off"),
    "apart": mark("not the same"),
}
_STANDINGS: Mapping[Standing, str] = {
    Standing.HOLDS: mark("holds"),
    Standing.RESTS: mark("rests: not in the graph now"),
    Standing.SUPERSEDED: mark("replaced by a later one"),
    Standing.UNDONE: mark("taken back"),
}


def word_correction(correction: Correction) -> str:
    """What was decided: "Korrektur: verworfen"."""
    return _("Correction: {what}").format(what=word_decision(correction.action, correction.values))


def word_decision(action: str, values: Sequence[tuple[str, str]]) -> str:
    """The decision alone: "verworfen", or the new values."""
    told = dict(values)
    words = [word for field in _ORDER if field in told and (word := _word_value(field, told))]
    return ", ".join(words) or word_action(action)


def word_action(action: str) -> str:
    """What was done: "bestätigt"."""
    return _(_ACTIONS[action]) if action in _ACTIONS else action


def action_of(decision: Decision) -> str:
    """What is done: a rejected pair is said otherwise than a rejected fact."""
    return "apart" if decision.action == "reject" and is_on_a_pair(decision) else decision.action


def word_standing(standing: Standing) -> str:
    """Where a decision stands."""
    return _(_STANDINGS[standing])


def signature(item: Evidence) -> str:
    """By whom and when a decision was made: "AB, 21.11.2026"."""
    day = item.correction.date if item.correction else None
    return ", ".join(part for part in (item.reported_by, word_date(day)) if part)


_ORDER = ("name", "role", "kind", "type", "status", "region", "since", "until", "as_of")


def _word_value(field: str, values: Mapping[str, str]) -> str:
    value = values[field]
    match field:
        case "role":
            return _("role {value}").format(value=word_role(Role(value)))
        case "kind":
            chamber = values.get("chamber_type")
            word = word_actor_kind(ActorKind(value), ChamberType(chamber) if chamber else None)
            return _("kind {value}").format(value=word)
        case "type":
            return _("type {value}").format(value=word_initiative_type(InitiativeType(value)))
        case "status":
            return _("status {value}").format(value=word_status(Status(value)))
        case "region":
            return _("region {value}").format(value=value) if value else _("without a region")
        case "since":
            return _("since {date}").format(date=word_date(value)) if value else _("no known beginning")
        case "until":
            return _("until {date}").format(date=word_date(value)) if value else _("no known end")
        case "as_of":
            return _("as of {date}").format(date=word_date(value)) if value else ""
        case _:
            return _("name “{value}”").format(value=value)
