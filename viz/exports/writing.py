"""One writer a format. Slow to import: import this module where a format is written, not before."""

from collections.abc import Callable, Mapping

from viz.exports.cypher import write_cypher
from viz.exports.drawing import Drawing
from viz.exports.fitting import Written
from viz.exports.formats import Format
from viz.exports.gexf import write_gexf
from viz.exports.graphml import write_graphml
from viz.exports.graphology import write_graphology
from viz.exports.node_link import write_node_link
from viz.exports.separated import write_separated
from viz.exports.sheets import write_workbook

WRITERS: Mapping[Format, Callable[[Drawing], Written]] = {
    Format.GEXF: write_gexf,
    Format.GRAPHML: write_graphml,
    Format.XLSX: write_workbook,
    Format.CSV: write_separated,
    Format.JSON: write_node_link,
    Format.CYPHER: write_cypher,
    Format.GRAPHOLOGY: write_graphology,
}
DRAWING = frozenset({Format.GEXF, Format.GRAPHML, Format.GRAPHOLOGY})
"""Formats that know positions."""
