"""The matrix on a terminal: under which heading an initiative stands."""

import pytest

from graph.kinds import InitiativeType
from queries.answers import Column, Coverage, UnknownRegion
from seeds.register import load_register
from tests.viz.pictures import initiative, row
from viz.commands.matrix import say_matrix

DIALOGUE = InitiativeType.DIALOGUE


def said(found: Coverage, capsys: pytest.CaptureFixture[str]) -> list[str]:
    say_matrix(found, load_register(), columns=list(Column))
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_what_is_nationwide_and_what_has_no_region_stand_apart_and_each_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    nationwide = [initiative(name, name, DIALOGUE, None, regions=("de",)) for name in ("Ab", "Cd")]
    regionless = [initiative(name, name, DIALOGUE, None) for name in ("Bc", "De")]
    hessian = initiative("Ef", "Ef", DIALOGUE, "de-he")
    rows = sorted([*nationwide, *regionless], key=lambda one: one.name)
    lines = said(Coverage(tuple(map(row, [*rows, hessian])), (), (), ()), capsys)
    start = lines.index("bundesweit")
    assert [line.partition("  ·")[0].rstrip() for line in lines[start : start + 8]] == [
        "bundesweit", "  Ab", "  Cd", "ohne Region", "  Bc", "  De", "Hessen", "  Ef"
    ]  # fmt: skip


def test_a_land_without_an_initiative_is_not_said_to_be_without_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(Coverage((), (), (UnknownRegion("de-sl", "Saarland", ()),), ()), capsys)
    assert "  in den Dokumenten keine Initiative genannt: Saarland" in lines
