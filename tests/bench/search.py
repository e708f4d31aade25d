"""What the search index costs: CPU a record of all that is written for it, and bytes that queries fetch."""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generator.checks.catalogue import problems
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.patience import patience
from generator.records.reference import Reference
from generator.search.writing import write
from generator.settings import Settings
from tests.search.fetching import fetched
from tests.search.many import many

_TRIES = 5


def search(records: int) -> float:
    """Milliseconds of CPU a record, the best of some tries; rows and the groups of lists are made before."""
    rows, reference = many(records)
    with patience():
        return min(_once(Overview(rows, _site(reference))) for _ in range(_TRIES)) / records * 1e3


def queries(records: int) -> dict[str, int]:
    """The compressed bytes that a first query of each kind fetches, after the page itself."""
    rows, reference = many(records)
    row = next(row for row in rows if row.operator and row.credit_code and row.documents and row.scope)
    place, operator = reference.places[row.place], row.operator or ""
    asked = {
        "village": place.name,
        "place in full": reference.places.full_name(row.place),
        "operator": operator,
        "half of its name": operator[: len(operator) // 2 + 1],
        "credit code": row.credit_code or "",
        "project's number": row.id,
        "document number": row.documents[0],
        "year": str(row.year),
        "what was built": row.scope[2:4],
        "that and a year": f"{row.scope[2:4]} {row.year}",
        "village and year": f"{place.name} {row.year}",
    }
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        write(Path(folder), Overview(rows, _site(reference)), {})
        found = fetched(Path(folder), asked.values())
    return {kind: found[query] for kind, query in asked.items()}


def _site(reference: Reference) -> Site:
    return Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems())


def _once(overview: Overview) -> float:
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        overview.sort()
        started = time.process_time()
        write(Path(folder), overview, {})
        return time.process_time() - started


if __name__ == "__main__":
    for size in map(int, sys.argv[1:]):
        print(f"search index of {size:,} records: {search(size):.3f} ms of CPU a record")
        for kind, fetches in queries(size).items():
            print(f"  {kind:<18} {fetches / 1e3:7.1f} kB")
