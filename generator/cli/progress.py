"""Progress on a terminal; silence in a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from generator.build.progress import Progress, silent
from generator.cli.stopping import heedful

_EVERY = 50


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar that shows how many records are done, where someone watches; whoever asks to stop is heeded."""
    if not sys.stderr.isatty():
        yield heedful(silent)
        return
    # Loaded only where someone watches: it takes as long as a hundred records.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("正在处理记录"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    # Without a thread of its own: with one, processes could not fork from this one.
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=None)

        def tick(done: int, files: int) -> None:
            if done % _EVERY == 0 or done == files:
                bar.update(task, completed=done, total=files, refresh=True)

        yield heedful(tick)
