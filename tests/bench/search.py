"""What the search index costs: CPU a record of all that is written for it."""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generator.checks.catalogue import problems
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.patience import patience
from generator.search.writing import write
from generator.settings import Settings
from tests.search.many import many

_TRIES = 5


def search(records: int) -> float:
    """Milliseconds of CPU a record, the best of some tries; rows and the groups of lists are made before."""
    rows, reference = many(records)
    site = Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems())
    with patience():
        return min(_once(Overview(rows, site)) for _ in range(_TRIES)) / records * 1e3


def _once(overview: Overview) -> float:
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        assert overview.operators
        assert overview.places
        started = time.process_time()
        write(Path(folder), overview, {})
        return time.process_time() - started


if __name__ == "__main__":
    for size in map(int, sys.argv[1:]):
        print(f"search index of {size:,} records: {search(size):.3f} ms of CPU a record")
