"""The arrays' file: written whole or not at all, for the user alone, and believed only where all of it fits.

It holds names out of documents, so whoever deletes one for good deletes the file (`forget_arrays`).
"""

import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar, get_type_hints

import numpy as np
from numpy.typing import NDArray

from queries.arrays.origins import Origins
from queries.arrays.shape import Arrays

T = TypeVar("T")

Key: TypeAlias = Mapping[str, str]
_Flat: TypeAlias = Mapping[str, NDArray[np.generic]]

FILE = "arrays.npz"
_KEY = "key"
_ORIGINS = "origins"


@dataclass(frozen=True, slots=True)
class Made:
    """Arrays with what they belong to, and what they were made of."""

    key: Key
    arrays: Arrays
    origins: Origins


def write_arrays(folder: Path, made: Made) -> bool:
    """Keep the arrays in place of any others; False where the folder takes no file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{FILE}.", suffix=".part")
    except OSError:
        return False
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            told = np.frombuffer(json.dumps(dict(made.key)).encode(), np.uint8)
            named = {_KEY: told, **dict(_flattened("", made.arrays)), **dict(_flattened(_ORIGINS, made.origins))}
            np.savez(stream, **named)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        unfinished.replace(folder / FILE)
    except OSError:
        unfinished.unlink(missing_ok=True)
        return False
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return True


def read_arrays(folder: Path, key: Key) -> Arrays | None:
    """The kept arrays; None where there are none, where their key is another, or the file is broken."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as kept:
            if json.loads(kept[_KEY].tobytes()) != dict(key):
                return None
            return _built(Arrays, "", kept)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def read_made(folder: Path) -> Made | None:
    """What is kept, whatever its key; None where nothing is, or the file is broken."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as kept:
            key = json.loads(kept[_KEY].tobytes())
            return Made(key, _built(Arrays, "", kept), _built(Origins, _ORIGINS, kept))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def forget_arrays(folder: Path) -> None:
    """Delete what is kept, whatever it holds. Raises OSError where that is impossible."""
    (folder / FILE).unlink(missing_ok=True)
    for unfinished in folder.glob(f".{FILE}.*.part"):
        unfinished.unlink(missing_ok=True)


def _flattened(path: str, value: object) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Each array by the way to it, such as "nodes.ids.content"; a text or a number as an array of one."""
    if not is_dataclass(value):
        yield path, np.asarray(value)
        return
    for name in get_type_hints(type(value)):
        yield from _flattened(f"{path}.{name}" if path else name, getattr(value, name))


def _built(cls: Callable[..., T], path: str, kept: _Flat) -> T:
    hints = get_type_hints(cls)
    return cls(**{name: _value(hint, f"{path}.{name}" if path else name, kept) for name, hint in hints.items()})


def _value(hint: object, path: str, kept: _Flat) -> object:
    if isinstance(hint, type) and is_dataclass(hint):
        return _built(hint, path, kept)
    found = kept[path]
    return found.item() if hint in (int, str) else found
