"""What two initiatives have in common, in words."""

import re
from collections.abc import Mapping

from graph.keys import fold
from graph.kinds import ActorKind
from queries.answers import CellValue, Column, InitiativeRow
from queries.resemblance import Likeness
from queries.similar import Ahead, Contact
from viz.language import _, mark
from viz.wording.cells import word_column
from viz.wording.figures import word_decimal
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role

_COLUMNS = frozenset(column.value for column in Column)
_HERE: Mapping[CellValue, str] = {
    CellValue.ABSENT: mark("takes part there, not involved here, says the source"),
    CellValue.INFORMAL: mark("takes part there, supports here without formal participation"),
    CellValue.NOT_LISTED: mark("takes part there, not among those listed here"),
    CellValue.NOT_MENTIONED: mark("takes part there, not mentioned here"),
    CellValue.NOBODY_NAMED: mark("takes part there; here no participants are named"),
}


def word_likeness(likeness: Likeness, row: InitiativeRow) -> str:
    """The parts of a likeness, each with its points; words as the initiative writes them."""
    told: list[str] = []
    if likeness.type:
        told.append(f"{word_initiative_type(likeness.type)} ({word_decimal(likeness.by_type)})")
    if likeness.kinds:
        told.append(f"{', '.join(map(word_kind_code, likeness.kinds))} ({word_decimal(likeness.by_kinds)})")
    if likeness.words:
        words = ", ".join(_("“{quote}”").format(quote=word) for word in _as_written(likeness, row))
        told.append(f"{words} ({word_decimal(likeness.by_words)})")
    return _("in common: {parts}").format(parts="; ".join(told))


def word_kind_code(code: str) -> str:
    """A column or a kind by its code."""
    return word_column(Column(code)) if code in _COLUMNS else word_actor_kind(ActorKind(code))


def word_here(value: CellValue) -> str:
    """What is said here of a kind that takes part there."""
    return _(_HERE[value])


def word_ahead(ahead: Ahead) -> str:
    """A kind that takes part there, and who it is."""
    return f"{word_column(ahead.column)} ({', '.join(ahead.there.who)})"


def word_contact(contact: Contact) -> str:
    """Whom one could call, in which role."""
    return f"{contact.actor.name} ({word_role(contact.role)})"


def _as_written(likeness: Likeness, row: InitiativeRow) -> list[str]:
    written = {fold(word): word for text in (*row.topics, row.name) for word in re.findall(r"[^\W_]+", text)}
    return [written.get(word, word) for word in likeness.words]
