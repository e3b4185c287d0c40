"""`remove`: documents go, with what only they support; shown first, and brought back by `undo` but for --for-good."""

import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from graph.removal import Removal
from graph.rewriting import rewrite_folder
from graph.store import DocumentRecord, Store
from queries.arrays.keeping import forget_arrays
from queries.vanishing import vanishing
from viz.commands.arrays import arrays_folder
from viz.commands.evidence import document_name
from viz.commands.interruption import leaving
from viz.commands.lines import say, say_wrapped
from viz.commands.session import begin, map_place, opened_graph, region_names_of
from viz.commands.vanishing import say_vanishing
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.progress import progress
from viz.settings import Settings
from viz.wording.dates import word_date


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is to go: documents of the graph, and removed ones that are kept."""

    documents: tuple[DocumentRecord, ...]
    kept: tuple[Removal, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is left to go."""
        return not (self.documents or self.kept)


def remove_command() -> click.Command:
    """The command `remove`."""
    return click.Command(
        "remove",
        help=_(
            "Remove documents from the graph, with everything that only they say; what others say too stays, and so "
            "do decisions. What goes is shown first. “buendnisatlas undo” brings it back, unless it was --for-good: "
            "then texts, quotes and what is kept for bringing back are deleted, too, and the graph’s folder is written "
            "anew; without DOCUMENT, that is done for all that was removed before."
        ),
        epilog=_("Example: buendnisatlas remove protokoll.pdf"),
        params=[
            click.Argument(["documents"], nargs=-1, metavar=_("[DOCUMENT…]")),
            click.Option(["--yes"], is_flag=True, help=_("Do not ask.")),
            click.Option(["--for-good"], is_flag=True, help=_("Delete every trace; this cannot be undone.")),
        ],
        callback=_remove,
    )


@click.pass_context
def _remove(context: click.Context, *, documents: tuple[str, ...], yes: bool, for_good: bool) -> int:
    if not documents and not for_good:
        raise click.UsageError(_("Name at least one document. “buendnisatlas status” lists them."), context)
    settings = begin(context)
    with opened_graph(settings) as store:
        chosen = _choose(store, documents, for_good=for_good)
        if chosen is None:
            return BAD_INPUT
        _say_chosen(store, chosen, settings)
    if not chosen.is_nothing and not _is_wanted(yes=yes, for_good=for_good):
        return BAD_INPUT
    if for_good:
        with leaving(_word_half_deleted):
            _remove_for_good(settings, chosen)
    else:
        _remove_and_keep(settings, chosen)
    return OK


def _choose(store: Store, wanted: Sequence[str], *, for_good: bool) -> _Chosen | None:
    """The documents that the words mean; None after it was said which one means none or several."""
    held = store.documents()
    kept = store.removals() if for_good else ()
    if not wanted:
        return _Chosen((), kept)
    documents: dict[str, DocumentRecord] = {}
    removed: dict[str, Removal] = {}
    for word in wanted:
        found = _named(held, word)
        before = {one.id: one for one in kept if _fits(word, one.document_id, one.title, (one.address,))}
        if len(found) != 1 and not (before and not found):
            _say_choices(word, found)
            return None
        documents |= {one.id: one for one in found}
        removed |= before
    gone = set(documents)
    return _Chosen(
        tuple(documents.values()), tuple(one for one in kept if one.id in removed or one.document_id in gone)
    )


def _named(held: Sequence[DocumentRecord], word: str) -> list[DocumentRecord]:
    exact = [one for one in held if word in (one.id, one.title, *one.addresses)]
    return exact or [one for one in held if _fits(word, one.id, one.title, one.addresses)]


def _fits(word: str, id: str, title: str, addresses: Sequence[str]) -> bool:
    return word == id or any(word.casefold() in text.casefold() for text in (title, *addresses))


def _say_choices(word: str, found: Sequence[DocumentRecord]) -> None:
    if not found:
        click.echo(_("No document fits “{word}”. “buendnisatlas status” lists them.").format(word=word))
        return
    click.echo(_("Several documents fit “{word}”. Which one? Name its address:").format(word=word))
    for one in found:
        click.echo(f"    {one.address}")


def _say_chosen(store: Store, chosen: _Chosen, settings: Settings) -> None:
    if chosen.documents:
        say(_("This goes:"))
        for one in chosen.documents:
            say(f"    {document_name(one.title, one.address)}, {word_date(one.date)}")
        gone = vanishing(store, [one.id for one in chosen.documents])
        say_vanishing(gone, region=region_names_of(settings, needed=bool(gone.alike)))
    if chosen.kept:
        say(_("Removed before, and kept until now:"))
        for removal in chosen.kept:
            say(f"    {document_name(removal.title, removal.address)}, {word_date(removal.removed_at[:10])}")


def _is_wanted(*, yes: bool, for_good: bool) -> bool:
    """Whether it is to be done. Where nobody can answer, nothing is."""
    if yes:
        return True
    if not sys.stdin.isatty():
        click.echo(_("Nothing was removed. With --yes it is done without asking."), err=True)
        return False
    question = _("Delete this for good? (yes/no)") if for_good else _("Remove this? (yes/no)")
    answer: object = click.prompt(question, default=_("no"), show_default=False)
    if str(answer).strip().casefold() in {_("yes"), _("y")}:
        return True
    click.echo(_("Nothing was removed."))
    return False


def _remove_and_keep(settings: Settings, chosen: _Chosen) -> None:
    batch, last = uuid.uuid4().hex, None
    count = len(chosen.documents)
    with (
        opened_graph(settings, writing=True) as store,
        leaving(lambda: _("No document is removed in part. “buendnisatlas status” lists those that are there.")),
        progress(_("Removing"), count) as meter,
    ):
        for one in chosen.documents:
            meter.begin(one.address)
            last = store.remove_and_keep(one.id, batch=batch) or last
    say(ngettext("{count} document removed.", "{count} documents removed.", count).format(count=count))
    if last is not None:
        say(_("To bring it back: buendnisatlas undo {id}").format(id=last.id))


def _remove_for_good(settings: Settings, chosen: _Chosen) -> None:
    forget_arrays(arrays_folder(settings))
    with opened_graph(settings, writing=True) as store, progress(_("Removing"), len(chosen.documents)) as meter:
        for one in chosen.documents:
            meter.begin(one.address)
            store.remove_document(one.id)
        gone = {one.id for one in chosen.documents} | {one.document_id for one in chosen.kept}
        store.forget_removals([one.id for one in store.removals() if one.document_id in gone])
    if not settings.on_server:
        with progress(_("Writing the graph anew"), None):
            rewrite_folder(Path(settings.graph.value))
    say_wrapped(_word_deleted(chosen, on_server=settings.on_server))
    _delete_map(settings)


def _word_deleted(chosen: _Chosen, *, on_server: bool) -> str:
    """What was done. Where nothing was left to delete, an interrupted deletion was brought to its end at most."""
    if chosen.is_nothing and on_server:
        return _("Nothing is kept of removed documents, so there was nothing to delete.")
    if chosen.is_nothing:
        return _(
            "Nothing is kept of removed documents, so there was nothing to delete. The graph’s folder was written anew "
            "all the same, in case a deletion was interrupted before."
        )
    if on_server:
        return _("Deleted. The server’s own files may hold it for a while: docs/neo4j.md says how to clear them.")
    return _("Deleted for good; the graph’s folder was written anew. Backups and exports are yours to delete.")


def _word_half_deleted() -> str:
    return _(
        "The deleting is not finished. “buendnisatlas remove --for-good” finishes it; name again the documents that "
        "“status” still lists."
    )


def _delete_map(settings: Settings) -> None:
    """The map beside the graph may hold the quotes."""
    drawn = map_place(settings)
    if drawn.exists():
        drawn.unlink()
        say(_("The map {path} is deleted, too; “buendnisatlas map” writes a new one.").format(path=drawn))
