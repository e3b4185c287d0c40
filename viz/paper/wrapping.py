"""Text broken into lines of a width: at blanks, behind hyphens and slashes, else inside a word that is too long."""

import re
from dataclasses import dataclass

from viz.paper.letters import Face, width_of

_PIECES = re.compile(r"[^\s/–-]*[/–-]+|[^\s/–-]+|\s+")
_MORE = " …"
_STEPS = 7
_VOWELS, _AS_ONE, _SHORTEST = frozenset("aeiouyäöü"), frozenset(("ch", "ck", "ph", "th")), 3


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Lines, the widest of them, and whether some of the text was cut off."""

    lines: tuple[str, ...]
    width: float
    is_cut: bool = False


def wrap(text: str, width: float, size: float, *, face: Face = Face.REGULAR, most: int | None = None) -> Wrapped:
    """At most `most` lines, none wider than `width`; what has no room is cut off, and "…" says so."""
    lines = _broken(text, width, size, face)
    is_cut = most is not None and len(lines) > most
    if most is not None and is_cut:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], width, size, face)]
    return Wrapped(tuple(lines), max((width_of(line, size, face) for line in lines), default=0.0), is_cut)


def balance(text: str, width: float, size: float, *, face: Face = Face.REGULAR, most: int | None = None) -> Wrapped:
    """The same in as many lines, but these as narrow as that allows."""
    best = wrap(text, width, size, face=face, most=most)
    widest_piece = max((width_of(piece, size, face) for piece in _PIECES.findall(text)), default=0.0)
    narrowest, widest = max(best.width / max(len(best.lines), 1), min(widest_piece, best.width)), best.width
    if best.is_cut or len(best.lines) == 1:
        return best
    for _step in range(_STEPS):
        middle = (narrowest + widest) / 2
        found = wrap(text, middle, size, face=face)
        if len(found.lines) > len(best.lines):
            narrowest = middle
        else:
            best, widest = found, middle
    return best


def _broken(text: str, width: float, size: float, face: Face) -> list[str]:
    lines, line = list[str](), ""
    for piece in _PIECES.findall(text):
        longer = line + piece
        if not line or width_of(longer.rstrip(), size, face) <= width:
            line = longer if line else piece.lstrip()
        else:
            lines.append(line.rstrip())
            line = piece.lstrip()
        while width_of(line.rstrip(), size, face) > width and len(line) > 1:
            part, line = _parted(line, _fitting(line, width, size, face))
            lines.append(part)
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting(word: str, width: float, size: float, face: Face) -> int:
    """How many of its letters fit with a hyphen; one always does."""
    count = len(word.rstrip())
    while count > 1 and width_of(word[:count] + "-", size, face) > width:
        count -= 1
    return count


def _parted(word: str, fitting: int) -> tuple[str, str]:
    """The word in two, the first of at most so many letters: before the consonant of a later syllable, if there is one.

    So it goes in German but for letters that sound as one, and where words are joined.
    """
    for end in range(fitting - 1, max(fitting // 2, 2), -1):
        if _may_part(word.casefold(), end) and len(word) - end >= _SHORTEST:
            return word[:end] + "-", word[end:]
    return word[:fitting], word[fitting:]


def _may_part(word: str, place: int) -> bool:
    """Whether a syllable may begin here."""
    around = word[place - 1 : place + 2]
    return around.isalpha() and around[1] not in _VOWELS and around[2:] in _VOWELS and around[:2] not in _AS_ONE


def _shortened(line: str, width: float, size: float, face: Face) -> str:
    """The line with "…" behind it, without its last letters where that needs room."""
    while line and width_of(line + _MORE, size, face) > width:
        line = line[:-1]
    return line.rstrip() + _MORE
