"""The corrections in a table taken over as decisions: which rows say something, what is new, what is told."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from graph.errors import DocumentError
from graph.model import Decision
from graph.store import Store
from loaders.review import ReviewLine, read_review
from queries.decided import subjects
from queries.rulings import find_rulings
from viz.commands.lines import say, say_wrapped
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.review_columns import Reader, RowError, known_signs, repeated
from viz.wording.corrections import word_action


@dataclass(frozen=True, slots=True)
class _Edit:
    """What an edited row says. `known` tells which decisions on its participation the table knows."""

    number: int
    decision: Decision
    known: str


@dataclass(frozen=True, slots=True)
class _Edits:
    """What was read: edited rows, rows that cannot be taken over with the reason, untouched rows."""

    told: Sequence[_Edit]
    problems: Sequence[tuple[int, str]]
    untouched: int


def take_over(store: Store, file: Path, *, author: str) -> int:
    """Keep the decisions in the table and say what became of its rows; the exit code.

    A row that cannot be taken over is named with its reason; the others are kept all the same. Raises DocumentError.
    """
    reader, lines = Reader.of_all_languages(), read_review(file)
    there = subjects(store)
    keys = {reader.cells(line)["key"] for line in lines} - {""}
    if keys and keys.isdisjoint(there):
        raise DocumentError("review_of_another_graph", path=str(file))
    edits = _read_edits(reader, lines, author)
    _keep(store, edits, there)
    for number, reason in edits.problems:
        click.echo(_("{path}, line {number}: {reason}").format(path=file, number=number, reason=reason), err=True)
    return BAD_INPUT if edits.problems else OK


def _read_edits(reader: Reader, lines: Iterable[ReviewLine], author: str) -> _Edits:
    found: list[_Edit] = []
    problems: list[tuple[int, str]] = []
    untouched = 0
    for line in lines:
        try:
            decision = reader.decision(line, author=author)
        except RowError as error:
            problems.append((line.number, str(error)))
            continue
        untouched += decision is None
        found += [_Edit(line.number, decision, reader.cells(line)["known"])] if decision else []
    again = repeated((edit.number, edit.decision) for edit in found)
    reason = _("Row {number} says something else of the same participation or actor.")
    problems += [(number, reason.format(number=held)) for number, held in again.items()]
    return _Edits([edit for edit in found if edit.number not in again], sorted(problems), untouched)


def _keep(store: Store, edits: _Edits, there: Collection[str]) -> None:
    """Keep the decisions that are not there yet, and tell what became of each row."""
    made = store.decisions()
    held, known = {decision.id: decision for decision in made}, known_signs(made)
    wanted = {edit.decision.id: edit for edit in edits.told}
    holding = {one.decision.id for ruling in find_rulings(made).values() for one in ruling.standing}
    new = [
        edit.decision
        for key, edit in wanted.items()
        if _is_new(
            edit, held.get(key), holds=key in holding, is_aware=edit.known == known.get(edit.decision.subject_id)
        )
    ]
    undone = sum(held[key].undone for key in wanted.keys() - {decision.id for decision in new})
    for decision in new:
        store.decide(decision)
    counts = Counter(decision.action for decision in new)
    line = ngettext("{count} decision taken over", "{count} decisions taken over", len(new)).format(count=len(new))
    kinds = ", ".join(f"{count} {word_action(action)}" for action, count in sorted(counts.items()))
    say(f"{line}: {kinds}" if kinds else line)
    for count, text in (
        (len(wanted) - len(new) - undone, _("known already: {count}")),
        (undone, _("taken back before and not taken over again: {count}")),
        (
            sum(decision.subject_id not in there for decision in new),
            _("resting, since the participation is not in the graph now: {count}"),
        ),
        (edits.untouched, _("rows without a correction: {count}")),
    ):
        if count:
            say_wrapped(text.format(count=count), indent=2)


def _is_new(edit: _Edit, before: Decision | None, *, holds: bool, is_aware: bool) -> bool:
    """Whether the row decides something.

    What was decided so before and was taken back or replaced since is decided anew only by a table that knows of it
    (`is_aware`): an old one, taken over twice, must not bring it back. Where it still holds, a new reason is news.
    """
    if before is None:
        return True
    if before.undone or not holds:
        return is_aware
    return bool(edit.decision.note) and edit.decision.note != before.note
