"""The floor: writing the same files with the same bytes by a bare loop."""

import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import settle


@dataclass(frozen=True, slots=True)
class Floor:
    """Seconds, and what was written."""

    wall: float
    cpu: float
    files: int
    megabytes: float


def floor(site: Path, target: Path) -> Floor:
    """Write a copy of every file of ``site`` under ``target``; the reading is not counted."""
    settle()
    wall = cpu = 0.0
    files = size = 0
    made: set[Path] = set()
    for path in sorted(site.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        copy = target / path.relative_to(site)
        started, used = time.perf_counter(), time.process_time()
        if copy.parent not in made:
            copy.parent.mkdir(parents=True, exist_ok=True)
            made.add(copy.parent)
        with copy.open("wb") as file:
            file.write(content)
        wall += time.perf_counter() - started
        cpu += time.process_time() - used
        files += 1
        size += len(content)
    return Floor(wall, cpu, files, size / 1e6)
