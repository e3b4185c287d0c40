"""The methods that `evaluate` compares, and what their figures say, in words."""

from collections.abc import Mapping

from graph.kinds import ActorKind, ChamberType
from queries.evaluation import GroupRow, GroupSort, Method
from queries.measures import Spread
from viz.language import _, mark
from viz.wording.figures import word_decimal, word_percent
from viz.wording.kinds import word_actor_kind

_METHODS: Mapping[Method, str] = {
    Method.MIXTURE: mark("Bündnisatlas"),
    Method.PAGERANK: mark("Walk (PageRank)"),
    Method.PROBS: mark("Shared tables (ProbS)"),
    Method.RESOURCE: mark("Shared tables (RA)"),
    Method.SAME: mark("Same Land and kind"),
    Method.POPULARITY: mark("Size alone"),
    Method.RANDOM: mark("Chance"),
}
_DEGREES: Mapping[str, str] = {"1": mark("1 left"), "2-3": mark("2 or 3 left"), "4+": mark("4 or more left")}


def word_method(method: Method) -> str:
    """A method, short enough for a table."""
    return _(_METHODS[method])


def word_group(row: GroupRow) -> str:
    """A group of hidden participations."""
    if row.sort is GroupSort.DEGREE:
        return _(_DEGREES[row.value])
    if row.value in {*ChamberType}:
        return word_actor_kind(ActorKind.CHAMBER, ChamberType(row.value))
    return word_actor_kind(ActorKind(row.value))


def word_spread(value: Spread, *, percent: bool = False, whole: bool = True) -> str:
    """A figure, with its spread where the `whole` of it is asked for: "0,33 ± 0,03"."""
    word = word_percent if percent else word_decimal
    mean = word(value.mean)
    return f"{mean.removesuffix(' %')} ± {word(value.deviation)}" if whole else mean


def word_methods() -> list[str]:
    """One line on each method."""
    return [
        _(
            "Bündnisatlas: the walk below, with a small share of size and of “where those of the same kind or the same "
            "Land sit”. The shares are found anew each time on the participations that were not hidden."
        ),
        _(
            "Walk (PageRank): who walks from table to table by chance, and often begins anew, comes by those most who "
            "are close over shared tables."
        ),
        _(
            "Shared tables: ways over one table and one more actor in common; large tables and busy actors count less "
            "(ProbS), or large tables only (RA)."
        ),
        _("Same Land and kind: how many of the same Land and the same kind sit there."),
        _("Size alone: whoever has the most participations comes first. Chance: the order is drawn by lot."),
    ]


def word_measures() -> list[str]:
    """One line on each figure."""
    return [
        _(
            "MRR: the mean of 1 divided by the place at which the hidden participation stands in the list. 1 is always "
            "first, 0.5 about second, 0.1 about tenth."
        ),
        _("First, first 5, first 10: how many of the hidden participations stand so far up."),
        _(
            "AUC: how many of the others stand below the hidden participation; 50 % is chance. A high figure does not "
            "say that the first lines are right."
        ),
        _("AUPR: how much of the list down to the hidden participations consists of such; 1 is the best."),
        _("±: the spread between the rounds (standard deviation). A difference smaller than that says nothing."),
    ]
