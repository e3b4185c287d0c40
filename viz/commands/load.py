"""`load`: documents into the graph, with a summary of what was found and what was not read."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from graph.store import Store
from loaders.dating import read_as_of
from loaders.files import read_source
from loaders.orders import headings_of
from loaders.proposal import Cautious
from loaders.tables.mapping import read_mapping
from queries.checklist import checklist
from queries.figures import DocumentFigures, holdings
from seeds.register import Register
from viz.commands.checks import say_checklist
from viz.commands.evidence import document_name
from viz.commands.interruption import leaving
from viz.commands.lines import say, say_wrapped
from viz.commands.loading import (
    MOST_JOBS,
    Files,
    Loaded,
    Loader,
    NotRead,
    Outcome,
    find_files,
    gone_from,
    usual_jobs,
)
from viz.commands.options import author_option, examples
from viz.commands.places import PLACE, open_web, private_option
from viz.commands.preview import say_preview
from viz.commands.proposing import chosen_model, proposer_options, say_failure
from viz.commands.review_export import tables_among, take_over_tables
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.whole import say_figures, say_whole_graph
from viz.commands.words import Number
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.progress import progress
from viz.settings import Settings
from viz.wording.dates import word_date
from viz.wording.errors import word_reason
from viz.wording.tables import word_table_notes

_SHOWN = 5


def load_command() -> click.Command:
    """The command `load`."""
    return click.Command(
        "load",
        help=_(
            "Read documents and folders (with all folders in them) into the graph. Unchanged files are skipped, "
            "changed ones replaced. Formats: .txt, .md, .html, .docx, .odt, .pdf with a text layer, .eml, .xlsx, "
            ".csv, and .zip of these."
        )
        + " "
        + _("A web page is read by its address (https://…).")
        + " "
        + _("A table of “review export” that is named itself is taken over."),
        epilog=examples(
            _("Examples:\n  buendnisatlas load documents minutes.pdf\n  buendnisatlas load --preview participants.xlsx")
        ),
        params=_params(),
        callback=_load,
    )


def _params() -> list[click.Parameter]:
    return [
        click.Argument(["paths"], nargs=-1, required=True, metavar=_("PATH…"), type=PLACE),
        click.Option(["--as-of"], metavar=_("DATE"), help=_("The date of documents that bear none, as 16.03.2021.")),
        click.Option(
            ["--checklist"],
            is_flag=True,
            help=_("Show heading by heading what was found and what is to be checked."),
        ),
        private_option(),
        click.Option(
            ["--preview"],
            is_flag=True,
            help=_("Show what would be new, changed and ignored, and write nothing."),
        ),
        click.Option(
            ["--mapping"],
            metavar=_("FILE"),
            type=click.Path(path_type=Path),
            help=_("A file that says what the columns of a table are; --preview prints the start of one."),
        ),
        *proposer_options(),
        *_readers_options(),
        click.Option(["--again"], is_flag=True, help=_("Read unchanged files again, as after an update.")),
        author_option(),
    ]


def _readers_options() -> list[click.Parameter]:
    """Who reads."""
    return [
        click.Option(
            ["--jobs"],
            type=Number(1),
            metavar=_("NUMBER"),
            help=_("How many documents are read at once; without it, one for each core, up to {most}.").format(
                most=MOST_JOBS
            ),
        ),
        click.Option(
            ["--scheduler"],
            metavar=_("ADDRESS"),
            help=_(
                "Let other machines read, for those who have a Dask cluster: the address of its scheduler, as "
                "tcp://host:8786. The documents’ texts go there, without contact data."
            ),
        ),
    ]


@click.pass_context
def _load(
    context: click.Context,
    *,
    paths: tuple[Path | str, ...],
    as_of: str | None,
    checklist: bool,
    preview: bool,
    mapping: Path | None,
    jobs: int | None,
    scheduler: str | None,
    again: bool,
    allow_private: bool,
    proposer: str | None,
    remote_model: bool,
) -> int:
    settings = begin(context)
    as_of = read_as_of(as_of) if as_of else None
    columns = read_mapping(mapping) if mapping else None
    tables = () if preview else tables_among(settings, paths)
    paths = tuple(path for path in paths if path not in tables)
    if not paths:
        return take_over_tables(settings, tables)
    files = find_files(paths)
    if not files.to_read:
        say_not_read(files.left_out)
        return BAD_INPUT
    register, fetch = register_of(settings), open_web(files.to_read, allow_private=allow_private)
    if preview:
        not_read = say_preview(settings, register, files.to_read, as_of=as_of, mapping=columns, fetch=fetch)
        say_not_read([*not_read, *files.left_out])
        return exit_code(not_read)
    model = _model(settings, proposer, remote=remote_model, scheduler=scheduler)
    begun = partial(
        Loader, register=register, as_of=as_of, again=again, mapping=columns, fetch=fetch, model=model,
        jobs=jobs or usual_jobs(), scheduler=scheduler,
    )  # fmt: skip
    outcomes = _load_files(settings, begun, paths, files, checklist=checklist)
    say_failure(model)
    return max(exit_code(outcomes), take_over_tables(settings, tables))


def _model(settings: Settings, proposer: str | None, *, remote: bool, scheduler: str | None) -> Cautious | None:
    model = chosen_model(settings, proposer, remote=remote)
    if model and scheduler:
        raise click.UsageError(_("With a model, no cluster reads. Leave out --scheduler."))
    return model


def _load_files(
    settings: Settings,
    begun: Callable[[Store], Loader],
    paths: tuple[Path | str, ...],
    files: Files,
    *,
    checklist: bool,
) -> tuple[Loaded | NotRead, ...]:
    with opened_graph(settings, writing=True) as store:
        loader = begun(store)
        outcomes = load_and_tell(loader, files)
        if checklist:
            _say_checklists(store, loader.register, outcomes)
        _say_gone(gone_from(paths, files, store))
        _say_not_asked(store, outcomes, loader.model)
    return outcomes


def _say_gone(addresses: Iterable[str]) -> None:
    for address in addresses:
        say(_("No longer in its folder, kept in the graph: {address}").format(address=address))


def _say_not_asked(store: Store, outcomes: Sequence[Loaded | NotRead], model: Cautious | None) -> None:
    """That unchanged documents were read without this model, and how to change that."""
    skipped = {one.document for one in outcomes if isinstance(one, Loaded) and one.outcome is Outcome.UNCHANGED}
    if model and any(record.id in skipped and record.model != model.name for record in store.documents()):
        say(_("Unchanged documents were not read with the model; with --again they are."))


def exit_code(outcomes: Sequence[Loaded | NotRead]) -> int:
    """1 when something that should have been read was not."""
    return BAD_INPUT if any(isinstance(one, NotRead) and not one.passed_over for one in outcomes) else OK


def load_and_tell(loader: Loader, files: Files) -> tuple[Loaded | NotRead, ...]:
    """Load with a bar, then tell what was found; when interrupted, tell what is kept."""
    outcomes: list[Loaded | NotRead] = []
    try:
        with leaving(lambda: _word_interrupted(outcomes)), progress(_("Reading"), len(files.to_read)) as meter:
            loading = loader.load_all(files.to_read, begin=lambda place: meter.begin(place.name), watch=meter.reach)
            with closing(loading):
                for outcome in loading:
                    outcomes.append(outcome)
    except Exception:
        _say_kept(outcomes)
        raise
    outcomes += files.left_out
    _say_summary(loader, outcomes)
    return tuple(outcomes)


def _word_interrupted(outcomes: Sequence[Loaded | NotRead]) -> str:
    """What an interruption leaves: every document that was finished, and none in part."""
    kept = sum(isinstance(outcome, Loaded) for outcome in outcomes)
    if not kept:
        return _("No document is in the graph in part. Run it again, and it is read.")
    line = ngettext(
        "{count} document is completely in the graph, none in part. Run it again, and the rest is read.",
        "{count} documents are completely in the graph, none in part. Run it again, and the rest is read.",
        kept,
    )
    return line.format(count=kept)


def _say_kept(outcomes: Sequence[Loaded | NotRead]) -> None:
    """What a full disk or a lost server leaves: every document that was finished."""
    kept = sum(isinstance(outcome, Loaded) for outcome in outcomes)
    if not kept:
        return
    line = ngettext(
        "Kept: {count} document is completely in the graph.",
        "Kept: {count} documents are completely in the graph.",
        kept,
    )
    click.echo(line.format(count=kept), err=True)


def _say_summary(loader: Loader, outcomes: Sequence[Loaded | NotRead]) -> None:
    loaded: dict[str, Loaded] = {}
    for outcome in outcomes:
        if isinstance(outcome, Loaded):
            loaded.setdefault(outcome.document, outcome)
    held = holdings(loader.store, register=loader.register)
    for one in held.documents:
        if one.document.id in loaded:
            _say_document(one, loaded[one.document.id])
    if loaded:
        say()
        say_whole_graph(held.total)
    say_not_read([outcome for outcome in outcomes if isinstance(outcome, NotRead)])


def _say_document(one: DocumentFigures, loaded: Loaded) -> None:
    name = document_name("", one.document.address)
    say(f"{name} ({word_date(one.document.date)}) – {_word_outcome(loaded.outcome)}")
    say_figures(one.figures)
    for note in word_table_notes(loaded.dropped, loaded.ignored):
        say_wrapped(note, indent=4, hanging=4)


def _word_outcome(outcome: Outcome) -> str:
    return {Outcome.ADDED: _("new"), Outcome.REPLACED: _("replaced"), Outcome.UNCHANGED: _("unchanged")}[outcome]


def say_not_read(outcomes: Sequence[NotRead]) -> None:
    """What was not read, and why: on stderr, a line each. What is only of another kind is listed shortly."""
    passed = [Path(str(outcome.path)).name for outcome in outcomes if outcome.passed_over]
    if passed:
        names = ", ".join(passed[:_SHOWN]) + ("" if len(passed) <= _SHOWN else " …")
        line = ngettext(
            "{n} file of another kind passed over: {names}",
            "{n} files of other kinds passed over: {names}",
            len(passed),
        )
        say_wrapped(line.format(n=len(passed), names=names), hanging=4)
    for outcome in outcomes:
        if not outcome.passed_over:
            click.echo(f"{outcome.path}: {word_reason(outcome.error)}", err=True)


def _say_checklists(store: Store, register: Register, outcomes: Sequence[Loaded | NotRead]) -> None:
    for outcome in outcomes:
        if isinstance(outcome, Loaded):
            headings = outcome.headings
            if headings is None:
                headings = headings_of(read_source(Path(str(outcome.path))))
            say()
            say_checklist(checklist(store, register, outcome.document, headings=headings))
