"""The start of a mapping file, as `load --preview` prints it: what was recognised, ready to be corrected."""

import json

from loaders.document import SourceText
from loaders.tables.extraction import unowned
from loaders.tables.mapping import MEANINGS
from loaders.tables.meaning import Meaning
from loaders.tables.sheet import letters
from loaders.tables.table import SheetLayout
from viz.commands.lines import dim, say, say_wrapped
from viz.language import _

_MOST = 30
_WORDS = {meaning: word for word, meaning in reversed(MEANINGS.items())}


def say_mapping_start(source: SourceText) -> None:
    """Print a mapping for the sheet that needs one most: the first that is not read as a table, else the first."""
    lists = {one.sheet for one in unowned(source)}
    needy = (sheet for sheet in source.sheets if sheet.reason or sheet.name in lists)
    sheet = next(needy, next(iter(source.sheets), None))
    if sheet is None:
        return
    question = _("Are the columns something else? Save this as a file, correct it, and give it with --mapping:")
    say()
    say_wrapped(question, indent=2, hanging=0)
    if sheet.name in lists:
        say(dim('    initiative = "…"'))
    for line in mapping_start(sheet, is_only=len(source.sheets) == 1):
        say(dim(f"    {line}"))


def mapping_start(sheet: SheetLayout, *, is_only: bool) -> list[str]:
    """The lines of a mapping file that says what was recognised; names of columns are quoted as TOML wants it."""
    lines = [] if is_only else [f"sheet = {_quoted(sheet.name)}"]
    lines.append("[columns]")
    seen: set[str] = set()
    for column in sheet.columns[:_MOST]:
        key = column.heading or letters(column.place)
        if key in seen or (column.meaning is Meaning.TICK and column.role is None):
            continue
        seen.add(key)
        word = _WORDS.get(column.meaning, "other")
        lines.append(f"{_quoted(key)} = {_quoted(f'{word}: {column.role.value}' if column.role else word)}")
    return lines


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
