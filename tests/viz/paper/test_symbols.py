"""Paper and page look alike: the same shapes and signs in both."""

import re
from collections.abc import Callable

import pytest

from queries.answers import CellValue
from tests.viz.conftest import Visit
from tests.viz.pictures import small_picture
from viz.palette import load_palette
from viz.paper.symbols import OUTLINES, SIGNS


def numbers(path: str) -> list[float]:
    return [round(float(found), 2) + 0.0 for found in re.findall(r"-?\d*\.?\d+", path)]


@pytest.mark.browser
def test_shapes_are_those_of_the_page(open_map: Callable[..., Visit]) -> None:
    page = open_map(small_picture()).page
    for look in load_palette().looks:
        drawn = page.evaluate("kind => atlas.shapes.symbol(kind).firstChild.getAttribute('d')", {"shape": look.shape})
        assert numbers(drawn) == pytest.approx(numbers(OUTLINES[look.shape]), abs=0.02), look.shape


@pytest.mark.browser
def test_signs_are_those_of_the_page(open_map: Callable[..., Visit]) -> None:
    page = open_map(small_picture()).page
    script = "value => [...atlas.shapes.sign(value).children].map(p => [p.getAttribute('class'), p.getAttribute('d')])"
    for value in CellValue:
        assert [tuple(part) for part in page.evaluate(script, value.value)] == list(SIGNS[value])
