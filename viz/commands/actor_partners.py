"""`partners ACTOR`: what an actor could join and whom it could work with, on the screen or in the form asked for."""

from collections.abc import Sequence

from queries.actor_partners import ActorPartners
from queries.suggestions import Suggestion
from seeds.register import Register
from viz.commands.between import say_rest
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_title, say_wrapped
from viz.commands.profiles import region_names
from viz.commands.suggestion_sheet import tell_suggestions
from viz.commands.suggestions import say_suggestions, say_unheld
from viz.language import _, ngettext
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind


def tell_actor(found: ActorPartners, register: Register, form: Form, *, quotes: bool) -> None:
    """Both lists; for other programs as one, best first."""
    both = sorted((*found.initiatives, *found.actors), key=lambda one: (one.declined, -one.score))
    if not tell_suggestions(tuple(both), found.unheld, register, form):
        _say_actor(found, register, quotes=quotes)


def _say_actor(found: ActorPartners, register: Register, *, quotes: bool) -> None:
    actor = found.actor
    say_wrapped(_("What could {name} join, and whom could it work with?").format(name=actor.name), style=heading)
    about = [
        word_actor_kind(actor.kind, actor.chamber_type),
        ", ".join(region_names(actor.regions, register)),
        _("as of {date}").format(date=word_date(found.date)),
    ]
    say_wrapped(" · ".join(part for part in about if part), indent=2)
    _say_list(_("Initiatives it could join"), found.initiatives, found.rest_initiatives, quotes=quotes)
    if found.declined:
        say()
        line = ngettext(
            "{n} initiative left out to which it has said no; --with-refusals shows it.",
            "{n} initiatives left out to which it has said no; --with-refusals shows them.",
            found.declined,
        )
        say_wrapped(line.format(n=found.declined))
    _say_list(_("Actors it could work with"), found.actors, found.rest_actors, quotes=quotes)
    say_unheld((*found.initiatives, *found.actors), found.unheld)


def _say_list(title: str, suggestions: Sequence[Suggestion], rest: int, *, quotes: bool) -> None:
    say_title(title, len(suggestions) + rest)
    if not suggestions:
        say_wrapped(
            _("None can be suggested from these documents and the register. That does not mean that there is none."),
            indent=2,
        )
    say_suggestions(suggestions, quotes=quotes)
    if rest:
        say()
        say_rest(rest)
