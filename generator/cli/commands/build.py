"""``gongshi build``: check everything and publish the site."""

import os
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.build.aside import aside
from generator.build.engine import DEFAULT, NAMES
from generator.build.files import looked_into, published
from generator.cli import choices
from generator.cli.chinese import Command
from generator.patience import loading


def _writable(context: click.Context, option: click.Parameter, file: Path | None) -> Path | None:
    """See that a file can be written before a long build, not after it."""
    if file and not file.parent.is_dir():
        raise click.BadParameter(f"没有 {file.parent} 这个文件夹，请先建好。", context, option)
    if file and file.is_dir():
        raise click.BadParameter(f"{file} 是文件夹，要写文件。", context, option)
    if file and not os.access(file if file.exists() else file.parent, os.W_OK):
        raise click.BadParameter(f"没有权限写 {file}，请换一个地方。", context, option)
    return file


@click.command(cls=Command)
@choices.shared(choices.root, choices.day, choices.lang, choices.workers, choices.on_reject)
@click.option(
    "--engine",
    type=click.Choice(NAMES),
    default=DEFAULT,
    help=f"用哪个引擎做人写的网页。默认用 {DEFAULT}；别的要先装：pip install 'gongshi[引擎名]'。",
)
@click.option(
    "--scheduler",
    metavar="地址",
    help="让 Dask 集群来做，写调度器的地址，如 tcp://10.0.0.5:8786；"
    "文件夹要在共享盘上，还要先装：pip install 'gongshi[cluster]'。",
)
@choices.form
@click.option(
    "--timings",
    type=click.Path(path_type=Path),
    callback=_writable,
    metavar="文件",
    help="把每一步用的时间写进这个文件（JSON）。",
)
def build(
    root: Path,
    as_of: date | None,
    lang: str,
    jobs: int | None,
    on_reject: str,
    engine: str,
    scheduler: str | None,
    form: str,
    timings: Path | None,
) -> int:
    """检查全部记录，合格就做成网站；不合格，原来的网站不动。"""
    if scheduler is not None and jobs:
        raise click.UsageError("--jobs 说的是这台机器上的进程，不能和 --scheduler 一起用。")
    with aside(partial(looked_into, root), wanted=jobs != 1 and published(root)) as look:
        with loading():
            from generator.build.options import OnReject, Options
            from generator.cli import building

        options = Options(as_of, OnReject(on_reject), jobs, engine=engine)
        return building.build(root, options, scheduler, building.Telling(form, lang, timings), look)
