"""What two names are to each other: a table, judged in both directions."""

import pytest

from queries.candidates import pair_up
from queries.sameness import judge
from queries.verdicts import Sameness, to_subject
from seeds.register import load_register
from tests.queries.sameness_table import ACTORS, APART, INITIATIVES, PHASES, REVIEW, SAME, Case, a_named

REGISTER = load_register()
_WORDS = {Sameness.SAME: SAME, Sameness.PHASES: PHASES, Sameness.POSSIBLE: REVIEW}


def _subjects(case: Case):
    circle = ("actor:shared",) if case.shared else ()
    documents = ("document:1", "document:1" if case.one_document else "document:2")
    return [
        to_subject(a_named(line, document), REGISTER, circle)
        for line, document in zip((case.one, case.other), documents, strict=True)
    ]


def _ids(case: Case) -> str:
    return f"{case.one} + {case.other}"


@pytest.mark.parametrize("case", [*INITIATIVES, *ACTORS], ids=_ids)
def test_two_names_are_judged_by_language_place_and_period(case: Case) -> None:
    one, other = _subjects(case)
    found = {judge(one, other, REGISTER), judge(other, one, REGISTER)}
    assert len(found) == 1
    [verdict] = found
    assert (_WORDS[verdict.sameness] if verdict else APART) == case.verdict, verdict


@pytest.mark.parametrize("case", [case for case in (*INITIATIVES, *ACTORS) if case.verdict != APART], ids=_ids)
def test_what_may_be_one_is_compared(case: Case) -> None:
    assert len(pair_up(_subjects(case), REGISTER)) == 1


@pytest.mark.parametrize("name", ["A AG", "GmbH"])
def test_a_name_of_nothing_but_a_legal_form_is_compared_with_nothing(name: str) -> None:
    subjects = [to_subject(a_named(f"{one} = company", f"document:{one}"), REGISTER) for one in (name, "Werk Eins AG")]
    assert pair_up(subjects, REGISTER) == []
