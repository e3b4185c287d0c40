"""What follows from the graph and is kept in it, so that a question about one node need not look at all.

Likenesses are rows that `queries` derives: which node is shown as which, which pairs are alike. They belong to one
revision of the graph and one version of the rules; of any other they are derived anew. No export has them, and a write
that takes a document's words back forgets them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.bolt import Transaction
from graph.catalog import load_catalog, with_labels
from graph.records import Row


@dataclass(frozen=True, slots=True)
class Revision:
    """How many writes the graph has seen; after which of them, and by which rules, its likenesses were derived.

    `made` is when it was written first, in milliseconds; None in a graph of an older program, until the next write.
    """

    writes: int
    derived: int | None = None
    rules: str | None = None
    made: int | None = None

    def is_derived(self, rules: str) -> bool:
        """Whether the likenesses are those of the graph as it is, by these rules."""
        return self.derived == self.writes and self.rules == rules


class OvertakenError(Exception):
    """Somebody wrote while the likenesses were derived. Never leaves this room."""


def read_revision(read: Callable[..., list[Row]]) -> Revision:
    """How the graph stands."""
    rows = read(_text("atlas"))
    if not rows:
        return Revision(0)
    writes, derived, rules = rows[0]["revision"], rows[0]["derived_revision"], rows[0]["derived_rules"]
    return Revision(
        writes if isinstance(writes, int) else 0,
        derived if isinstance(derived, int) else None,
        rules if isinstance(rules, str) else None,
        made if isinstance(made := rows[0]["made"], int) else None,
    )


def keep_derived(transaction: Transaction, *, likenesses: Sequence[Row], revision: int, rules: str) -> None:
    """Let these be the likenesses; rows with an id that is there are there already. Raises OvertakenError."""
    if transaction.run(_text("mark_derived"), revision=revision, rules=rules) != [{"revision": revision}]:
        raise OvertakenError
    kept = {str(row["id"]) for row in transaction.run(_text("derived"))}
    wanted = {str(row["id"]) for row in likenesses}
    delete = with_labels(_text("delete_nodes"), NodeLabel="Likeness")
    transaction.run_rows(delete, [{"id": id} for id in sorted(kept - wanted)])
    transaction.run_rows(_text("create_derived"), [row for row in likenesses if row["id"] not in kept])


def forget_derived(transaction: Transaction) -> None:
    """Take all likenesses out of the graph."""
    transaction.run(_text("forget_derived"))
    transaction.run(_text("unmark_derived"))


def _text(name: str) -> str:
    return load_catalog("graph")[name]
