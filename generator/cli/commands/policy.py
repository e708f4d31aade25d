"""``gongshi policy``: the publisher's own documents."""

import re
from pathlib import Path

import click

from generator.build.pipeline import Options, Register
from generator.cli import choices
from generator.cli.chinese import Command, Group
from generator.library.intake.lines import IntakeError
from generator.library.intake.take import Taken, differences, take
from generator.library.original import Original, write_original
from generator.pages.address import original_page
from generator.records.policies import Policies
from generator.report import exit_code, report
from generator.settings import load

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OUTLINE = 24


@click.group(cls=Group)
def policy() -> None:
    """管理政策文件的原文。"""


@policy.command("import", cls=Command)
@click.argument(
    "file", metavar="文件", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
)
@click.option(
    "--as",
    "name",
    required=True,
    metavar="编码",
    help="同 data/policies 里的编码一样，例如 xian-2025-3。",
)
@click.option("--dry-run", is_flag=True, help="只看认得对不对，不写文件。")
@choices.root
def import_(file: Path, name: str, dry_run: bool, root: Path) -> int:
    """收进一份文件的原文（.txt 或 .docx），认出每一条。

    每一条在网站上都有自己的地址，解读、规则和项目可以指到那一条。
    """
    if not _ID.fullmatch(name):
        raise click.UsageError(f"“{name}”不能做编码。只用小写字母、数字和连字符，例如 xian-2025-3。")
    settings = load(root)
    register = Register.open(root, settings, Options())
    if register.reference is None:
        examined = register.examine()
        report(examined, None, settings)
        return exit_code(examined)
    try:
        taken = take(file, name)
    except IntakeError as error:
        click.echo(str(error), err=True)
        return 1
    _tell(taken)
    _compare(taken.original, register.reference.policies)
    if dry_run:
        click.echo("只是看看，没有写文件。")
    else:
        click.echo(f"写好了 {write_original(root, taken.original)}。运行 gongshi build，原文就在网站上了。")
    return 0


def _tell(taken: Taken) -> None:
    original = taken.original
    head = (
        ("标题", original.title),
        ("发文字号", original.number),
        ("发文机关", original.issuer),
        ("成文日期", original.written),
    )
    for label, value in head:
        click.echo(f"{label}：{value or '没有认出'}")
    click.echo(f"认出 {len(original.ids)} 条：")
    for passage in original.passages:
        text = passage.whole
        begin = text if len(text) <= _OUTLINE else f"{text[:_OUTLINE]}……"
        click.echo(f"  {'  ' * passage.depth}{passage.number} {begin}  [{passage.anchor}]")
        for part in passage.parts:
            click.echo(f"  {'  ' * part.depth}{part.number} {part.whole[:_OUTLINE]}  [{part.anchor}]")
    if taken.doubts:
        click.echo(f"有 {len(taken.doubts)} 处拿不准，请对照原文看一看：")
        for line, what in taken.doubts:
            click.echo(f"  第 {line} {taken.unit}：{what}。" if line else f"  {what}。")
    else:
        click.echo("编号都接得上，没有拿不准的地方。")


def _compare(original: Original, policies: Policies) -> None:
    if original.id not in policies:
        click.echo(f"还没有 data/policies/{original.id}.yaml。先照别的文件写好它，原文才会上网站。")
        return
    lacking, more = differences(original, policies[original.id])
    if lacking:
        click.echo(f"登记了、原文里没有认出来的：{'、'.join(lacking)}。")
    if more:
        click.echo(f"原文里有、还没有登记的：{'、'.join(more)}。照着补进 data/policies/{original.id}.yaml。")
    if not lacking and not more:
        click.echo(f"同 data/policies/{original.id}.yaml 里登记的条款一条不差。")
    click.echo(f"网页地址：{original_page(original.id)}")
