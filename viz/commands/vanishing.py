"""What would go with documents, on the screen."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from queries.vanishing import Vanishing
from viz.commands.lines import say, say_wrapped
from viz.language import _
from viz.wording.records import in_order, word_sort

_NAMED = 12


def say_vanishing(gone: Vanishing, *, region: Callable[[str], str]) -> None:
    """Facts by sort, names of what nobody else names, the decisions that stay; `region` names one by its id."""
    facts = ", ".join(f"{word_sort(sort)}: {count}" for sort, count in in_order(gone.facts))
    places = {name: ", ".join(map(region, regions)) for name, regions in gone.alike.items()}
    _say_part(_("Facts that only these documents state:"), facts or _("none"))
    _say_part(_("Actors that only these documents name ({count}):"), _names(gone.actors, places), len(gone.actors))
    _say_part(
        _("Initiatives that only these documents name ({count}):"),
        _names(gone.initiatives, places),
        len(gone.initiatives),
    )
    if gone.resting:
        said = [dict(one.values).get("about", one.subject_id) for one in gone.resting]
        head = _("Decisions that stay, and rest until what they are about is back ({count}):")
        _say_part(head, _names(sorted(set(said)), {}), len(gone.resting))


def _say_part(head: str, text: str, count: int = 1) -> None:
    if count:
        say(f"  {head.format(count=count)}")
        say_wrapped(text, indent=4, hanging=0)


def _names(names: Sequence[str], places: Mapping[str, str]) -> str:
    """The names, each once; one that several bear with their places."""
    counts = Counter(names)
    told = [f"{name} ({places.get(name) or f'{count}×'})" if count > 1 else name for name, count in counts.items()]
    further = len(names) - sum(list(counts.values())[:_NAMED])
    shown = ", ".join(told[:_NAMED])
    return shown if further <= 0 else _("{names} and {count} more").format(names=shown, count=further)
