"""How much was found, in words."""

from queries.figures import Figures
from viz.language import ngettext


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
