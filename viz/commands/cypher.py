"""`cypher`: a question in Cypher, one's own or one that comes along; it only reads unless told otherwise."""

import json
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager

import click

from graph.asked import Answer
from graph.records import Parameter
from graph.store import Store
from queries.saved import is_name, saved_question, saved_questions
from viz.commands.cypher_rows import Limited, csv_pieces, json_pieces, say_table
from viz.commands.files import PIPE, read_lines, write_whole
from viz.commands.lines import dim, heading, say, wrapped
from viz.commands.session import begin, opened_graph
from viz.language import _, ngettext, spoken_language

_LIMIT = 1000


def cypher_command() -> click.Command:
    """The command `cypher`."""
    return click.Command(
        "cypher",
        help=_(
            "Ask the graph in Cypher, on Neo4j and on the embedded graph alike. QUESTION is Cypher in quotation marks, "
            "the name of a question that comes along (--list), or - for the standard input. Without --write nothing "
            "can be changed. Answers hold what the documents say, with names of persons as in the text; what people "
            "decided is worked in by `gaps` and `show` only."
        ),
        params=[
            click.Argument(["question"], required=False, metavar=_("QUESTION")),
            click.Option(["--list", "listing"], is_flag=True, help=_("Name the questions that come along.")),
            click.Option(
                ["--param", "given"],
                multiple=True,
                metavar=_("NAME=VALUE"),
                help=_(
                    "A value for $NAME: JSON where it is JSON (5, true, [1, 2]), else text. May be given several times."
                ),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON.")),
            click.Option(
                ["--csv", "csv_file"],
                metavar=_("FILE.csv"),
                type=click.Path(dir_okay=False, allow_dash=True),
                help=_("Write a table for a spreadsheet (semicolons, UTF-8); - is the standard output."),
            ),
            click.Option(
                ["--limit"],
                type=click.IntRange(min=0),
                default=_LIMIT,
                metavar=_("NUMBER"),
                help=_("At most so many rows, {limit} without it; 0 is all.").format(limit=_LIMIT),
            ),
            click.Option(["--write"], is_flag=True, help=_("Let the question change the graph, without evidence.")),
        ],
        callback=_cypher,
    )


@click.pass_context
def _cypher(
    context: click.Context,
    *,
    question: str | None,
    listing: bool,
    given: Sequence[str],
    as_json: bool,
    csv_file: str | None,
    limit: int,
    write: bool,
) -> None:
    parameters = dict(map(_parameter, given))
    if listing:
        _say_saved()
        return
    if question is None:
        raise click.UsageError(_("Give a question in Cypher, or --list for those that come along."), context)
    settings = begin(context)
    text = _text_of(question)
    if write:
        click.echo(_("What is changed this way has no evidence, and the next load may take it back."), err=True)
    with (
        opened_graph(settings, writing=write, making=False) as store,
        _answered(store, text, parameters, limit, write) as answer,
    ):
        rows = Limited(answer.rows, limit or None)
        if csv_file:
            write_whole(csv_file, csv_pieces(answer.columns, rows, to_pipe=csv_file == PIPE))
        elif as_json:
            write_whole(PIPE, json_pieces(answer.columns, rows))
        else:
            _say_count(say_table(answer.columns, rows))
    if rows.cut:
        line = ngettext(
            "Cut off after {limit} row. More with --limit NUMBER, all with --limit 0.",
            "Cut off after {limit} rows. More with --limit NUMBER, all with --limit 0.",
            limit,
        )
        click.echo(line.format(limit=limit), err=True)


@contextmanager
def _answered(
    store: Store, text: str, parameters: Mapping[str, Parameter], limit: int, write: bool
) -> Generator[Answer]:
    if write:
        yield store.change(text, parameters, limit=limit + 1 if limit else None)
        return
    with store.asked(text, parameters) as answer:
        yield answer


def _text_of(question: str) -> str:
    """The Cypher to run."""
    if is_name(question):
        return saved_question(question).text
    text = question
    if question == PIPE:
        text = b"".join(read_lines(PIPE)).decode("utf-8", "surrogateescape")
    if not text.strip():
        raise click.UsageError(_("The question is empty."))
    return text


def _parameter(given: str) -> tuple[str, Parameter]:
    """The name and the value of NAME=VALUE."""
    name, equals, written = given.partition("=")
    name = name.strip().removeprefix("$")
    if not name or not equals:
        raise click.UsageError(_("“{given}” is no value. Write it like --param name=IHK.").format(given=given))
    try:
        value: Parameter = json.loads(written, parse_constant=_refuse)
    except (ValueError, RecursionError):
        value = written
    return name, value


def _refuse(word: str) -> None:
    raise ValueError(word)


def _say_saved() -> None:
    """The questions that come along, each with its title, its purpose in German and the values it needs."""
    for one in saved_questions():
        values = "".join(f" --param {name}=…" for name in one.parameters)
        say(heading(one.name) + values)
        say("\n".join(wrapped(one.titles[spoken_language()], indent=4)))
        if spoken_language() == "de":
            say("\n".join(map(dim, wrapped(one.purpose, indent=4))))
    say()
    say(
        "\n".join(
            wrapped(_("Run one with “buendnisatlas cypher NAME”, and with --param NAME=VALUE where a value is named."))
        )
    )


def _say_count(count: int) -> None:
    say(ngettext("{count} row", "{count} rows", count).format(count=count) if count else _("No row."))
