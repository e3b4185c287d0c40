"""The coverage matrix for a spreadsheet: one line for every initiative and kind, in words."""

from collections.abc import Iterator

from queries.answers import Cell, Coverage, CoverageRow, Evidence
from seeds.register import Register
from viz.commands.evidence import document_name, source_of
from viz.commands.profiles import region_names, with_region
from viz.commands.spreadsheet import BYTE_ORDER_MARK, line_of
from viz.language import _
from viz.wording.cells import word_column, word_mark, word_value
from viz.wording.dates import word_date
from viz.wording.kinds import word_initiative_type


def sheet_lines(found: Coverage, register: Register, *, to_pipe: bool = False) -> Iterator[str]:
    """The lines of the file. A file starts with a byte order mark, by which Excel knows UTF-8; a pipe does not."""
    if not to_pipe:
        yield BYTE_ORDER_MARK
    yield line_of(_head())
    samples = frozenset(row.id for row in found.documents if row.sample)
    for rows, has_table in ((found.rows, _("yes")), (found.without_table, _("no"))):
        for row in rows:
            for cell in row.cells:
                yield line_of(
                    [
                        *_about(row, register),
                        has_table,
                        *_said(cell, samples),
                        ", ".join(with_region(one.name, one.region) for one in row.possibly),
                    ]
                )
    for region in found.unknown:
        quote = region.evidence[0] if region.evidence else None
        source = _source(quote, samples) if quote else _("no initiative named in the documents")
        yield line_of(
            [region.name, "", "", "", "", _("No information"), "", "", "", quote.quote if quote else "", source, "", ""]
        )


def _head() -> list[str]:
    return [
        _("Land"),
        _("Initiative"),
        _("Type"),
        _("Has a table"),
        _("Kind"),
        _("Value"),
        _("Note"),
        _("Who"),
        _("Last evidenced"),
        _("Quote"),
        _("Document"),
        _("Date of the document"),
        _("Possibly the same"),
    ]


def _about(row: CoverageRow, register: Register) -> list[str]:
    lands = ", ".join(region_names(row.initiative.lands, register))
    return [lands, row.initiative.name, word_initiative_type(row.initiative.type)]


def _said(cell: Cell, samples: frozenset[str]) -> list[str]:
    newest = cell.evidence[0] if cell.evidence else None
    return [
        word_column(cell.column),
        word_value(cell.value),
        ", ".join(word_mark(mark) for mark in cell.marks),
        ", ".join(cell.who),
        word_date(cell.newest) if cell.newest else "",
        newest.quote if newest else "",
        _source(newest, samples) if newest else "",
        word_date(newest.document_date) if newest else "",
    ]


def _source(quote: Evidence, samples: frozenset[str]) -> str:
    if quote.correction:
        return source_of(quote)
    name = document_name(quote.document_title, quote.document_address)
    return f"{name} – {_('Sample data')}" if quote.document_id in samples else name
