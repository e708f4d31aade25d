"""A build, from the register to the published site."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.build import engine
from generator.build.ahead import Ahead
from generator.build.alone import alone
from generator.build.aside import aside
from generator.build.base import base
from generator.build.cache import Cache, forget
from generator.build.clock import Stopwatch, as_of
from generator.build.examined import Built, Examined
from generator.build.files import FOLDER, RECORDS, UNREAD, listed
from generator.build.hands import WORTH_PROCESSES, Hands, hands
from generator.build.inputs import Inputs, Shared
from generator.build.job import Job
from generator.build.known import Known
from generator.build.means import Means
from generator.build.options import OnReject, Options
from generator.build.register import examine
from generator.build.staging import staging
from generator.build.target import Target
from generator.build.writing import Rendered, write
from generator.checks.catalogue import problems
from generator.exports.log import SpoiltError
from generator.findings.finding import Finding, Grade, order
from generator.library.shelf import Shelf, shelf
from generator.outputs.remembering import forgetful
from generator.outputs.tree import Tree, tree
from generator.pages.address import project_address
from generator.pages.frame import Frame
from generator.pages.site import Site
from generator.patience import patience
from generator.reading.reference import load as load_reference
from generator.reading.unread import is_record, unread
from generator.records.reference import Reference
from generator.settings import Settings

__all__ = ["Built", "OnReject", "Options", "Register", "build", "complete"]


@dataclass(frozen=True, slots=True)
class Register:
    """A register that is about to be checked or built: its files and reference data.

    Attributes:
        unread: the files that lie among the records and are none.
    """

    root: Path
    settings: Settings
    options: Options
    files: list[str]
    unread: list[str]
    reference: Reference | None
    findings: list[Finding]

    @classmethod
    def open(
        cls, root: Path, settings: Settings, options: Options, files: list[str] | None = None
    ) -> "Register":
        """Find the ``files``, unless they are known, and read the reference data.

        Raises:
            RegisterError: there is no register in ``root``.
        """
        there = files or listed(root)
        records = [file for file in there if is_record(file)]
        others = [file for file in there if not is_record(file)]
        reference, findings = load_reference(root)
        return cls(root, settings, options, records, others, reference, [*findings, *map(unread, others)])

    @property
    def day(self) -> date:
        """The as-of date.

        Raises:
            ClockError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
        """
        return as_of(self.options.as_of, self.settings.as_of)

    @property
    def base(self) -> bytes:
        """The key of what all records are judged by and all pages made from."""
        return base(self.root, self.settings, self.day)

    def site(self, reference: Reference) -> Site:
        """What pages are made from, besides records."""
        return Site(self.settings, reference, self.day, problems())

    def examine(self) -> Examined:
        """Read and check all records, and make nothing of them."""
        with patience(), hands(self.options.workers) as many:
            cache = Cache(self.root if self.options.cache else None, self.base)
            return self.examined(Means(many, cache.known))

    def examined(self, means: Means, frame: Frame | None = None) -> Examined:
        """Read and check all records; with a ``frame``, write their pages, too.

        Without usable reference data no record can be judged: then its findings are all there is.
        """
        if self.reference is None:
            return Examined((), len(self.files), tuple(sorted(self.findings, key=order)), frozenset())
        folder, remember = (
            (means.outputs.folder, means.outputs.remember) if means.outputs else (None, forgetful)
        )
        job = Job(self.root, self.settings, self.reference, self.day, folder, means.store, frame, remember)
        examined = examine(job, self.files, means, self.options.progress)
        return replace(examined, findings=tuple(sorted([*self.findings, *examined.findings], key=order)))


def build(
    root: Path,
    settings: Settings,
    options: Options,
    inputs: Inputs | None = None,
    target: Target | None = None,
) -> Built:
    """Render everything into a staging folder, and publish it only when it is whole.

    ``inputs`` can be given by who has looked at them already, ``target`` by who wants the site elsewhere.

    Raises:
        RegisterError: there is no register in ``root``.
        SettingsError, EngineError: the configuration or a Markdown page is wrong.
        HandLostError: a process of ours was killed.
        OSError: the output cannot be written.
    """
    root = root.absolute()
    target = target or Target(root / settings.site_dir)
    try:
        return _build(root, settings, options, inputs, target)
    except SpoiltError:
        with alone(root):
            forget(root)
        return _build(root, settings, options, None, target)


def _build(root: Path, settings: Settings, options: Options, inputs: Inputs | None, target: Target) -> Built:
    watch = Stopwatch()
    with patience(), alone(root), staging(target.site) as folder, _hands(root, options) as many:
        inputs = inputs or Inputs.of(root, settings, options)
        cache = Cache(root if options.cache else None, inputs.shared.base)
        with cache.moved(target, folder.parent) as beside, _walked(beside, many) as lying:
            register = Register.open(root, settings, options, list(inputs.contents))
            many.foresee(len(register.files))
            known = cache.known
            ahead = _ahead(register, known, many)
            with watch.stage("engine"):
                render = partial(engine.render, root, folder, register.day, options.engine)
                cache.render(folder, inputs.shared.editorial, render)
            rendered = Rendered.take(folder)
            outputs = cache.outputs(folder, target, rendered.frames, beside, lying)
            if ahead:
                ahead.into(outputs)
        means = Means(many, known, outputs, cache.parts(folder), inputs.contents)
        built = complete(register, rendered, means, watch)
        if built.published:
            with watch.stage("publish"):
                outputs.end()
                target.publish(folder, rendered.frames)
                useless = cache.lay_aside(folder, outputs, target)
                with many.clearing(*useless):
                    contents = {**means.contents, **dict.fromkeys(register.unread, UNREAD)}
                    cache.keep(outputs, inputs.whole(options, contents), target, built)
        else:
            cache.lay_aside(folder, outputs, target)
        cache.compare(inputs.shared, Shared.of(root, settings, options))
    return built


def complete(register: Register, rendered: Rendered, means: Means, watch: Stopwatch | None = None) -> Built:
    """Add to what the engine rendered into the outputs' folder everything that comes from records.

    The folder is whole, and may be published, only if the answer says so.
    """
    watch = watch or Stopwatch()
    outputs = means.filled
    with watch.stage("records"):
        examined = register.examined(means, rendered.frames["projects"])
    if register.reference is None or not _may_publish(examined, register.options.on_reject):
        return Built(False, examined, register.reference, watch)
    with watch.stage("lists"):
        site = register.site(register.reference)
        site.remember = outputs.remember
        for row in examined.rows:
            if row.file in examined.refused:
                outputs.withdraw(project_address(row.id))
        library = register.root, register.settings, register.reference
        books = shelf(*library, examined.accepted, outputs.remember)
        write(examined, rendered, site, books, means)
    if site.settings.notices.sheets:
        with watch.stage("notices"):
            examined = _with_sheets(register, examined, site, books, means)
    return Built(True, examined, register.reference, watch)


def _with_sheets(register: Register, examined: Examined, site: Site, books: Shelf, means: Means) -> Examined:
    """Put the sheets into the site; what that needs is loaded only by a site that has some."""
    from generator.build.sheets import put_sheets, told

    rows, workers = examined.accepted, means.hands.here
    put_sheets(register.root, means.filled.folder, site, rows, books.models, workers)
    return replace(examined, findings=(*examined.findings, *told(site)))


def _ahead(register: Register, known: Known, many: Hands) -> Ahead | None:
    """Where all has to be made of much, others need not be idle until the engine is done."""
    if register.reference is None or known or register.options.executor or many.count < 2:
        return None
    worth = len(register.files) >= WORTH_PROCESSES
    return Ahead(register.site(register.reference), many) if worth else None


def _walked(beside: Path | None, many: Hands) -> AbstractContextManager[Callable[[], Tree]]:
    """What lies in a tree: looked up aside, since it takes as long as to load what is known."""
    return aside(partial(tree, beside) if beside else dict, wanted=beside is not None and many.here > 1)


def _hands(root: Path, options: Options) -> AbstractContextManager[Hands]:
    return hands(options.workers, options.executor, root / FOLDER if options.executor else None)


def _may_publish(examined: Examined, on_reject: OnReject) -> bool:
    """Records can be left out; an error in what all pages share cannot."""
    errors = [each for each in examined.findings if each.grade is Grade.ERROR]
    if on_reject is OnReject.STOP:
        return not errors
    return all(each.spot.file.startswith(f"{RECORDS}/") for each in errors)
