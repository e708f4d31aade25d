"""The check: every file of a register read and judged, alone and together."""

import os
import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build.examined import Examined
from generator.build.files import RECORDS
from generator.build.job import Job
from generator.build.mapping import mapped
from generator.build.means import Means
from generator.build.progress import Progress, silent
from generator.build.walking import walk
from generator.checks.gate import compared, register
from generator.checks.personal import scan
from generator.findings.finding import Finding, Grade, Spot, order
from generator.findings.finding import Path as RecordPath
from generator.library import cases, review
from generator.outputs.key import key
from generator.outputs.remembering import of_runs
from generator.reading.record import read_file
from generator.records.summary import Row

_TEXTS = {".md", ".yaml", ".yml", ".csv", ".html", ".css", ".js", ".json", ".txt", ".svg"}


def examine(job: Job, files: list[str], means: Means, progress: Progress = silent) -> Examined:
    """Read, check and, where the job says so, render all records; then judge them together.

    Of a record that has not changed since it became known nothing is done but to take over its page.
    """
    outcomes = mapped(job, files, means, progress)
    rows = [outcome.row for outcome in outcomes if outcome.row]
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    numbers = of_runs(rows, "numbers", compared, job.remember)
    findings += register(rows, job.context, lambda file, path: _locate(job, file, path), numbers)
    findings += _texts(job)
    refused = frozenset(each.spot.file for each in findings if each.grade is Grade.ERROR)
    findings += _editorial(job, rows, refused)
    return Examined(tuple(rows), len(files), tuple(sorted(findings, key=order)), refused)


def _editorial(job: Job, rows: list[Row], refused: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with the cases, and which explainers are overdue."""
    sound = {row.id: row for row in rows if row.file not in refused}
    known = frozenset(row.id for row in rows) | {Path(file).stem for file in refused}
    for case in cases.read_cases(job.root, job.settings.docs_dir):
        yield from cases.judge(case, sound, known)
    yield from review.judge(job.reference.policies, job.as_of, job.root)


def _locate(job: Job, file: str, path: RecordPath) -> tuple[Spot, str]:
    reading = read_file(job.root / file, file, job.reference)
    spot = reading.locate(path)
    return spot, reading.excerpt(spot.line)


def _texts(job: Job) -> list[Finding]:
    """What must reach no output, in the inputs that are no records: pages and reference data."""
    texts = [(path.relative_to(job.root).as_posix(), path.read_bytes()) for path in sorted(_inputs(job))]
    content = key(each for text in texts for each in text)
    found: list[Finding] = pickle.loads(
        job.remember("texts", content, lambda: pickle.dumps([*_scanned(texts)]))
    )
    return found


def _scanned(texts: Iterable[tuple[str, bytes]]) -> Iterator[Finding]:
    for file, data in texts:
        text = data.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        yield from scan(text, file)


def _inputs(job: Job) -> Iterator[Path]:
    yield job.root / "mkdocs.yml"
    records = str(job.root / RECORDS)
    for folder in (job.root / "data", job.root / job.settings.docs_dir):
        for above, folders, names in walk(folder):
            # There may be a hundred thousand records, and each has been looked through already.
            folders[:] = [name for name in folders if os.path.join(above, name) != records]  # noqa: PTH118
            for name in names:
                path = Path(above, name)
                if path.suffix in _TEXTS and path.is_file():
                    yield path
