"""`poster`: one view of the graph as a large sheet, as PDF, SVG or PNG."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from graph.store import Store
from queries.answers import Picture
from queries.picture import picture
from seeds.register import Register
from viz.commands.files import write_bytes
from viz.commands.gap_options import Asked, asked_for, asking_options
from viz.commands.lines import say, say_wrapped
from viz.commands.options import examples
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.words import Word
from viz.language import _, ngettext, spoken_language
from viz.persons import without_names
from viz.wording.dates import word_date, word_scope
from viz.wording.paper import size_words, title_view, view_words, word_left_out

_ENDINGS = (".pdf", ".svg", ".png")
_DOTS_PER_INCH = 150.0


def poster_command() -> click.Command:
    """The command `poster`."""
    return click.Command(
        "poster",
        help=_(
            "Write a poster: the net, the map or the matrix on one large sheet with legend and numbered sources. The "
            "ending of the file says what is written: .pdf to be printed, .svg to be edited, .png for slides. What has "
            "no room on the sheet stands on the pages behind it."
        ),
        params=[
            click.Option(
                ["-o", "--output", "output"],
                metavar=_("FILE"),
                type=click.Path(path_type=Path, dir_okay=False),
                help=_("The file to write, ending in .pdf, .svg or .png."),
            ),
            _file_option("--svg"),
            _file_option("--png"),
            _choice("--view", "net", view_words, _("What it shows: {words}.")),
            _choice("--size", "a3", size_words, _("The size of the paper: {words}.")),
            click.Option(["--title"], metavar=_("TEXT"), help=_("The title of the sheet.")),
            *asking_options(),
            click.Option(["--with-names"], is_flag=True, help=_("Keep names of persons in quotes; else “[Name]”.")),
        ],
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas poster -o poster.pdf\n"
                "  buendnisatlas poster -o map.pdf --view map --size A0\n"
                "  buendnisatlas poster -o hessen.pdf --view matrix --size A4 --region Hessen\n"
                "  buendnisatlas poster -o net.svg --png net.png"
            )
        ),
        callback=_poster,
    )


def _file_option(flag: str) -> click.Option:
    kind = flag.strip("-")
    return click.Option(
        [flag, f"{kind}_file"],
        metavar=_("FILE.{kind}").format(kind=kind),
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("Write the sheet as {kind}, too.").format(kind=kind.upper()),
    )


def _choice(flag: str, usual: str, words: Callable[[], Mapping[str, str]], told: str) -> click.Option:
    kind = Word(flag.strip("-"), words)
    help = told.format(words=", ".join(words().values()))
    return click.Option([flag], type=kind, default=usual, metavar=_("WORD"), help=help)


@dataclass(frozen=True, slots=True)
class _Order:
    """Which files are to be written."""

    paths: tuple[Path, ...]
    view: str
    size: str
    title: str | None


@click.pass_context
def _poster(
    context: click.Context,
    /,
    *,
    output: Path | None,
    svg_file: Path | None,
    png_file: Path | None,
    view: str,
    size: str,
    title: str | None,
    with_names: bool,
    **options: str | tuple[str, ...],
) -> None:
    order = _Order(_paths(context, output, svg_file, png_file), view, size, title)
    settings, asked = begin(context), asked_for(options)
    register = register_of(settings)
    with opened_graph(settings) as store:
        found = read_picture(store, register, asked)
    _write(found if with_names else without_names(found), register, order, asked)


def _paths(context: click.Context, output: Path | None, svg: Path | None, png: Path | None) -> tuple[Path, ...]:
    """The files asked for; each kind of option takes its own ending."""
    for path, endings in ((output, _ENDINGS), (svg, (".svg",)), (png, (".png",))):
        if path is not None and path.suffix.casefold() not in endings:
            line = _("This file’s name must end in {endings}: {path}")
            raise click.UsageError(line.format(endings=_(" or ").join(endings), path=path), context)
    paths = tuple(path for path in (output, svg, png) if path is not None)
    if not paths:
        raise click.UsageError(_("Name the file to write with -o, for instance -o poster.pdf."), context)
    return paths


def read_picture(store: Store, register: Register, asked: Asked) -> Picture:
    """The part of the graph that is asked for."""
    return picture(store, register, region=asked.region, kinds=asked.columns, wanted=asked.selection, date=asked.date)


def scope_of(found: Picture) -> str:
    """What a sheet was made of, when, and what it does not claim."""
    count = len(found.coverage.documents)
    documents = ngettext("{count} document", "{count} documents", count).format(count=count)
    made = _("made on {date}").format(date=word_date(date.today().isoformat()))
    return " · ".join([documents, *word_scope(found.coverage.documents), made, _("no claim to completeness")])


def _write(found: Picture, register: Register, order: _Order, asked: Asked) -> None:
    from viz.paper.framing import Head, Size
    from viz.paper.letters import Typecase
    from viz.paper.poster import View, make_poster
    from viz.paper.printing import print_files

    typecase, view = Typecase(), View(order.view)
    title = typecase.take(order.title or title_view(order.view))
    head = Head(title, typecase.take(scope_of(found)), typecase.take(asked.words(found.coverage)))
    sheets = make_poster(found, view, head=head, size=Size(order.size), register=register, typecase=typecase)
    for path in order.paths:
        printed = print_files(sheets, path.suffix.casefold(), title, spoken_language(), _DOTS_PER_INCH)
        for number, file in enumerate(printed):
            target = path if not number else path.with_stem(f"{path.stem}-{number + 1}")
            write_bytes(str(target), (file,))
            say(_("Poster: {path}").format(path=target.absolute()))
    say_left_out(typecase.left_out)


def say_left_out(letters: dict[str, int]) -> None:
    """Which characters no font has."""
    if letters:
        say_wrapped(word_left_out(letters))
