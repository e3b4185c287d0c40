"""`cypher`: a question in Cypher, one's own or one that comes along; it only reads unless told otherwise."""

import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager

import click

from graph.asked import Answer
from graph.records import Parameter
from graph.store import Store
from queries.saved import SavedQuestion, is_name, saved_question, saved_questions
from viz.commands.cypher_rows import Limited, Row, csv_pieces, json_pieces, say_table
from viz.commands.files import PIPE, read_lines, write_whole
from viz.commands.interruption import leaving
from viz.commands.lines import dim, heading, say, say_wrapped
from viz.commands.options import answer_options, examples
from viz.commands.session import begin, opened_graph, region_names_of
from viz.commands.words import Number
from viz.language import _, ngettext, spoken_language
from viz.settings import Settings
from viz.wording.cypher import word_changes
from viz.wording.saved import REGIONS, word_saved

_LIMIT = 1000


def cypher_command() -> click.Command:
    """The command `cypher`."""
    return click.Command(
        "cypher",
        help=_(
            "Ask the graph one of the questions that come along (--list names them), or one of your own in Cypher, the "
            "language in which Neo4j is asked; - reads it from the input. Without --write nothing can be changed. "
            "Answers hold what the documents say, with names of persons as in the text; what people decided is worked "
            "in by `gaps` and `show` only."
        ),
        params=_params(),
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas cypher --list\n"
                "  buendnisatlas cypher unions\n"
                "  buendnisatlas cypher evidence --param name=Hessen\n"
                '  buendnisatlas cypher "MATCH (u:Union) RETURN u.name"'
            )
        ),
        callback=_cypher,
    )


def _params() -> list[click.Parameter]:
    return [
        click.Argument(["question"], required=False, metavar=_("[QUESTION]")),
        click.Option(["--list", "listing"], is_flag=True, help=_("Name the questions that come along.")),
        click.Option(
            ["--param", "given"],
            multiple=True,
            metavar=_("NAME=VALUE"),
            help=_(
                "A value that the question needs, as name=IHK; in Cypher it is called $name. Numbers, true and "
                "lists ([1, 2]) are taken as such. May be given several times."
            ),
        ),
        *answer_options(),
        click.Option(
            ["--limit"],
            type=Number(0),
            default=_LIMIT,
            metavar=_("NUMBER"),
            help=_("At most so many rows, {limit} without it; 0 is all.").format(limit=_LIMIT),
        ),
        click.Option(["--write"], is_flag=True, help=_("Let the question change the graph, without evidence.")),
    ]


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
    saved = saved_question(question) if is_name(question) else None
    text = saved.text if saved else _text_of(question)
    if write:
        click.echo(_("What is changed this way has no evidence, and the next load may take it back."), err=True)
    with (
        opened_graph(settings, writing=write, making=False) as store,
        _answered(store, text, parameters, limit, write) as answer,
    ):
        rows = Limited(answer.rows, limit or None)
        shown = _for_people(saved, answer.columns, rows, settings, with_keys=bool(csv_file))
        if csv_file:
            write_whole(csv_file, csv_pieces(*shown, to_pipe=csv_file == PIPE))
        elif as_json:
            write_whole(PIPE, json_pieces(answer.columns, rows))
        elif (count := say_table(*shown)) or not write:
            _say_count(count)
    if write:
        click.echo(word_changes(answer.changes), err=bool(csv_file or as_json))
    if rows.cut:
        _say_cut(limit)


def _for_people(
    saved: SavedQuestion | None, columns: Sequence[str], rows: Iterable[Row], settings: Settings, *, with_keys: bool
) -> tuple[Sequence[str], Iterable[Row]]:
    """Headings and rows; those of a question that comes along in words."""
    if saved is None:
        return columns, rows
    region = region_names_of(settings, needed=not REGIONS.isdisjoint(columns))
    return word_saved(saved.name, columns, iter(rows), region=region, with_keys=with_keys)


@contextmanager
def _answered(
    store: Store, text: str, parameters: Mapping[str, Parameter], limit: int, write: bool
) -> Generator[Answer]:
    if write:
        with leaving(lambda: _("The change was made as a whole or not at all.")):
            answer = store.change(text, parameters, limit=limit + 1 if limit else None)
        yield answer
        return
    with store.asked(text, parameters) as answer:
        yield answer


def _text_of(question: str) -> str:
    """The Cypher to run: the question itself, or what comes from the input."""
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
    for number, one in enumerate(saved_questions()):
        if number:
            say()
        values = "".join(f" --param {name}=…" for name in one.parameters)
        say(heading(one.names[spoken_language()]) + values)
        say_wrapped(one.titles[spoken_language()], indent=4, hanging=0)
        if spoken_language() == "de":
            say_wrapped(one.purpose, indent=4, hanging=0, style=dim)
    say()
    say_wrapped(
        _('To ask one: buendnisatlas cypher NAME. Where --param stands, with its value, as --param name="IG Metall".')
    )


def _say_count(count: int) -> None:
    say(ngettext("{count} row", "{count} rows", count).format(count=count) if count else _("No row."))


def _say_cut(limit: int) -> None:
    line = ngettext(
        "Cut off after {limit} row. More with --limit NUMBER, all with --limit 0.",
        "Cut off after {limit} rows. More with --limit NUMBER, all with --limit 0.",
        limit,
    )
    click.echo(line.format(limit=limit), err=True)
