"""Writing down what a person decided: who, which note, and what is said of it on the screen."""

from collections.abc import Mapping

import click

from graph.decisions import new_decision
from graph.model import Decision
from graph.store import Store
from loaders.contacts import mask_contacts
from queries.decided import visible_values
from seeds.register import Register
from viz.commands.lines import say, say_wrapped
from viz.language import _
from viz.settings import Settings, SettingsError
from viz.wording.corrections import word_decision
from viz.wording.dates import word_date

_LONGEST_AUTHOR = 60


def author_of(settings: Settings) -> str:
    """Who decides. Raises SettingsError("author_missing"): a decision without somebody who made it is none."""
    author = " ".join(settings.author.value.split()) if settings.author else ""
    if not author or len(author) > _LONGEST_AUTHOR:
        raise SettingsError("author_missing", longest=_LONGEST_AUTHOR)
    return mask_contacts(author)


def decide(
    store: Store,
    register: Register,
    action: str,
    subject: str,
    *,
    author: str,
    about: str,
    values: Mapping[str, str] | None = None,
    note: str | None = None,
) -> Decision:
    """Keep a decision and say so. Contact data in the note is masked, as in documents."""
    words = mask_contacts(" ".join((note or "").split()))
    decision = new_decision(action, subject, author=author, values=values, about=about, note=words)
    store.decide(decision)
    say_decided(decision, about, register)
    return decision


def say_decided(decision: Decision, about: str, register: Register) -> None:
    """What was decided, and how it is taken back."""
    what = word_decision(decision.action, visible_values(decision, register))
    signed = f"{decision.author}, {word_date(decision.written_at[:10])}"
    say_wrapped(f"{about}: {what} ({signed})", hanging=2)
    say(_("To take it back: buendnisatlas correct undo {id}").format(id=decision.id))


def usage(line: str) -> click.UsageError:
    """Options that do not go together, or that are not there."""
    return click.UsageError(line, click.get_current_context())
