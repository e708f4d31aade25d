"""Sees to LibreOffice for the tests: the one on the machine, else Debian's package.

Run before the tests (``make test`` does). It ends with 0 when it is there, and otherwise says what to
install: no test is skipped for want of it.
"""

import os
import shutil
import subprocess
import sys

_DEBIAN = ("libreoffice-calc", "fonts-noto-cjk")


def office() -> str | None:
    """The path of LibreOffice's command, or None."""
    chosen = os.environ.get("GONGSHI_SOFFICE")
    return chosen or shutil.which("soffice") or shutil.which("libreoffice")


def _install() -> None:
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    for command in (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *_DEBIAN),
    ):
        print("+", *command, flush=True)
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)


def main() -> int:
    """Make sure that there is LibreOffice."""
    if not office() and shutil.which("apt-get") and os.geteuid() == 0:
        _install()
    if office():
        return 0
    print(
        "The tests of workbooks need LibreOffice Calc, and it could not be installed here.\n"
        "Install it (Debian and Ubuntu: apt-get install libreoffice-calc), or name its command in "
        "GONGSHI_SOFFICE, then run make test again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
