"""`gaps --json` and `--csv` are the same bytes from either store; so are the answers of saved questions."""

from pathlib import Path

import pytest

from queries.saved import saved_questions
from seeds.documents import sample_documents
from tests.conftest import KINDS
from tests.viz.commands.conftest import Atlas

GIVEN = {"name": "industrie", "one": "IG Metall", "other": "BDI"}


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """What each store said, in the order of the questions."""
    return {}


def test_gaps_and_saved_questions_are_the_same_bytes(
    either: Atlas, said: dict[str, list[str]], request: pytest.FixtureRequest
) -> None:
    assert either("load", Path(sample_documents()[0]).parent).code == 0
    assert (
        either("correct", "participation", "LVI", "Industriedialog Baden-Württemberg", "--reject", "--by", "AB").code
        == 0
    )
    answers = [either("gaps", form, *rest).out for form, *rest in (("--json",), ("--json", "--region", "Hessen"))]
    answers += [either("gaps", "--csv", "-").out, either("gaps").out]
    for one in saved_questions():
        given = [part for name in one.parameters for part in ("--param", f"{name}={GIVEN[name]}")]
        if one.name != "decisions":  # they bear the time at which they were made
            answers += [either("cypher", one.name, *given, *form).out for form in ((), ("--json",), ("--csv", "-"))]
    assert all(answers)
    said[request.node.callspec.params["store_place"]] = answers
    if len(said) == len(KINDS):
        assert all(one == answers for one in said.values())
