"""The table of corrections as an .xlsx file: one row a participation, yellow columns to fill in, a page of guidance.

Every cell is written as text, never as a formula, whatever a document made of it.
"""

import io
import re
from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph.model import Decision
from queries.answers import Evidence
from queries.dates import stated
from queries.review import ReviewRow
from seeds.register import Register
from viz.choices import action_words, role_words
from viz.commands.evidence import document_name
from viz.language import _
from viz.persons import without_names
from viz.review_columns import EDITED, HEADINGS, HIDDEN, check_sign, known_signs
from viz.wording.corrections import signature, word_correction
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind, word_role

_LONGEST_CELL = 32_000
_WIDTHS: Mapping[str, int] = {"actor": 32, "initiative": 32, "quote": 60, "note": 30, "document": 28, "new_name": 26}
_USUAL_WIDTH = 14
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ufffe\uffff]")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_COLOURS = {"edited": "#FFF7CC", "head": "#1F3A5F", "shown": "#F3F3F3"}


def review_table(
    rows: Sequence[ReviewRow], decisions: Sequence[Decision], register: Register, *, with_names: bool = False
) -> bytes:
    """The file. `decisions` are all that were made. Names of persons in quotes read "[Name]" unless `with_names`."""
    shown = tuple(rows) if with_names else without_names(tuple(rows))
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = _Formats(book)
    known = known_signs(decisions)
    cells = [_cells(row, register, known=known.get(row.id, "")) for row in shown]
    _write_rows(book.add_worksheet(_("Participations")), cells, formats)
    _write_guide(book.add_worksheet(_("Guidance")), formats)
    book.close()
    return stream.getvalue()


class _Formats:
    """How cells look. All are of the format "text", so that no spreadsheet makes a date or a formula of them."""

    def __init__(self, book: Workbook) -> None:
        text = {"num_format": "@", "text_wrap": True, "valign": "top"}
        edited = {**text, "bg_color": _COLOURS["edited"], "border": 1, "border_color": "#D9C97A"}
        self.shown: Format = book.add_format(text)
        self.quoted: Format = book.add_format({**text, "quote_prefix": True})
        self.edited: Format = book.add_format(edited)
        self.head: Format = book.add_format(
            {"bold": True, "font_color": "white", "bg_color": _COLOURS["head"], "text_wrap": True, "valign": "top"}
        )
        self.guide: Format = book.add_format({"text_wrap": True, "valign": "top"})


def _write_rows(sheet: Worksheet, rows: Sequence[Mapping[str, str]], formats: _Formats) -> None:
    last = max(len(rows), 1)
    for column, (name, heading) in enumerate(HEADINGS.items()):
        is_edited = name in EDITED
        look = formats.edited if is_edited else formats.shown
        sheet.set_column(column, column, _WIDTHS.get(name, _USUAL_WIDTH), look, {"hidden": name in HIDDEN})
        sheet.write_string(0, column, _(heading), formats.head)
        for number, cells in enumerate(rows, start=1):
            if is_edited:
                sheet.write_blank(number, column, None, formats.edited)
            else:
                looks_so = formats.quoted if cells[name].startswith(_FORMULA_SIGNS) else formats.shown
                sheet.write_string(number, column, cells[name], looks_so)
    for name, words in (("correction", action_words()), ("new_role", role_words())):
        column = list(HEADINGS).index(name)
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": list(words.values())})
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(HEADINGS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _write_guide(sheet: Worksheet, formats: _Formats) -> None:
    sheet.set_column(0, 0, 110, formats.guide)
    for number, line in enumerate(_guide()):
        sheet.write_string(number, 0, line)


def _guide() -> tuple[str, ...]:
    words = action_words()
    return (
        _("1. Each row of “Participations” says who takes part in what, with the sentence it rests on."),
        _(
            "2. Choose in “Correction”: “{confirm}”, “{reject}” or “{correct}”. Rows left empty stay as they are."
        ).format(**words),
        _("3. What is right goes into the yellow “new” columns (dates like 2019 or 16.03.2021, - for none)."),
        _("4. In “Reason” say in a sentence how you know; initials are enough, no names of persons."),
        _("5. Leave white columns and keys alone; save as .xlsx and send it back: “buendnisatlas review import FILE”."),
    )


def _cells(row: ReviewRow, register: Register, *, known: str) -> dict[str, str]:
    """A row's texts by column, those to be filled in empty."""
    sentence = next((item for item in row.evidence if item.correction is None), None)
    regions = (register.region(one).name for one in row.initiative.regions if register.has_region(one))
    cells = {
        "actor": row.actor.name,
        "kind": word_actor_kind(row.actor.kind, row.actor.chamber_type),
        "initiative": row.initiative.name,
        "region": row.initiative.region_name or ", ".join(regions),
        "role": word_role(row.role),
        "since": word_date(row.since) if row.since else "",
        "until": word_date(row.until) if row.until else "",
        "quote": sentence.quote if sentence else "",
        "document": document_name(sentence.document_title, sentence.document_address) if sentence else "",
        "date": word_date(stated(sentence)) if sentence else "",
        "decided": _decided(row.evidence),
        "key": row.id,
        "actor_key": row.actor.id,
        "known": known,
    }
    told = {name: " ".join(_UNWRITABLE.sub(" ", text).split())[:_LONGEST_CELL] for name, text in cells.items()}
    return {**told, "check": check_sign(told)}


def _decided(evidence: Iterable[Evidence]) -> str:
    words = (f"{word_correction(item.correction)} ({signature(item)})" for item in evidence if item.correction)
    return "; ".join(words)
