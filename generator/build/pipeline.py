"""A build, from the register to the published site."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.build import engine
from generator.build.clock import Stopwatch, as_of
from generator.build.job import Job
from generator.build.mapping import processors
from generator.build.register import RECORDS, Examined, Progress, examine, record_files, silent
from generator.build.sheets import put_sheets, told
from generator.build.staging import publish, staging
from generator.build.writing import Writer
from generator.checks.catalogue import problems
from generator.findings.finding import Finding, Grade, order
from generator.library.shelf import shelf
from generator.pages.frame import Frame
from generator.pages.site import Site
from generator.reading.reference import load as load_reference
from generator.records.reference import Reference
from generator.settings import Settings


class OnReject(StrEnum):
    """What a refused record does to the build: stop it, or be left out of it."""

    STOP = "stop"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Options:
    """What the one who builds may choose.

    Attributes:
        as_of: the as-of date, or None to take it from the configuration, the environment or today.
        workers: how many processes; None for one per processor.
        progress: is told after every file how many of how many are done.
    """

    as_of: date | None = None
    on_reject: OnReject = OnReject.STOP
    workers: int | None = None
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Register:
    """A register that is about to be checked or built: its files and reference data."""

    root: Path
    settings: Settings
    options: Options
    files: list[str]
    reference: Reference | None
    findings: list[Finding]

    @classmethod
    def open(cls, root: Path, settings: Settings, options: Options) -> "Register":
        """Find the files and read the reference data.

        Raises:
            RegisterError: there is no register in ``root``.
        """
        return cls(root, settings, options, record_files(root), *load_reference(root))

    @property
    def day(self) -> date:
        """The as-of date.

        Raises:
            ClockError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
        """
        return as_of(self.options.as_of, self.settings.as_of)

    def examine(self, folder: Path | None = None, frame: Frame | None = None) -> Examined:
        """Read and check all records; with a ``folder``, write their pages into it, in its ``frame``.

        Without usable reference data no record can be judged: then its findings are all there is.
        """
        if self.reference is None:
            return Examined((), len(self.files), tuple(sorted(self.findings, key=order)), frozenset())
        job = Job(self.root, self.settings, self.reference, self.day, folder, frame)
        examined = examine(job, self.files, self.options.workers, self.options.progress)
        return replace(examined, findings=tuple(sorted([*self.findings, *examined.findings], key=order)))


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: whether the site was published, and what was found."""

    published: bool
    examined: Examined
    reference: Reference | None
    watch: Stopwatch = field(default_factory=Stopwatch)


def build(root: Path, settings: Settings, options: Options) -> Built:
    """Render everything into a staging folder, and publish it only when it is whole.

    Raises:
        RegisterError: there is no register in ``root``.
        SettingsError, EngineError: the configuration or a Markdown page is wrong.
        OSError: the output cannot be written.
    """
    register = Register.open(root, settings, options)
    watch = Stopwatch()
    site = root / settings.site_dir
    with staging(site) as folder:
        with watch.stage("engine"):
            engine.render(root, folder, register.day)
        built = complete(register, folder, watch)
        if built.published:
            with watch.stage("publish"):
                publish(folder, site)
    return built


def complete(register: Register, folder: Path, watch: Stopwatch | None = None) -> Built:
    """Add to what the engine rendered into ``folder`` everything that comes from records.

    The folder is whole, and may be published, only if the answer says so.
    """
    watch = watch or Stopwatch()
    writer = Writer(folder)
    with watch.stage("records"):
        examined = register.examine(folder, writer.frames["projects"])
    if register.reference is None or not _may_publish(examined, register.options.on_reject):
        return Built(False, examined, register.reference, watch)
    with watch.stage("lists"):
        site = Site(register.settings, register.reference, register.day, problems())
        writer.withdraw(row for row in examined.rows if row.file in examined.refused)
        books = shelf(register.root, register.settings, register.reference, examined.accepted)
        workers = register.options.workers or processors()
        writer.write(examined.accepted, tuple(sorted(examined.refused)), site, books, workers)
    with watch.stage("notices"):
        put_sheets(register.root, folder, site, examined.accepted, books.models, workers)
        examined = replace(examined, findings=(*examined.findings, *told(site)))
    return Built(True, examined, register.reference, watch)


def _may_publish(examined: Examined, on_reject: OnReject) -> bool:
    """Records can be left out; an error in what all pages share cannot."""
    errors = [each for each in examined.findings if each.grade is Grade.ERROR]
    if on_reject is OnReject.STOP:
        return not errors
    return all(each.spot.file.startswith(f"{RECORDS}/") for each in errors)
