"""`gaps`: the coverage matrix initiative × kind, as a table, as JSON or as a file for a spreadsheet."""

from dataclasses import fields, replace

import click

from graph.store import Store
from queries.answers import Coverage
from queries.by_region import by_region
from queries.changes import changes
from queries.coverage import coverage
from queries.expected import expected, narrow
from queries.selection import select
from seeds.register import Register
from viz.commands.balance import tell_balance
from viz.commands.bodies import answer_for_body, tell_expected
from viz.commands.changes import change_head, change_rows, say_changes
from viz.commands.form import Form
from viz.commands.gap_options import Asked, asked_for, asking_options
from viz.commands.lines import say, say_wrapped
from viz.commands.matrix import say_matrix
from viz.commands.options import answer_options, examples
from viz.commands.region_matrix import (
    region_head,
    region_rows,
    region_sheet,
    region_sheet_head,
    say_regions,
    unknown_head,
    unknown_rows,
)
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.sheet import cell_head, sheet_rows
from viz.commands.words import PastDay
from viz.commands.workbook_file import Sheet, write_workbook
from viz.console import OK
from viz.language import _

_ONE_BODY = "body"
_VIEWS = {
    _ONE_BODY: "--for",
    "expected": "--expected",
    "by_region": "--by-region",
    "since": "--since",
    "balance": "--balance",
}
"""What may be asked for instead of the matrix alone, one at a time."""
_NOT_FOR_ONE_BODY = ("kinds", "types", "topics", "run_from", "run_to")


def gaps_command() -> click.Command:
    """The command `gaps`."""
    return click.Command(
        "gaps",
        help=_(
            "Show for every initiative which kinds of actors take part, which do not according to a source, and of "
            "which nothing is said."
        ),
        params=[
            *asking_options(),
            *_views(),
            *answer_options(),
            _xlsx_option(),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas gaps --region Hessen --expected\n"
                '  buendnisatlas gaps --for "IG Metall Bezirk Mitte"\n'
                "  buendnisatlas gaps --kind union --kind ihk --csv gaps.csv\n"
                "  buendnisatlas gaps --by-region --type master_plan --from 2015 --to 2020\n"
                "  buendnisatlas gaps --since 01.01.2020\n"
                "  buendnisatlas gaps --balance --xlsx balance.xlsx"
            )
        ),
        callback=_gaps,
    )


def _views() -> list[click.Parameter]:
    return [
        click.Option(
            ["--for", "body"],
            metavar=_("NAME"),
            help=_(
                "For one body of the register, for instance “IG Metall Bezirk Mitte”: where in its territory "
                "it is, where it is not, and where it is represented."
            ),
        ),
        click.Option(
            ["--expected"], is_flag=True, help=_("For every gap also whom the register says to be competent there.")
        ),
        click.Option(
            ["--by-region"],
            is_flag=True,
            help=_("Add up for every Land: in how many of its initiatives is a kind there, in how many not?"),
        ),
        click.Option(
            ["--since"],
            metavar=_("DATE"),
            type=PastDay(),
            help=_("What has opened, closed or become known since this day, with the quotes that did it."),
        ),
        click.Option(
            ["--balance"],
            is_flag=True,
            help=_(
                "How evenly is each table set: members by kind, social partners, mix of kinds; and which kinds sit "
                "together more often than chance would have it."
            ),
        ),
    ]


def _xlsx_option() -> click.Parameter:
    return click.Option(
        ["--xlsx", "xlsx_file"],
        metavar=_("FILE.xlsx"),
        type=click.Path(dir_okay=False),
        help=_("Write a workbook for Excel or LibreOffice: the matrix, its cells, every statement with its source."),
    )


@click.pass_context
def _gaps(
    context: click.Context,
    /,
    *,
    as_json: bool,
    csv_file: str | None,
    xlsx_file: str | None,
    with_names: bool,
    **options: str | tuple[str, ...],
) -> int:
    view = _view(context, options)
    if xlsx_file is not None:
        _check_workbook(context, xlsx_file, view, others=as_json or csv_file is not None)
    settings = begin(context)
    register = register_of(settings)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names, other_file=xlsx_file)
    asked = asked_for(options)
    with opened_graph(settings) as store:
        if view == _ONE_BODY:
            body = str(options[_ONE_BODY])
            return answer_for_body(store, register, body, form, region=asked.region, date=asked.date)
        if view == "expected":
            found = expected(store, register, region=asked.region, kinds=asked.columns, date=asked.date)
            tell_expected(narrow(found, asked.selection), register, form, asked)
        elif view == "balance":
            tell_balance(store, register, form, asked)
        elif view == "since":
            _tell_changes(store, register, form, asked, since=str(options["since"]))
        else:
            told = select(_read(store, register, asked), asked.selection)
            (_tell_regions if view == "by_region" else _tell)(told, register, form, asked)
    return OK


def _view(context: click.Context, options: dict[str, str | tuple[str, ...]]) -> str | None:
    """What is asked for instead of the matrix alone; None for that one."""
    given = [name for name in _VIEWS if options[name]]
    if len(given) > 1:
        line = _("{flags} each ask for another view: leave out all but one.")
        raise click.UsageError(line.format(flags=", ".join(_VIEWS[name] for name in given)), context)
    if _ONE_BODY in given and any(options[name] for name in _NOT_FOR_ONE_BODY):
        line = _("--for asks for one body: leave out --kind, --type, --topic, --from and --to.")
        raise click.UsageError(line, context)
    return given[0] if given else None


def _check_workbook(context: click.Context, path: str, view: str | None, *, others: bool) -> None:
    """A workbook holds the matrix, and is asked for alone."""
    if view not in (None, "by_region", "balance"):
        raise click.UsageError(_("--xlsx writes the matrix: leave out {flag}.").format(flag=_VIEWS[view]), context)
    if others:
        raise click.UsageError(_("--xlsx, --csv and --json each ask for another form: leave out all but one."), context)
    if not path.casefold().endswith(".xlsx"):
        raise click.UsageError(_("A workbook’s name ends in .xlsx: {path}").format(path=path), context)


def _read(store: Store, register: Register, asked: Asked) -> Coverage:
    return coverage(store, register, region=asked.region, kinds=asked.columns, date=asked.date)


def _tell(found: Coverage, register: Register, form: Form, asked: Asked) -> None:
    found = form.masked(found)
    if form.other_file:
        write_workbook(form.other_file, found, register, asked)
    elif not form.tell(found, cell_head(), sheet_rows(found, register)):
        say_matrix(found, register, columns=asked.told_columns, narrowed=asked.words(found))
        if found.rows:
            say()
            say_wrapped(_("“gaps --expected” also shows whom the register says to be competent."))


def _tell_changes(store: Store, register: Register, form: Form, asked: Asked, *, since: str) -> None:
    changed = changes(
        store,
        register,
        since=since,
        until=asked.date,
        region=asked.region,
        kinds=asked.columns,
        wanted=asked.selection,
    )
    found = form.masked(changed)
    if not form.tell(found, change_head(), change_rows(found, register)):
        say_changes(found, register, narrowed=replace(asked, date=None).words())


def _tell_regions(found: Coverage, register: Register, form: Form, asked: Asked) -> None:
    """As JSON the matrix's keys and `regions` and `total`."""
    told = by_region(form.masked(found), register)
    matrix = {field.name: getattr(told.coverage, field.name) for field in fields(told.coverage)}
    value = {**matrix, "regions": told.rows, "total": told.total}
    if form.other_file:
        sheets = [
            Sheet(_("Regions"), region_head(), list(region_rows(told))),
            Sheet(_("No information"), unknown_head(), list(unknown_rows(told.coverage)), frozenset({2, 3, 4})),
        ]
        write_workbook(form.other_file, told.coverage, register, asked, further=sheets)
    elif not form.tell(value, region_sheet_head(), region_sheet(told)):
        say_regions(told, narrowed=asked.words(found))
