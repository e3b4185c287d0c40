"""Disks of a test's own: small, full, read-only."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def mount(*arguments: str) -> bool:
    """Mount something, where that is possible."""
    program = shutil.which("mount")
    return (
        bool(program) and subprocess.run([str(program), *arguments], capture_output=True, check=False).returncode == 0
    )


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[Path]:
    """A file system of this size in memory while the block runs; the test is skipped where none can be mounted."""
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        pytest.skip("mounting a tmpfs is not possible here (not Linux, or not root)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill_up(folder: Path) -> Path:
    """Leave no room on the folder's disk; the file that takes it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(b"\0" * 65_536)
    with ballast.open("ab", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(b"\0")
    return ballast
