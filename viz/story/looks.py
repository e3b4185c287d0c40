"""What a step shows, as the settings that static/link.js restores: its view, filters, date and what is chosen."""

from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import parse_qsl

from graph.errors import AtlasError, StoryError
from graph.keys import fold
from graph.kinds import ActorKind, ChamberType
from viz.choices import choices, kind_values, kind_words, listed, role_words, status_words, type_words
from viz.days import asked_day
from viz.map_layout import short_key
from viz.palette import INITIATIVE, look_key
from viz.story.fields import Fields, one_text, spelled, texts, view_named, views

_LONGEST_NAME = 2000
_LONGEST_LOOK = 8000


class Resolve(Protocol):
    """Finds in a graph and the register what a story names. Raises QuestionError where nothing or several are meant."""

    def node(self, name: str, /) -> str:
        """The id of the actor or initiative of this name."""
        ...

    def land(self, name: str, /) -> str:
        """The id of the Land of this name."""
        ...


def look_of(step: Fields, narrowed: Fields, resolve: Resolve) -> Mapping[str, str]:
    """The settings of a step, from its fields and those of its filter; those recorded come first.

    Raises StoryError: story_view_unknown, story_word_unknown, story_name_unknown, story_value_wrong.
    """
    look = dict(parse_qsl(one_text(step, "look", longest=_LONGEST_LOOK).removeprefix("#")))
    if view := one_text(step, "view", longest=_LONGEST_NAME):
        look["view"] = _view(view)
    if focus := one_text(step, "focus", longest=_LONGEST_NAME):
        look["chosen"] = f"node.{short_key(named(resolve.node, focus))}"
    if land := one_text(narrowed, "land", longest=_LONGEST_NAME):
        look["land"] = named(resolve.land, land)
    if topic := one_text(narrowed, "topic", longest=_LONGEST_NAME):
        look["topic"] = topic
    if date := one_text(narrowed, "date", longest=_LONGEST_NAME):
        look["date"] = named(asked_day, date)
    return {**look, **_sets(narrowed)}


def named(find: Callable[[str], str], name: str) -> str:
    """What a name means. Raises StoryError("story_name_unknown") with the nearest, where there are any."""
    try:
        return find(name)
    except AtlasError as error:
        nearest = str(error.details.get("nearest", ""))
        raise StoryError("story_name_unknown", name=name, nearest=nearest or "–") from error


def _view(written: str) -> str:
    found = view_named(written)
    if found is None:
        raise StoryError("story_word_unknown", field=spelled("view"), value=written, known=", ".join(views()))
    return found


def _sets(narrowed: Fields) -> Mapping[str, str]:
    """The filters that hold several words, as their codes with dots between. Initiatives stay, whatever kinds do."""
    kinds = [_look_key(code) for code in _codes(narrowed, "kinds", kind_words)]
    found = {
        "kinds": [INITIATIVE, *kinds] if kinds else [],
        "types": _codes(narrowed, "types", type_words),
        "statuses": _codes(narrowed, "statuses", status_words),
        "roles": _codes(narrowed, "roles", role_words),
    }
    return {name: ".".join(codes) for name, codes in found.items() if codes}


def _codes(narrowed: Fields, field: str, words: Callable[[], Mapping[str, str]]) -> list[str]:
    meant, codes = choices(words), list[str]()
    for written in texts(narrowed, field):
        code = meant.get(fold(written))
        if code is None:
            known = listed(dict.fromkeys(words().values()))
            raise StoryError("story_word_unknown", field=spelled(field), value=written, known=known)
        codes.append(code)
    return codes


def _look_key(code: str) -> str:
    values = kind_values(code)
    chamber = values.get("chamber_type")
    return look_key(ActorKind(values["kind"]), ChamberType(chamber) if chamber else None)
