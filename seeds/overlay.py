"""A user's own corrections: one CSV file laid over the shipped register, which stays as it is.

Its columns are the register's, plus `file` (chambers, unions, employers, ministries, networks, regions, places or
chamber_districts). A row with a known id replaces the fields it gives; an empty cell keeps what is there, "-" empties
it. A new id adds a row and must name its file. A chamber district goes by `place_id` and `chamber_id` instead of `id`;
coverage "none" takes it away. Comma or semicolon, UTF-8 with or without BOM.
"""

import csv
import re
from collections.abc import Collection, Iterator
from io import StringIO
from pathlib import Path

from graph.errors import RegisterError
from seeds.periods import span_of
from seeds.rows import Confidence
from seeds.tables import BODY_FILES, Tables, TextRow, key_of, known_kinds, sectors_of, split_list

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LEVELS = ("federal", "land", "region", "local")
_COVERAGES = ("full", "partial", "listed", "none")
_REQUIRED = ("name", "kind", "level", "regions")
_PLACES = ("regions", "places")
_REFERENCES: dict[str, tuple[str, ...]] = {
    "regions": ("regions",),
    "regions_partial": ("regions",),
    "places": ("places",),
    "member_places": ("places",),
    "parent_id": (*BODY_FILES, *_PLACES),
    "same_as": ("ministries",),
    "also_member_of": BODY_FILES,
    "land_association_id": BODY_FILES,
}
_DISTRICT_REQUIRED = ("chamber_kind", "coverage")


def lay_over(tables: Tables, path: Path) -> Tables:
    """The tables with the corrections of `path` applied.

    Raises RegisterError with the line as `row` (the header is line 1): overlay_unreadable, unknown_column,
    wrong_cell_count, unknown_file, missing_id, bad_id, missing_field, bad_value, bad_date, unknown_sector,
    unknown_reference, parent_circle.
    """
    merged = Tables({name: dict(rows) for name, rows in tables.files.items()})
    touched: list[tuple[int, str, str]] = []
    for line, given in _read(path, tables):
        file = _file_of(given, merged, line)
        if file == "chamber_districts":
            given["id"] = key_of(file, given)
        merged.files[file][given["id"]] = _merge(merged, file, given, line)
        touched.append((line, file, given["id"]))
    kinds = {name: _kinds_in(name, tables) for name in tables.files}
    for line, file, key in touched:
        if file == "chamber_districts":
            _check_district(merged, merged.files[file][key], line)
        else:
            _check_row(merged, merged.files[file][key], kinds[file], line)
    return merged


def _kinds_in(file: str, tables: Tables) -> frozenset[str]:
    return (
        known_kinds() if file in BODY_FILES else frozenset(row.get("kind", "") for row in tables.files[file].values())
    )


def _read(path: Path, tables: Tables) -> list[tuple[int, TextRow]]:
    reader = _reader(path)
    header = [column.strip() for column in next(reader, (0, []))[1]]
    known = {"id", "file"} | {column for rows in tables.files.values() for column in next(iter(rows.values()))}
    for column in header:
        if column not in known:
            raise RegisterError("unknown_column", row=1, column=column)
    rows: list[tuple[int, TextRow]] = []
    for line, cells in reader:
        if len(cells) != len(header):
            raise RegisterError("wrong_cell_count", row=line, found=len(cells), expected=len(header))
        rows.append((line, {key: cell.strip() for key, cell in zip(header, cells, strict=True)}))
    return rows


def _reader(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Every line that is not blank, with its number."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        head = text.partition("\n")[0]
        reader = csv.reader(StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
        yield from ((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegisterError("overlay_unreadable", path=str(path)) from error


def _file_of(given: TextRow, tables: Tables, line: int) -> str:
    file = given.get("file", "").removesuffix(".csv")
    if file == "chamber_districts":
        if not (given.get("place_id") and given.get("chamber_id")):
            raise RegisterError("missing_id", row=line)
        return file
    if not given.get("id"):
        raise RegisterError("missing_id", row=line)
    home = next((name for name, rows in tables.files.items() if given["id"] in rows), None)
    if file and (file not in tables.files or home not in (None, file)):
        raise RegisterError("unknown_file", row=line, file=file)
    if not (file or home):
        raise RegisterError("missing_field", row=line, field="file")
    return home or file


def _merge(tables: Tables, file: str, given: TextRow, line: int) -> TextRow:
    columns = next(iter(tables.files[file].values()))
    old = tables.files[file].get(given["id"])
    values = {column: given[column] for column in columns if given.get(column)}
    for column in given:
        if given[column] and column not in ("id", "file") and column not in columns:
            raise RegisterError("unknown_column", row=line, column=column)
    if old is None:
        for field in _DISTRICT_REQUIRED if file == "chamber_districts" else _REQUIRED:
            if field not in values:
                raise RegisterError("missing_field", row=line, field=field)
        values.setdefault("short_name", values.get("name", ""))
        values.setdefault("confidence", Confidence.MEDIUM)
    merged = {column: values.get(column, (old or {}).get(column, "")) for column in columns}
    return {column: "" if value == "-" else value for column, value in merged.items()}


def _check_district(tables: Tables, row: TextRow, line: int) -> None:
    _check_value(row, "coverage", _COVERAGES, line)
    _check_value(row, "chamber_kind", ("ihk", "hwk"), line)
    _check_value(row, "confidence", tuple(Confidence), line)
    _check_known(row["chamber_id"], tables, ("chambers",), line)
    _check_known(row["place_id"], tables, ("places",), line)


def _check_row(tables: Tables, row: TextRow, kinds: frozenset[str], line: int) -> None:
    if not _SLUG.fullmatch(row["id"]):
        raise RegisterError("bad_id", row=line, id=row["id"])
    for column in ("name", "short_name"):
        if not row[column]:
            raise RegisterError("missing_field", row=line, field=column)
    _check_value(row, "level", _LEVELS, line)
    _check_value(row, "kind", kinds, line)
    _check_value(row, "confidence", tuple(Confidence), line)
    _check_dates(row, line)
    for column, homes in _REFERENCES.items():
        for key in split_list(row.get(column, "")):
            _check_known(key, tables, homes, line)
    _check_parents(row, tables, line)
    try:
        sectors_of(row.get("sector", ""))
    except RegisterError as error:
        raise RegisterError(error.code, row=line, **error.details) from error


def _check_value(row: TextRow, column: str, allowed: Collection[str], line: int) -> None:
    if row[column] not in allowed:
        raise RegisterError("bad_value", row=line, field=column, value=row[column])


def _check_dates(row: TextRow, line: int) -> None:
    try:
        spans = [span_of(row[column]) for column in ("valid_from", "valid_to") if row[column]]
    except RegisterError as error:
        raise RegisterError(error.code, row=line, **error.details) from error
    if spans != sorted(spans):
        raise RegisterError("bad_date", row=line, date=row["valid_to"])


def _check_known(key: str, tables: Tables, homes: tuple[str, ...], line: int) -> None:
    if not any(key in tables.files[home] for home in homes):
        raise RegisterError("unknown_reference", row=line, id=key)


def _check_parents(row: TextRow, tables: Tables, line: int) -> None:
    """A dated name needs its line, a Kreis or town what it lies in; nobody is above himself."""
    if not row["parent_id"] and (row["kind"] == "ministry_name" or row["id"] in tables.files["places"]):
        raise RegisterError("missing_field", row=line, field="parent_id")
    seen = {row["id"]}
    above = row["parent_id"]
    while above:
        if above in seen:
            raise RegisterError("parent_circle", row=line, id=row["id"])
        seen.add(above)
        above = next((rows[above]["parent_id"] for rows in tables.files.values() if above in rows), "")
