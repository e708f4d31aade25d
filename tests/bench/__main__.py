"""``make bench``: cold builds of generated counties, with seconds per stage; then sheets for the board.

``BENCH=full`` adds 100,000 records. The figures are this machine's, now; compare ratios of one run.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from generator.notices.press import PROCESSES
from tests.bench.floor import Floor, floor
from tests.bench.ledgers import ROWS, ledgers
from tests.bench.measure import Measured, run
from tests.bench.sheets import SHEETS, sheets

SIZES = (1_000, 10_000)


def main() -> int:
    """Measure and print one block a size."""
    sizes = SIZES + ((100_000,) if os.environ.get("BENCH") == "full" else ())
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        for records in sizes:
            _one(Path(folder) / str(records), records)
        _sheets(Path(folder) / "sheets")
        _ledgers(Path(folder) / "ledgers")
    return 0


def _one(root: Path, records: int) -> None:
    gongshi = [sys.executable, "-m", "generator"]
    written = run([*gongshi, "demo", "--records", str(records), str(root)])
    timings = root / "timings.json"
    built = run([*gongshi, "build", "--root", str(root), "--timings", str(timings)])
    print(f"\n{records:,} records")
    _line("demo", written)
    _line("cold build", built)
    for stage in json.loads(timings.read_text("utf-8")):
        print(f"    {stage['name']:<12} wall {stage['wall']:7.2f} s   cpu {stage['cpu']:7.2f} s")
    site = root / "site"
    bare = floor(site, root / "floor")
    _line("floor", bare, f"{bare.files:,} files, {bare.megabytes:.0f} MB")
    print(
        f"  cold build takes {built.cpu / bare.cpu:.1f} times the CPU of the floor, "
        f"{built.cpu / records * 1e3:.2f} ms of CPU a record"
    )
    shutil.rmtree(root)


def _sheets(root: Path) -> None:
    print(f"\n{SHEETS} sheets for the notice board, on {PROCESSES} processes")
    for name, took in sheets(root).items():
        _line(name, took)


def _ledgers(root: Path) -> None:
    print(f"\nledgers of {ROWS:,} projects, with all their tables; and a foreign one of as many rows")
    for name, took in ledgers(root).items():
        _line(name, took)


def _line(name: str, took: Measured | Floor, more: str = "") -> None:
    if isinstance(took, Measured):
        more = f"peak {took.peak_mb:.0f} MB"
    print(f"  {name:<12} wall {took.wall:7.2f} s   cpu {took.cpu:7.2f} s   {more}")


if __name__ == "__main__":
    sys.exit(main())
