"""What a bench found: shown as it comes, and kept in ``docs/performance.md`` with the machine."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import psutil

from tests.bench.floor import Floor
from tests.bench.measure import Measured

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
_BEGIN, _END = "<!-- results of the last run: begin -->", "<!-- results of the last run: end -->"


class Report:
    """Collects lines and shows them."""

    def __init__(self) -> None:
        self._lines = [machine(), ""]
        print(machine())

    def say(self, text: str = "") -> None:
        """Add a line."""
        self._lines.append(text)
        print(text, flush=True)

    def line(self, name: str, took: Measured | Floor, more: str = "") -> None:
        """Add what one command took."""
        if isinstance(took, Measured):
            more = f"peak {took.peak_mb:.0f} MB"
        self.say(f"  {name:<16} wall {took.wall:7.2f} s   cpu {took.cpu:7.2f} s   {more}")

    def keep(self) -> None:
        """Put everything into the page, in the place of the last run's."""
        text = PAGE.read_text("utf-8")
        before, rest = text.split(_BEGIN)
        after = rest.split(_END)[1]
        listed = "\n".join(self._lines)
        PAGE.write_text(f"{before}{_BEGIN}\n\n```\n{listed}\n```\n\n{_END}{after}", "utf-8")


def machine() -> str:
    """The day and the machine: processor, how many, memory, system, Python; what was free when it began."""
    day = datetime.now(UTC).date().isoformat()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    version = ".".join(map(str, sys.version_info[:3]))
    return (
        f"{day}: {os.cpu_count()} processors ({_processor()}), {memory:.0f} GiB, "
        f"{platform.system()} {platform.release().split('-')[0]}, Python {version}; "
        f"when it began, load {os.getloadavg()[0]:.1f}, {psutil.virtual_memory().free / 2**30:.0f} GiB free"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
