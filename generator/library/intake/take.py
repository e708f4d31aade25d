"""Take a document in: its text in the register's form, and everything that should be looked at."""

from pathlib import Path
from typing import NamedTuple

from generator.library.intake.head import head
from generator.library.intake.lines import IntakeError, read
from generator.library.intake.structure import Doubt, structure
from generator.library.original import Original
from generator.records.policies import Policy


class Taken(NamedTuple):
    """A document as it was understood; doubts count in ``unit`` (行 or 段)."""

    original: Original
    doubts: list[Doubt]
    unit: str


def take(path: Path, policy: str) -> Taken:
    """The document in a file, to be known as ``policy``.

    Raises:
        IntakeError: the file cannot be read, or nothing in it looks like a clause.
        OSError: the file is not there.
    """
    text = read(path)
    made = structure(text.lines)
    if not made.passages:
        raise IntakeError(
            f"{path.name} 里没有认出条款。条款要以“第一条”“一、”“（一）”“1.”这样的编号开头，各占一段。"
        )
    top = head(made.front, made.ending)
    doubts = [*top.doubts, *made.doubts, *(Doubt(*each) for each in text.lost)]
    original = Original(
        id=policy,
        title=top.title,
        number=top.number,
        issuer=top.issuer,
        written=top.written,
        cover=tuple(top.cover),
        preamble=tuple(top.preamble),
        passages=tuple(made.passages),
        ending=tuple(line.text for line in made.ending),
    )
    return Taken(original, sorted(doubts), text.unit)


def differences(original: Original, policy: Policy) -> tuple[list[str], list[str]]:
    """Clauses of the policy data that the text lacks, and of the text that the data lack."""
    ids = original.ids
    known = [clause.id.split("/")[1] for clause in policy.clauses]
    return [each for each in known if each not in ids], [each for each in ids if each not in known]
