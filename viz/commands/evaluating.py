"""`evaluate partners`: how well partners are found in this graph, measured on participations that were hidden."""

from collections.abc import Iterable, Iterator, Sequence

import click

from queries.evaluation import (
    MOST_EACH_ONCE,
    SEEDS,
    Asked,
    Evaluation,
    GroupRow,
    GroupSort,
    Method,
    MethodRow,
    evaluate,
    read_ties,
)
from queries.fitting import FEWEST
from queries.measures import Figures, Spread
from queries.named import NodeSort
from viz.commands.between import csv_option, dated_options
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped, table, terminal_width
from viz.commands.options import command_group, examples
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.progress import progress
from viz.wording.evaluation import word_group, word_measures, word_method, word_methods, word_spread
from viz.wording.figures import word_decimal

_WIDE = 105
"""From so many columns on every figure is shown with its spread."""


def evaluate_command() -> click.Group:
    """The command `evaluate` with what can be measured."""
    return command_group(
        "evaluate",
        help=_("Measure on your own graph how good an answer of Bündnisatlas is."),
        commands=(_partners_command(),),
    )


def _partners_command() -> click.Command:
    return click.Command(
        "partners",
        short_help=_("How well are participations found that were hidden?"),
        help=_(
            "Hide a part of the participations, look for partners in the rest, and see at which place the hidden ones "
            "come: ten times 15 %, for actors and for initiatives, beside simpler methods and chance. Nothing in the "
            "graph is changed. Equal data give equal figures."
        ),
        params=[
            click.Option(
                ["--each-once"],
                is_flag=True,
                help=_("Hide every participation once and alone instead; for graphs of up to {n}.").format(
                    n=MOST_EACH_ONCE
                ),
            ),
            *dated_options(masking=False),
            csv_option(),
        ],
        epilog=examples(_("Example: buendnisatlas evaluate partners --csv evaluation.csv")),
        callback=_partners,
    )


@click.pass_context
def _partners(context: click.Context, *, each_once: bool, date: str | None, as_json: bool, csv_file: str | None) -> int:
    settings = begin(context)
    with opened_graph(settings) as store:
        ties, kinds = read_ties(store, register_of(settings), date=date)
    if each_once and ties.from_actors.size > MOST_EACH_ONCE:
        line = _("The graph has {n} participations; to hide each alone takes too long. Leave --each-once out.")
        click.echo(line.format(n=ties.from_actors.size), err=True)
        return BAD_INPUT
    with progress(_("Hiding and finding"), 2 * SEEDS) as meter:
        found = evaluate(ties, kinds, each_once=each_once, on_step=lambda _number: meter.begin(""))
    if not Form(as_json=as_json, csv_file=csv_file).tell(found, _head(), _rows(found)):
        _say_evaluation(found)
    return OK


def _say_evaluation(found: Evaluation) -> None:
    line = ngettext(
        "How well are partners found? {n} participation", "How well are partners found? {n} participations", found.ties
    )
    say(heading(line.format(n=found.ties)))
    say()
    if found.is_too_small:
        line = _("Too small: only from {n} participations on can methods be told apart. Load more documents.")
        say_wrapped(line.format(n=FEWEST))
        return
    if not found.asked:
        say_wrapped(
            _(
                "Nothing can be hidden: for that an actor must sit in two initiatives, and two actors in each of them. "
                "Load more documents."
            )
        )
        return
    for asked in found.asked:
        _say_asked(asked, found)
    _say_lines(_("What the figures say"), word_measures())
    _say_lines(_("What is compared"), word_methods())
    _say_lines(
        _("What it does not say"),
        [
            _(
                "Only participations that a document names can be hidden and found. A suggestion that is nowhere "
                "evidenced may still be a good one, and a high place is no recommendation."
            )
        ],
    )


def _say_asked(asked: Asked, found: Evaluation) -> None:
    say(heading(_title(asked.asks)))
    if found.each_once:
        line = _("{n} participations, each hidden once and alone, in {parts} parts")
    else:
        line = _("{parts} times 15 % of the participations hidden, {n} in all")
    say_wrapped(line.format(n=asked.hidden, parts=found.seeds))
    say()
    for row in table(_short_head(), map(_short_row, asked.rows), flexible=0, right=range(1, 7)):
        say(row)
    say()
    rows = [_group_cells(asked, row) for row in asked.groups]
    head = [_("Bündnisatlas, by group"), _("hidden"), "MRR", _("First\n10"), _("MRR\nsize alone")]
    for line in table(head, rows, flexible=0, right=range(1, 5)):
        say(line)
    say()


def _title(asks: NodeSort) -> str:
    if asks is NodeSort.ACTOR:
        return _("An actor looks for initiatives")
    return _("An initiative looks for actors")


def _short_head() -> list[str]:
    return [_("Method"), "MRR", _("First"), _("First\n5"), _("First\n10"), "AUC", "AUPR"]


def _short_row(row: MethodRow) -> list[str]:
    wide = terminal_width() >= _WIDE
    return [
        word_method(row.method),
        *(
            word_spread(value, percent=percent, whole=wide or number == 0)
            for number, (value, percent) in enumerate(_measures(row.figures))
        ),
    ]


def _measures(figures: Figures) -> list[tuple[Spread, bool]]:
    """The figures in their order, with whether they are parts of a whole."""
    hits = (figures.hit_1, figures.hit_5, figures.hit_10, figures.auc)
    return [(figures.mrr, False), *((one, True) for one in hits), (figures.aupr, False)]


def _group_cells(asked: Asked, row: GroupRow) -> list[str]:
    name = word_group(row)
    if row.sort is GroupSort.DEGREE:
        name = _("participations of the actor: {left}").format(left=name)
    wide = terminal_width() >= _WIDE
    return [
        name,
        str(row.hidden),
        word_spread(row.mrr),
        word_spread(row.hit_10, percent=True, whole=wide),
        word_spread(row.popularity_mrr, whole=wide),
    ]


def _say_lines(title: str, lines: Iterable[str]) -> None:
    say(heading(title))
    for line in lines:
        say_wrapped(line, indent=2)
    say()


def _head() -> list[str]:
    measures = ("MRR", _("First"), _("First 5"), _("First 10"), "AUC", "AUPR")
    spreads = (cell for name in measures for cell in (name, _("{name} ±").format(name=name)))
    return [_("Question"), _("Method"), _("Group"), _("hidden"), *spreads]


def _rows(found: Evaluation) -> Iterator[Sequence[str]]:
    """A row a method, then a row a group; shares in 0..1."""
    for asked in found.asked:
        for row in asked.rows:
            figures = row.figures
            cells = (figures.mrr, figures.hit_1, figures.hit_5, figures.hit_10, figures.auc, figures.aupr)
            yield [_title(asked.asks), word_method(row.method), "", str(asked.hidden), *_spreads(cells)]
        for group in asked.groups:
            name, hidden = word_group(group), str(group.hidden)
            spreads = _spreads((group.mrr, None, None, group.hit_10, None, None))
            yield [_title(asked.asks), word_method(Method.MIXTURE), name, hidden, *spreads]
            spreads = _spreads((group.popularity_mrr, None, None, None, None, None))
            yield [_title(asked.asks), word_method(Method.POPULARITY), name, hidden, *spreads]


def _spreads(values: Iterable[Spread | None]) -> Iterator[str]:
    for value in values:
        yield from ("", "") if value is None else (word_decimal(value.mean), word_decimal(value.deviation))
