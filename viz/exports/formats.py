"""The formats an export may have, by what people call them; `writing.py` has their writers."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The lossless records, and the network for other programs."""

    JSONL = "jsonl"
    GEXF = "gexf"
    GRAPHML = "graphml"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    CYPHER = "cypher"
    GRAPHOLOGY = "graphology"


_ENDINGS: Mapping[str, Format] = {
    ".jsonl": Format.JSONL,
    ".gexf": Format.GEXF,
    ".graphml": Format.GRAPHML,
    ".xlsx": Format.XLSX,
    ".csv": Format.CSV,
    ".zip": Format.CSV,
    ".json": Format.JSON,
    ".cypher": Format.CYPHER,
    ".cql": Format.CYPHER,
}


def format_of(path: str) -> Format | None:
    """The format that a file's ending stands for; None where it stands for none."""
    return _ENDINGS.get(PurePath(path).suffix.lower())
