"""Tables made on the spot, and what is read from them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from graph.model import Actor, Group, Initiative, Participation, Reading
from loaders.files import read_source
from loaders.reading import read
from loaders.tables.claims import Ignored
from loaders.tables.mapping import Mapping
from seeds.register import load_register
from tests.loaders.formats.files_made import as_xlsx
from tests.loaders.tables.samples import Grid, Said

REGISTER = load_register()


def as_csv(rows: Grid, *, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Rows as a spreadsheet program exports them."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(
        [["WAHR" if cell is True else "FALSCH" if cell is False else cell for cell in row] for row in rows]
    )
    return stream.getvalue().encode(encoding)


def write_xlsx(folder: Path, sheets: dict[str, Grid], stem: str = "tabelle") -> Path:
    """A workbook in a folder."""
    path = folder / f"{stem}.xlsx"
    path.write_bytes(as_xlsx(sheets))
    return path


def write_csv(folder: Path, rows: Grid, stem: str = "tabelle") -> Path:
    """A .csv in a folder."""
    path = folder / f"{stem}.csv"
    path.write_bytes(as_csv(rows))
    return path


def read_table(path: Path, mapping: Mapping | None = None) -> tuple[Reading, list[Ignored]]:
    """What a file says, and its rows of which no fact was made."""
    ignored: list[Ignored] = []
    return read(read_source(path, mapping=mapping), REGISTER, ignored=ignored.append), ignored


def said(reading: Reading) -> Said:
    """Who takes part in what, in which role."""
    nodes = {node.id: node for node in reading.nodes}
    return {
        (_name(nodes[fact.participant_id]), _name(nodes[fact.initiative_id]), fact.role.value)
        for fact in reading.facts
        if isinstance(fact, Participation)
    }


def names(reading: Reading, kind: type[Actor] | type[Initiative]) -> dict[str, str]:
    """The actors with their kinds, or the initiatives with their types."""
    found = [node for node in reading.nodes if isinstance(node, kind)]
    return {node.name: (node.kind if isinstance(node, Actor) else node.type).value for node in found}


def lines(ignored: Sequence[Ignored]) -> dict[int, str]:
    """The lines that are ignored, with their reasons."""
    return {one.line: one.reason for one in ignored}


def _name(node: Actor | Group | Initiative) -> str:
    return node.word if isinstance(node, Group) else node.name
