"""The answers of `gaps` that name bodies of the register, in the form that was asked for."""

from dataclasses import fields

from graph.store import Store
from queries.expected import Expected
from queries.one_body import one_body
from queries.register_bodies import find_bodies
from seeds.register import Register
from viz.commands.body_sheet import body_head, body_rows, expected_head, expected_rows
from viz.commands.expected import say_expected
from viz.commands.files import say_json
from viz.commands.form import Form
from viz.commands.gap_options import Asked
from viz.commands.matrix import say_matrix
from viz.commands.one_body import say_body_choice, say_one_body
from viz.console import BAD_INPUT, OK


def answer_for_body(
    store: Store, register: Register, name: str, form: Form, *, region: str | None, date: str | None
) -> int:
    """Where the body with this name is and is not; the choice, where the name means none or several."""
    bodies = find_bodies(register, name, date=date)
    if len(bodies.matches) != 1:
        say_json(bodies) if form.as_json else say_body_choice(bodies, register)
        return BAD_INPUT
    found = form.masked(one_body(store, register, bodies.matches[0].id, region=region, date=date))
    if not form.tell(found, body_head(), body_rows(found, register)):
        say_one_body(found, register)
    return OK


def tell_expected(found: Expected, register: Register, form: Form, asked: Asked) -> None:
    """The matrix with whom the register expects; as JSON the matrix's keys and `expected`, `date`, `unheld`."""
    found = form.masked(found)
    matrix = {field.name: getattr(found.coverage, field.name) for field in fields(found.coverage)}
    value = {**matrix, "expected": found.rows, "date": found.date, "unheld": found.unheld}
    if not form.tell(value, expected_head(), expected_rows(found, register)):
        say_matrix(found.coverage, register, columns=asked.told_columns, narrowed=asked.words(found.coverage))
        say_expected(found, register)
