"""Sees to LibreOffice for the tests: the one on the machine, else Debian's package.

Run before the tests (``make test`` does). It ends with 0 when it is there, and otherwise says what to
install: no test is skipped for want of it.
"""

import os
import shutil
import subprocess
import sys

_DEBIAN = ("libreoffice-calc", "fonts-noto-cjk")
_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def office() -> str | None:
    """The path of LibreOffice's command, or None; ``GONGSHI_SOFFICE`` goes before what is on the path."""
    chosen = os.environ.get("GONGSHI_SOFFICE")
    names = (chosen,) if chosen else _NAMES
    return next((found for name in names if (found := shutil.which(name))), None)


def _install() -> bool:
    """Install it as Debian and Ubuntu do, where we may; whether all of it went well."""
    apt = shutil.which("apt-get")
    as_root = () if os.geteuid() == 0 else ("sudo", "-n")
    if not apt or (as_root and not shutil.which("sudo")):
        return False
    set_ = ("env", "DEBIAN_FRONTEND=noninteractive")
    commands = (
        (apt, "update", "-qq"),
        (apt, "install", "-y", "-qq", "--no-install-recommends", *_DEBIAN),
    )
    for command in commands:
        print("+", *command, flush=True)
        done = subprocess.run([*as_root, *set_, *command], check=False, stdin=subprocess.DEVNULL)
        if done.returncode:
            return False
    return True


def main() -> int:
    """Make sure that there is LibreOffice."""
    if os.environ.get("GONGSHI_SOFFICE") and not office():
        print(f"GONGSHI_SOFFICE names no command: {os.environ['GONGSHI_SOFFICE']}", file=sys.stderr)
        return 1
    if office() or (_install() and office()):
        return 0
    print(
        "The tests of workbooks need LibreOffice Calc, and it could not be installed here.\n"
        "Install it (Debian and Ubuntu: apt-get install libreoffice-calc fonts-noto-cjk), or name its "
        "command in GONGSHI_SOFFICE, then run make test again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
