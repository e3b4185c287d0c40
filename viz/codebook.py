"""The codebook: every column of the pandas tables and every attribute of the networkx graphs, with its meaning.

pandas is slow to import: import this module where the codebook is asked for, not before.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from queries.gap_frames import BALANCE_COLUMNS, CHANGE_COLUMNS, PAIR_OF_KINDS_COLUMNS
from queries.listing_frames import EVENT_COLUMNS, EXPECTED_COLUMNS, OFFER_COLUMNS
from queries.matrix_frame import CELL_COLUMNS, REGION_COLUMNS, STATEMENT_COLUMNS, UNKNOWN_COLUMNS, Columns
from queries.network_frames import (
    BRIDGE_COLUMNS,
    COMMUNITY_COLUMNS,
    EDGE_COLUMNS,
    NODE_COLUMNS,
    OVERLAP_COLUMNS,
    PAIR_COLUMNS,
    PATH_COLUMNS,
)
from queries.partner_frames import PARTNER_COLUMNS, SIMILAR_COLUMNS
from viz.language import _
from viz.wording.columns import word_meaning, word_table

TABLES: Mapping[str, Columns] = {
    "gaps": CELL_COLUMNS,
    "statements_frame": STATEMENT_COLUMNS,
    "by_region": REGION_COLUMNS,
    "unknown_frame": UNKNOWN_COLUMNS,
    "expected": EXPECTED_COLUMNS,
    "changes": CHANGE_COLUMNS,
    "balance": BALANCE_COLUMNS,
    "pairs_frame": PAIR_OF_KINDS_COLUMNS,
    "partners": PARTNER_COLUMNS,
    "similar": SIMILAR_COLUMNS,
    "offers": OFFER_COLUMNS,
    "events": EVENT_COLUMNS,
    "path": PATH_COLUMNS,
    "overlap": OVERLAP_COLUMNS,
    "bridges": BRIDGE_COLUMNS,
    "communities": COMMUNITY_COLUMNS,
    "networkx_nodes": NODE_COLUMNS,
    "networkx_edges_two_mode": EDGE_COLUMNS,
    "networkx_edges_one_mode": PAIR_COLUMNS,
}
"""Each table by the method that gives it (or the function of `buendnisatlas`), in the order of the codebook."""


def codebook() -> pd.DataFrame:
    """One row a column: `table`, `column`, `meaning` in the language now spoken."""
    return pd.DataFrame.from_records(
        [(table, column, word_meaning(code)) for table, columns in TABLES.items() for column, code in columns],
        columns=["table", "column", "meaning"],
    )


def codebook_page() -> Iterator[str]:
    """The codebook as a page in Markdown, line by line."""
    yield f"# {_('Codebook')}\n\n"
    yield _(
        "What the columns of the tables mean that `import buendnisatlas as ba` gives. Codes are English and stay; "
        "lists are joined by “; ”; dates are ISO 8601 and may end with the year or the month; what is unknown is "
        "missing (NaN)."
    )
    yield "\n"
    for table, columns in TABLES.items():
        yield f"\n## `{table}`\n\n{word_table(table)}\n\n| {_('Column')} | {_('Meaning')} |\n|---|---|\n"
        yield from (f"| `{column}` | {word_meaning(code)} |\n" for column, code in columns)
