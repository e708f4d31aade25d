"""``gongshi serve``: look at the site while editing it."""

from pathlib import Path

import click

from generator.build import engine
from generator.cli import choices
from generator.cli.chinese import Command
from generator.settings import load


@click.command(cls=Command)
@choices.root
@click.option("--address", default="127.0.0.1:8000", metavar="地址:端口", help="在哪个地址和端口上看。")
def serve(root: Path, address: str) -> None:
    """在本机预览网站；改了记录，网页自动跟着变。"""
    load(root)
    click.echo(f"预览地址：http://{address}/  按 Ctrl+C 停止。")
    engine.serve(root, address)
