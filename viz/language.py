"""The language on the screen: every word a person reads passes through here.

msgids are English; the catalogues lie in `viz/locale/`. German is complete and the default. click words its own
messages through gettext's process-wide domain, so `speaking` binds that one too.
"""

import gettext as standard
import os
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DOMAIN = "buendnisatlas"
LANGUAGES = ("de", "en")
DEFAULT_LANGUAGE = "de"

_spoken: ContextVar[str] = ContextVar("spoken", default=DEFAULT_LANGUAGE)


def _(message: str) -> str:
    """The message in the language now spoken."""
    return _catalogue(_spoken.get()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the language now spoken, in the form that fits the count."""
    return _catalogue(_spoken.get()).ngettext(singular, plural, count)


def mark(message: str) -> str:
    """Mark a msgid in a table; `_` words it when it is shown."""
    return message


def spoken_language() -> str:
    """The language now spoken: "de" or "en"."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Generator[None]:
    """Speak a language, click included, until the block ends."""
    before, token = os.environ.get("LANGUAGE"), _spoken.set(language)
    standard.bindtextdomain(DOMAIN, str(locale_folder()))
    standard.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        _spoken.reset(token)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def locale_folder() -> Path:
    """Where the catalogues lie."""
    return Path(__file__).parent / "locale"


@cache
def _catalogue(language: str) -> standard.NullTranslations:
    return standard.translation(DOMAIN, str(locale_folder()), [language])
