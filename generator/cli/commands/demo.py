"""``gongshi demo``: write an invented county to try things out."""

from pathlib import Path

import click

from generator.cli.chinese import Command
from generator.demo.county import MOST, DemoError, write
from generator.demo.starter import starter


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
@click.option(
    "--records",
    type=click.IntRange(1, MOST),
    default=120,
    show_default=True,
    metavar="个数",
    help="多少个项目。",
)
@click.option("--seed", type=int, default=1, show_default=True, metavar="数", help="换一个数，就换一个县。")
def demo(folder: Path, records: int, seed: int) -> None:
    """写一个虚构的示例县，用来试用和测速度。"""
    try:
        write(folder, records, seed, starter())
    except DemoError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"写好了 {records} 个示例项目。接着运行：gongshi build --root {folder}")
