"""Values of a Cypher answer for people: a node by its kind and name, a relationship by its type, a path as both."""

import json
import unicodedata

from graph.asked import Changes, LinkValue, NodeValue, PathValue, Told
from viz.language import _, ngettext

_NAMES = ("name", "word", "title", "quote", "id")
_LONGEST_NAME = 60
_NOTHING = "–"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def word_told(value: Told) -> str:
    """One value in one line. Nothing in it can steer a terminal: control characters are written out."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case str():
            return legible(value)
        case int() | float():
            return str(value)
        case list():
            return ", ".join(word_told(part) or _NOTHING for part in value)
        case dict():
            return ", ".join(f"{legible(key)}: {word_told(part) or _NOTHING}" for key, part in value.items())
        case NodeValue():
            return f"({_node(value)})"
        case LinkValue():
            return f"[{_link(value)}]"
        case PathValue():
            return _path(value)


def word_changes(changes: Changes | None) -> str:
    """What a statement changed, in one line; None: nobody counted."""
    if changes is None:
        return _("Carried out. How much has changed is counted on a Neo4j server only.")
    counted = (
        (changes.nodes_created, ngettext("{n} node made", "{n} nodes made", changes.nodes_created)),
        (changes.nodes_deleted, ngettext("{n} node deleted", "{n} nodes deleted", changes.nodes_deleted)),
        (
            changes.relationships_created,
            ngettext("{n} relationship made", "{n} relationships made", changes.relationships_created),
        ),
        (
            changes.relationships_deleted,
            ngettext("{n} relationship deleted", "{n} relationships deleted", changes.relationships_deleted),
        ),
        (changes.properties_set, ngettext("{n} property set", "{n} properties set", changes.properties_set)),
        (changes.labels_added, ngettext("{n} label added", "{n} labels added", changes.labels_added)),
        (changes.labels_removed, ngettext("{n} label removed", "{n} labels removed", changes.labels_removed)),
    )
    said = ", ".join(words.format(n=count) for count, words in counted if count)
    return _("Changed: {what}").format(what=said) if said else _("Nothing was changed.")


def legible(text: str) -> str:
    """The text in one line, with what is not to be seen written out (`\\u001b`)."""
    return "".join(_letter(letter) for letter in " ".join(text.split()))


def _letter(letter: str) -> str:
    if letter.isascii() and letter.isprintable():
        return letter
    return json.dumps(letter)[1:-1] if unicodedata.category(letter) in _HIDDEN else letter


def name_of(node: NodeValue) -> str:
    """What a node is called, whatever it is; "" for one without a name."""
    return next((str(node.properties[key]) for key in _NAMES if node.properties.get(key)), "")


def _node(node: NodeValue) -> str:
    labels = [label for label in node.labels if label != "Actor" or len(node.labels) == 1]
    name = name_of(node)
    short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    return legible(f":{':'.join(labels)} {short}")


def _link(link: LinkValue) -> str:
    further = word_told({key: part for key, part in link.properties.items() if key != "id"})
    return legible(f":{link.type}") + (f" {further}" if further else "")


def _path(path: PathValue) -> str:
    text = f"({_node(path.nodes[0])})"
    for node, link, forwards in zip(path.nodes[1:], path.links, path.forwards, strict=True):
        left, right = ("-", "->") if forwards else ("<-", "-")
        text += f"{left}[{_link(link)}]{right}({_node(node)})"
    return text
