"""Words people write for the closed lists, in either language, and the codes they mean."""

from collections.abc import Callable, Iterable, Mapping

from graph.keys import fold
from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status
from queries.answers import Column
from viz.language import LANGUAGES, _, mark, speaking, spoken_language
from viz.wording.cells import word_choice
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role, word_status

Choices = Mapping[str, str]
"""What may be written, folded, to the code it means."""

NOTHING = "-"
"""What one writes to take a date or a region away."""
_ACTIONS: Mapping[str, str] = {"confirm": mark("right"), "reject": mark("wrong"), "correct": mark("change")}
_CHAMBERS = (ChamberType.IHK, ChamberType.HWK, ChamberType.ARBEITSKAMMER)


def role_words() -> dict[str, str]:
    """Each role's code with its word in the language now spoken."""
    return {role.value: word_role(role) for role in Role}


def kind_words() -> dict[str, str]:
    """Each kind of actor, and each kind of chamber by the code of its type."""
    chambers = {chamber.value: word_actor_kind(ActorKind.CHAMBER, chamber) for chamber in _CHAMBERS}
    return {kind.value: word_actor_kind(kind) for kind in ActorKind} | chambers


def type_words() -> dict[str, str]:
    """Each type of initiative."""
    return {code.value: word_initiative_type(code) for code in InitiativeType}


def status_words() -> dict[str, str]:
    """Each status of an initiative."""
    return {status.value: word_status(status) for status in Status}


def column_words() -> dict[str, str]:
    """Each kind that gaps are asked for."""
    return {column.value: word_choice(column) for column in Column}


def action_words() -> dict[str, str]:
    """What a person says of a row of the review table."""
    return {action: _(word) for action, word in _ACTIONS.items()}


def choices(words: Callable[[], Mapping[str, str]]) -> Choices:
    """What may be written for each code: the code, and its word in every language, or one of two ("A/B")."""
    found: dict[str, str] = {}
    for language in (*(one for one in LANGUAGES if one != spoken_language()), spoken_language()):
        with speaking(language):
            found |= {fold(part): code for code, word in words().items() for part in (*word.split("/"), word)}
    return found | {fold(code): code for code in words()}


def kind_values(code: str) -> dict[str, str]:
    """A kind of actor as corrected fields: the type of a chamber goes with the kind."""
    if code in [chamber.value for chamber in _CHAMBERS]:
        return {"kind": ActorKind.CHAMBER.value, "chamber_type": code}
    return {"kind": code, "chamber_type": ""}


def listed(words: Iterable[str]) -> str:
    """The words for a message."""
    return ", ".join(words)
