"""``gongshi new``: a blank record to fill in."""

import re
from pathlib import Path

import click

from generator.build.files import RECORDS
from generator.build.pipeline import Options, Register
from generator.cli import choices
from generator.cli.chinese import Command
from generator.exports.blank import blank
from generator.reading import wording
from generator.records.linkages import LINKAGES
from generator.records.model import labels
from generator.records.vocabulary import Vocabularies
from generator.report import exit_code, report
from generator.settings import load

_ID = re.compile(r"[A-Z]{2,8}-20[0-9]{2}-[0-9]{4,6}")
# Help is shown where there is no register yet, so the names are the program's own.
_MECHANISMS = "、".join(
    f"{code}（{labels(model)['mechanism'].help.rstrip('。')}）" for code, model in LINKAGES.items()
)


@click.command(cls=Command)
@click.argument("project", metavar="项目编号")
@click.option(
    "--mechanism",
    "mechanisms",
    multiple=True,
    metavar="机制",
    help="用哪种联农带农机制，写代码或者中文名，可以写几次。不写就用保底收益+按股分红。"
    f"可以写：{_MECHANISMS}。",
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
    vocabularies = register.reference.vocabularies
    codes = tuple(_code(each, vocabularies) for each in mechanisms)
    text = blank(project, codes or ("guaranteed_dividend",), vocabularies)
    target.write_text(text, "utf-8")
    click.echo(f"新建了 {target}。填好后运行 gongshi check。")
    return 0


def _code(got: str, vocabularies: Vocabularies) -> str:
    """The code of a mechanism that was named by its code or by one of its names."""
    terms = vocabularies["mechanisms"]
    found = got if got in LINKAGES else wording.code(got, terms)
    if found:
        return found
    hint = wording.meant(got, terms).zh
    raise click.UsageError(f"--mechanism 不能写“{got}”。{hint}可以写：{wording.words(terms).zh}。")
