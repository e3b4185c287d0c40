"""`review list`, `accept`, `reject`, `unsure`: the pairs that may be one, and what a person says of them."""

from collections.abc import Sequence
from itertools import groupby

import click

from graph.kinds import ActorKind, InitiativeType
from graph.store import Store
from queries.decisions import Action
from queries.named import NodeSort
from queries.pairs import Candidate, OpenPair, ReviewList, review_list
from seeds.register import Register
from viz.commands.deciding import author_of, usage
from viz.commands.decisions import say_standing
from viz.commands.evidence import name_document
from viz.commands.files import say_json
from viz.commands.lines import dim, heading, say, say_wrapped, wrapped
from viz.commands.options import author_option, examples
from viz.commands.profiles import region_names
from viz.commands.sameness import Side, decide_pair, find_two
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _, mark, ngettext
from viz.wording.dates import word_period
from viz.wording.kinds import word_actor_kind, word_initiative_type
from viz.wording.sameness import word_same_reason, word_score

_ACCEPT = mark("Say that pairs are one: by their numbers in the list, or by two names.")
_REJECT = mark("Say that pairs are not one; they are not offered again.")
_UNSURE = mark("Put pairs off; they stay at the end of the list.")


def list_command() -> click.Command:
    """The command `review list`."""
    return click.Command(
        "list",
        short_help=_("List pairs that may be the same."),
        help=_("List the initiatives and organisations that may be the same, with the reason, the likeliest first."),
        params=[click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON, for other programs."))],
        callback=_list,
    )


def accept_command() -> click.Command:
    """The command `review accept`."""
    return _deciding("accept", _(_ACCEPT), _("Say that pairs are one."), Action.MERGE)


def reject_command() -> click.Command:
    """The command `review reject`."""
    return _deciding("reject", _(_REJECT), _("Say that pairs are not one."), Action.REJECT)


def unsure_command() -> click.Command:
    """The command `review unsure`."""
    return _deciding("unsure", _(_UNSURE), _("Put pairs off."), Action.UNSURE)


def _deciding(name: str, help: str, short_help: str, action: Action) -> click.Command:
    def decide(pairs: tuple[str, ...], note: str | None) -> int:
        return _decide(click.get_current_context(), action, pairs, note)

    return click.Command(
        name,
        help=help,
        short_help=short_help,
        params=[
            click.Argument(["pairs"], nargs=-1, required=True, metavar=_("NUMBER…|NAME NAME")),
            click.Option(["--note"], metavar=_("SENTENCE"), help=_("Why; kept with the decision.")),
            author_option(),
        ],
        epilog=examples(
            _(
                'Examples:\n  buendnisatlas review {name} 1 3\n  buendnisatlas review {name} "IHK Köln" "IHK zu Köln"'
            ).format(name=name)
        ),
        callback=decide,
    )


@click.pass_context
def _list(context: click.Context, *, as_json: bool) -> None:
    settings = begin(context)
    register = register_of(settings)
    with opened_graph(settings) as store:
        found = review_list(store, register)
    if as_json:
        say_json(found)
    else:
        _say_list(found, register)


def _decide(context: click.Context, action: Action, pairs: Sequence[str], note: str | None) -> int:
    """All numbers count as the list shows them before the first decision."""
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    with opened_graph(settings, writing=True, making=False) as store:
        meant = _by_number(store, register, pairs) if all(one.isdecimal() for one in pairs) else None
        if meant is None:
            if len(pairs) != 2:
                raise usage(_("Give numbers of the list, or two names."))
            two = find_two(store, register, pairs[0], pairs[1], command=f"buendnisatlas review {context.info_name}")
            if two is None:
                return BAD_INPUT
            meant = [two]
        for one, other in meant:
            decide_pair(store, action, one, other, author=author, note=note)
    return OK


def _by_number(store: Store, register: Register, numbers: Sequence[str]) -> list[tuple[Side, Side]]:
    known = {pair.number: pair for pair in review_list(store, register).pairs}
    wanted = list(dict.fromkeys(map(int, numbers)))
    for number in wanted:
        if number not in known:
            line = ngettext(
                "The list has no number {number}; it has {count} pair.",
                "The list has no number {number}; it has {count} pairs.",
                len(known),
            )
            raise usage(line.format(number=number, count=len(known)))
    return [(known[number].one, known[number].other) for number in wanted]


def _say_list(found: ReviewList, register: Register) -> None:
    if not found.pairs:
        say(_("No pair is open."))
    for is_postponed, pairs in groupby(found.pairs, lambda pair: pair.is_postponed):
        told = list(pairs)
        title = _("Put off ({count})") if is_postponed else _("Possibly the same ({count})")
        say(heading(title.format(count=len(told))))
        for pair in told:
            _say_pair(pair, register)
        say()
    if found.pairs:
        say(_("To decide: buendnisatlas review accept|reject|unsure NUMBER"))
    if found.resting:
        say()
        say(heading(_("Decisions that rest ({count})").format(count=len(found.resting))))
        for one in found.resting:
            say_standing(one)


def _say_pair(pair: OpenPair, register: Register) -> None:
    say()
    reason = f"{word_score(pair.score)}: {word_same_reason(pair.reason)}"
    first, *others = wrapped(reason, indent=5)
    for line in (f"{pair.number:>3}{first[3:]}", *others):
        say(line)
    for one in (pair.one, pair.other):
        say_wrapped(f"{one.node.name} ({_about(one, register)})", indent=5)
        say_wrapped("; ".join(map(name_document, one.documents)), indent=7, style=dim)


def _about(one: Candidate, register: Register) -> str:
    node = one.node
    is_actor = node.sort is NodeSort.ACTOR
    kind = word_actor_kind(ActorKind(node.kind)) if is_actor else word_initiative_type(InitiativeType(node.kind))
    region = node.region_name or ", ".join(region_names(node.regions, register)) or _("without a region")
    parts = [kind, region, word_period(node.since, one.until)]
    return ", ".join(part for part in parts if part)
