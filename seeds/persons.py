"""First names common in Germany: how a person's name is told from an organisation's. One a line in `first_names.txt`."""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> frozenset[str]:
    """The first names, as written; not complete, and a name on it may also be a firm's."""
    return frozenset(files("seeds").joinpath("first_names.txt").read_text(encoding="utf-8").split())
