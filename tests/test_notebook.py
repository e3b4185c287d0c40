"""docs/notebook.ipynb is true: it runs, and what it shows is what is stored in it."""

from tests.notebook import PAGE, read_notebook, run_notebook, shown


def test_the_notebook_runs_and_shows_what_is_stored() -> None:
    stored = list(shown(read_notebook()))
    assert list(shown(run_notebook())) == stored, "python -m tests.notebook stores it anew"
    assert any("Gewerkschaften gehören der Initiative nicht an." in text for _source, text in stored)


def test_the_notebook_names_no_place_of_a_machine() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [part for part in ("/tmp", "/home", "/ro" + "ot", "/wo" + "rk", "C:\\\\") if part in text] == []
