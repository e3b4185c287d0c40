"""What the whole graph holds, said after something came into it."""

from queries.figures import Figures
from viz.commands.lines import heading, say, say_wrapped
from viz.language import _
from viz.wording.figures import word_figures


def say_whole_graph(total: Figures) -> None:
    """A heading, and how much of what there is."""
    say(heading(_("Whole graph")))
    say_figures(total)


def say_figures(figures: Figures) -> None:
    """How much of what there is, indented."""
    say_wrapped(", ".join(word_figures(figures)) or _("nothing found"), indent=4, hanging=0)
