"""The terminal as we find it: UTF-8 out, one clear line for what went wrong, exit codes."""

import codecs
import io
import os
import sys

_LEGIBLE = "legible"

OK = 0
BAD_INPUT = 1
WRONG_USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells count it (128 + SIGPIPE): the reader had enough; neither our fault nor worth a word."""


def prepare_console() -> None:
    """Write UTF-8 whatever the locale says (cp1252, LC_ALL=C); names of files come out as they are."""
    codecs.register_error(_LEGIBLE, _say_legibly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=_LEGIBLE)


def _say_legibly(error: UnicodeError) -> tuple[bytes, int]:
    """The bytes of a file's name that the locale could not read: as UTF-8, else as \xf6; other halves become "?"."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    half = error.object[error.start : error.end]
    try:
        text = half.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        text = "?" * len(half)
    return text.encode("utf-8"), error.end


def drop_output() -> None:
    """Send what is still buffered nowhere, so that a closed pipe is not complained about at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue


def settle_output() -> None:
    """Write what is still buffered, or drop it where nothing more can be written: it was complained about already."""
    try:
        sys.stdout.flush()
    except OSError:
        drop_output()


def can_show_windows() -> bool:
    """Whether a browser window could open here: not over a bare remote shell or in a container."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
