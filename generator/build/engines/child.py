"""Engines that cannot run in this process run in one of their own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date

from generator.build.engines.theme import epoch


def run(module: str, arguments: Sequence[str], day: date) -> subprocess.CompletedProcess[str]:
    """Run a module with this interpreter: it finds the same packages and knows no other day."""
    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": epoch(day),
    }
    return subprocess.run(
        [sys.executable, "-P", "-m", module, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        stdin=subprocess.DEVNULL,
    )
