"""``gongshi serve``: look at the site while editing it."""

from datetime import date
from pathlib import Path

import click

from generator.build.options import Options
from generator.cli import choices
from generator.cli.chinese import Command
from generator.cli.explaining import explained
from generator.cli.stopping import heed


@click.command(cls=Command)
@choices.root
@choices.day
@click.option("--address", default="127.0.0.1:8000", metavar="地址:端口", help="在哪个地址和端口上看。")
def serve(root: Path, as_of: date | None, address: str) -> None:
    """在本机预览网站；改了记录、网页或者模板，浏览器里自动跟着变。"""
    from generator.serve.serve import serve as serve_site

    try:
        serve_site(root, address, Options(as_of), explained, heed)
    except KeyboardInterrupt:
        click.echo("预览停了。发布的网站没有动过。")
