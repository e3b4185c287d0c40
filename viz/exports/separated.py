"""The same two tables as CSV: commas, UTF-8, one file each, as Kumu and other programs read them."""

import csv
import io
from collections.abc import Iterable, Sequence

from viz.exports.drawing import Drawing
from viz.exports.fitting import NO_TEXT, Fitting, Part, Written
from viz.exports.kumu import connection_head, connection_rows, element_head, element_rows


def write_separated(drawing: Drawing) -> Written:
    """elements.csv and connections.csv. A cell that could be taken for a formula begins with "'"."""
    fitting = Fitting(NO_TEXT, guarded=True)
    parts = (
        Part("elements.csv", _table(element_head(), element_rows(drawing), fitting)),
        Part("connections.csv", _table(connection_head(), connection_rows(drawing), fitting)),
    )
    return Written(parts, fitting.left_out)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], fitting: Fitting) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(map(fitting, row) for row in rows)
    return stream.getvalue().encode("utf-8")
