"""Bring what the tests need beyond Python packages: a Chromium and Neo4j's jars. `python -m tests.prepare`.

Does nothing where they are. The browser is Debian's package where apt-get is there and we may use it, Playwright's own
build elsewhere. Without a network at home the tests run without Neo4j; where `CI` is set, that is an error.
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


def _bring_neo4j() -> None:
    from graph.errors import StoreError
    from graph.neo4j_server.jars import missing_jars
    from graph.neo4j_server.release import packaged_release
    from tests.neo4j_run import PLACES, fetch

    release = packaged_release()
    try:
        if missing_jars(PLACES.jars, release):
            print(
                f"Neo4j {release.version} for the tests is being fetched, {release.size >> 20} MB, once …", flush=True
            )
            fetch(release)
        print("Neo4j:", release.version)
    except StoreError as error:
        print("Neo4j: none,", error)
        if os.environ.get("CI"):
            raise


if __name__ == "__main__":
    if find_chromium() is None:
        print("Chromium for the browser tests is being installed …", flush=True)
        _install()
    print("Browser:", find_chromium())
    _bring_neo4j()
