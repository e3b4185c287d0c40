"""`offers`: who seeks and who offers cooperation, advice or support; every line with its quote."""

from collections.abc import Iterator, Sequence

import click

from graph.kinds import InterestKind
from queries.answers import ActorRow, InitiativeRow
from queries.offers import Offer, Offers, offers
from seeds.register import Register
from viz.choices import kind_words, type_words
from viz.commands.between import csv_option, dated_options
from viz.commands.evidence import last_evidenced, say_evidence, source_of
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.options import examples
from viz.commands.profiles import region_names
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.words import Word
from viz.language import _, ngettext
from viz.wording.connections import kind_of_node, name_node
from viz.wording.dates import word_date
from viz.wording.kinds import word_interest


def offers_command() -> click.Command:
    """The command `offers`."""
    return click.Command(
        "offers",
        help=_(
            "Show who offers cooperation, advice or support, and who seeks it, each with the quote that says so. "
            "An offer or a wish is no participation."
        ),
        params=[*_what_is_asked(), *dated_options(), csv_option()],
        epilog=examples(
            _(
                "Examples:\n"
                "  buendnisatlas offers --region Hessen\n"
                "  buendnisatlas offers --seeks --kind ministry --csv seeks.csv"
            )
        ),
        callback=_offers,
    )


def _what_is_asked() -> list[click.Parameter]:
    return [
        click.Option(
            ["--region"],
            metavar=_("NAME"),
            help=_("Only what lies in this region, or is there for a larger one around it."),
        ),
        click.Option(
            ["--kind", "kinds"],
            multiple=True,
            metavar=_("KIND"),
            type=Word("kind", _holder_words),
            help=_("Only who is of this kind or type, as Ministry or Service centre. May be given several times."),
        ),
        click.Option(
            ["--topic"],
            metavar=_("WORD"),
            help=_("Only with this word in the quote or among the topics of the initiative."),
        ),
        click.Option(["--seeks"], is_flag=True, help=_("Only who seeks.")),
        click.Option(["--offers", "given"], is_flag=True, help=_("Only who offers.")),
    ]


def _holder_words() -> dict[str, str]:
    return type_words() | kind_words()


@click.pass_context
def _offers(
    context: click.Context,
    *,
    region: str | None,
    kinds: Sequence[str],
    topic: str | None,
    seeks: bool,
    given: bool,
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> None:
    settings = begin(context)
    register = register_of(settings)
    wanted = [kind for kind, asked in ((InterestKind.OFFERS, given), (InterestKind.SEEKS, seeks)) if asked]
    with opened_graph(settings) as store:
        found = offers(store, register, region=region, kinds=kinds, topic=topic, interests=wanted, date=date)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names)
    found = form.masked(found)
    if not form.tell(found, _head(), _rows(found, register)):
        _say_offers(found, register)


def _say_offers(found: Offers, register: Register) -> None:
    if not found.rows:
        _say_nobody(found)
        return
    for number, kind in enumerate(kind for kind in (InterestKind.OFFERS, InterestKind.SEEKS) if found.of(kind)):
        if number:
            say()
        rows = found.of(kind)
        title = _("Who offers") if kind is InterestKind.OFFERS else _("Who seeks")
        say(heading(f"{title} ({len(rows)})"))
        for row in rows:
            say_offer(row, register)
    say()
    say_wrapped(
        _(
            "An offer or a wish held when it was written; whether it still does, its date and a call tell. Of whoever "
            "is not listed here, these documents say nothing of the kind. Where an initiative is named, the document "
            "speaks of it as a whole."
        )
    )


def say_offer(row: Offer, register: Register) -> None:
    """One offer or wish with its quotes."""
    about = [_kind(row), *region_names(row.regions, register), last_evidenced(row.evidence)]
    say_wrapped(f"{name_node(row.holder)} – {', '.join(about)}", indent=2)
    if row.about:
        say_wrapped(_("on: {initiative}").format(initiative=name_node(row.about)), indent=4)
    say_evidence(row.evidence, indent=6)


def _say_nobody(found: Offers) -> None:
    if not found.total:
        say(heading(_("In these documents nobody is said to seek or to offer anything.")))
        return
    say(heading(_("Nobody with these filters.")))
    line = ngettext(
        "Without them there is {n} offer or wish: “buendnisatlas offers”.",
        "Without them there are {n} offers and wishes: “buendnisatlas offers”.",
        found.total,
    )
    say_wrapped(line.format(n=found.total))


def _kind(row: Offer) -> str:
    kind = kind_of_node(row.holder)
    is_group = isinstance(row.holder, ActorRow) and row.holder.is_group
    return f"{kind}, {_('without a name')}" if is_group else kind


def _head() -> list[str]:
    return [
        _("Seeks or offers"),
        _("Who"),
        _("Kind or type"),
        _("Region"),
        _("Initiative"),
        _("Topics"),
        _("Last evidenced"),
        _("Quote"),
        _("Document"),
    ]


def _rows(found: Offers, register: Register) -> Iterator[Sequence[str]]:
    """A row for each quote."""
    for row in found.rows:
        initiative = row.holder if isinstance(row.holder, InitiativeRow) else row.about
        for item in row.evidence:
            date = item.as_of or item.document_date
            yield [
                word_interest(row.kind),
                name_node(row.holder),
                _kind(row),
                ", ".join(region_names(row.regions, register)),
                name_node(initiative) if initiative else "",
                ", ".join(row.topics),
                word_date(date) if date else "",
                item.quote,
                source_of(item),
            ]
