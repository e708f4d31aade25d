"""What was read from any ledger, in our own workbook: a clerk fills in what is missing and imports that."""

from collections.abc import Iterator
from pathlib import Path

from generator.ledger.reading import Imported
from generator.ledger.rows import Row, draft_rows
from generator.ledger.workbook import write_rows
from generator.records.reference import Reference


def mended(path: Path, imported: Imported, reference: Reference) -> None:
    """Write the records that an import read, whole or not, as our workbook."""
    write_rows(path, _rows(imported, reference), reference)


def _rows(imported: Imported, reference: Reference) -> Iterator[Row]:
    for draft in imported.ledger.drafts.values():
        yield from draft_rows(draft, reference)
