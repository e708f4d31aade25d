"""How long sheets for the notice board take: cold, unchanged, and after one change."""

import shutil
import sys
from pathlib import Path

from tests.bench.measure import Measured, run

SHEETS = 100


def sheets(root: Path) -> dict[str, Measured]:
    """Print the linkage notices of a generated county of 100 records in its new folder ``root``."""
    gongshi = [sys.executable, "-m", "generator"]
    run([*gongshi, "demo", "--records", str(SHEETS), str(root)])
    printing = [*gongshi, "print", "--root", str(root), "--out", str(root / "out")]
    took = {"cold": run(printing), "unchanged": run(printing)}
    record = min((root / "data" / "projects").rglob("*.yaml"))
    lines = record.read_text("utf-8").splitlines(keepends=True)
    changed = ["scope: 改过的建设任务\n" if line.startswith("scope:") else line for line in lines]
    record.write_text("".join(changed), "utf-8")
    took["one changed"] = run(printing)
    made = len(list((root / "out").rglob("*.pdf")))
    shutil.rmtree(root)
    if made != SHEETS:
        raise RuntimeError(f"{made} sheets were made of {SHEETS}")
    return took
