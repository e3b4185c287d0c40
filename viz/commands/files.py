"""Writing and reading whole files: a file is either as it was or complete, and "-" is the pipe."""

import codecs
import dataclasses
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from viz.commands.lines import say

PIPE = "-"


def write_whole(path: str, pieces: Iterable[str]) -> None:
    """Write text as UTF-8 with plain line ends; a file is put in its place only when it is complete."""
    write_bytes(path, (piece.encode("utf-8") for piece in pieces))


def write_bytes(path: str, pieces: Iterable[bytes]) -> None:
    """The same for a file that is no text."""
    if path == PIPE:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(path), pieces)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(handle)
        unfinished.chmod(_usual_mode(target))
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _usual_mode(target: Path) -> int:
    """The mode the file has or would have had: a temporary file is private, a result is not."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def read_lines(path: str) -> Iterator[bytes]:
    """The lines of a file or of the pipe, one at a time, without a byte order mark before the first."""
    if path == PIPE:
        yield from _without_mark(sys.stdin.buffer)
        return
    with Path(path).open("rb") as stream:
        yield from _without_mark(stream)


def _without_mark(lines: Iterable[bytes]) -> Iterator[bytes]:
    rest = iter(lines)
    yield from (line.removeprefix(codecs.BOM_UTF8) for line in islice(rest, 1))
    yield from rest


def say_json(value: object) -> None:
    """Write a value as JSON: dataclasses as objects, keys as they are named in the program."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return str(value)
