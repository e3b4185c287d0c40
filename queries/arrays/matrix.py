"""The coverage matrix of the whole graph, or of a part of it, from the arrays: values and figures, no sentences.

It says what `queries.coverage` says of the same initiatives, in the same order; the sentences of a row are read when
somebody looks at it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.kinds import InitiativeType
from queries.answers import CellValue, Column, Mark
from queries.arrays.shape import COLUMNS, INITIATIVE_TYPES, MARKS, VALUES, Arrays, Numbers
from queries.regions import find_region, is_inside
from seeds.register import Register


@dataclass(frozen=True, slots=True)
class Matrix:
    """Some rows of the matrix: `places` in the arrays' cells, in their order; the columns that are shown."""

    arrays: Arrays
    places: Numbers
    columns: tuple[Column, ...]

    def __len__(self) -> int:
        return len(self.places)

    def value(self, row: int, column: Column) -> CellValue:
        """What a cell of the row says."""
        return VALUES[int(self.arrays.cells.values[self.places[row], COLUMNS.index(column)])]

    def marks(self, row: int, column: Column) -> tuple[Mark, ...]:
        """What stands beside it, in the order of `Mark`."""
        bits = int(self.arrays.cells.marks[self.places[row], COLUMNS.index(column)])
        return tuple(mark for code, mark in enumerate(MARKS) if bits >> code & 1)

    def counts(self) -> Mapping[Column, Mapping[CellValue, int]]:
        """How many of the rows have each value, by column."""
        values = self.arrays.cells.values[self.places]
        return {
            column: dict(zip(VALUES, counted, strict=True))
            for column in self.columns
            for counted in [np.bincount(values[:, COLUMNS.index(column)], minlength=len(VALUES)).tolist()]
        }

    def to_pandas(self) -> pd.DataFrame:
        """A row an initiative: `id`, `name`, `type`, `has_table`, and for each column its value and `…_newest`.

        Values, types and dates are categories; no date is a missing value.
        """
        nodes, cells = self.arrays.nodes, self.arrays.cells
        numbers = cells.rows[self.places]
        told: dict[str, object] = {
            "id": nodes.ids.some(numbers),
            "name": nodes.names.some(numbers),
            "type": _category(nodes.kinds[numbers], [type.value for type in INITIATIVE_TYPES]),
            "has_table": self.places < cells.tables,
        }
        dates = cells.dates.some(range(len(cells.dates)))
        for column in self.columns:
            at = COLUMNS.index(column)
            told[column.value] = _category(cells.values[self.places, at], [value.value for value in VALUES])
            told[f"{column.value}_newest"] = _category(cells.newest[self.places, at], dates)
        return pd.DataFrame(told)


def whole_matrix(
    arrays: Arrays,
    register: Register,
    *,
    region: str | None = None,
    kinds: Sequence[Column] = (),
    types: Sequence[InitiativeType] = (),
    topics: Sequence[str] = (),
) -> Matrix:
    """The rows within the region (an id or a name), of these types and with one of these topics; all by default.

    Raises QuestionError("unknown_region") with the three nearest names.
    """
    numbers, nodes = arrays.cells.rows, arrays.nodes
    wanted = np.ones(len(numbers), np.bool_)
    if region is not None:
        place = find_region(register, region)
        inside = [is_inside(register, (nodes.regions.words[code],), place) for code in range(len(nodes.regions.words))]
        wanted &= nodes.regions.having(np.array(inside, np.bool_))[numbers]
    if types:
        wanted &= np.isin(nodes.kinds[numbers], [INITIATIVE_TYPES.index(type) for type in types])
    if topics:
        told = [nodes.topics.words[code] in topics for code in range(len(nodes.topics.words))]
        wanted &= nodes.topics.having(np.array(told, np.bool_))[numbers]
    columns = tuple(column for column in COLUMNS if not kinds or column in kinds)
    return Matrix(arrays, np.flatnonzero(wanted).astype(np.int32), columns)


def _category(codes: NDArray[np.integer], words: Sequence[str]) -> "pd.Categorical[str]":
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(words), dtype=str))
