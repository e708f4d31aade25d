"""``gongshi build``: check everything and publish the site."""

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
    if scheduler and jobs:
        raise click.UsageError("--jobs 说的是这台机器上的进程，不能和 --scheduler 一起用。")
    with aside(partial(looked_into, root), wanted=jobs != 1 and published(root)) as look:
        with loading():
            from generator.build.options import OnReject, Options
            from generator.cli import building

        options = Options(as_of, OnReject(on_reject), jobs, engine=engine)
        return building.build(root, options, scheduler, building.Telling(form, lang, timings), look)
