"""`correct list` and `correct undo`: everything people decided, and how to take it back."""

from dataclasses import replace

import click

from graph.model import Decision
from graph.store import Store
from queries.decided import Decided, Standing, decided, visible_values
from seeds.register import Register
from viz.commands.files import say_json
from viz.commands.lines import dim, say, say_wrapped
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _
from viz.wording.corrections import action_of, word_decision, word_standing
from viz.wording.dates import word_date


def list_command() -> click.Command:
    """The command `correct list`."""
    return click.Command(
        "list",
        short_help=_("List everything that was decided."),
        help=_("List everything that was decided, the newest first, with who decided and whether it holds."),
        params=[click.Option(["--json", "as_json"], is_flag=True, help=_("Answer as JSON, for other programs."))],
        callback=_list,
    )


def undo_command() -> click.Command:
    """The command `correct undo`."""
    return click.Command(
        "undo",
        short_help=_("Take a decision back."),
        help=_("Take a decision back: everything is as if it had not been made, and the list keeps it as taken back."),
        params=[click.Argument(["decision"], metavar=_("ID"))],
        epilog=_("Example: buendnisatlas correct undo decision:28930aa6c98797cb"),
        callback=_undo,
    )


@click.pass_context
def _list(context: click.Context, *, as_json: bool) -> None:
    settings = begin(context)
    with opened_graph(settings) as store:
        found = decided(store, register_of(settings))
    if as_json:
        say_json(found)
        return
    if not found:
        say(_("Nothing was decided yet."))
    for one in found:
        say_standing(one)


def say_standing(one: Decided) -> None:
    """A decision with who made it, when, and where it stands."""
    decision = one.decision
    what = word_decision(action_of(decision), one.values)
    head = f"{word_date(decision.written_at[:10])}  {one.about or decision.subject_id}: {what} ({decision.author})"
    state = "" if one.standing is Standing.HOLDS else f" – {word_standing(one.standing)}"
    say_wrapped(head + state, hanging=12)
    if decision.note:
        say_wrapped(_("“{quote}”").format(quote=decision.note), indent=12, hanging=1)
    say(dim(f"{' ' * 12}{decision.id}"))


@click.pass_context
def _undo(context: click.Context, *, decision: str) -> int:
    settings = begin(context)
    with opened_graph(settings, writing=True, making=False) as store:
        found = find_decision(store, decision)
        if found is None:
            return BAD_INPUT
        undo(store, found)
    say_undone(found, register_of(settings))
    return OK


def find_decision(store: Store, id: str) -> Decision | None:
    """The decision with this id; None after it was said that there is none."""
    found = next((one for one in store.decisions() if one.id == id), None)
    if found is None:
        say(_("There is no decision {id}. “buendnisatlas correct list” lists them.").format(id=id))
    return found


def latest_decision(store: Store) -> Decision | None:
    """The latest decision that is not taken back."""
    return next((one for one in reversed(store.decisions()) if not one.undone), None)


def say_undone(found: Decision, register: Register) -> None:
    """What was taken back."""
    what = word_decision(action_of(found), visible_values(found, register))
    say(_("Taken back: {what}").format(what=f"{dict(found.values).get('about', found.subject_id)}: {what}"))


def undo(store: Store, decision: Decision) -> None:
    """Take a decision back; of something that was added, its note goes too. Twice is as once."""
    store.decide(replace(decision, undone=True))
    if decision.action == "add" and decision.object_id:
        store.remove_document(decision.object_id)
