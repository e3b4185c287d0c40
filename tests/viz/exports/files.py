"""Exports of pictures made by hand, written to files as the command does."""

from pathlib import Path

from queries.answers import Picture
from viz.exports.drawing import Drawing, draw
from viz.exports.fitting import LeftOut
from viz.exports.formats import Format
from viz.exports.writing import DRAWING, WRITERS
from viz.lands import load_lands
from viz.language import speaking

EXOTIC = (
    "400 " + "Wörter und " * 36,
    "مجلس الصناعة والعمل",
    "מועצת התעשייה 2025",
    "Bündnis 🏭👩\u200d🔧 für Größe",
    "Zeile eins\nZeile zwei\tTab\rWagen",
    "]]> & <b>'\"</b> &amp; --> ;",
    "C:\\users\\u0027 \\\\u0027 \\' \\\" \\n }) MATCH (n) DETACH DELETE n //",
    "'; MATCH (n) DETACH DELETE n; //",
    '=HYPERLINK("http://x.example";"y")',
    "+49 @SUM(1) -1",
    "eins|zwei, drei; vier",
    "\u2028 \x85 \xa0 Ränder ",
    "endet auf \\",
    "L" * 1_000_000,
)
UNFIT = ("null\x00eins", "Glocke\x07 und \x1b[31m", "halb \ud83d allein", "\ufffe\uffff")


def drawn(picture: Picture, *, with_absences: bool = True, placed: bool = True) -> Drawing:
    """The picture as it is written."""
    return draw(
        picture,
        load_lands(),
        with_absences=with_absences,
        placed=placed,
        notes=("2 Dokumente", "kein Anspruch auf Vollständigkeit"),
        made_on="2026-11-22",
    )


def write(
    picture: Picture, form: Format, folder: Path, *, with_absences: bool = True, language: str = "de"
) -> tuple[Path, LeftOut]:
    """The file (of several parts their folder), and what was left out."""
    with speaking(language):
        written = WRITERS[form](drawn(picture, with_absences=with_absences, placed=form in DRAWING))
    for part in written.parts:
        (folder / (part.name or f"netz.{form}")).write_bytes(part.content)
    return (folder if written.parts[0].name else folder / f"netz.{form}"), written.left_out
