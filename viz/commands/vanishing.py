"""What would go with documents, on the screen."""

from collections.abc import Sequence

from queries.vanishing import Vanishing
from viz.commands.lines import say, wrapped
from viz.language import _
from viz.wording.records import word_sort

_NAMED = 12


def say_vanishing(gone: Vanishing) -> None:
    """Facts by their sort, names of what nobody else names, and the decisions that stay."""
    facts = ", ".join(f"{word_sort(sort)}: {count}" for sort, count in sorted(gone.facts.items()))
    _say_part(_("Facts that only these documents state:"), facts or _("none"))
    _say_part(_("Actors that only these documents name ({count}):"), _names(gone.actors), len(gone.actors))
    _say_part(
        _("Initiatives that only these documents name ({count}):"), _names(gone.initiatives), len(gone.initiatives)
    )
    if gone.resting:
        said = [dict(one.values).get("about", one.subject_id) for one in gone.resting]
        head = _("Decisions that stay, and rest until what they are about is back ({count}):")
        _say_part(head, _names(sorted(set(said))), len(gone.resting))


def _say_part(head: str, text: str, count: int = 1) -> None:
    if count:
        say(f"  {head.format(count=count)}")
        for line in wrapped(text, indent=4):
            say(line)


def _names(names: Sequence[str]) -> str:
    further = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return shown if further <= 0 else _("{names} and {count} more").format(names=shown, count=further)
