"""``gongshi build``: check everything and publish the site."""

import json
from contextlib import ExitStack
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import click

from generator.build.again import again
from generator.build.engine import DEFAULT, NAMES
from generator.build.examined import Built
from generator.build.inputs import Inputs
from generator.build.options import OnReject, Options
from generator.cli import choices
from generator.cli.chinese import Command
from generator.report import FORMATS, exit_code, outcome, report
from generator.settings import Settings, load


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
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="结果的写法。")
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
    settings = load(root)
    options = Options(as_of, OnReject(on_reject), jobs, engine=engine)
    inputs = Inputs.of(root, settings, options)
    built = again(root, root / settings.site_dir, options, inputs)
    built = built or _built(root, settings, options, inputs, scheduler)
    report(built.examined, built.reference, settings, form, lang)
    outcome(built.examined, root / settings.site_dir if built.published else None, lang)
    if timings:
        timings.write_text(json.dumps([asdict(stage) for stage in built.watch.stages]), "utf-8")
    return exit_code(built.examined)


def _built(root: Path, settings: Settings, options: Options, inputs: Inputs, scheduler: str | None) -> Built:
    """Build; what that needs is loaded now, since it takes longer than to see that nothing has changed."""
    from generator.build.pipeline import build as build_site
    from generator.cli.progress import progress

    with ExitStack() as until:
        if scheduler:
            from generator.build.cluster import on_cluster

            options = until.enter_context(on_cluster(scheduler, root, Path(settings.site_dir), options))
        tick = until.enter_context(progress())
        return build_site(root, settings, replace(options, progress=tick), inputs)
