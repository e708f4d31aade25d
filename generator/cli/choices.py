"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day, written ``2025-11-20``."""

    name = "日期"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        # Settings take a while to load, and most commands are given no day.
        from generator.settings import FIRST, LAST, SPAN

        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}”不是日期，要写成 2025-11-20 这样。", param, ctx)
        if not FIRST <= day <= LAST:
            self.fail(f"“{value}”太早或者太晚，只能写 {SPAN}的日期。", param, ctx)
        return day


def _outside() -> Path:
    """The folder that was named before the command, if one was."""
    named: Path | None = click.get_current_context().obj
    return named or Path()


def _root(default: Callable[[], Path] | None) -> Callable[[Any], Any]:
    return click.option(
        "--root",
        type=click.Path(path_type=Path),
        default=default,
        metavar="文件夹",
        help="站点的文件夹，里面有 mkdocs.yml。默认是当前文件夹。",
    )


root = _root(_outside)
root_before = _root(None)
"""The same before the name of a command."""

day = click.option(
    "--as-of",
    type=Day(),
    metavar="日期",
    help="按哪一天判断公示期、检查期限。默认看 mkdocs.yml，那里没写就是今天。",
)
lang = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="说明用中文还是英文。")
workers = click.option(
    "--jobs", type=click.IntRange(1), metavar="个数", help="同时用几个进程。默认有几个处理器用几个。"
)
form = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    help="结果的写法。",
)
on_reject = click.option(
    "--on-reject",
    type=click.Choice(["stop", "exclude"]),
    default="stop",
    help="有记录不合格时：stop 整个不发布；exclude 只留下不合格的，其余照常发布。",
)


def shared(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator, in the order given."""

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add
