"""What the elements of a page mean for the words inside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.document import BlockKind


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


LEFT_OUT = _tags("script style template noscript svg math iframe object select textarea datalist head del s strike")
FURNITURE = _tags("nav footer aside address menu dialog")
FURNITURE_ROLES = _tags("navigation contentinfo complementary search menu menubar dialog")
INLINE = _tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark output picture q s "
    "samp small source span strike strong sub sup time tt u var wbr ruby rb rt rp"
)
TRANSPARENT = INLINE | LEFT_OUT | {"br"}  # none of these ends a paragraph
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 6}
LISTS = _tags("ul ol menu dir")
CELLS = _tags("td th")
_FURNITURE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|menue|breadcrumbs?|cookies?|sidebar|footer|skip-?links?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """A list item or a definition: its first words are the bullet or the value, what follows is running text."""

    is_used: bool = False
    first_piece: int = 0


@dataclass(slots=True)
class OpenElement:
    """An element that is open, with what it means for the words in it."""

    tag: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    is_hidden: bool = False
    is_furniture: bool = False
    is_content: bool = False
    is_menu_bar: bool = False
    is_bold: bool = False
    is_verbatim: bool = False
    lists: int = 0
    item: Item | None = None
    definition: Item | None = None


def open_element(parent: OpenElement, tag: str, attributes: Mapping[str, str]) -> OpenElement:
    """What an element means, given the one around it."""
    here = OpenElement(
        tag,
        parent.kind,
        parent.level,
        is_hidden=parent.is_hidden or _is_unseen(tag, attributes),
        is_content=parent.is_content or tag in ("main", "article") or attributes.get("role") == "main",
        is_menu_bar=parent.is_menu_bar or tag == "header",
        is_bold=parent.is_bold or tag in ("b", "strong"),
        is_verbatim=parent.is_verbatim or tag == "pre",
        lists=parent.lists + (tag in LISTS),
        item=parent.item,
        definition=parent.definition,
    )
    here.is_furniture = parent.is_furniture or _is_furniture(here, attributes)
    if tag in HEADINGS:
        here.kind, here.level = BlockKind.HEADING, HEADINGS[tag]
    elif tag == "li":
        here.kind, here.level, here.item = BlockKind.BULLET, max(1, here.lists), Item()
    elif tag in ("figcaption", "caption"):
        here.kind, here.level = BlockKind.CAPTION, 1
    elif tag in ("dt", "dd"):
        here.kind, here.level, here.definition = BlockKind.KEY_VALUE, 1, Item() if tag == "dd" else None
    elif tag in CELLS:
        here.kind, here.level, here.lists, here.item = BlockKind.PARAGRAPH, 1, 0, None
    return here


def _is_unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in LEFT_OUT:
        return True
    is_hidden = "hidden" in attributes and attributes["hidden"].lower() != "until-found"
    return is_hidden or _UNSEEN.search(attributes.get("style", "")) is not None


def _is_furniture(here: OpenElement, attributes: Mapping[str, str]) -> bool:
    """Navigation, footers and asides by their tag or role; by their class only outside the page's own content."""
    if here.tag in FURNITURE or attributes.get("role", "").lower() in FURNITURE_ROLES:
        return True
    if here.is_content or here.tag in ("html", "body"):
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return (here.is_menu_bar and here.tag in LISTS) or _FURNITURE_CLASS.search(names) is not None
