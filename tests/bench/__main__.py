"""``make bench``: builds of generated counties, cold, after one edit and after none, with seconds per stage;
then sheets for the board, ledgers, and the search index by itself with the bytes that queries fetch.

``BENCH=full`` adds 100,000 records. The figures are this machine's, now; compare ratios of one run. What
was found is shown and put into ``docs/performance.md``.
"""

import os
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from generator.notices.press import PROCESSES
from tests.bench.builds import Cold, builds
from tests.bench.ledgers import ROWS, ledgers
from tests.bench.report import Report
from tests.bench.search import queries, search
from tests.bench.sheets import SHEETS, sheets

ROUNDS = {1_000: 5, 10_000: 5}
"""How often cold builds are measured, by the number of records."""
MANY = 100_000


def main() -> int:
    """Measure, and print one block a size."""
    report = Report()
    rounds = ROUNDS | ({MANY: 1} if os.environ.get("BENCH") == "full" else {})
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        _compared(
            report, [builds(Path(folder) / str(size), size, report, many) for size, many in rounds.items()]
        )
        _sheets(Path(folder) / "sheets", report)
        _ledgers(Path(folder) / "ledgers", report)
    for records in rounds:
        report.say(f"\nsearch index of {records:,} records: {search(records):.3f} ms of CPU a record")
        report.say("a first query fetches, without the page and its guides")
        for kind, fetches in queries(records).items():
            report.say(f"  {kind:<16} {fetches / 1e3:7.1f} kB")
    report.keep()
    return 0


def _compared(report: Report, found: list[Cold]) -> None:
    """What a record costs beyond what every build costs: the slope between two sizes."""
    report.say()
    for less, more in pairwise(found):
        further = (more.records - less.records) / 1e3
        span = f"from {less.records:,} to {more.records:,} records"
        slopes = (more.cpu - less.cpu) / further, (more.alone - less.alone) / further
        floors = slopes[0] / ((more.floor - less.floor) / further)
        report.say(
            f"{span}, every further record costs {slopes[0]:.2f} ms of CPU, {slopes[1]:.2f} with one process;"
        )
        report.say(f"that is {floors:.1f} times what it costs to write its files")


def _sheets(root: Path, report: Report) -> None:
    report.say(f"\n{SHEETS} sheets for the notice board, on {PROCESSES} processes")
    for name, took in sheets(root).items():
        report.line(name, took)


def _ledgers(root: Path, report: Report) -> None:
    report.say(f"\nledgers of {ROWS:,} projects, with all their tables; and a foreign one of as many rows")
    for name, took in ledgers(root).items():
        report.line(name, took)


if __name__ == "__main__":
    sys.exit(main())
