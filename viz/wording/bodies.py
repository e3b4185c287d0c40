"""Bodies of the register in words: what is said of one, who speaks for it, how sure the register is of it."""

from collections.abc import Iterable, Mapping

from graph.kinds import ActorKind
from queries.body_cells import BodyValue
from queries.competence import Competent
from queries.speaking import BodyRoute, Way
from seeds.expectation import Ground, Unheld
from seeds.register import Confidence
from viz.language import _, mark, ngettext

_VALUES: Mapping[BodyValue, str] = {
    BodyValue.PRESENT: mark("takes part itself"),
    BodyValue.INFORMAL: mark("supports without formal participation"),
    BodyValue.ABSENT: mark("not involved, says the source"),
    BodyValue.AS_GROUP: mark("only a group of its kind takes part; perhaps it is there already"),
    BodyValue.REPRESENTED: mark("not there itself, but represented"),
    BodyValue.TO_CHECK: mark("a word of its kind occurs, please check"),
    BodyValue.NOT_LISTED: mark("participants listed, this body not among them"),
    BodyValue.NOT_MENTIONED: mark("not mentioned in the sources"),
    BodyValue.NOBODY_NAMED: mark("no participants named"),
}
_UNHELD: Mapping[Unheld, str] = {
    Unheld.MUNICIPAL_BODIES: mark("towns, districts and their agencies"),
    Unheld.DEVELOPMENT_AGENCIES: mark("economic development agencies"),
    Unheld.EMPLOYMENT_AGENCIES: mark("employment agencies"),
    Unheld.UNIVERSITIES: mark("universities and research institutes"),
    Unheld.COMPANIES: mark("companies"),
    Unheld.UNION_OFFICES: mark("local union offices"),
}
_INCOMPLETE = (Unheld.UNION_OFFICES,)
_GROUNDS: Mapping[Ground, str] = {
    Ground.PLACE: mark("its area is this place"),
    Ground.ASSOCIATION: mark("the association of the chambers of the Land"),
    Ground.DISTRICT: mark("the chamber’s district"),
    Ground.LAND: mark("competent for the Land"),
    Ground.DISTRICT_PART: mark("the chamber’s district covers a part of it"),
    Ground.LAND_PART: mark("competent for a part of the Land"),
    Ground.FEDERAL: mark("competent for the whole country"),
}
_SIGNS: Mapping[Confidence, str] = {Confidence.HIGH: "", Confidence.MEDIUM: "°", Confidence.LOW: " (?)"}
_CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.HIGH: mark("evidenced"),
    Confidence.MEDIUM: mark("not checked in every detail"),
    Confidence.LOW: mark("uncertain"),
}


def word_body_value(value: BodyValue) -> str:
    """What is said of one body at one table."""
    return _(_VALUES[value])


def word_ground(ground: Ground) -> str:
    """Why the register expects a body."""
    return _(_GROUNDS[ground])


def word_confidence(confidence: Confidence) -> str:
    """How sure the register is."""
    return _(_CONFIDENCES[confidence])


def sign_of_confidence(confidence: Confidence) -> str:
    """The small sign behind a name the register is not sure of."""
    return _SIGNS[confidence]


def word_route(route: BodyRoute) -> str:
    """Through whom a body is represented, and what that one is to it."""
    words = {
        Way.PART: _("via {who}, a part of it"),
        Way.COMPANY: _("via its company {who}") if route.via is None else _("via {who}, a company of {via}"),
        Way.PARENT: _("via {who}, which it belongs to") if route.via is None else _("via {who}, a part of {via}"),
        Way.UMBRELLA: _("via its umbrella {who}")
        if route.via is None
        else _("via {who}, a part of its umbrella {via}"),
    }
    return words[route.way].format(who=route.participant, via=route.via or "")


def word_expected(body: Competent) -> str:
    """A body with the sign of how sure the register is of it; a ministry's abbreviation says nothing to most."""
    called = body.name if body.kind is ActorKind.MINISTRY else body.short_name or body.name
    name = called + sign_of_confidence(body.confidence)
    return _("{name} (then under a predecessor)").format(name=name) if body.is_predecessor else name


def word_unheld(unheld: Iterable[Unheld]) -> str:
    """What the register does not hold, as a sentence."""
    told = tuple(unheld)
    missing = ", ".join(_(_UNHELD[one]) for one in told if one not in _INCOMPLETE)
    partly = ", ".join(_(_UNHELD[one]) for one in told if one in _INCOMPLETE)
    return _(
        "The register does not hold: {missing}; not completely: {partly}. "
        "Who is not listed here may exist all the same."
    ).format(missing=missing, partly=partly)


def word_nobody(*, is_held: bool) -> str:
    """Where the register names nobody; `is_held`: whether it knows bodies of this kind at all."""
    if not is_held:
        return _("not held by the register")
    return _("the register has nobody for it, which does not mean that there is nobody")


def word_would_be(names: str, count: int) -> str:
    """Who would be competent."""
    return ngettext("competent would be {names}", "competent would be {names}", count).format(names=names)
