"""``gongshi schema``: the JSON Schema of a record, for editors."""

import json
from pathlib import Path

import click

from generator.build.pipeline import Options, Register
from generator.cli import choices
from generator.cli.chinese import Command
from generator.exports.schema import project_schema
from generator.report import exit_code, report
from generator.settings import load


@click.command(cls=Command)
@choices.root
@click.option("--out", type=click.Path(path_type=Path), metavar="文件", help="写到哪个文件；不写就显示出来。")
def schema(root: Path, out: Path | None) -> int:
    """写出记录的格式说明（JSON Schema），编辑器用它提示和补全。"""
    settings = load(root)
    register = Register.open(root, settings, Options())
    if register.reference is None:
        examined = register.examine()
        report(examined, None, settings)
        return exit_code(examined)
    text = json.dumps(project_schema(register.reference), ensure_ascii=False, indent=2) + "\n"
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, "utf-8")
        click.echo(f"写好了 {out}。")
    else:
        click.echo(text, nl=False)
    return 0
