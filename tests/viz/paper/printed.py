"""Posters for the tests: made of a picture, printed, and read back."""

import re
from dataclasses import dataclass

import pypdfium2

from queries.answers import Picture
from seeds.register import load_register
from viz.language import speaking
from viz.paper.framing import Head, Size
from viz.paper.items import Sheet
from viz.paper.letters import Typecase
from viz.paper.poster import View, make_poster

HEAD = Head("Wer ist dabei?", "2 Dokumente · Stand 14.03.2017 · kein Anspruch auf Vollständigkeit", "Nur: Hessen")


@dataclass(frozen=True)
class Made:
    """The sheets of a poster, and the characters that no font has."""

    sheets: tuple[Sheet, ...]
    left_out: dict[str, int]


def make(picture: Picture, view: View, *, size: Size = Size.A3, language: str = "de") -> Made:
    """A poster in this language."""
    typecase = Typecase()
    with speaking(language):
        sheets = make_poster(picture, view, head=HEAD, size=size, register=load_register(), typecase=typecase)
    return Made(sheets, dict(typecase.left_out))


def overlaps(sheet: Sheet) -> list[tuple[str, str]]:
    """The first lines of any two texts that cover the same ground."""
    labels = sheet.labels
    boxes = [label.box for label in labels]
    return [
        (labels[one].lines[0], labels[other].lines[0])
        for one in range(len(boxes))
        for other in range(one)
        if boxes[one].hits(boxes[other])
    ]


def words(text: str) -> str:
    """The text in one line, words put together again that a line's end has parted."""
    return " ".join(re.sub(r"[-\ufffe]\s*\n", "", text.replace("\r", "")).split())


def read_pdf(content: bytes) -> tuple[list[tuple[float, float]], str]:
    """The sizes of the pages in millimetres, and all their text in the order of printing."""
    document = pypdfium2.PdfDocument(content)
    sizes = [(width / 72 * 25.4, height / 72 * 25.4) for width, height in (page.get_size() for page in document)]
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return sizes, words(text)
