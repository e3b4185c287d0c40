"""The packaged sample documents: what a new user's first map is made of.

Twelve German texts in the project's own words about real initiatives: overviews by Land, web pages, a press release, a
newsletter, minutes and lists. They restate published facts of 2016 to 2023 and name no persons; their contact data is
invented. One is undated on purpose.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent / "documents"


def sample_documents() -> tuple[Path, ...]:
    """The sample documents, sorted by file name; never empty."""
    return tuple(sorted(path for path in _FOLDER.iterdir() if path.suffix in {".html", ".md", ".txt"}))
