"""The log: what the program did, in the platform's log folder, a few rotated files.

It holds no secrets and no quotes: a traceback is written as its frames and the class of the error, without the
message, which may carry a piece of a document or a connection's particulars.
"""

import copy
import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_FILE = "buendnisatlas.log"
_ROOMS = ("graph", "seeds", "loaders", "queries", "viz")
_BYTES = 1_000_000
_KEPT = 3
_secrets: set[str] = set()


class _SafeFormatter(logging.Formatter):
    """Writes errors without their messages, and secrets as dots."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        bare = copy.copy(record)
        bare.exc_info, bare.exc_text = None, None
        line = super().format(bare)
        if error is not None:
            line += "\n" + describe_safely(error)
        return conceal(line)


def start_log(folder: Path, *, secrets: tuple[str, ...] = (), verbose: bool = False) -> Path | None:
    """Write the rooms' log to this folder; the file, or None where none can be written. Nothing reaches the console."""
    logging.raiseExceptions = False
    logging.getLogger().addHandler(logging.NullHandler())
    for secret in secrets:
        keep_out(secret)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=False
        )
    except OSError:
        return None
    handler.setFormatter(_SafeFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for room in _ROOMS:
        logger = logging.getLogger(room)
        logger.setLevel(logging.DEBUG if verbose else logging.INFO)
        logger.addHandler(handler)
    return folder / LOG_FILE


def current_log() -> Path | None:
    """The file the log is written to now, if any."""
    handlers = logging.getLogger("viz").handlers
    return next((Path(handler.baseFilename) for handler in handlers if isinstance(handler, RotatingFileHandler)), None)


def keep_out(secret: str) -> None:
    """Show dots for a secret until the log is stopped, whether or not one is written. Empty ones are none."""
    if secret:
        _secrets.add(secret)


def conceal(text: str) -> str:
    """The text with dots for every secret."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, "…")
    return text


def stop_log() -> None:
    """Close the log, so that its file can be moved or removed."""
    _secrets.clear()
    for room in _ROOMS:
        logger = logging.getLogger(room)
        for handler in tuple(logger.handlers):
            if isinstance(handler, RotatingFileHandler):
                logger.removeHandler(handler)
                handler.close()


def describe_safely(error: BaseException) -> str:
    """An error's frames and class, and those of what caused it, without any message."""
    lines: list[str] = []
    current: BaseException | None = error
    while current is not None:
        lines += [line.rstrip() for line in traceback.format_tb(current.__traceback__)]
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)
