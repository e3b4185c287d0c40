"""Bodies of the register for a spreadsheet: one row for every body and initiative, in words."""

from collections.abc import Iterator

from queries.answers import Evidence, InitiativeRow
from queries.body_cells import BodyCell
from queries.expected import Expected
from queries.one_body import OneBody
from seeds.register import Register
from viz.commands.evidence import source_of
from viz.commands.profiles import region_names
from viz.language import _
from viz.wording.bodies import word_body_value, word_confidence, word_ground, word_nobody, word_route, word_unheld
from viz.wording.cells import word_column, word_mark, word_value


def expected_head() -> list[str]:
    """The headings of `expected_rows`."""
    return _head(_("Kind"), _("Value"), _("Note"), _("Competent according to the register"))


def expected_rows(found: Expected, register: Register) -> Iterator[list[str]]:
    """For every gap a row a body that could fill it, or one that says that the register holds none."""
    for row in found.rows:
        for vacancy in row.vacancies:
            notes = [word_mark(mark) for mark in vacancy.marks]
            notes += [_("perhaps there already")] if vacancy.perhaps_there else []
            about = [*_about(row.initiative, register), word_column(vacancy.column), word_value(vacancy.value)]
            for body in vacancy.bodies:
                competent = body.competent
                held = [
                    word_ground(competent.ground),
                    _("yes") if competent.partial else _("no"),
                    word_confidence(competent.confidence),
                    ", ".join(competent.sources),
                ]
                yield [*about, ", ".join(notes), competent.name, *held, *_said(body.cell)]
            if not vacancy.bodies:
                yield [*about, ", ".join([*notes, word_nobody(is_held=vacancy.is_held)]), *[""] * 10]
    yield [*[""] * 4, word_unheld(found.unheld), *[""] * 10]


def body_head() -> list[str]:
    """The headings of `body_rows`."""
    return _head(_("Body"))


def body_rows(found: OneBody, register: Register) -> Iterator[list[str]]:
    """For one body a row an initiative."""
    for one in found.tables:
        held = [
            word_ground(one.ground) if one.ground else "",
            _("yes") if one.partial else _("no"),
            word_confidence(found.body.confidence),
            ", ".join(found.body.sources),
        ]
        yield [*_about(one.initiative, register), found.body.name, *held, *_said(one.cell)]


def _head(*about: str) -> list[str]:
    return [
        _("Land"),
        _("Initiative"),
        *about,
        _("Why competent"),
        _("Only depending on the place"),
        _("Reliability"),
        _("Sources in the register"),
        _("What the documents say of it"),
        _("Who"),
        _("Represented via"),
        _("Quote"),
        _("Source"),
    ]


def _about(row: InitiativeRow, register: Register) -> list[str]:
    return [", ".join(region_names(row.lands, register)), row.name]


def _said(cell: BodyCell) -> list[str]:
    quote: Evidence | None = cell.evidence[0] if cell.evidence else None
    value = _("has declined, says the source") if cell.declined else word_body_value(cell.value)
    routes = "; ".join(map(word_route, cell.routes))
    source = source_of(quote) if quote else ""
    return [value, ", ".join(cell.who), routes, quote.quote if quote else "", source]
