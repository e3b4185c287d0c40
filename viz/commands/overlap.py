"""`overlap`: who sits in both of two initiatives, or in which initiatives both of two actors sit; with quotes."""

from collections.abc import Iterable, Iterator, Sequence

import click

from queries.answers import Link
from queries.evidence import newest_date
from queries.named import NodeSort
from queries.network import NodeRow
from queries.overlap import Overlap, Single, overlap
from viz.commands.between import between_options, csv_option, two_matches
from viz.commands.evidence import last_evidenced, say_evidence, source_of
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_title, say_wrapped
from viz.commands.options import examples
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _
from viz.wording.connections import kind_of_node, name_node
from viz.wording.dates import word_date
from viz.wording.kinds import word_role, word_strength


def overlap_command() -> click.Command:
    """The command `overlap`."""
    return click.Command(
        "overlap",
        help=_(
            "Compare two initiatives: who sits in both, who only in one. Or two actors: in which initiatives both sit. "
            "Each line with its quote. Names are found as by “show”."
        ),
        params=[*between_options(), csv_option()],
        epilog=examples(_('Example: buendnisatlas overlap "IG Metall" "IG BCE" --csv both.csv')),
        callback=_overlap,
    )


@click.pass_context
def _overlap(
    context: click.Context,
    *,
    one: str,
    other: str,
    date: str | None,
    as_json: bool,
    csv_file: str | None,
    with_names: bool,
) -> int:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        matches = two_matches(store, register, (one, other), command="overlap", as_json=as_json)
        if matches is None:
            return BAD_INPUT
        found = overlap(store, matches[0].id, matches[1].id, register=register, date=date)
    form = Form(as_json=as_json, csv_file=csv_file, with_names=with_names)
    found = form.masked(found)
    if not form.tell(found, _head(), _rows(found)):
        _say_overlap(found)
    return OK


def _say_overlap(found: Overlap) -> None:
    one, other = name_node(found.one), name_node(found.other)
    at_tables = found.sort is NodeSort.INITIATIVE
    line = _("Who sits in both: {one} and {other}") if at_tables else _("Where both sit: {one} and {other}")
    say_wrapped(line.format(one=one, other=other), style=heading)
    say_title(_("In both") if at_tables else _("Both"), len(found.common))
    for common in found.common:
        say_wrapped(f"{name_node(common.node)} ({kind_of_node(common.node)})", indent=2)
        for name, seats in ((one, common.one), (other, common.other)):
            _say_seats(seats, before=f"{name} – ", indent=4)
    for name, elsewhere, singles in ((one, other, found.only_one), (other, one, found.only_other)):
        title = (
            _("Only in {name}, as far as the documents say")
            if at_tables
            else _("Only {name}, as far as the documents say")
        )
        say_title(title.format(name=name), len(singles))
        for single in singles:
            _say_single(single, elsewhere=elsewhere if at_tables else name_node(single.node))
    _say_groups(found)
    say()
    say_wrapped(
        _(
            "“Only” means that no document names a seat on the other side, or that it is over. "
            "It does not mean that there is none."
        )
    )


def _say_single(single: Single, *, elsewhere: str) -> None:
    say_wrapped(f"{name_node(single.node)} ({kind_of_node(single.node)})", indent=2)
    _say_seats(single.seats, indent=4)
    if single.groups:
        names = ", ".join(_("“{quote}”").format(quote=group.name) for group in single.groups)
        line = _("Perhaps in {name}, too: {names} take part there as a group, without a name.")
        say_wrapped(line.format(name=elsewhere, names=names), indent=4)
    for absence in single.absences:
        line = _("{name}: {strength}")
        say_wrapped(line.format(name=elsewhere, strength=word_strength(absence.strength)), indent=4)
        say_evidence(absence.evidence, indent=6)


def _say_seats(seats: Iterable[Link], *, before: str = "", indent: int) -> None:
    for seat in seats:
        say_wrapped(f"{before}{word_role(seat.role)}, {last_evidenced(seat.evidence)}", indent=indent)
        say_evidence(seat.evidence, indent=indent + 2)


def _say_groups(found: Overlap) -> None:
    """What takes part without a name is in none of the lists."""
    if found.sort is not NodeSort.INITIATIVE or not (found.one_groups or found.other_groups):
        return
    say()
    say(heading(_("Taking part without a name")))
    for row, groups in ((found.one, found.one_groups), (found.other, found.other_groups)):
        if groups:
            say_wrapped(f"{name_node(row)}: {', '.join(group.name for group in groups)}", indent=2)


def _head() -> list[str]:
    return [
        _("Comparison"),
        _("Actor"),
        _("Initiative"),
        _("Role"),
        _("Last evidenced"),
        _("Quote"),
        _("Document"),
    ]


def _rows(found: Overlap) -> Iterator[Sequence[str]]:
    """A row for each seat."""
    for common in found.common:
        for row, seats in ((found.one, common.one), (found.other, common.other)):
            yield from (_row(_("in both"), common.node, row, seat) for seat in seats)
    for row, singles in ((found.one, found.only_one), (found.other, found.only_other)):
        for single in singles:
            yield from (_row(_("named only here"), single.node, row, seat) for seat in single.seats)


def _row(comparison: str, node: NodeRow, asked: NodeRow, seat: Link) -> list[str]:
    names = {row.id: name_node(row) for row in (node, asked)}
    newest, first = newest_date(seat.evidence), seat.evidence[0]
    return [
        comparison,
        names[seat.participant_id],
        names[seat.initiative_id],
        word_role(seat.role),
        word_date(newest) if newest else "",
        first.quote,
        source_of(first),
    ]
