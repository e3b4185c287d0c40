r"""Values as they stand in a Cypher text. Neo4j reads \uXXXX before it looks for quotation marks, wherever it stands.

So a backslash of a text, which is written as two, must never be followed by a u: the string is parted there.
"""

import re
from collections.abc import Mapping, Sequence

from viz.exports.attributes import Value
from viz.exports.fitting import Fitting

_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029'\\\\]")
_SIGNS = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BEFORE_U = re.compile(r"(?<=\\)(?=[uU])")

Property = Value | Sequence[str]


def literal(value: Property, fitting: Fitting) -> str:
    """The value as a literal.

    >>> from viz.exports.fitting import NO_TEXT
    >>> literal("O'Neill", Fitting(NO_TEXT))
    "'O\\'Neill'"
    """
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return "+".join(f"'{_SPECIAL.sub(_escaped, part)}'" for part in _BEFORE_U.split(fitting(value)))
    return f"[{', '.join(literal(one, fitting) for one in value)}]"


def record(values: Mapping[str, Property], fitting: Fitting) -> str:
    """A map; its keys are names of our own."""
    return f"{{{', '.join(f'{key}: {literal(value, fitting)}' for key, value in values.items())}}}"


def _escaped(found: re.Match[str]) -> str:
    return _SIGNS.get(found[0]) or f"\\u{ord(found[0]):04x}"
