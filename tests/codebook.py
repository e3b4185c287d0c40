"""Write docs/codebook.md anew: `python -m tests.codebook`."""

from pathlib import Path

from viz.codebook import codebook_page
from viz.language import speaking

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"


def page() -> str:
    """The page as it should be, in German."""
    with speaking("de"):
        return "".join(codebook_page())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
