"""`similar`: which initiatives elsewhere are like one, what they have that is not named here, whom to call there."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from queries.named import NodeSort
from queries.similar import Comparable, Similar, similar
from seeds.register import Register
from viz.commands.between import csv_option, dated_options, limit_option, say_rest
from viz.commands.choice import find_one
from viz.commands.evidence import say_evidence, source_of
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.options import examples
from viz.commands.profiles import region_names
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _
from viz.wording.figures import word_decimal
from viz.wording.kinds import word_initiative_type
from viz.wording.likeness import word_ahead, word_contact, word_here, word_likeness

_USUAL = 5


def similar_command() -> click.Command:
    """The command `similar`."""
    return click.Command(
        "similar",
        help=_(
            "Show which initiatives elsewhere are like one: by type, by the kinds that take part, by topics and name. "
            "For each: which kinds take part there and are not named here, and whom to call."
        ),
        params=[
            click.Argument(["name"], required=True, metavar=_("NAME")),
            limit_option(_USUAL),
            *dated_options(),
            csv_option(),
        ],
        epilog=examples(_('Example: buendnisatlas similar "Industrieplatz Hessen"')),
        callback=_similar,
    )


@click.pass_context
def _similar(
    context: click.Context,
    *,
    name: str,
    limit: int,
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> int:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        match = find_one(store, name, register, sort=NodeSort.INITIATIVE, command=_typed)
        if match is None:
            return BAD_INPUT
        found = similar(store, register, match.id, date=date, limit=limit)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names)
    found = form.masked(found)
    if not form.tell(found.found, _head(), _rows(found, register)):
        _say_similar(found, register)
    return OK


def _typed(id: str) -> str:
    return f'buendnisatlas similar "{id}"'


def _say_similar(found: Similar, register: Register) -> None:
    row = found.initiative
    say_wrapped(_("Which initiatives are like {name}?").format(name=row.name), style=heading)
    regions = [row.region_name] if row.region_name else region_names(row.regions, register)
    say_wrapped(" · ".join([word_initiative_type(row.type), *regions]), indent=2)
    if found.names_nobody:
        say_wrapped(
            _("The documents name nobody who takes part here: others can hardly be compared with it."), indent=2
        )
    for number, one in enumerate(found.found, start=1):
        say()
        _say_one(number, one, register)
    if not found.found:
        say()
        say_wrapped(
            _("None in these documents is like it by more than its type. There may be some that they do not name.")
        )
    if found.rest:
        say()
        say_rest(found.rest)
    say()
    say_wrapped(
        _(
            "The figure (0 to 1) is the sum of what both have in common. “Not mentioned here” does not mean that this "
            "kind does not take part here; “partners” tells who would be competent."
        ),
        indent=2,
    )


def _say_one(number: int, one: Comparable, register: Register) -> None:
    row = one.initiative
    region = row.region_name or ", ".join(region_names(row.regions, register))
    about = [row.name, word_initiative_type(row.type), region, word_decimal(one.score)]
    say_wrapped(f"{number}  {' · '.join(part for part in about if part)}", indent=1, hanging=3, style=heading)
    say_wrapped(word_likeness(one.likeness, row), indent=6)
    for here, group in groupby(one.ahead, lambda ahead: ahead.here):
        kinds = list(group)
        line = _("{relation}: {kinds}")
        say_wrapped(line.format(relation=word_here(here), kinds="; ".join(map(word_ahead, kinds))), indent=6)
        say_evidence(kinds[0].there.evidence[:1], indent=8)
    if one.contacts:
        say_wrapped(_("to call: {names}").format(names=", ".join(map(word_contact, one.contacts))), indent=6)
    else:
        say_wrapped(_("to call: no lead and no organiser named"), indent=6)


def _head() -> list[str]:
    return [
        _("Rank"),
        _("Initiative"),
        _("Type"),
        _("Region"),
        _("Likeness"),
        _("In common"),
        _("Takes part there, not named here"),
        _("To call"),
        _("Quote"),
        _("Source"),
    ]


def _rows(found: Similar, register: Register) -> Iterator[Sequence[str]]:
    for rank, one in enumerate(found.found, start=1):
        row = one.initiative
        quotes = [item for ahead in one.ahead for item in ahead.there.evidence[:1]]
        yield [
            str(rank),
            row.name,
            word_initiative_type(row.type),
            row.region_name or ", ".join(region_names(row.regions, register)),
            word_decimal(one.score),
            word_likeness(one.likeness, row),
            "; ".join(f"{word_ahead(ahead)}: {word_here(ahead.here)}" for ahead in one.ahead),
            ", ".join(map(word_contact, one.contacts)),
            " | ".join(dict.fromkeys(" ".join(item.quote.split()) for item in quotes)),
            " | ".join(dict.fromkeys(map(source_of, quotes))),
        ]
