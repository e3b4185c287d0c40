"""The register's CSV files as rows of text, with a user's corrections laid over them.

Comes in: `seeds/register/*.csv` and perhaps an overlay. Goes out: `Tables`, which `seeds.register` turns into rows.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import RegisterError
from graph.kinds import ActorKind, ChamberType
from seeds.rows import Confidence, District, RegisterRow, Sector

FOLDER = Path(__file__).parent / "register"
BODY_FILES = ("chambers", "unions", "employers", "ministries", "networks")

TextRow = dict[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """The files' rows by file name (without .csv) and id; a chamber district's id is "place_id:chamber_id"."""

    files: dict[str, dict[str, TextRow]]

    def bodies(self) -> list[RegisterRow]:
        """Every chamber, union, association and ministry, in the order of the files."""
        kinds = _kinds()
        return [_body(row, kinds) for name in BODY_FILES for row in self.files[name].values()]

    def districts(self) -> list[District]:
        """Which place belongs to which chamber; a row whose coverage an overlay set to "none" is left out."""
        rows = (row for row in self.files["chamber_districts"].values() if row["coverage"] != "none")
        return [
            District(
                place_id=row["place_id"],
                chamber_id=row["chamber_id"],
                chamber_kind=row["chamber_kind"],
                coverage=row["coverage"],
                confidence=Confidence(row["confidence"]),
                note=row["note"],
            )
            for row in rows
        ]


def read_tables() -> Tables:
    """Read the shipped files that name bodies, their districts, regions and Kreise (not the municipalities)."""
    names = (*BODY_FILES, "regions", "places", "chamber_districts")
    return Tables({name: {key_of(name, row): row for row in read_rows(name)} for name in names})


def read_rows(name: str) -> list[TextRow]:
    """The rows of one shipped file, as text by column."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        return [dict(zip(header, cells, strict=True)) for cells in reader]


def key_of(file: str, row: TextRow) -> str:
    """The key of a row within its file."""
    return f"{row['place_id']}:{row['chamber_id']}" if file == "chamber_districts" else row["id"]


def split_list(text: str) -> tuple[str, ...]:
    """A cell with several values: separated by `|`."""
    return tuple(part for part in text.split("|") if part)


def sectors_of(text: str) -> frozenset[Sector]:
    """The sectors that a cell of free words means. Raises RegisterError("unknown_sector") for an unmapped word."""
    words = _sector_words()
    found: set[Sector] = set()
    for part in text.split(","):
        word = part.strip()
        if word and word not in words:
            raise RegisterError("unknown_sector", word=word)
        found.update(words.get(word, ()))
    return frozenset(found)


def find_sectors(text: str) -> frozenset[Sector]:
    """The sectors that whole words of a text name, upper and lower case apart; "Digitalisierung" names none."""
    found = (
        sector
        for word, sectors in _sector_words().items()
        for sector in sectors
        if re.search(rf"(?<!\w){re.escape(word)}(?![\w-])", text)
    )
    return frozenset(found)


@cache
def _sector_words() -> dict[str, tuple[Sector, ...]]:
    return {row["word"]: tuple(map(Sector, split_list(row["sectors"]))) for row in read_rows("sectors")}


_Kinds = dict[tuple[str, str], tuple[ActorKind, ChamberType | None]]


@cache
def _kinds() -> _Kinds:
    return {
        (row["kind"], row["id"]): (
            ActorKind(row["actor_kind"]),
            ChamberType(row["chamber_type"]) if row["chamber_type"] else None,
        )
        for row in read_rows("kinds")
    }


def known_kinds() -> frozenset[str]:
    """The register's own words for kinds."""
    return frozenset(kind for kind, _ in _kinds())


def _body(row: TextRow, kinds: _Kinds) -> RegisterRow:
    kind, chamber_type = kinds.get((row["kind"], row["id"])) or kinds[row["kind"], ""]
    return RegisterRow(
        id=row["id"],
        name=row["name"],
        short_name=row["short_name"],
        aliases=split_list(row["aliases"]),
        kind=kind,
        chamber_type=chamber_type,
        register_kind=row["kind"],
        level=row["level"],
        regions=split_list(row["regions"]),
        regions_partial=split_list(row.get("regions_partial", "")),
        places=split_list(row.get("places", "")),
        parent_id=row["parent_id"] or None,
        member_of=tuple(filter(None, (row.get("also_member_of"), row.get("land_association_id")))),
        same_as=row.get("same_as") or None,
        portfolio=row.get("portfolio") or None,
        sectors=sectors_of(row.get("sector", "")),
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        city=row.get("city") or None,
        confidence=Confidence(row["confidence"]),
        sources=split_list(row["source"]),
        note=row["note"],
    )
