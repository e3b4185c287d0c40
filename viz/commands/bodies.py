"""The answers of `gaps` that name bodies of the register, in the form that was asked for."""

from dataclasses import dataclass, fields
from typing import TypeVar

from graph.store import Store
from queries.expected import Expected
from queries.one_body import one_body
from queries.register_bodies import find_bodies
from seeds.register import Register
from viz.commands.body_sheet import body_lines, expected_lines
from viz.commands.expected import say_expected
from viz.commands.files import PIPE, say_json, write_whole
from viz.commands.gap_options import Asked
from viz.commands.matrix import say_matrix
from viz.commands.one_body import say_body_choice, say_one_body
from viz.console import BAD_INPUT, OK
from viz.persons import without_names

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """In which form an answer is asked for; on the screen where it is neither JSON nor a file."""

    as_json: bool
    csv_file: str | None
    with_names: bool
    xlsx_file: str | None = None

    def masked(self, found: T) -> T:
        """The answer as it may leave the machine: names of persons masked, unless they were asked for."""
        leaves = self.as_json or self.csv_file is not None or self.xlsx_file is not None
        return without_names(found) if leaves and not self.with_names else found


def answer_for_body(
    store: Store, register: Register, name: str, form: Form, *, region: str | None, date: str | None
) -> int:
    """Where the body with this name is and is not; the choice, where the name means none or several."""
    bodies = find_bodies(register, name, date=date)
    if len(bodies.matches) != 1:
        say_json(bodies) if form.as_json else say_body_choice(bodies, register)
        return BAD_INPUT
    found = form.masked(one_body(store, register, bodies.matches[0].id, region=region, date=date))
    if form.csv_file:
        write_whole(form.csv_file, body_lines(found, register, to_pipe=form.csv_file == PIPE))
    elif form.as_json:
        say_json(found)
    else:
        say_one_body(found, register)
    return OK


def tell_expected(found: Expected, register: Register, form: Form, asked: Asked) -> None:
    """The matrix with whom the register expects; as JSON the matrix's keys and `expected`, `date`, `unheld`."""
    shown = form.masked(found)
    if form.csv_file:
        write_whole(form.csv_file, expected_lines(shown, register, to_pipe=form.csv_file == PIPE))
    elif form.as_json:
        matrix = {field.name: getattr(shown.coverage, field.name) for field in fields(shown.coverage)}
        say_json({**matrix, "expected": shown.rows, "date": shown.date, "unheld": shown.unheld})
    else:
        say_matrix(found.coverage, register, columns=asked.told_columns, narrowed=asked.words(found.coverage))
        say_expected(found, register)
