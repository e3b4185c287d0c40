"""Sheets as PDF and PNG: typst sets one SVG a page, embeds the fonts it uses and draws what is clicked on.

Text reaches typst as data (`sys.inputs`), never as markup, and no file but the packaged template and fonts is read.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Literal

import typst

from viz.paper.items import Sheet
from viz.paper.letters import font_folder
from viz.paper.svg import draw


def print_files(
    sheets: Sequence[Sheet], ending: str, title: str, language: str, dots_per_inch: float
) -> Iterator[bytes]:
    """The sheets as files of this ending: one PDF, or an SVG or PNG for each."""
    if ending == ".pdf":
        yield print_pdf(sheets, title=title, language=language)
    elif ending == ".svg":
        yield from (draw(sheet, title=title, language=language).encode() for sheet in sheets)
    else:
        yield from (print_png(one, title=title, language=language, dots_per_inch=dots_per_inch) for one in sheets)


def print_pdf(sheets: Sequence[Sheet], *, title: str, language: str) -> bytes:
    """All sheets as one PDF, a page each, at their size in millimetres."""
    return _compile(sheets, title=title, language=language, format="pdf")


def print_png(sheet: Sheet, *, title: str, language: str, dots_per_inch: float) -> bytes:
    """One sheet as a picture of dots."""
    return _compile([sheet], title=title, language=language, format="png", ppi=dots_per_inch)


def _compile(
    sheets: Sequence[Sheet], *, title: str, language: str, format: Literal["pdf", "png"], ppi: float | None = None
) -> bytes:
    given = {"title": title, "language": language, "sheets": [_page(one, title, language) for one in sheets]}
    template = (resources.files("viz") / "paper" / "sheet.typ").read_bytes()
    return typst.compile(
        template,
        font_paths=_fonts(),
        format=format,
        ppi=ppi,
        sys_inputs={"given": json.dumps(given, ensure_ascii=False)},
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])


def _page(sheet: Sheet, title: str, language: str) -> dict[str, object]:
    links = [
        {
            "address": link.address,
            "x": link.box.left * sheet.scale,
            "y": link.box.top * sheet.scale,
            "width": link.box.width * sheet.scale,
            "height": link.box.height * sheet.scale,
        }
        for link in sheet.links
    ]
    return {
        "svg": draw(sheet, title=title, language=language),
        "width": sheet.width * sheet.scale,
        "height": sheet.height * sheet.scale,
        "links": links,
    }
