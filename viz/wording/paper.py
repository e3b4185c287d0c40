"""What stands on paper beside names: bundles, sources, headings."""

from collections.abc import Mapping, Sequence

from viz.language import _, ngettext
from viz.words import map_wording

_SHOWN = 12
"""So many of the characters left out are named."""


def name_bundle(kind: str, count: int) -> str:
    """Actors drawn together: "214 × Unternehmen"."""
    return f"{count} × {map_wording().words[f'kind_{kind}']}"


def word_sources(numbers: Sequence[int]) -> str:
    """The numbers of the sources of something: "Quelle 1", "Quellen 1, 3"; "" without any."""
    if not numbers:
        return ""
    line = ngettext("source {numbers}", "sources {numbers}", len(numbers))
    return line.format(numbers=", ".join(map(str, numbers)))


def word_nameless() -> str:
    """Stands for a name of which no font has a letter."""
    return _("(name that cannot be printed)")


def view_words() -> dict[str, str]:
    """What a poster may show, as one types it."""
    return {"net": _("net"), "map": _("map"), "matrix": _("matrix")}


def size_words() -> dict[str, str]:
    """The sizes of paper."""
    return {"a3": "A3", "a0": "A0", "a4": "A4"}


def title_view(view: str) -> str:
    """The title of a sheet that was given none."""
    return {
        "net": _("Who takes part in what?"),
        "map": _("Initiatives and who takes part, by place"),
        "matrix": _("Who is there?"),
    }[view]


def word_left_out(letters: Mapping[str, int]) -> str:
    """Which characters were left out, since none of the fonts has them."""
    shown = " ".join(sorted(letters)[:_SHOWN]) + (" …" if len(letters) > _SHOWN else "")
    line = ngettext(
        "{count} character left out that the fonts of the sheet do not have: {shown}",
        "{count} characters left out that the fonts of the sheet do not have: {shown}",
        sum(letters.values()),
    )
    return line.format(count=sum(letters.values()), shown=shown)
