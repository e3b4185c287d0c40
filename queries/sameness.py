"""Whether two nodes are one: judged from names, kind, place and period, never from the text of a document at hand.

In: two nodes with their names taken apart; out: a verdict with a score and the reason. Next: `identity.py` unites.
"""

from graph.keys import fold
from graph.kinds import InitiativeType
from queries.dates import first_day, last_day
from queries.likeness import (
    are_alike,
    initialled,
    is_government,
    is_head,
    is_misspelt,
    is_part_named,
    is_short_for,
    same_name,
    share_designation,
)
from queries.named import Named
from queries.surfaces import is_lettered, own_spellings
from queries.verdicts import Place, Sameness, SameReason, Subject, Verdict, compare_places, is_initiative
from seeds.register import Register


def judge(one: Subject, other: Subject, register: Register) -> Verdict | None:
    """What may be said of two nodes of one sort; None for two that are nothing to each other."""
    if one.node.sort is not other.node.sort or (one.node.register_id and other.node.register_id):
        return None
    place = compare_places(one, other, register)
    if place is Place.OTHER:
        return None
    verdict = (
        _judge_initiatives(one, other, place) if is_initiative(one) else _judge_actors(one, other, place, register)
    )
    if verdict and set(one.node.documents) & set(other.node.documents):
        return _in_one_document(verdict, one, other)
    return verdict


def _in_one_document(verdict: Verdict, one: Subject, other: Subject) -> Verdict | None:
    """A document that names both keeps them apart, unless it says itself that one is the other's name."""
    if verdict.sameness is Sameness.PHASES or verdict.reason.is_stated:
        return verdict
    if verdict.sameness is Sameness.SAME and verdict.reason is SameReason.ALIAS and _states_alias(one, other):
        return Verdict(Sameness.SAME, verdict.score, SameReason.ALIAS_STATED)
    if verdict.sameness is Sameness.SAME or verdict.reason in _SEEN_IN_ONE or not is_initiative(one):
        reason = verdict.reason if verdict.reason is SameReason.OFFICE else SameReason.KEPT_APART
        return Verdict(Sameness.POSSIBLE, min(verdict.score, 0.6), reason)
    return None


_SEEN_IN_ONE = frozenset({SameReason.SHORT_NAME, SameReason.NAME, SameReason.OFFICE})


def _states_alias(one: Subject, other: Subject) -> bool:
    return fold(one.node.name) in map(fold, other.node.aliases) or fold(other.node.name) in map(fold, one.node.aliases)


# --- initiatives -------------------------------------------------------------------------------------------------


def _judge_initiatives(one: Subject, other: Subject, place: Place) -> Verdict | None:
    if named := same_name(one, other):
        return _placed(_timed(named, one, other), one, other, place)
    if place is Place.WIDER or not _of_one_kind(one, other):
        return None
    met = bool(one.circle & other.circle)
    if place is Place.SAME and is_short_for(one, other):
        if met and not _years_differ(one, other):
            return Verdict(Sameness.SAME, 0.92, SameReason.SHARED_CIRCLE, needs_one=True)
        return Verdict(Sameness.POSSIBLE, 0.8, SameReason.SHORT_NAME)
    if place is not Place.SAME:
        return None
    if is_misspelt(one, other):
        return Verdict(Sameness.POSSIBLE, 0.8, SameReason.SPELLING)
    if are_alike(one, other):
        return Verdict(Sameness.POSSIBLE, 0.65 if met else 0.55, SameReason.ALIKE)
    if share_designation(one, other):
        return Verdict(Sameness.POSSIBLE, 0.5 if met else 0.4, SameReason.DESIGNATION)
    return initialled(one, other)


def _timed(named: Verdict, one: Subject, other: Subject) -> Verdict:
    """The same name at other times: another phase, or to be looked at."""
    if _is_event(one) and _is_event(other):
        return _timed_events(named, one, other)
    if one.years and other.years and not one.years & other.years:
        return Verdict(Sameness.PHASES, 0.95, SameReason.EDITION)
    if _follow(one.node, other.node) or _follow(other.node, one.node):
        return Verdict(Sameness.PHASES, 0.9, SameReason.PERIOD)
    if bool(one.years) is not bool(other.years) and named.sameness is Sameness.SAME:
        return Verdict(Sameness.POSSIBLE, 0.75, SameReason.NO_EDITION)
    if _begin_apart(one.node, other.node):
        return Verdict(Sameness.POSSIBLE, 0.6, SameReason.TIME_DIFFERS)
    if named.sameness is Sameness.SAME and not _of_one_kind(one, other, forgiving=True):
        return Verdict(Sameness.POSSIBLE, 0.6, SameReason.KIND_DIFFERS)
    return named


def _timed_events(named: Verdict, one: Subject, other: Subject) -> Verdict:
    first, second = _event_date(one), _event_date(other)
    if first is None and second is None:
        return named
    if first is None or second is None:
        return Verdict(Sameness.POSSIBLE, 0.6, SameReason.NO_EDITION)
    if first.startswith(second) or second.startswith(first):
        return named
    return Verdict(Sameness.PHASES, 0.9, SameReason.EDITION)


def _event_date(subject: Subject) -> str | None:
    return subject.node.since or next((str(first) for first, _ in sorted(subject.years)), None)


def _follow(one: Named, other: Named) -> bool:
    return bool(one.until and other.since and last_day(one.until) < first_day(other.since))


def _begin_apart(one: Named, other: Named) -> bool:
    return bool(one.since and other.since and abs(int(one.since[:4]) - int(other.since[:4])) > 1)


def _years_differ(one: Subject, other: Subject) -> bool:
    return bool(one.years or other.years) and not one.years & other.years


def _placed(verdict: Verdict, one: Subject, other: Subject, place: Place) -> Verdict | None:
    """The same name where one of the documents does not say where, or says it more widely."""
    if place is Place.SAME:
        return verdict
    if place is Place.WIDER:
        if verdict.sameness is not Sameness.SAME or verdict.reason is not SameReason.NAME:
            return None
        return Verdict(Sameness.POSSIBLE, 0.4 if "de" in one.places | other.places else 0.5, SameReason.WIDER_PLACE)
    if not (one.places or other.places):
        return verdict
    if verdict.sameness is Sameness.SAME and one.circle & other.circle:
        return Verdict(Sameness.SAME, 0.9, SameReason.SHARED_CIRCLE, needs_one=True)
    return Verdict(Sameness.POSSIBLE, min(verdict.score, 0.7), SameReason.NO_PLACE)


def _of_one_kind(one: Subject, other: Subject, *, forgiving: bool = False) -> bool:
    kinds = {one.node.kind, other.node.kind}
    return len(kinds) == 1 or "other" in kinds or (forgiving and not kinds & _APART_KINDS)


_APART_KINDS = frozenset({InitiativeType.EVENT.value, InitiativeType.SERVICE_CENTRE.value})


def _is_event(subject: Subject) -> bool:
    return subject.node.kind == InitiativeType.EVENT


# --- actors ------------------------------------------------------------------------------------------------------


def _judge_actors(one: Subject, other: Subject, place: Place, register: Register) -> Verdict | None:
    if place is not Place.WIDER and _is_office_of(one, other):
        return Verdict(Sameness.POSSIBLE, 0.5, SameReason.OFFICE)
    if _is_spelt_as_registered(one, other, register) or _is_spelt_as_registered(other, one, register):
        return Verdict(Sameness.SAME, 0.9, SameReason.OWN_SPELLING)
    if place is Place.WIDER or not _of_one_kind(one, other):
        return None
    if lettered := _lettered(one, other):
        return lettered
    if one.years and other.years and not one.years & other.years:  # a year is a part of an organisation's name
        return None
    if named := same_name(one, other):
        return _placed_actors(named, one, other, place)
    if is_misspelt(one, other):
        return Verdict(Sameness.POSSIBLE, 0.75, SameReason.SPELLING)
    if is_part_named(one.surfaces[0], other.surfaces[0]):
        return Verdict(Sameness.POSSIBLE, 0.5, SameReason.ALIKE)
    return initialled(one, other)


def _placed_actors(named: Verdict, one: Subject, other: Subject, place: Place) -> Verdict:
    in_register = one.node.register_id or other.node.register_id
    if named.sameness is Sameness.SAME and in_register:
        return Verdict(Sameness.POSSIBLE, 0.75, named.reason)
    said = bool(one.surfaces[0].places) is bool(other.surfaces[0].places)
    if place is Place.SAME or said:
        return named
    return Verdict(Sameness.POSSIBLE, min(named.score, 0.7), SameReason.NO_PLACE)


def _lettered(one: Subject, other: Subject) -> Verdict | None:
    """A spelling nobody else uses makes the short name as good as the full one."""
    short, full = sorted((one, other), key=lambda subject: len(subject.surfaces[0].key))
    first = short.surfaces[0]
    begins = full.surfaces[0].words[: len(first.words)] == first.words
    if begins and is_lettered(short.node.name) and is_lettered(full.node.name):
        return Verdict(Sameness.SAME, 0.9, SameReason.ALIAS_STATED)
    return None


def _is_spelt_as_registered(short: Subject, full: Subject, register: Register) -> bool:
    """Whether a short name begins the other's registered name in a spelling that is that body's own: "N3tzwerk"."""
    if not (is_lettered(short.node.name) and _of_one_kind(short, full)):
        return False
    return any(
        f"{name} ".startswith(f"{fold(short.node.name)} ") for name in own_spellings(full.node.register_id, register)
    )


def _is_office_of(one: Subject, other: Subject) -> bool:
    """Whether one is the head of a Land's government, the other the government."""
    return any(is_head(here) and is_government(there) for here, there in ((one, other), (other, one)))
