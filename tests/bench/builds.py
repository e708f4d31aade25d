"""Builds of one generated county: cold, after one edit, after another, and after none."""

import json
import shutil
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.floor import floor
from tests.bench.measure import Measured, forget, run
from tests.bench.report import Report

_GONGSHI = [sys.executable, "-m", "generator"]


@dataclass(frozen=True, slots=True)
class Cold:
    """A cold build of so many records, and the CPU seconds that it took; ``alone`` with one process only.

    ``floor`` is what writing the same files takes. Two processors may be two threads of one: there the CPU
    seconds of two processes are longer ones.
    """

    records: int
    cpu: float
    alone: float
    floor: float


def builds(root: Path, records: int, report: Report, rounds: int = 1) -> Cold:
    """Build a county of so many records in every way, and say what it took.

    Cold builds and the floor are measured in so many rounds, in turns. Of CPU seconds the least counts: what
    else a machine has to do, or its neighbours, makes a build take longer and never shorter. How many times
    the floor a build takes is told of every round, since the disk is not the same in all of them.

    Nothing is deleted: after that, some file systems are slow at making files for minutes. What a round has
    written only leaves the memory, but for the county that is edited afterwards.
    """
    written = run([*_GONGSHI, "demo", "--records", str(records), str(root)])
    report.say(f"\n{records:,} records")
    report.line("demo", written)
    found = list(_rounds(root, report, rounds))
    cold, bare, alone = (min(many) for many in zip(*found, strict=True))
    each = f", the least of {rounds} each" if rounds > 1 else ""
    report.say(f"  {cold / records * 1e3:.2f} ms of CPU a record in all{each}")
    report.say("  times the CPU of the floor, round by round:")
    report.say(f"    a cold build      {_times([(cold, bare) for cold, bare, _ in found])}")
    report.say(f"    with one process  {_times([(alone, bare) for _, bare, alone in found])}")
    for name in ("one changed", "another changed"):
        _edit(root)
        _build(root, name, report)
    _build(root, "no change", report, stages=False)
    return Cold(records, cold, alone, bare)


def _times(found: list[tuple[float, float]]) -> str:
    """How many times the floor builds took, and what lies in the middle; and the least by the least."""
    ratios = [build / bare for build, bare in found]
    least = min(build for build, _ in found) / min(bare for _, bare in found)
    each = "  ".join(f"{ratio:4.1f}" for ratio in ratios)
    return f"{each}   middle {statistics.median(ratios):.1f}, least by least {least:.1f}"


def _rounds(root: Path, report: Report, rounds: int) -> Iterator[tuple[float, float, float]]:
    """Of each round the CPU seconds of a cold build, of the floor, and of a cold build by one process."""
    for number in range(rounds):
        place = _copied(root, root / f"round{number}") if number else root
        cold = _build(place, "cold build", report)
        bare = floor(place / "site", root / f"floor{number}")
        report.line("floor", bare, f"{bare.files:,} files, {bare.megabytes:.0f} MB")
        other = _copied(root, root / f"alone{number}")
        alone = run([*_GONGSHI, "build", "--root", str(other), "--jobs", "1"])
        report.line("cold, 1 process", alone)
        for done in {root / f"floor{number}", other, place} - {root}:
            forget(done)
        yield cold.cpu, bare.cpu, alone.cpu


def _copied(root: Path, other: Path) -> Path:
    """The same county elsewhere, where nothing is known of it."""
    for name in ("data", "site_src"):
        shutil.copytree(root / name, other / name)
    shutil.copy(root / "mkdocs.yml", other)
    return other


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
