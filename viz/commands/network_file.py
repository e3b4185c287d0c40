"""The network of the open graph, asked for and written as a file for another program."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day_of
from pathlib import Path, PurePath

import click

from queries.picture import nodes_within, picture
from queries.regions import find_region, name_of
from viz.commands.files import PIPE, write_bytes
from viz.commands.interruption import leaving
from viz.commands.records import word_unwritten
from viz.commands.session import opened_graph, register_of
from viz.exports.fitting import Part
from viz.exports.formats import Format
from viz.language import _
from viz.progress import progress
from viz.settings import Settings

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of the files in an archive: the same graph makes the same archive."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the graph is written, and what of it. `region` is a name or an id, `date` ISO 8601."""

    region: str | None = None
    date: str | None = None
    with_absences: bool = False
    with_names: bool = False


def write_network(settings: Settings, output: str, wanted: Format, asked: Asked) -> None:
    """Write it, and say what is in the file and what had to be left out. Raises QuestionError("unknown_region")."""
    from viz.exports.drawing import draw
    from viz.exports.writing import DRAWING, WRITERS
    from viz.lands import Lands
    from viz.persons import without_names
    from viz.wording.exports import word_left_out, word_notes, word_written

    register = register_of(settings)
    region = find_region(register, asked.region) if asked.region else None
    with leaving(lambda: word_unwritten(output)), progress(_("Exporting"), None):
        with opened_graph(settings) as store:
            found = picture(store, register, date=asked.date)
        drawing = draw(
            found if asked.with_names else without_names(found),
            Lands(register),
            kept=nodes_within(found, register, region) if region else None,
            with_absences=asked.with_absences,
            placed=wanted in DRAWING,
            notes=word_notes(
                found,
                region=name_of(register, region) if region else None,
                date=asked.date,
                with_absences=asked.with_absences,
                made_on=day_of.today().isoformat(),
            ),
            made_on=day_of.today().isoformat(),
        )
        written = WRITERS[wanted](drawing)
        _put(output, written.parts)
    click.echo(word_written(drawing, _("standard stream") if output == PIPE else output), err=True)
    for line in word_left_out(written.left_out):
        click.echo(line, err=True)


def _put(output: str, parts: Sequence[Part]) -> None:
    """One file; of several an archive, where the name says so, else a folder."""
    if len(parts) == 1:
        write_bytes(output, [parts[0].content])
    elif PurePath(output).suffix.lower() == ".zip":
        write_bytes(output, [_packed(parts)])
    else:
        Path(output).mkdir(exist_ok=True)
        for part in parts:
            write_bytes(str(Path(output) / part.name), [part.content])


def _packed(parts: Sequence[Part]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(zipfile.ZipInfo(part.name, _EARLIEST), part.content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
