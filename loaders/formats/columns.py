"""The lines of a page in reading order: columns one after the other, tables row by row. Next: `paragraphs.py`.

The order in which the file draws its lines is mostly the right one and then stays. Only where it jumps back and forth
over a gutter, the lines beside it are put in order: by columns where they are running text, by rows where they are not.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from loaders.formats.content import CELL_SEPARATOR
from loaders.formats.page_lines import Line, rejoined

_FEWEST_LINES = 3
_SAME_EDGE = 4.0
_NARROWEST_SIDE = 60.0
_SAME_ROW = 0.5
_NEXT_ROW = 1.5
_GOING_ON = 0.15
_FILLED = 0.75
_LETTERS_IN_TEXT = 20
_SIGNS = ("• ", "- ", "– ", "* ")
_MOST_LINES = 5_000
_MOST_CANDIDATES = 12


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The same words in the order in which people read them."""
    if not _FEWEST_LINES * 2 <= len(lines) <= _MOST_LINES:
        return rejoined(lines)
    gutter = _gutter(lines)
    if gutter is None:
        return rejoined(lines)
    lines = [line if _is_right(line, gutter) or _is_across(line, gutter) else _limited(line, gutter) for line in lines]
    bands = list(_bands(lines, gutter))
    if _jumps(lines, gutter) <= len(bands):
        return rejoined(lines)
    return [line for band in bands for line in _ordered(band, gutter)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the second column begins: the edge that most lines begin at and fewest lie across."""
    home = min(line.left for line in lines)
    edges: dict[int, list[float]] = {}
    for line in lines:
        if line.left > home + _NARROWEST_SIDE:
            edges.setdefault(round(line.left / _SAME_EDGE), []).append(line.left)
    common = sorted(edges.values(), key=len, reverse=True)[:_MOST_CANDIDATES]
    candidates = [min(lefts) for lefts in common if len(lefts) >= _FEWEST_LINES]
    scored = [(_starts(lines, edge) - 2 * _across(lines, edge), edge) for edge in candidates]
    score, gutter = max(scored, default=(0, 0.0))
    return gutter if score >= _FEWEST_LINES else None


def _starts(lines: Sequence[Line], edge: float) -> int:
    return sum(abs(line.left - edge) <= _SAME_EDGE for line in lines)


def _across(lines: Sequence[Line], edge: float) -> int:
    return sum(_is_across(line, edge) for line in lines)


def _is_across(line: Line, edge: float) -> bool:
    return line.left < edge - _SAME_EDGE and line.right > edge - 1


def _is_right(line: Line, edge: float) -> bool:
    return line.left >= edge - _SAME_EDGE


def _limited(line: Line, edge: float) -> Line:
    return line._replace(limit=min(line.limit, edge))


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """The lines from top to bottom, cut before and behind each one that lies across the gutter."""
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if _is_across(line, gutter):
            if band:
                yield band
                band = []
            yield [line]
        else:
            band.append(line)
    if band:
        yield band


def _jumps(lines: Sequence[Line], gutter: float) -> int:
    """How often the drawing goes back from the right of the gutter to its left."""
    sides = [_is_right(line, gutter) for line in lines if not _is_across(line, gutter)]
    return sum(before and not after for before, after in pairwise(sides))


def _ordered(band: Sequence[Line], gutter: float) -> Iterator[Line]:
    left = [line._replace(joint=False) for line in band if not _is_right(line, gutter)]
    right = [line._replace(joint=False) for line in band if _is_right(line, gutter)]
    if min(len(left), len(right)) < _FEWEST_LINES:
        yield from rejoined(band)
    elif _is_text(left, right):
        yield from in_reading_order(left)
        yield from in_reading_order(right)
    else:
        yield from _table(band, gutter)


def _table(band: Sequence[Line], gutter: float) -> Iterator[Line]:
    """A table's rows, with the lines above its first row and far below its last one."""
    lines = sorted((line._replace(joint=False) for line in band), key=lambda line: -line.top)
    cells = [place for place, line in enumerate(lines) if _is_right(line, gutter)]
    head, last = lines[cells[0]], lines[cells[-1]]
    reach = (head.top - last.top) / len(cells) * _NEXT_ROW
    above = [line for line in lines if line.top > head.top + _SAME_ROW * head.size]
    below = [line for line in lines if line.top < last.top - reach]
    yield from above
    yield from _rows(lines[len(above) : len(lines) - len(below)])
    yield from below


def _is_text(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two sides are columns of running text or of bullets; the cells of a table are neither.

    Text goes on in the next line, often with a small letter, or fills its column.
    """
    both = [*left, *right]
    if sum(line.text[:1].islower() for line in both) >= _GOING_ON * len(both):
        return True
    return all(_is_column(side) for side in (left, right))


def _is_column(lines: Sequence[Line]) -> bool:
    if sum(line.text.startswith(_SIGNS) for line in lines) * 2 > len(lines):
        return True
    widest = max(line.right for line in lines) - min(line.left for line in lines)
    fill = mean(line.right - line.left for line in lines) / max(widest, 1.0)
    return fill >= _FILLED and median(len(line.text) for line in lines) >= _LETTERS_IN_TEXT


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines on one baseline as a row of cells; one without a first cell goes on with the row above."""
    columns = _column_edges(lines)
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if rows and abs(rows[-1][0].top - line.top) < _SAME_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    joined: list[list[Line]] = []
    for row in rows:
        if joined and all(_column(line, columns) for line in row):
            joined[-1] += row
        else:
            joined.append(row)
    return (_row(row, columns) for row in joined)


def _column_edges(lines: Sequence[Line]) -> list[float]:
    edges: list[float] = []
    for left in sorted(line.left for line in lines):
        if not edges or left > edges[-1] + _SAME_EDGE:
            edges.append(left)
    kept = [edge for edge in edges if _starts(lines, edge) >= _FEWEST_LINES]
    return kept or edges[:1]


def _column(line: Line, columns: Sequence[float]) -> int:
    return max((place for place, edge in enumerate(columns) if edge <= line.left + _SAME_EDGE), default=0)


def _row(lines: Sequence[Line], columns: Sequence[float]) -> Line:
    cells = [""] * len(columns)
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        place = _column(line, columns)
        cells[place] = f"{cells[place]} {line.text}".strip()
    while cells and not cells[-1]:
        cells.pop()
    first = lines[0]
    bottom, right = min(line.bottom for line in lines), max(line.right for line in lines)
    return Line(CELL_SEPARATOR.join(cells), first.top, bottom, first.left, right, first.size, is_row=True)
