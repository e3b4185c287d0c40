"""Read a story file (YAML), made by hand or recorded from the map. Next: `viz.network` puts the story on the page.

Whatever is not as it should be is refused with the step it stands in, before anything is drawn.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import yaml

from graph.errors import StoryError
from viz.story.fields import known_fields, one_text, texts
from viz.story.looks import Resolve, look_of, named
from viz.story.model import Step, Story

_LARGEST = 1 << 20
_BEYOND = _LARGEST + 1
_MOST_STEPS = 200
_LONGEST_TITLE, _LONGEST_TEXT = 200, 4000


def read_story(path: Path, resolve: Resolve) -> Story:
    """The story in a file.

    Raises StoryError with the path, and with the number of the step if it is in one: story_not_read, story_not_utf8,
    story_too_large, story_not_yaml (with its line), story_no_steps, story_step_empty, and those of `fields.py` and
    `looks.py`.
    """
    with _at(path):
        fields = known_fields(_loaded(path), "story")
        title = one_text(fields, "title", longest=_LONGEST_TITLE)
        steps = fields.get("steps")
        if not isinstance(steps, list) or not steps:
            raise StoryError("story_no_steps")
        if len(cast("list[object]", steps)) > _MOST_STEPS:
            raise StoryError("story_too_large", most=_MOST_STEPS)
    read = list[Step]()
    for number, one in enumerate(cast("list[object]", steps), start=1):
        with _at(path, number):
            read.append(_step(one, resolve))
    return Story(title, tuple(read))


@contextmanager
def _at(path: Path, step: int = 0) -> Generator[None]:
    """Errors say where: the path, and the step from the first on."""
    try:
        yield
    except StoryError as error:
        place = {"path": str(path), "step": step} if step else {"path": str(path)}
        raise StoryError(error.code, **error.details, **place) from error


def _loaded(path: Path) -> object:
    try:
        with path.open("rb") as file:
            content = file.read(_BEYOND)
    except OSError as error:
        raise StoryError("story_not_read") from error
    if len(content) > _LARGEST:
        raise StoryError("story_too_large", most=_MOST_STEPS)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoryError("story_not_utf8") from error
    try:
        return _parsed(text)
    except yaml.MarkedYAMLError as error:
        raise StoryError("story_not_yaml", line=error.problem_mark.line + 1 if error.problem_mark else 1) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise StoryError("story_not_yaml", line=1) from error


def _parsed(text: str) -> object:
    """What YAML says, without references: a few of them make a small file endless, and no story needs one."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise StoryError("story_not_yaml", line=event.start_mark.line + 1 if event.start_mark else 1)
    return yaml.safe_load(text)


def _step(told: object, resolve: Resolve) -> Step:
    fields = known_fields(told, "step")
    title = one_text(fields, "title", longest=_LONGEST_TITLE)
    text = one_text(fields, "text", longest=_LONGEST_TEXT)
    if not (title or text):
        raise StoryError("story_step_empty")
    narrowed = known_fields(fields.get("filter") or {}, "filter")
    highlight = tuple(named(resolve.node, name) for name in texts(fields, "highlight"))
    return Step(title, text, look_of(fields, narrowed, resolve), highlight)
