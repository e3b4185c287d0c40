"""The letters of paper: how wide a text is in the packaged fonts, and which characters none of them has."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Atlas Sans"
"""Latin, Greek, Cyrillic, Arabic and Hebrew letters in one family (viz/fonts)."""
_INSTEAD = str.maketrans({"→": "›", "←": "‹", "\u2011": "-"})
"""What the fonts lack and something alike can say."""
_SLACK = 1.02
"""Pairs of letters may stand a little further apart than each alone tells."""
_SILENT = ("Mn", "Me", "Cc")
"""Categories of what shows nothing by itself: marks and control characters, beside formats (Cf)."""


class Face(StrEnum):
    """How letters are cut."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


_FILES: Mapping[Face, str] = {
    Face.REGULAR: "AtlasSans-Regular.ttf",
    Face.BOLD: "AtlasSans-Bold.ttf",
    Face.ITALIC: "AtlasSans-Italic.ttf",
}


def font_folder() -> Path:
    """Where the fonts lie."""
    return Path(str(resources.files("viz") / "fonts"))


@lru_cache(maxsize=65536)
def width_of(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """How wide the text is at this size, in the unit of the size."""
    advances = _advances(face)
    return sum(advances.get(ord(letter), 0.0) for letter in text) * size * _SLACK


@dataclass(slots=True)
class Typecase:
    """Takes text to be printed; what no font has is left out and counted."""

    left_out: Counter[str] = field(default_factory=Counter[str])

    def take(self, text: str) -> str:
        """The text in one line, composed, with single blanks, without what cannot be printed."""
        kept: list[str] = []
        for letter in unicodedata.normalize("NFC", text.translate(_INSTEAD)):
            if letter.isspace():
                kept.append(" ")
            elif unicodedata.category(letter) == "Cf":
                continue
            elif ord(letter) in _advances(Face.REGULAR):
                kept.append(letter)
            elif unicodedata.category(letter) not in _SILENT:
                self.left_out[letter] += 1
        return " ".join("".join(kept).split())


@cache
def _advances(face: Face) -> Mapping[int, float]:
    """The width of every character, in sizes."""
    with TTFont(font_folder() / _FILES[face], lazy=True) as font:
        unit, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: widths[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
