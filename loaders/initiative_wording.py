"""How an initiative's name is written down: nominative, German quotation marks, nothing loose at its ends."""

import re

from loaders.initiative_names import head_of
from loaders.lexicon import mapping_table

_GENDERS = mapping_table("initiatives", "genders")
_FEMININE, _NEUTER = (tuple(_GENDERS[gender].split()) for gender in ("feminine", "neuter"))
_QUOTES = re.compile('[„“"”»«‟]')
_GENITIVES = ("s", "es", "ses")
_WEAK = re.compile(r"^(?P<stem>[A-ZÄÖÜ][\w-]+?)en?\s+$")


def worded(name: str) -> str:
    """The name as people see it.

    >>> worded('Bündnisses "Zukunft der Industrie')
    'Bündnis „Zukunft der Industrie“'
    """
    return _nominative(_quoted(re.sub(r"\s+", " ", name).strip(" :;,–-")))


def gender_of(tail: str) -> str:
    """The gender of a head noun: masculine where the table lists none."""
    return "feminine" if tail in _FEMININE else "neuter" if tail in _NEUTER else "masculine"


def _quoted(name: str) -> str:
    """Quotation marks in pairs, German ones; a pair round the whole name goes."""
    parts = _QUOTES.split(name)
    marks = len(parts) - 1
    if marks == 0:
        return name
    if marks == 1:
        left, right = parts[0].strip(), parts[1].strip()
        return (
            f"{left} „{right}“" if left and right and name[-1].isalnum() and not _closes(name) else _closed(left, right)
        )
    inside = f"{parts[0].strip()} „{parts[1].strip()}“ {' '.join(part.strip() for part in parts[2:])}".strip()
    return parts[1].strip() if inside == f"„{parts[1].strip()}“" else inside


def _closes(name: str) -> bool:
    """Whether the only quotation mark is a closing one: a word stands right before it and none right behind."""
    mark = _QUOTES.search(name)
    return mark is not None and mark.start() > 0 and name[mark.start() - 1] != " "


def _closed(left: str, right: str) -> str:
    return f"„{left}“ {right}" if left and right else left or right


def _nominative(name: str) -> str:
    head = head_of(name)
    if head is None:
        return name
    start, end, tail, ending = head
    bare = name[start : end - len(ending)] if ending in _GENITIVES else name[start:end]
    before = _WEAK.match(name[:start])
    if before is None:
        return name[:start] + bare + name[end:]
    strong = {"feminine": "e", "neuter": "es", "masculine": "er"}[gender_of(tail)]
    return f"{before['stem']}{strong} {bare}{name[end:]}"
