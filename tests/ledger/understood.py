"""A file understood and judged in this process, as if the register were empty."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from generator.checks.rule import Context
from generator.ledger.crew import crew
from generator.ledger.foreign.mapping import Mapping
from generator.ledger.importing import bring
from generator.ledger.judge import Judged, judge
from generator.ledger.reading import Imported


@dataclass(slots=True)
class Understood(Imported):
    """What an import knows, and the records as they were judged."""

    judged: list[Judged] = field(default_factory=list)


def understand(path: Path, context: Context, mapping: Mapping | None = None) -> Understood:
    """All that an import finds in a file."""
    with tempfile.TemporaryDirectory() as root, crew(Path(root), context) as hands:
        found, _ = bring(path, hands, [], context, mapping)
    judged = [judge(number, draft, context) for number, draft in found.ledger.drafts.items()]
    return Understood(
        found.grids, found.ledger, found.findings, found.mapping, found.header_rows, judged=judged
    )
