"""`handout`: map, matrix, whom one could ask, and sources as pages to hand out, as PDF or Word file."""

from pathlib import Path

import click

from graph.store import Store
from queries.answers import Picture
from queries.partners import Partners, partners
from seeds.register import Register
from viz.commands.arrays import keeping_arrays
from viz.commands.files import write_bytes
from viz.commands.gap_options import Asked, asked_for, asking_options
from viz.commands.lines import say
from viz.commands.options import examples
from viz.commands.poster import read_picture, say_left_out, scope_of
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.words import Number
from viz.language import _, spoken_language
from viz.persons import without_names
from viz.progress import progress
from viz.settings import Settings

_ENDINGS = (".pdf", ".docx")
_USUAL = 3


def handout_command() -> click.Command:
    """The command `handout`."""
    return click.Command(
        "handout",
        help=_(
            "Write a handout on A4: the map, the matrix, for each initiative whom it could ask (marked as "
            "suggestions), and the sources. The ending of the file says what is written: .pdf to be printed, .docx to "
            "be worked on."
        ),
        params=[
            click.Option(
                ["-o", "--output", "output"],
                metavar=_("FILE"),
                required=True,
                type=click.Path(path_type=Path, dir_okay=False),
                help=_("The file to write, ending in .pdf or .docx."),
            ),
            click.Option(["--title"], metavar=_("TEXT"), help=_("The title of the sheet.")),
            click.Option(
                ["--suggestions", "most"],
                default=_USUAL,
                type=Number(0),
                metavar=_("NUMBER"),
                help=_("At most so many suggestions for each initiative, {n} without it; 0 for none.").format(n=_USUAL),
            ),
            *asking_options(),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas handout -o handout.pdf\n"
                "  buendnisatlas handout -o hessen.docx --region Hessen --suggestions 5"
            )
        ),
        callback=_handout,
    )


@click.pass_context
def _handout(
    context: click.Context,
    /,
    *,
    output: Path,
    title: str | None,
    most: int,
    with_names: bool,
    **options: str | tuple[str, ...],
) -> None:
    ending = output.suffix.casefold()
    if ending not in _ENDINGS:
        line = _("This file’s name must end in {endings}: {path}")
        raise click.UsageError(line.format(endings=_(" or ").join(_ENDINGS), path=output), context)
    settings, asked = begin(context), asked_for(options)
    register = register_of(settings)
    with opened_graph(settings) as store:
        found = read_picture(store, register, asked)
        advice = _advice(store, register, settings, found, date=asked.date, most=most) if most else ()
    shown, told = (found, advice) if with_names else (without_names(found), without_names(advice))
    _write(shown, told, register, output, title=title, asked=asked)


def _advice(
    store: Store, register: Register, settings: Settings, found: Picture, *, date: str | None, most: int
) -> tuple[Partners, ...]:
    """For each initiative with a table whom it could ask; those for whom nobody is found are left out."""
    rows, told = found.coverage.rows, list[Partners]()
    with progress(_("Looking for partners"), len(rows)) as meter:
        for row in rows:
            meter.begin(row.initiative.name)
            answer = partners(
                store, register, row.initiative.id, date=date, limit=most, keeping=keeping_arrays(settings)
            )
            if answer.suggestions:
                told.append(answer)
    return tuple(told)


def _write(
    found: Picture, advice: tuple[Partners, ...], register: Register, output: Path, *, title: str | None, asked: Asked
) -> None:
    from viz.paper.framing import Head
    from viz.paper.handout import Handout, make_handout
    from viz.paper.letters import Typecase
    from viz.paper.printing import print_pdf
    from viz.paper.word_file import write_word

    typecase = Typecase()
    named = typecase.take(title or _("Initiatives and who takes part, by place"))
    head = Head(named, typecase.take(scope_of(found)), typecase.take(asked.words(found.coverage)))
    handout = Handout(found, advice, head)
    if output.suffix.casefold() == ".docx":
        content = write_word(handout, register, typecase)
    else:
        content = print_pdf(make_handout(handout, register, typecase), title=named, language=spoken_language())
    write_bytes(str(output), (content,))
    say(_("Handout: {path}").format(path=output.absolute()))
    say_left_out(typecase.left_out)
