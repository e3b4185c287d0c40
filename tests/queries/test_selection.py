"""Which initiatives a question is about: type, topic and time, each alone and together."""

import pytest

from graph.errors import QuestionError
from graph.kinds import InitiativeType
from queries.answers import Coverage
from queries.selection import Selection, select
from tests.viz.pictures import initiative, row

PLAN, DIALOGUE = InitiativeType.MASTER_PLAN, InitiativeType.DIALOGUE
HELD = Coverage(
    rows=(
        row(initiative("a", "Alt", PLAN, "de-he", since="2010", until="2015-06", topics=("Energiewende",))),
        row(initiative("b", "Läuft", DIALOGUE, "de-he", since="2016-03", topics=("Digitalisierung der Arbeit",))),
        row(initiative("c", "Vorbei", PLAN, "de-th", until="2012")),
        row(initiative("d", "Ohne", DIALOGUE, "de-th")),
    ),
    without_table=(row(initiative("e", "Nacht", InitiativeType.EVENT, "de-he", since="2017-06-20")),),
    unknown=(),
    documents=(),
)


def names(found: Coverage) -> list[str]:
    return [one.initiative.name for one in (*found.rows, *found.without_table)]


CASES = [
    (Selection(), ["Alt", "Läuft", "Vorbei", "Ohne", "Nacht"]),
    (Selection(types=(PLAN,)), ["Alt", "Vorbei"]),
    (Selection(types=(PLAN, InitiativeType.EVENT)), ["Alt", "Vorbei", "Nacht"]),
    (Selection(topics=("energiewende",)), ["Alt"]),
    (Selection(topics=("Digital",)), ["Läuft"]),
    (Selection(topics=("arbeit digitalisierung",)), ["Läuft"]),
    (Selection(since="2015-06"), ["Alt", "Läuft", "Ohne", "Nacht"]),
    (Selection(since="2015-07"), ["Läuft", "Ohne", "Nacht"]),
    (Selection(until="2009"), ["Vorbei", "Ohne"]),
    (Selection(until="2016-02-28"), ["Alt", "Vorbei", "Ohne"]),
    (Selection(since="2013", until="2016-03"), ["Alt", "Läuft", "Ohne"]),
    (Selection(types=(DIALOGUE,), topics=("Arbeit",), since="2020"), ["Läuft"]),
]


@pytest.mark.parametrize(("wanted", "kept"), CASES)
def test_initiatives_are_kept_that_are_so_or_may_have_been(wanted: Selection, kept: list[str]) -> None:
    assert names(select(HELD, wanted)) == kept


def test_a_topic_that_none_has_gives_the_nearest() -> None:
    with pytest.raises(QuestionError) as raised:
        select(HELD, Selection(topics=("Energiewände",)))
    assert raised.value.code == "unknown_topic"
    assert str(raised.value.details["nearest"]).split(", ")[0] == "Energiewende"


def test_where_no_topics_are_told_none_can_be_asked_for() -> None:
    bare = Coverage((row(initiative("a", "A", PLAN, "de-he")),), (), (), ())
    with pytest.raises(QuestionError) as raised:
        select(bare, Selection(topics=("Energie",)))
    assert raised.value.code == "no_topics"


def test_an_empty_matrix_stays_empty_whatever_is_asked() -> None:
    assert select(Coverage((), (), (), ()), Selection(topics=("Energie",), types=(PLAN,))) == Coverage((), (), (), ())


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(QuestionError) as raised:
        Selection(since="2020", until="2015")
    assert raised.value.code == "period_reversed"
    assert Selection(since="2020-05", until="2020")
