"""Text for a terminal: width, wrapping, columns. Bold and dim only where a terminal shows them."""

import shutil
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Sequence

import click

_NARROWEST, _WIDEST, _UNKNOWN = 60, 120, 100


def terminal_width() -> int:
    """The columns there are, within what reads well."""
    return min(max(shutil.get_terminal_size((_UNKNOWN, 24)).columns, _NARROWEST), _WIDEST)


def say(line: str = "") -> None:
    """Write a line to the screen."""
    click.echo(line)


def heading(text: str) -> str:
    """A line that heads a section."""
    return click.style(text, bold=True)


def dim(text: str) -> str:
    """A line that stands back."""
    return click.style(text, dim=True)


def wrapped(text: str, *, indent: int = 0, hanging: int = 0) -> list[str]:
    """The text in lines that fit the terminal; `hanging` indents all lines but the first further."""
    return textwrap.wrap(
        " ".join(text.split()),
        terminal_width() - 1,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_on_hyphens=False,
    ) or [""]


def say_wrapped(text: str, *, indent: int = 0, hanging: int | None = None, style: Callable[[str], str] = str) -> None:
    """A paragraph, each line in this style; an indented one hangs by two unless said otherwise."""
    for line in wrapped(text, indent=indent, hanging=(2 if indent else 0) if hanging is None else hanging):
        say(style(line))


def say_title(title: str, count: int) -> None:
    """A blank line, then a heading that counts what follows."""
    say()
    say_wrapped(f"{title} ({count})", style=heading)


def display_width(text: str) -> int:
    """How many columns the text takes on the screen."""
    wide = sum(unicodedata.east_asian_width(letter) in {"W", "F"} for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to a width."""
    blanks = " " * (width - display_width(text))
    return blanks + text if right else text + blanks


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, flexible: int, right: Iterable[int] = ()) -> list[str]:
    """Columns two blanks apart; the `flexible` one is wrapped to what room there is, `right` ones are right-aligned.

    A blank in a heading may break it into lines.
    """
    body = [tuple(row) for row in rows]
    heads = [cell.split("\n") for cell in head]
    widths = [
        max([display_width(part) for part in heads[column]] + [display_width(row[column]) for row in body])
        for column in range(len(head))
    ]
    room = terminal_width() - 1 - sum(widths) - 2 * (len(widths) - 1) + widths[flexible]
    widths[flexible] = min(widths[flexible], max(room, 16))
    lines = _stacked(heads, widths, frozenset(right))
    for row in body:
        cells = [[cell] for cell in row]
        cells[flexible] = _broken(row[flexible], widths[flexible])
        lines += _stacked(cells, widths, frozenset(right))
    return lines


def _stacked(cells: Sequence[Sequence[str]], widths: Sequence[int], right: frozenset[int]) -> list[str]:
    """Cells of several lines side by side, their tops aligned."""
    height = max(len(cell) for cell in cells)
    lines = []
    for depth in range(height):
        parts = [
            padded(cell[depth] if depth < len(cell) else "", width, right=column in right)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        lines.append("  ".join(parts).rstrip())
    return lines


def _broken(text: str, width: int) -> list[str]:
    """A cell in lines; what is indented stays so."""
    indent = len(text) - len(text.lstrip())
    lines = textwrap.wrap(
        text.strip(), width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2), break_on_hyphens=False
    )
    return lines or [""]
