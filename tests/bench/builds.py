"""Builds of one generated county: cold, after one edit, after another, and after none."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.floor import floor
from tests.bench.measure import Measured, run
from tests.bench.report import Report

_GONGSHI = [sys.executable, "-m", "generator"]


@dataclass(frozen=True, slots=True)
class Cold:
    """A cold build of so many records, and the CPU seconds that it took; ``alone`` with one process only.

    Two processors may be two threads of one: there the CPU seconds of two processes are longer ones.
    """

    records: int
    cpu: float
    alone: float


def builds(root: Path, records: int, report: Report) -> Cold:
    """Build a county of so many records in every way, and say what it took.

    Nothing is deleted: after that, some file systems are slow at making files for minutes.
    """
    written = run([*_GONGSHI, "demo", "--records", str(records), str(root)])
    report.say(f"\n{records:,} records")
    report.line("demo", written)
    cold = _build(root, "cold build", report)
    bare = floor(root / "site", root / "floor")
    report.line("floor", bare, f"{bare.files:,} files, {bare.megabytes:.0f} MB")
    report.say(
        f"  cold build takes {cold.cpu / bare.cpu:.1f} times the CPU of the floor, "
        f"{cold.cpu / records * 1e3:.2f} ms of CPU a record in all"
    )
    alone = _alone(root, report)
    report.say(f"  with one process it takes {alone.cpu / bare.cpu:.1f} times the CPU of the floor")
    for name in ("one changed", "another changed"):
        _edit(root)
        _build(root, name, report)
    _build(root, "no change", report, stages=False)
    return Cold(records, cold.cpu, alone.cpu)


def _alone(root: Path, report: Report) -> Measured:
    """A cold build of the same county by one process."""
    other = root / "alone"
    for name in ("data", "site_src"):
        shutil.copytree(root / name, other / name)
    shutil.copy(root / "mkdocs.yml", other)
    built = run([*_GONGSHI, "build", "--root", str(other), "--jobs", "1"])
    report.line("cold, 1 process", built)
    return built


def _edit(root: Path) -> None:
    """Change one record as a clerk would: another word in what was built."""
    files = sorted((root / "data" / "projects").rglob("*.yaml"))
    record = files[len(files) // 2]
    record.write_text(record.read_text("utf-8").replace("scope: ", "scope: 核实后", 1), "utf-8")


def _build(root: Path, name: str, report: Report, *, stages: bool = True) -> Measured:
    timings = root / "timings.json"
    timings.unlink(missing_ok=True)
    built = run([*_GONGSHI, "build", "--root", str(root), "--timings", str(timings)])
    report.line(name, built)
    for stage in json.loads(timings.read_text("utf-8")) if stages else ():
        report.say(f"    {stage['name']:<14} wall {stage['wall']:7.2f} s   cpu {stage['cpu']:7.2f} s")
    return built
