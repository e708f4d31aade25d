"""What a build has at its disposal: who works, what is known already, where everything goes."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.build.hands import WORTH_PROCESSES, Hands
from generator.build.known import Known
from generator.outputs.outputs import Outputs


@dataclass(slots=True)
class Means:
    """Means of one build or check.

    Attributes:
        hands: who works.
        known: what earlier builds found out about records.
        outputs: the folder that is filled, or None for a mere check.
        store: where the parts of records' tables lie; None for a mere check.
        contents: the digest of every record file, as far as it is known; of all when the map has run.
        changed: the files that had to be read anew; known when the map has run.
    """

    hands: Hands
    known: Known
    outputs: Outputs | None = None
    store: Path | None = None
    contents: dict[str, bytes] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)

    @property
    def several(self) -> bool:
        """Whether so much has changed that what is made from all records is worth several processes."""
        return self.hands.count > 1 and len(self.changed) >= WORTH_PROCESSES

    @property
    def parts(self) -> Path:
        """Where the parts of records' tables lie."""
        assert self.store, "a check makes nothing"
        return self.store

    @property
    def filled(self) -> Outputs:
        """The folder that is filled."""
        assert self.outputs, "a check makes nothing"
        return self.outputs
