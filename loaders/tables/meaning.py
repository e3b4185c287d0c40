"""What a column means: told by its heading, in German or English; the words are data in `german/columns.toml`."""

import re
from enum import StrEnum

from graph.keys import fold
from graph.kinds import Role
from loaders.labels import ROLE_OF_LABEL
from loaders.lexicon import mapping_table, word_table


class Meaning(StrEnum):
    """What the cells of a column say. CONTACT columns are dropped at reading; OTHER ones are kept as text only."""

    ORGANISATION = "organisation"
    NAME = "name"
    INITIATIVE = "initiative"
    ROLE = "role"
    TICK = "tick"
    SINCE = "since"
    UNTIL = "until"
    PERIOD = "period"
    FOUNDED = "founded"
    KIND = "kind"
    REGION = "region"
    TOWN = "town"
    CONTACT = "contact"
    TOTAL = "total"
    OTHER = "other"


_WORDS = word_table("columns")
_BY_LIST = (
    Meaning.INITIATIVE, Meaning.ORGANISATION, Meaning.NAME, Meaning.SINCE, Meaning.UNTIL, Meaning.PERIOD,
    Meaning.FOUNDED, Meaning.KIND, Meaning.REGION, Meaning.TOWN, Meaning.TOTAL, Meaning.ROLE,
    Meaning.OTHER,
)  # fmt: skip
_MEANINGS = {fold(word): meaning for meaning in reversed(_BY_LIST) for word in _WORDS[meaning.value]}
_TAKING = frozenset(map(fold, _WORDS["taking"]))
_CONTACT = frozenset(word.lower() for word in _WORDS["contact"])
_CONTACT_FOLDED = frozenset(map(fold, _CONTACT)) - {""}
_ROLES = ROLE_OF_LABEL | {fold(word): Role(code) for word, code in mapping_table("columns", "roles").items()}
_LABEL_END = re.compile(r"\s*[(\[/:\n;].*$", re.DOTALL)
_GENDER = re.compile(r"(?:\s?[/:*_|·]\s?-?|(?<=[a-zäöü])(?=I))[iI]n(?:nen)?\b")
_FEMININE = re.compile(r"in(?:nen)?$")
_LONGEST_HEADING = 60


def meaning_of(heading: str) -> Meaning | None:
    """What a heading says, None where it is no word for a column. A label of a role ("Träger") is none here."""
    if len(heading) > _LONGEST_HEADING:
        return None
    if is_contact(heading):
        return Meaning.CONTACT
    for form in _forms(heading):
        if form in _MEANINGS:
            return _MEANINGS[form]
        if form in _TAKING:
            return Meaning.TICK
    return None


def is_contact(heading: str) -> bool:
    """Whether a column with this heading holds contact data or the names of contact persons."""
    return _LABEL_END.sub("", heading).strip().lower() in _CONTACT or any(
        form in _CONTACT_FOLDED for form in _forms(heading)
    )


def role_of(words: str) -> Role | None:
    """The role that words name: "Projektträgerin", "Kooperationspartner*innen"; None where they name none."""
    return next((_ROLES[form] for form in _forms(words) if form in _ROLES), None)


def _forms(heading: str) -> tuple[str, ...]:
    """The ways to look a heading up: whole, without its addition, without the feminine ending."""
    plain = _GENDER.sub("", heading)
    cut = _LABEL_END.sub("", plain)
    forms = [fold(plain), fold(cut), _FEMININE.sub("", fold(cut))]
    return tuple(dict.fromkeys(form for form in forms if form))
