"""Dates with prefixes: which come first, which meet."""

import pytest

from queries.dates import Period, first_day, is_until, last_day, period
from tests.queries.claims import evidence


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-05", "2017-05-01", "2017-05-31"),
        ("2017-05-04", "2017-05-04", "2017-05-04"),
    ],
)
def test_a_prefix_means_all_its_days(date, first, last):
    assert (first_day(date), last_day(date)) == (first, last)


@pytest.mark.parametrize(
    ("date", "limit", "known"),
    [
        (None, "2017", True),
        ("2030", None, True),
        ("2017-12-31", "2017", True),
        ("2018", "2017", False),
        ("2017", "2017-02-01", True),
        ("2017-03", "2017-02", False),
    ],
)
def test_what_was_known_at_a_date(date, limit, known):
    assert is_until(date, limit) is known


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({}, Period(None, None)),
        ({"date": "2017"}, Period("2017-01-01", "2017-12-31")),
        ({"date": "2017", "as_of": "2015-03"}, Period("2015-03-01", "2015-03-31")),
        ({"date": "2017", "since": "2010"}, Period("2010-01-01", "2017-12-31")),
        ({"date": "2017", "since": "2018"}, Period("2018-01-01", None)),
        ({"date": "2017", "until": "2015"}, Period(None, "2015-12-31")),
        ({"since": "2010"}, Period("2010-01-01", None)),
        ({"until": "2010"}, Period(None, "2010-12-31")),
        ({"since": "2010", "until": "2012"}, Period("2010-01-01", "2012-12-31")),
    ],
)
def test_the_time_a_statement_speaks_of(times, expected):
    assert period(evidence(**times)) == expected
