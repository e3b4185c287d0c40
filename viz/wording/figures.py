"""How much was found, in words."""

from queries.figures import Figures
from viz.language import ngettext, spoken_language


def word_figures(figures: Figures) -> list[str]:
    """Every count that is not zero: "3 Initiativen"."""
    counted = (
        (figures.actors, ngettext("{n} actor", "{n} actors", figures.actors)),
        (figures.initiatives, ngettext("{n} initiative", "{n} initiatives", figures.initiatives)),
        (figures.participations, ngettext("{n} participation", "{n} participations", figures.participations)),
        (figures.absences, ngettext("{n} documented absence", "{n} documented absences", figures.absences)),
        (figures.silences, ngettext("{n} region without findings", "{n} regions without findings", figures.silences)),
        (
            figures.withheld,
            ngettext("{n} place held back as unsure", "{n} places held back as unsure", figures.withheld),
        ),
        (figures.unread, ngettext("{n} place to check", "{n} places to check", figures.unread)),
    )
    return [words.format(n=count) for count, words in counted if count]


def word_percent(share: float) -> str:
    """A share in 0..1 with one place behind the comma: "6,9 %"."""
    return f"{_written(100 * share, 1)} %"


def word_decimal(value: float | None, *, places: int = 2) -> str:
    """A figure with so many places behind the comma, "–" where there is none."""
    return "–" if value is None else _written(value, places)


def _written(value: float, places: int) -> str:
    written = f"{value:.{places}f}"
    return written.replace(".", ",") if spoken_language() == "de" else written
