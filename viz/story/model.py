"""A story as its file tells it, checked and with every name resolved."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is said, and what is seen.

    `look` is what static/link.js restores: names of settings ("view", "land", "kinds", "chosen", …) to short texts.
    `highlight`: ids of actors and initiatives that are ringed, in the order of the file.
    """

    title: str
    text: str
    look: Mapping[str, str]
    highlight: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """At least one step, in the order in which they are shown."""

    title: str
    steps: tuple[Step, ...]
