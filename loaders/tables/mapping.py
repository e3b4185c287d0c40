"""A mapping file: a person says which column is what, where the headings do not.

header = 3                      # the line of the headings
sheet = "Tabelle1"              # only this sheet; without it every one
initiative = "Bündnis Stahl"    # whose members these are
[columns]
"Haus" = "organisation"         # a heading, or a letter as spreadsheets have it: "C" = "role"
[ticks]
"M" = "Mitglied"                # what a cell under a name stands for
"""

import tomllib
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.errors import DocumentError
from graph.keys import fold
from graph.kinds import Role
from loaders.lexicon import mapping_table
from loaders.tables.meaning import Meaning, meaning_of, role_of
from loaders.tables.sheet import Sheet, letters
from loaders.tables.table import Column

MEANINGS = {word: Meaning(code) for word, code in mapping_table("columns", "mapping").items()}
_KEYS = ("header", "sheet", "initiative", "columns", "ticks")
_TICK = "x"
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a mapping file says. `columns` are (heading or letter, meaning, role), `header` is a line from 1.

    Applying it raises DocumentError: mapping_column, mapping_header, mapping_sheet.
    """

    path: str
    header: int | None = None
    sheet: str | None = None
    initiative: str | None = None
    columns: tuple[tuple[str, Meaning, Role | None], ...] = ()
    ticks: Table[str, Role | None] = field(default_factory=dict[str, Role | None])

    def speaks_of(self, sheet: Sheet) -> bool:
        """Whether it is about this sheet."""
        return self.sheet is None or fold(self.sheet) == fold(sheet.name)

    def header_in(self, sheet: Sheet) -> int:
        """The number of the header's row among the sheet's rows."""
        for number, row in enumerate(sheet.rows):
            if row.line == self.header:
                return number
        raise self._error("mapping_header", header=self.header or 0)

    def names(self, column: Column) -> bool:
        """Whether it says what this column is."""
        return any(_is_meant(key, column) for key, _, _ in self.columns)

    def applied(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns with the meanings it gives; what it names takes that meaning away from the others."""
        found = list(columns)
        given = {meaning for _, meaning, _ in self.columns} - {Meaning.OTHER, Meaning.CONTACT, Meaning.TICK}
        for number, column in enumerate(found):
            if column.meaning in given and not self.names(column):
                found[number] = replace(column, meaning=Meaning.OTHER, role=None)
        for key, meaning, role in self.columns:
            number = self._find(key, found)
            own = role or _role_of_heading(found[number].heading, meaning)
            found[number] = replace(found[number], meaning=meaning, role=own)
        return tuple(found)

    def _find(self, key: str, columns: Sequence[Column]) -> int:
        for is_meant in (_is_headed, _is_meant):
            for number, column in enumerate(columns):
                if is_meant(key, column):
                    return number
        known = ", ".join(column.heading or letters(column.place) for column in columns[:_SHOWN])
        raise self._error("mapping_column", column=key, known=known)

    def require_sheet(self, names: Sequence[str]) -> None:
        """Raise mapping_sheet unless one of these is the sheet it is about."""
        if self.sheet is not None and fold(self.sheet) not in map(fold, names):
            raise self._error("mapping_sheet", sheet=self.sheet, known=", ".join(names[:_SHOWN]))

    def _error(self, code: str, **details: str | int) -> DocumentError:
        return DocumentError(code, mapping=Path(self.path).name, **details)


def read_mapping(path: Path) -> Mapping:
    """The mapping in a file.

    Raises DocumentError with the path: mapping_unreadable, mapping_invalid (line), mapping_key, mapping_value,
    mapping_meaning, mapping_role.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise DocumentError("mapping_invalid", path=str(path), reason=str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError("mapping_unreadable", path=str(path)) from error
    try:
        return _mapping(table, str(path))
    except DocumentError as error:
        raise DocumentError(error.code, path=str(path), **error.details) from error


def _mapping(table: dict[str, object], path: str) -> Mapping:
    for key in table:
        if key not in _KEYS:
            raise DocumentError("mapping_key", key=key, known=", ".join(_KEYS))
    header = table.get("header")
    if header is not None and (not isinstance(header, int) or isinstance(header, bool) or header < 1):
        raise DocumentError("mapping_value", key="header")
    return Mapping(
        path,
        header,
        _text(table, "sheet"),
        _text(table, "initiative"),
        tuple((key, *_meaning(value)) for key, value in _texts(table, "columns")),
        {key: _role(value) for key, value in _texts(table, "ticks")},
    )


def _text(table: dict[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise DocumentError("mapping_value", key=key)
    return value


def _texts(table: dict[str, object], key: str) -> list[tuple[str, str]]:
    section = table.get(key, {})
    if not isinstance(section, dict):
        raise DocumentError("mapping_value", key=key)
    if wrong := next((name for name, value in section.items() if not isinstance(value, str)), None):
        raise DocumentError("mapping_value", key=str(wrong))
    return [(str(name), str(value)) for name, value in section.items()]


def _meaning(words: str) -> tuple[Meaning, Role | None]:
    """A meaning, with a role behind a colon: "organisation: Träger"."""
    word, _, role = words.partition(":")
    meaning = MEANINGS.get(word.strip().lower())
    if meaning is None:
        raise DocumentError("mapping_meaning", word=words, known=", ".join(MEANINGS))
    return meaning, _role(role) if role.strip() else None


def _role(words: str) -> Role | None:
    if words.strip().lower() == _TICK:
        return None
    role = role_of(words)
    if role is None:
        raise DocumentError("mapping_role", word=words, known=", ".join(role.value for role in Role))
    return role


def _role_of_heading(heading: str, meaning: Meaning) -> Role | None:
    is_plain = meaning not in (Meaning.ORGANISATION, Meaning.TICK) or meaning_of(heading) is not None
    return None if is_plain else role_of(heading)


def _is_headed(key: str, column: Column) -> bool:
    return bool(fold(key)) and fold(key) == fold(column.heading)


def _is_meant(key: str, column: Column) -> bool:
    return _is_headed(key, column) or key.strip().upper() == letters(column.place)
