"""Run docs/notebook.ipynb and store what its cells show: `python -m tests.notebook`.

The outputs are stored so that the page can be read without running it; a test runs it and compares them.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "notebook.ipynb"
Notebook = nbformat.NotebookNode
_LONGEST = 300


def run_notebook() -> Notebook:
    """The notebook as it comes out of a run of its own, in an empty home. Raises CellExecutionError."""
    page = read_notebook()
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        kept = {**os.environ, "BUENDNISATLAS_HOME": home, "PYTHONPATH": str(ROOT)}
        for name in [name for name in kept if name.startswith("NEO4J_") or name == "BUENDNISATLAS_GRAPH"]:
            del kept[name]
        client = NotebookClient(page, timeout=_LONGEST, kernel_name="python3")
        with client.setup_kernel(env=kept, cwd=home):
            for number, cell in enumerate(page.cells):
                client.execute_cell(cell, number)
    return _plain(page)


def read_notebook() -> Notebook:
    """The notebook as it is stored."""
    return cast(Notebook, nbformat.read(PAGE, as_version=4))


def shown(page: Notebook) -> Iterator[tuple[str, str]]:
    """Each cell's source with the text it shows; blanks and lines count as one blank."""
    for cell in page.cells:
        if cell.cell_type == "code":
            texts = [output.get("text") or output["data"]["text/plain"] for output in cell.outputs]
            yield cell.source, " ".join(" ".join(texts).split())


def _plain(page: Notebook) -> Notebook:
    """Without times and numbers of runs, and without what differs from machine to machine."""
    for cell in page.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if "execution_count" in output:
                    output["execution_count"] = None
    page.metadata = {"kernelspec": page.metadata["kernelspec"], "language_info": {"name": "python"}}
    return page


if __name__ == "__main__":
    nbformat.write(run_notebook(), PAGE)
