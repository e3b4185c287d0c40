"""Renew the catalogues in viz/locale: `python -m tests.viz.catalogues`.

New messages are added (German empty, to be written; English as they are), those no longer used are dropped, and both
are compiled. The words of click stay as they are, since another version may use them again.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.viz.msgids import Msgid, messages_in
from viz.language import DOMAIN, LANGUAGES, locale_folder

HOME = Path(__file__).parents[2]
# A fixed date: the same messages make the same files, whoever renews them when.
_DATE = datetime(2026, 11, 21, tzinfo=UTC)
_NAMES = {"de": "German", "en": "English"}


def renew(given: Mapping[str, str | tuple[str, str]] | None = None) -> list[str]:
    """Write and compile the catalogues; the messages that still have no German. `given` are new translations,
    one text or singular and plural."""
    ours, theirs = messages_in(HOME / "viz"), messages_in(Path(click.__file__).parent)
    waiting: list[str] = []
    for language in LANGUAGES:
        path = locale_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        old = _old(path, language)
        new = Catalog(locale=language, domain=DOMAIN, charset="utf-8", fuzzy=False)
        new.header_comment = f"# The {_NAMES[language]} words of Bündnisatlas."
        new.creation_date = new.revision_date = _DATE
        kept = {one.id for one in old if one.id and "click" in one.auto_comments} - set(ours)
        for id in sorted({*ours, *theirs, *kept}, key=str):
            words = _words(id, old, given or {}, language)
            new.add(id, words, auto_comments=[] if id in ours else ["click"])
            waiting += [str(id)] if not all([words] if isinstance(words, str) else words) else []
        with path.open("wb") as file:
            write_po(file, new, width=110, no_location=True, sort_output=True)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, new)
    return waiting


def _old(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _words(id: Msgid, old: Catalog, given: Mapping[str, str | tuple[str, str]], language: str) -> str | tuple[str, ...]:
    singular = id if isinstance(id, str) else id[0]
    if language == "en":
        return id
    if singular in given:
        words = given[singular]
        first, last = (words, words) if isinstance(words, str) else words
        return first if isinstance(id, str) else (first, last)
    before = old.get(id)
    held = before.string if before is not None else ""
    return held if isinstance(held, str) == isinstance(id, str) else ("", "")


if __name__ == "__main__":
    print("\n".join(renew()) or "complete")
