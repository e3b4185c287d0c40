"""Suggestions for a spreadsheet: a line each, points by source, reasons in words."""

from collections.abc import Iterator, Sequence

import click

from queries.suggestions import Source, Suggestion
from seeds.expectation import Unheld
from seeds.register import Register
from viz.commands.evidence import source_of
from viz.commands.form import Form
from viz.commands.profiles import region_names
from viz.commands.suggestions import evidence_of
from viz.language import _
from viz.wording.bodies import word_unheld
from viz.wording.figures import word_decimal
from viz.wording.partners import word_part, word_perhaps, word_source, word_suggested_kind


def tell_suggestions(
    suggestions: tuple[Suggestion, ...], unheld: tuple[Unheld, ...], register: Register, form: Form
) -> bool:
    """Write them for other programs; False where they belong on the screen.

    As JSON one row a suggestion; what the register does not hold is then said beside it.
    """
    shown = form.masked(suggestions)
    if not form.tell(shown, _head(), _rows(shown, register, unheld)):
        return False
    if not form.csv_file:
        click.echo(word_unheld(unheld), err=True)
    return True


def _head() -> list[str]:
    return [
        _("Rank"),
        _("Name"),
        _("Kind or type"),
        _("Region"),
        _("Points"),
        *map(word_source, Source),
        _("Reasons"),
        _("Note"),
        _("Quote"),
        _("Source"),
        _("Id"),
    ]


def _rows(suggestions: Sequence[Suggestion], register: Register, unheld: Sequence[Unheld]) -> Iterator[Sequence[str]]:
    """A row each, best first; the last one says what the register does not hold."""
    width = len(_head())
    for rank, one in enumerate(suggestions, start=1):
        points = {part.source: word_decimal(part.points) for part in one.parts}
        quotes = evidence_of(one, quotes=True)
        yield [
            str(rank),
            one.name,
            word_suggested_kind(one),
            ", ".join(region_names(one.region_ids, register)),
            word_decimal(one.score),
            *(points.get(source, "") for source in Source),
            "; ".join(word_part(part, one) for part in one.parts),
            "; ".join(_notes(one)),
            " | ".join(" ".join(item.quote.split()) for item in quotes),
            " | ".join(dict.fromkeys(map(source_of, quotes))),
            one.id,
        ]
    yield ["", word_unheld(unheld), *[""] * (width - 2)]


def _notes(one: Suggestion) -> Iterator[str]:
    if one.declined:
        yield _("has declined, says the source")
    if one.perhaps_there:
        yield word_perhaps(one)
