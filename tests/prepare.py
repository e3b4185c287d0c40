"""Install what the tests need beyond Python packages: a Chromium. `python -m tests.prepare`; does nothing where one is.

Debian's package where apt-get is there and we may use it, Playwright's own build elsewhere.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_KNOWN = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The browser's program: BUENDNISATLAS_CHROMIUM, else one on the path, else Playwright's, else None."""
    named = os.environ.get("BUENDNISATLAS_CHROMIUM")
    if named:
        return named
    found = next((path for name in _KNOWN if (path := shutil.which(name))), None)
    return found or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        if subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, **quiet).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if find_chromium() is None:
        print("Chromium for the browser tests is being installed …", flush=True)
        _install()
    print("Browser:", find_chromium())
