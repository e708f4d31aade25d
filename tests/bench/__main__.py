"""``make bench``: builds of generated counties, cold, after one edit and after none, with seconds per stage;
then sheets for the board, and ledgers.

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
_GONGSHI = [sys.executable, "-m", "generator"]


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
    written = run([*_GONGSHI, "demo", "--records", str(records), str(root)])
    print(f"\n{records:,} records")
    _line("demo", written)
    cold = _build(root, "cold build")
    bare = floor(root / "site", root / "floor")
    _line("floor", bare, f"{bare.files:,} files, {bare.megabytes:.0f} MB")
    shutil.rmtree(root / "floor")
    print(
        f"  cold build takes {cold.cpu / bare.cpu:.1f} times the CPU of the floor, "
        f"{cold.cpu / records * 1e3:.2f} ms of CPU a record"
    )
    _edit(root)
    _build(root, "one changed")
    _edit(root)
    _build(root, "and again")
    _build(root, "no change")
    shutil.rmtree(root)


def _edit(root: Path) -> None:
    """Change one record as a clerk would: another word in what was built."""
    files = sorted((root / "data" / "projects").rglob("*.yaml"))
    record = files[len(files) // 2]
    record.write_text(record.read_text("utf-8").replace("scope: ", "scope: 核实后", 1), "utf-8")


def _build(root: Path, name: str) -> Measured:
    timings = root / "timings.json"
    timings.unlink(missing_ok=True)
    built = run([*_GONGSHI, "build", "--root", str(root), "--timings", str(timings)])
    _line(name, built)
    for stage in json.loads(timings.read_text("utf-8")):
        print(f"    {stage['name']:<12} wall {stage['wall']:7.2f} s   cpu {stage['cpu']:7.2f} s")
    return built


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
