"""Colours and shapes: every kind and role is drawn, none like another, all visible on white."""

import itertools
import re
from importlib import resources

import pytest

from graph.kinds import ActorKind, ChamberType, Role, Strength
from queries.answers import CellValue
from viz.palette import INITIATIVE, Look, load_palette, look_key

PALETTE = load_palette()


def contrast_on_white(colour: str) -> float:
    """WCAG 2 contrast of a colour with white."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_every_kind_has_a_look() -> None:
    keys = {look.key for look in PALETTE.looks}
    wanted = {look_key(kind, None) for kind in ActorKind} | {look_key(ActorKind.CHAMBER, one) for one in ChamberType}
    assert keys == wanted | {INITIATIVE}


def test_no_two_kinds_share_a_shape() -> None:
    shapes = [look.shape for look in PALETTE.looks]
    assert len(set(shapes)) == len(shapes)


def test_every_shape_and_sign_is_drawn_by_the_page() -> None:
    script = (resources.files("viz") / "static/shapes.js").read_text(encoding="utf-8")
    drawn = set(re.findall(r'^    \["(\w+)", ', script, re.MULTILINE))
    assert drawn == {look.shape for look in PALETTE.looks} | set(CellValue)


@pytest.mark.parametrize("look", PALETTE.looks, ids=lambda look: look.key)
def test_symbols_stand_out_from_white(look: Look) -> None:
    assert contrast_on_white(look.border) >= 3


def test_every_role_has_one_line_and_groups_differ_by_more_than_colour() -> None:
    assert sorted(role for stroke in PALETTE.strokes for role in stroke.roles) == sorted(Role)
    assert PALETTE.stroke(Role.LEAD).key == "leading"
    for one, other in itertools.combinations(PALETTE.strokes, 2):
        assert (one.dash, one.width) != (other.dash, other.width)


def test_absences_carry_a_mark_no_participation_has() -> None:
    assert {stroke.key for stroke in PALETTE.absences} == set(Strength)
    assert len({stroke.mark for stroke in PALETTE.absences} - {None}) == 2
    assert not any(stroke.mark for stroke in PALETTE.strokes)
