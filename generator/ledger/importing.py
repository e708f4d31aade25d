"""An import up to the point where something would be written: the file understood, its records judged.

The register is read by other processes while this one reads the file. A record whose values the register
has already, and against which nothing is to be said, is neither judged nor compared again.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.checks.rule import Context
from generator.ledger.crew import Crew
from generator.ledger.foreign.mapping import Mapping
from generator.ledger.judge import shown, together
from generator.ledger.known import Register, key, look
from generator.ledger.plan import Change, Kind, Settled, Task, refuse, settle
from generator.ledger.reading import Imported, understand
from generator.ledger.wording import Wording


def bring(
    path: Path,
    crew: Crew,
    files: Sequence[str],
    context: Context,
    mapping: Mapping | None = None,
    prefix: str | None = None,
    tick: Callable[[int, int], None] = lambda done, records: None,
) -> tuple[Imported, list[Change]]:
    """What a file says, with all that is wrong with it, and what would become of the register's ``files``.

    Raises:
        UnreadableError: the file is no table that can be read.
        MappingError: the mapping does not fit the file.
        CrewLostError: a process that worked for us is gone.
    """
    looked = crew.begin(look, files)
    register = Register(lambda: looked)
    imported = understand(path, context.reference, lambda: register.rows, mapping, prefix)
    ledger = imported.ledger
    changes, rows = [], []
    for done, each in enumerate(_settled(imported, register, crew), 1):
        changes.append(each.change)
        if each.row:
            rows.append(each.row)
        origin = ledger.origins[each.change.id]
        imported.findings += [(origin.of(path), finding) for path, finding in each.findings]
        tick(done, len(ledger.drafts))
    others = [row for row in register.rows if row.id not in ledger.drafts]
    imported.findings += together(rows, others, ledger.origins, context)
    wording = Wording(context.reference)
    imported.findings = [shown(each, wording) for each in imported.findings]
    return imported, refuse(changes, _refused(imported))


def _settled(imported: Imported, register: Register, crew: Crew) -> Iterator[Settled]:
    """What becomes of every record, in the order of the ledger."""
    same: dict[str, Settled] = {}
    tasks = []
    for number, draft in imported.ledger.drafts.items():
        known = register.of(number)
        if known and known.key and known.key == key(draft):
            same[number] = Settled(Change(Kind.SAME, number, known.file), known.row)
        else:
            tasks.append(Task(number, draft, known.file if known else None))
    judged = crew.stream(settle, tasks)
    for number in imported.ledger.drafts:
        yield same.pop(number) if number in same else next(judged)


def _refused(imported: Imported) -> frozenset[str]:
    """The records against which an error stands, wherever it was seen."""
    rows = {(origin.row.sheet, origin.row.row): number for number, origin in imported.ledger.origins.items()}
    found = set()
    for cell, finding in imported.findings:
        if finding.grade == "error":
            number = finding.record or rows.get((cell.sheet, cell.row))
            if number:
                found.add(number)
    return frozenset(found)
