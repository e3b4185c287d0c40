"""First names common in Germany, one a line in `first_names.txt`: what tells a person from an organisation."""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> frozenset[str]:
    """The first names, as written; not complete, and a name on it may also be a firm's."""
    return frozenset(files("seeds").joinpath("first_names.txt").read_text(encoding="utf-8").split())
