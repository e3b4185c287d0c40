"""Codes in words: the closed lists are complete, and say what the design says."""

from enum import StrEnum

import pytest

from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Role, Status, Strength, UnreadReason
from queries.answers import CellValue, Column, Mark
from viz.language import speaking
from viz.wording.cells import head_column, sign_of, sign_of_mark, word_column, word_mark, word_value
from viz.wording.dates import word_date, word_period, word_size
from viz.wording.kinds import (
    word_actor_kind,
    word_initiative_type,
    word_interest,
    word_role,
    word_status,
    word_strength,
    word_unread_reason,
)
from viz.words import map_wording

LISTS = [
    (ActorKind, word_actor_kind),
    (InitiativeType, word_initiative_type),
    (Role, word_role),
    (Strength, word_strength),
    (Status, word_status),
    (InterestKind, word_interest),
    (UnreadReason, word_unread_reason),
    (Column, word_column),
    (Column, head_column),
    (CellValue, word_value),
    (Mark, word_mark),
]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("kinds", "word"), LISTS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_every_member_of_a_list_has_a_word_of_its_own(kinds: type[StrEnum], word: object, language: str) -> None:
    assert callable(word)
    with speaking(language):
        words = [word(member) for member in kinds]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (CellValue.PRESENT, "beteiligt"),
        (CellValue.INFORMAL, "unterstützt ohne förmliche Beteiligung"),
        (CellValue.ABSENT, "laut Quelle nicht beteiligt"),
        (CellValue.REPRESENTED, "vertreten über …"),
        (CellValue.TO_CHECK, "kommt vor, bitte prüfen"),
        (CellValue.NOT_LISTED, "Beteiligte aufgezählt, diese Art nicht darunter"),
        (CellValue.NOT_MENTIONED, "in den Quellen nicht genannt"),
        (CellValue.NOBODY_NAMED, "keine Beteiligten genannt"),
    ],
)
def test_a_cell_says_what_the_design_says(value: CellValue, word: str) -> None:
    assert word_value(value) == word


@pytest.mark.parametrize(
    ("role", "word"),
    [
        (Role.LEAD, "Federführung/Vorsitz"),
        (Role.SPONSOR, "Träger"),
        (Role.COMMISSIONER, "Auftraggeber"),
        (Role.PARTICIPANT, "wirkt mit"),
        (Role.SERVICE_PROVIDER, "beauftragt"),
    ],
)
def test_a_role_is_called_what_the_design_calls_it(role: Role, word: str) -> None:
    assert word_role(role) == word


def test_a_public_body_is_called_the_same_on_the_terminal_and_the_map() -> None:
    """The Senat and the Staatskanzlei are public bodies, not ministries."""
    words = map_wording().words
    assert [word_actor_kind(kind) for kind in (ActorKind.MINISTRY, ActorKind.PUBLIC_BODY)] == [
        "Ministerium",
        "Öffentliche Stelle",
    ]
    assert (words["kind_ministry"], words["kind_public_body"]) == ("Ministerium", "Öffentliche Stelle")
    assert words["head_government"] == "Ministerium, öffentliche Stelle"
    assert word_column(Column.GOVERNMENT) == "Ministerium oder öffentliche Stelle"


def test_one_chamber_is_never_called_another() -> None:
    assert [word_actor_kind(ActorKind.CHAMBER, one) for one in ChamberType] == [
        "IHK",
        "Handwerkskammer",
        "Arbeitskammer",
    ]


def test_every_cell_value_and_mark_has_a_sign_of_its_own() -> None:
    signs = [sign_of(value) for value in CellValue] + [sign_of_mark(mark) for mark in Mark]
    assert len(set(signs)) == len(signs)
    assert all(len(sign) == 1 for sign in signs)


@pytest.mark.parametrize(
    ("date", "word"),
    [("2021-03-16", "16.03.2021"), ("2019-03", "03.2019"), ("2019", "2019"), (None, "Stand unbekannt")],
)
def test_a_date_is_written_day_first(date: str | None, word: str) -> None:
    assert word_date(date) == word


@pytest.mark.parametrize(
    ("since", "until", "word"),
    [
        ("2012", "2019", "2012–2019"),
        ("2012", None, "seit 2012"),
        (None, "2019-03", "bis 03.2019"),
        ("2012", "2012", "2012"),
        (None, None, ""),
    ],
)
def test_a_period_is_written_shortly(since: str | None, until: str | None, word: str) -> None:
    assert word_period(since, until) == word


@pytest.mark.parametrize(
    ("size", "word"), [(0, "0 B"), (999, "999 B"), (1500, "1,5 kB"), (12_345_678, "12,3 MB"), (5_000_000_000, "5,0 GB")]
)
def test_a_size_is_read_at_a_glance(size: int, word: str) -> None:
    assert word_size(size) == word
