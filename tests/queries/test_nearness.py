"""How territories lie to each other, on the register's own places."""

import pytest

from queries.nearness import CLOSE_KM, Lies, Nearness, kilometres
from seeds.register import load_register

REGISTER = load_register()
NEARNESS = Nearness(REGISTER)


@pytest.mark.parametrize(
    ("one", "other", "lies"),
    [
        (("kreis-lippe",), ("kreis-lippe",), Lies.SAME),
        (("de-he",), ("stadt-frankfurt-am-main",), Lies.WITHIN),
        (("stadt-frankfurt-am-main",), ("de-he",), Lies.AROUND),
        (("kreis-lippe",), ("gemeinde-05766008",), Lies.WITHIN),
        (("gemeinde-05766008",), ("stadt-bielefeld",), Lies.CLOSE),
        (("stadt-wiesbaden",), ("stadt-mainz",), Lies.CLOSE),
        (("kreis-lippe",), ("stadt-koeln",), Lies.LAND),
        (("kreis-lippe",), ("de",), Lies.COUNTRY),
        (("de",), ("kreis-lippe",), Lies.COUNTRY),
        (("de-be",), ("stadt-potsdam",), Lies.CLOSE),
    ],
)
def test_the_nearest_way_of_lying_is_told(one, other, lies):
    near = NEARNESS.between(one, other)
    assert near is not None
    assert near.lies is lies
    assert (near.km is not None and near.km <= CLOSE_KM) == (lies is Lies.CLOSE)


@pytest.mark.parametrize("other", [("de-by",), ("stadt-rostock",), (), ("de-xx",)])
def test_far_away_and_unknown_are_not_near(other):
    assert NEARNESS.between(("kreis-lippe",), other) is None


def test_what_is_close_is_so_both_ways():
    one, other = REGISTER.region("stadt-wiesbaden"), REGISTER.region("stadt-mainz")
    assert kilometres(one, other) == kilometres(other, one) == pytest.approx(9, abs=3)
