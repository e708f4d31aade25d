"""Renews what is shown: a record that was saved at once, and everything in a build of the whole."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.build.clock import as_of
from generator.build.examined import Built, Examined
from generator.build.files import RECORDS, UNREAD
from generator.build.inputs import Inputs
from generator.build.options import Options
from generator.build.pipeline import build
from generator.errors import ToldError
from generator.findings.finding import Finding
from generator.pages.frame import Frame
from generator.reading.unread import is_record
from generator.serve import telling
from generator.serve.quick import Quick, record
from generator.serve.show import Show
from generator.serve.sources import code, folders, is_code
from generator.serve.trouble import Trouble, errors
from generator.serve.watching import Batch, Watch
from generator.settings import Settings, load

Explain = Callable[[Exception], str]
"""Says an exception, while it is handled, in words for people."""

_FEW = 5
"""So many records are looked at one by one; more of them at a time are not one clerk's edit."""
_EPOCH = "SOURCE_DATE_EPOCH"
_CODE_CHANGED = "gongshi 自己的程序改了。请按 Ctrl+C 停下，再运行一次 gongshi serve。"
_NOT_SHOWN = "有错误，这一页没有更新，还是上一次的样子。"
_LEFT = "还有 {count} 处错误，预览没有更新，还是上一次的样子。"
_NOT_RENEWED = "有错误，预览没有更新，还是上一次的样子。"


class Builder:
    """Builds the preview of one register, and tells in the terminal what came of it."""

    def __init__(self, root: Path, options: Options, show: Show, watch: Watch, explain: Explain) -> None:
        self._root, self._options, self._show, self._watch = root, options, show, watch
        self._explain = explain
        self._epoch = os.environ.get(_EPOCH)
        self._quick: Quick | None = None
        self._shares: tuple[bytes, Frame] | None = None
        self._whole = b""
        self._told: set[Finding] | None = None
        self._day: date | None = None
        self._pinned = False
        self._shared = 0
        self._code = code()
        self._code_touched = False
        self._lock = threading.Lock()

    def glance(self, batch: Batch) -> None:
        """Show the records of a batch that can be shown without a build of the whole."""
        with self._lock:
            if not batch.paths or any(not path.is_relative_to(self._root / RECORDS) for path in batch.paths):
                # What all pages share may have changed; then nothing that is in memory is right any more.
                self._shared += 1
                self._quick = None
                self._code_touched |= any(map(is_code, batch.paths))
            quick = self._quick
        files = sorted(file for path in batch.paths if (file := record(path, self._root)))
        if quick and len(files) <= _FEW:
            for file in files:
                self._glance(file, quick, batch.since)

    def renew(self) -> None:
        """Build the whole preview from what lies there now, and tell what came of it."""
        begun = time.monotonic()
        self._show.begin()
        try:
            built = self._built()
        except Exception as error:
            # Whatever it is, the next edit may mend it, and the last good site can go on being shown.
            self._stopped(self._explain(error))
        else:
            self._ended(built, time.monotonic() - begun)

    @property
    def past(self) -> bool:
        """Whether the day is over of which the preview tells."""
        return not self._pinned and self._day is not None and self._day != date.today()

    def _glance(self, file: str, quick: Quick, since: float) -> None:
        try:
            look = quick.look(file)
        except Exception:
            # The build of the whole does the same and more, and tells of what is wrong.
            return
        if not look:
            return
        self._show.look(look)
        if look.page:
            _say(f"{file} 已经显示（{time.monotonic() - since:.2f} 秒）。")
        else:
            self._told = (self._told or set()) | set(look.findings)
            examined = Examined((), 1, look.findings, frozenset({file}))
            telling.findings(examined, quick.reference, quick.settings)
            _say(_NOT_SHOWN)

    def _built(self) -> tuple[Built, Settings] | None:
        """What came of a build; None where the preview has all that is there already."""
        if self._code_touched and code() != self._code:
            raise ToldError(_CODE_CHANGED)
        with self._lock:
            shared = self._shared
        settings = self._settings()
        options = replace(self._options, as_of=self._today(settings))
        inputs = Inputs.of(self._root, settings, options)
        inputs.read()
        if self._whole and self._whole == inputs.whole(options, inputs.contents):
            self._show.preview.settle()
            return None
        built = build(self._root, settings, options, inputs, self._show.preview)
        if built.published:
            # By the contents that were read: a file may have been saved while others were looked at.
            contents = {row.file: row.digest for row in built.examined.rows}
            contents |= {file: UNREAD for file in inputs.contents if not is_record(file)}
            self._whole = inputs.whole(options, contents)
            self._ready(settings, built, inputs.shared.base, shared)
        return built, settings

    def _ready(self, settings: Settings, built: Built, base: bytes, shared: int) -> None:
        """Be ready for single records, if what they share has not changed since the build began."""
        assert built.reference, "nothing is published without reference data"
        frame = self._show.preview.frames["projects"]
        with self._lock:
            quick = self._quick
        if not quick or self._shares != (base, frame):
            quick = Quick(self._root, settings, built.reference, self._day or date.min, frame)
            # The first page takes as long as its templates, and nobody waits for this one.
            for row in built.examined.rows[:1]:
                quick.look(row.file)
        with self._lock:
            self._quick, self._shares = (quick if shared == self._shared else None), (base, frame)

    def _settings(self) -> Settings:
        """The settings as they are now; whatever they are like, the right folders are watched."""
        try:
            settings = load(self._root)
        except ToldError:
            self._watch.over(folders(self._root, None))
            raise
        self._watch.over(folders(self._root, settings))
        self._show.preview.published = self._root / settings.site_dir
        self._show.base = f"{urlsplit(settings.site_url).path.rstrip('/')}/"
        return settings

    def _today(self, settings: Settings) -> date:
        """The as-of date; engines leave the one that they were given in the environment."""
        if self._epoch is None:
            os.environ.pop(_EPOCH, None)
        self._pinned = bool(self._options.as_of or settings.as_of or self._epoch)
        self._day = as_of(self._options.as_of, settings.as_of)
        return self._day

    def _ended(self, built: tuple[Built, Settings] | None, seconds: float) -> None:
        """Tell what came of a build: in the terminal only what it has not just been told."""
        if built is None:
            self._show.tell(Trouble(), None)
            _say("没有要更新的。")
            return
        (made, settings), found = built, built[0].examined.findings
        wrong = () if made.published else errors(found)
        self._show.tell(Trouble(wrong), made.reference)
        new = tuple(each for each in found if each not in (self._told or ()))
        if new or self._told is None:
            telling.findings(replace(made.examined, findings=new), made.reference, settings)
        self._told = set(found)
        _say(f"预览全部更新了（{seconds:.1f} 秒）。" if made.published else _LEFT.format(count=len(wrong)))

    def _stopped(self, message: str) -> None:
        """Tell why there is nothing new."""
        self._show.tell(Trouble(message=message), None)
        _say(message)
        _say(_NOT_RENEWED)


def _say(line: str) -> None:
    print(line, flush=True)
