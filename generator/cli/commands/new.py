"""``gongshi new``: a blank record to fill in."""

import re
from pathlib import Path

import click

from generator.build.files import RECORDS
from generator.build.pipeline import Options, Register
from generator.cli import choices
from generator.cli.chinese import Command
from generator.exports.blank import blank
from generator.records.linkages import LINKAGES
from generator.report import exit_code, report
from generator.settings import load

_ID = re.compile(r"[A-Z]{2,8}-20[0-9]{2}-[0-9]{4,6}")


@click.command(cls=Command)
@click.argument("project", metavar="项目编号")
@click.option(
    "--mechanism",
    "mechanisms",
    multiple=True,
    type=click.Choice(list(LINKAGES)),
    help="用哪种联农带农机制，可以写几次。不写就用保底分红。",
)
@choices.root
def new(project: str, mechanisms: tuple[str, ...], root: Path) -> int:
    """新建一份空白的项目记录，每一行都有说明。"""
    if not _ID.fullmatch(project):
        raise click.UsageError(f"“{project}”不像项目编号，要写成 SL-2025-0042 这样。")
    settings = load(root)
    register = Register.open(root, settings, Options())
    if register.reference is None:
        examined = register.examine()
        report(examined, None, settings)
        return exit_code(examined)
    target = root / RECORDS / f"{project}.yaml"
    if any(Path(file).stem == project for file in register.files):
        raise click.UsageError(f"已经有 {project} 这份记录了。")
    text = blank(project, mechanisms or ("guaranteed_dividend",), register.reference.vocabularies)
    target.write_text(text, "utf-8")
    click.echo(f"新建了 {target}。填好后运行 gongshi check。")
    return 0
