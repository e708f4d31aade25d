"""Sees to a browser for the tests: one on the machine, else Playwright's own, else Debian's package.

Run before the tests (``make test`` does). It ends with 0 when a browser is there, and otherwise says
what to install: no test is skipped for want of one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_DEBIAN = ("chromium", "fonts-noto-cjk")


def browser() -> str | None:
    """The path of a Chromium that Playwright can drive, or None."""
    chosen = os.environ.get("GONGSHI_CHROMIUM")
    if chosen:
        return chosen
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(*command: str) -> bool:
    print("+", *command, flush=True)
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode == 0


def _install() -> None:
    if _run(sys.executable, "-m", "playwright", "install", "chromium"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", *_DEBIAN)


def main() -> int:
    """Make sure that there is a browser."""
    if not browser():
        _install()
    if browser():
        return 0
    print(
        "The browser tests need Chromium, and none could be installed here.\n"
        "Install it (Debian and Ubuntu: apt-get install chromium), or name one in GONGSHI_CHROMIUM, "
        "then run make test again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
