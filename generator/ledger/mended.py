"""What was read from any ledger, in our own workbook: a clerk fills in what is missing and imports that."""

from pathlib import Path

from generator.ledger.reading import Imported
from generator.ledger.workbook import write_drafts
from generator.records.reference import Reference


def mended(path: Path, imported: Imported, reference: Reference) -> None:
    """Write the records that an import read, whole or not, as our workbook."""
    write_drafts(path, imported.ledger.drafts.values(), reference)
