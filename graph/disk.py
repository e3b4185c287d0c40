"""What the system's errors say of the disk a graph lies on."""

import errno
from pathlib import Path

from graph.errors import StoreError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def disk_error(folder: Path, error: OSError) -> StoreError:
    """What an error of the system says of the folder's disk."""
    if error.errno in _FULL:
        return StoreError("disk_full", path=str(folder))
    if isinstance(error, NotADirectoryError | FileExistsError):
        return StoreError("graph_not_a_folder", path=str(folder))
    return StoreError("graph_not_writable", path=str(folder))
