"""The newest date and the order of evidence."""

from queries.evidence import newest_date, newest_first
from tests.queries.claims import evidence

UNDATED, OLD = evidence("a"), evidence("b", date="2017-03-14", start=10)
REPORTED = evidence("c", date="2016", start=20, as_of="2018-05")


def test_the_newest_date_is_what_a_passage_says_itself_before_its_document_s() -> None:
    assert newest_date((UNDATED,)) is None
    assert newest_date((UNDATED, OLD, REPORTED)) == "2018-05"
    assert newest_date((OLD, UNDATED)) == "2017-03-14"


def test_the_newest_passage_comes_first_and_undated_ones_last() -> None:
    assert newest_first((UNDATED, OLD, REPORTED)) == (REPORTED, OLD, UNDATED)
