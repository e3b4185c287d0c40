"""Text as a format can hold it, and what had to be left out of it for that. Next: the writers use it for every text."""

import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
"""Stands for a character that the format has no room for."""
NO_TEXT = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no encoding of text holds them."""
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, escaped or not."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""By which a spreadsheet takes a cell for a formula."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file does not hold as it was: characters replaced, texts cut, cells with a ' before their first sign."""

    characters: int = 0
    texts: int = 0
    cells: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A file of an export; `name` is "" where there is only one."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """An export, and what had to be left out."""

    parts: tuple[Part, ...]
    left_out: LeftOut


class Fitting:
    """Makes texts fit a format and counts what that cost. `longest` counts code points."""

    def __init__(self, unfit: re.Pattern[str], *, longest: int | None = None, guarded: bool = False) -> None:
        self._unfit, self._longest, self._guarded = unfit, longest, guarded
        self._characters = self._texts = self._cells = 0

    def __call__(self, text: str) -> str:
        """The text; with a ' before a sign that starts a formula, where cells are `guarded`."""
        fit, replaced = self._unfit.subn(REPLACEMENT, text)
        self._characters += replaced
        if self._guarded and fit.startswith(FORMULA_SIGNS):
            self._cells += 1
            fit = f"'{fit}"
        if self._longest is not None and len(fit) > self._longest:
            self._texts += 1
            fit = fit[: self._longest - 1] + "…"
        return fit

    @property
    def left_out(self) -> LeftOut:
        """What it cost until now."""
        return LeftOut(self._characters, self._texts, self._cells)
