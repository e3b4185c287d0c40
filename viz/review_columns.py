"""The columns of the table of corrections, and what a row of it says when it comes back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import keys
from graph.decisions import new_decision
from graph.errors import DocumentError
from graph.model import Decision
from loaders.contacts import mask_contacts
from loaders.dating import read_as_of
from loaders.review import ReviewLine
from viz.choices import NOTHING, Choices, action_words, choices, role_words
from viz.language import LANGUAGES, _, mark, speaking

HEADINGS: Mapping[str, str] = {
    "correction": mark("Correction"),
    "actor": mark("Actor"),
    "kind": mark("Kind"),
    "initiative": mark("Initiative"),
    "region": mark("Region"),
    "role": mark("Role"),
    "since": mark("From"),
    "until": mark("To"),
    "new_role": mark("New role"),
    "new_since": mark("New from"),
    "new_until": mark("New to"),
    "new_name": mark("New name of the actor"),
    "note": mark("Reason"),
    "quote": mark("Quote"),
    "document": mark("Document"),
    "date": mark("Date of the document"),
    "decided": mark("Decided before"),
    "key": mark("Key"),
    "actor_key": mark("Key of the actor"),
    "known": mark("Decisions known"),
    "check": mark("Check sign"),
}
"""Every column, in its order."""
EDITED = ("correction", "new_role", "new_since", "new_until", "new_name", "note")
"""The columns for the person; the others show what is known."""
HIDDEN = ("actor_key", "known", "check")
SHOWN = tuple(name for name in HEADINGS if name not in (*EDITED, *HIDDEN, "key"))
GROUP = "group:"
_KEY = re.compile(r"participation:[0-9a-f]{16}")
_ESCAPE = re.compile("(x[0-9a-fA-F]{4})?_")  # .xlsx writes characters so: what looks like it may not come back
_ACTOR = re.compile(r"(?:actor|group):\S+")


class RowError(ValueError):
    """A row that cannot be taken over; its text says why, worded."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows in whichever language they were written."""

    columns: Choices
    actions: Choices
    roles: Choices

    @classmethod
    def of_all_languages(cls) -> "Reader":
        """A reader of German and English tables."""
        columns: dict[str, str] = {}
        for language in LANGUAGES:
            with speaking(language):
                columns |= {_(heading): name for name, heading in HEADINGS.items()}
        return cls(columns, choices(action_words), choices(role_words))

    def cells(self, line: ReviewLine) -> dict[str, str]:
        """The texts of a row by column, "" where there is none."""
        known = {self.columns[heading]: cell for heading, cell in line.cells.items() if heading in self.columns}
        return dict.fromkeys(HEADINGS, "") | known

    def decision(self, line: ReviewLine, *, author: str) -> Decision | None:
        """The decision of a row; None for one in which nobody wrote anything. Raises RowError."""
        if computed := next((one for one in line.computed if self.columns.get(one) in EDITED), None):
            raise RowError(_("There is a formula or an error in “{column}”. Write text.").format(column=computed))
        cells = self.cells(line)
        if not _KEY.fullmatch(cells["key"]) or not _ACTOR.fullmatch(cells["actor_key"]):
            if not any(cells[name] for name in EDITED):
                return None
            raise RowError(_("The key is not there or was changed. Add new participations with “buendnisatlas new”."))
        if cells["check"] != check_sign(cells):
            raise RowError(_("A column that only shows was changed. Write into the yellow columns only."))
        if not any(cells[name] for name in EDITED):
            return None
        return self._decide(cells, author)

    def _decide(self, cells: Mapping[str, str], author: str) -> Decision:
        values, action = self._values(cells), self._action(cells["correction"])
        if values and action in (None, "confirm", "correct"):
            action = "correct"
        elif values:
            raise RowError(_("“wrong” and new values at once. Take one of them out."))
        elif action in (None, "correct"):
            raise RowError(_("It does not say what is right. Choose in the first column, or fill a “new” column."))
        return new_decision(
            action or "correct",
            cells["key"],
            object=cells["actor_key"] if "name" in values else None,
            author=author,
            values=values,
            about=f"{cells['actor']} – {cells['initiative']}",
            note=mask_contacts(cells["note"]),
        )

    def _action(self, word: str) -> str | None:
        if word and keys.fold(word) not in self.actions:
            raise RowError(_("“{word}” is no correction. Choose from the list.").format(word=word))
        return self.actions[keys.fold(word)] if word else None

    def _values(self, cells: Mapping[str, str]) -> dict[str, str]:
        values: dict[str, str] = {}
        if word := cells["new_role"]:
            if keys.fold(word) not in self.roles:
                raise RowError(_("“{word}” is no role. Choose from the list.").format(word=word))
            values["role"] = self.roles[keys.fold(word)]
        for field in ("since", "until"):
            if word := cells[f"new_{field}"]:
                values[field] = _day(word)
        if cells["new_name"]:
            if cells["actor_key"].startswith(GROUP):
                raise RowError(_("A group without a name cannot be renamed."))
            values["name"] = cells["new_name"]
        return values


def check_sign(cells: Mapping[str, str]) -> str:
    """What tells whether somebody wrote into a column that only shows."""
    shown = (" ".join(_ESCAPE.sub("", cells[name]).split()) for name in SHOWN)
    return keys.digest(cells["key"], cells["actor_key"], cells["known"], *shown)[:8]


def known_signs(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """For each fact that was decided on: what tells whether a table knows its decisions and what became of them."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for decision in decisions:
        told[decision.subject_id] += [decision.id, decision.written_at, str(decision.undone)]
    return {subject: keys.digest(*words)[:8] for subject, words in told.items()}


def repeated(decisions: Iterable[tuple[int, Decision]]) -> dict[int, int]:
    """The rows of which an earlier row says otherwise, of the participation or of its actor's name: row to that row."""
    first: dict[str, tuple[int, str]] = {}
    again: dict[int, int] = {}
    for number, decision in decisions:
        said = [(decision.subject_id, decision.id)]
        if decision.object_id:
            said.append((decision.object_id, dict(decision.values).get("name", "")))
        for subject, word in said:
            held, told = first.setdefault(subject, (number, word))
            if told != word:
                again.setdefault(number, held)
    return again


def _day(word: str) -> str:
    if word == NOTHING:
        return ""
    try:
        return read_as_of(word)
    except DocumentError as error:
        raise RowError(
            _("“{word}” is no date. Write it like 2019, 03.2019 or 16.03.2021.").format(word=word)
        ) from error
