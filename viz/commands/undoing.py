"""`undo`: takes back the latest thing a person did: a decision, or the removal of documents."""

from collections.abc import Sequence

import click

from graph.model import Decision
from graph.removal import Removal
from graph.store import Store
from viz.commands.decisions import find_decision, latest_decision, say_undone, undo
from viz.commands.evidence import document_name
from viz.commands.lines import say
from viz.commands.options import examples
from viz.commands.session import begin, opened_graph, register_of
from viz.console import BAD_INPUT, OK
from viz.language import _

_REMOVAL = "removal:"


def undo_command() -> click.Command:
    """The command `undo`."""
    return click.Command(
        "undo",
        help=_(
            "Take back the latest decision or the latest removal of documents, or the one with this ID. A decision "
            "stays in the list as taken back; documents are as they were."
        ),
        epilog=examples(_("Examples:\n  buendnisatlas undo\n  buendnisatlas undo decision:28930aa6c98797cb")),
        params=[click.Argument(["id"], required=False, metavar=_("[ID]"))],
        callback=_undo,
    )


@click.pass_context
def _undo(context: click.Context, *, id: str | None) -> int:
    settings = begin(context)
    with opened_graph(settings, writing=True, making=False) as store:
        removed = _removed(store, id)
        if removed:
            _bring_back(store, removed)
            return OK
        found = _decision(store, id)
        if found is None:
            return BAD_INPUT
        undo(store, found)
    say_undone(found, register_of(settings))
    return OK


def _decision(store: Store, id: str | None) -> Decision | None:
    """The decision that is meant; None after it was said that there is nothing to take back."""
    if id is None:
        found = latest_decision(store)
        if found is None:
            say(_("There is nothing to take back: no decision holds, and no removed document is kept."))
        return found
    if id.startswith(_REMOVAL):
        say(_("Nothing is kept of {id}. It was brought back already, or deleted for good.").format(id=id))
        return None
    return find_decision(store, id)


def _removed(store: Store, id: str | None) -> tuple[Removal, ...]:
    """The documents removed in one call that are meant: by the id of one of them, or because nothing came after it."""
    kept = store.removals()
    if id is not None:
        batch = next((one.batch for one in kept if one.id == id), None)
    else:
        decided = max((one.written_at for one in store.decisions() if not one.undone), default="")
        batch = kept[-1].batch if kept and kept[-1].removed_at > decided else None
    return tuple(one for one in kept if one.batch == batch)


def _bring_back(store: Store, removed: Sequence[Removal]) -> None:
    for removal in removed:
        change = store.bring_back(removal)
        name = document_name(removal.title, removal.address)
        line = (
            _("{name}: something newer is there by now; that stays.") if change.unchanged else _("Back again: {name}")
        )
        say(line.format(name=name))
