"""The days that a question may ask for, as people write them: "2019", "03.2019", "16.03.2021" or ISO 8601."""

import re

from graph.errors import QuestionError
from loaders.dating import read_as_of

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""What a question may ask for; no other year is read as a date."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def asked_day(value: str) -> str:
    """The day as ISO 8601, prefixes too.

    Raises QuestionError("date_out_of_bounds") and DocumentError("bad_date").
    """
    year = _YEAR.search(value)
    if year and not FIRST_YEAR <= int(year[0]) <= LAST_YEAR:
        raise QuestionError("date_out_of_bounds", value=value, first=FIRST_YEAR, last=LAST_YEAR)
    return read_as_of(value)
