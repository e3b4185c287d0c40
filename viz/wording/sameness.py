"""Why two entries are one or may be, in words."""

from collections.abc import Mapping

from queries.verdicts import SameReason
from viz.language import _, mark

_REASONS: Mapping[SameReason, str] = {
    SameReason.NAME: mark("same name, same place"),
    SameReason.ALIAS: mark("the name of one is another name of the other"),
    SameReason.ALIAS_STATED: mark("the document itself gives both names"),
    SameReason.OWN_SPELLING: mark("only this body spells its name so, says the register"),
    SameReason.SHORT_NAME: mark("short and full name"),
    SameReason.SHARED_CIRCLE: mark("name and surroundings agree (shared participants or initiatives beside it)"),
    SameReason.EDITION: mark("same name, other years"),
    SameReason.PERIOD: mark("same name, one begins after the other has ended"),
    SameReason.NO_EDITION: mark("same name, only one of them with a year"),
    SameReason.NO_PLACE: mark("same name, only one of them with a place"),
    SameReason.WIDER_PLACE: mark("same name, one region within the other"),
    SameReason.TIME_DIFFERS: mark("same name, other beginning"),
    SameReason.KIND_DIFFERS: mark("same name, other sort"),
    SameReason.KEPT_APART: mark("alike, but one document names both"),
    SameReason.SPELLING: mark("names differ by one letter"),
    SameReason.ALIKE: mark("names are alike, same place"),
    SameReason.DESIGNATION: mark("called the same in the same place"),
    SameReason.INITIALS: mark("the name of one is the other’s initials"),
    SameReason.OFFICE: mark("office and government of the same Land"),
    SameReason.SUCCESSION: mark("the text hints that one came after the other"),
    SameReason.SUCCESSION_STATED: mark("a sentence says that one came after the other"),
    SameReason.DECIDED: mark("decided by a person"),
}
_SCORES: tuple[tuple[float, str], ...] = (
    (0.8, mark("very likely")),
    (0.6, mark("likely")),
    (0.45, mark("possible")),
    (0.0, mark("conceivable")),
)


def word_same_reason(reason: SameReason) -> str:
    """Why two entries are one, or may be."""
    return _(_REASONS[reason])


def word_score(score: float) -> str:
    """How likely it is, in words and in points of a hundred."""
    word = _(next(word for least, word in _SCORES if score >= least))
    return _("{word} ({score} of 100)").format(word=word, score=round(100 * score))
