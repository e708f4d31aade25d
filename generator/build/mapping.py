"""The map: every file of a register read, judged and rendered, by all who work; or taken over as it was."""

from collections.abc import Generator
from contextlib import closing, nullcontext

from generator.build.files import digests
from generator.build.hands import WORTH_PROCESSES, Hands
from generator.build.job import Job, Outcome, Worker, run
from generator.build.means import Means
from generator.build.progress import Progress, silent
from generator.exports.parts import Store
from generator.outputs.outputs import Outputs
from generator.pages.address import project_address
from generator.patience import loading, settle
from generator.records.summary import Row

_FEW, _MANY = 64, 256
_SHARES = 8
"""Shares of the records for each who works: nobody should wait long at the end."""


def mapped(job: Job, files: list[str], means: Means, progress: Progress = silent) -> list[Outcome]:
    """What came of every file, in the order of ``files``; all of it is known afterwards.

    Order and content do not depend on who does what, nor on what was known before.
    """
    outputs = means.outputs
    found = _unchanged(job, files, means)
    means.changed = [file for file in files if file not in found]
    # Nothing that is done to a record leaves cycles, so nobody need look among the rows for them.
    with loading(), closing(_outcomes(job, means.changed, means.hands)) as outcomes:
        for outcome in outcomes:
            found[outcome.file] = outcome
            progress(len(found), len(files))
            if outputs and outcome.row and not outcome.refused:
                _made(outcome.row, outputs)
        settle()
    means.known.keep(found)
    means.contents = {file: found[file].digest for file in files}
    return [found[file] for file in files]


def _unchanged(job: Job, files: list[str], means: Means) -> dict[str, Outcome]:
    """What is known of the files that are as they were, and whose pages can be taken over."""
    found: dict[str, Outcome] = {}
    if not means.known:
        return found
    means.contents = means.contents or digests(job.root, files)
    with closing(Store(means.store)) if means.store else nullcontext() as store:
        for file in files:
            outcome = means.known.of(file, means.contents[file])
            if outcome and (not store or _taken(outcome, means.filled, store)):
                found[file] = outcome
    return found


def _taken(outcome: Outcome, outputs: Outputs, store: Store) -> bool:
    """Whether nothing has to be made of a record: its page is taken over, and its tables' parts are kept."""
    row = outcome.row
    if not row or outcome.refused:
        return True
    return store.has(row.file, row.digest) and outputs.take(project_address(row.id), row.digest) is not None


def _made(row: Row, outputs: Outputs) -> None:
    address = project_address(row.id)
    outputs.expect(address, row.digest)
    outputs.made(address, [address])


def _outcomes(job: Job, files: list[str], hands: Hands) -> Generator[Outcome, None, None]:
    """A few are done in this process: starting others costs more than it saves."""
    # The more of them, the better; beyond some hundred nothing is gained.
    size = min(_MANY, max(_FEW, len(files) // (hands.count * _SHARES)))
    chunks = (files[at : at + size] for at in range(0, len(files), size))
    if hands.count <= 1 or len(files) < WORTH_PROCESSES:
        worker = Worker(job)
        for chunk in chunks:
            yield from worker.work(chunk)
        worker.rest()
        return
    if job.folder:
        # Whoever forks from this process has them, then.
        job.site.prepare()
    yield from hands.spread(run, hands.note(job), chunks)
