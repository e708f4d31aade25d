"""``gongshi ledger``: the register as Excel workbooks, out and in."""

from datetime import date
from pathlib import Path

import click

from generator.build.pipeline import Options, Register
from generator.checks.rule import Context
from generator.cli import choices
from generator.cli.chinese import Command, Group
from generator.cli.progress import progress
from generator.ledger import marking, plan, telling, workbook
from generator.ledger.crew import crew, unhurried
from generator.ledger.exporting import Choice, Export
from generator.ledger.foreign import mapping as mappings
from generator.ledger.grid import read as read_grids
from generator.ledger.importing import bring
from generator.ledger.mended import mended
from generator.ledger.plan import Change, Kind
from generator.ledger.reading import Imported
from generator.records.reference import Reference
from generator.report import exit_code, report
from generator.settings import load

_FILE = click.Path(path_type=Path)
_MAPPING_END = ".mapping.yaml"


@click.group("ledger", cls=Group)
def ledger() -> None:
    """Excel 台账：出空表，导入，导出。"""


@ledger.command(cls=Command)
@choices.root
@click.option("--out", type=_FILE, default=Path("台账模板.xlsx"), metavar="文件", help="写到哪个文件。")
def template(root: Path, out: Path) -> int:
    """写一份空的台账模板，带下拉、说明和示例行。"""
    register = _open(root, None)
    if register.reference is None:
        return _unusable(register)
    workbook.write(out, [], register.reference, example=True)
    click.echo(f"写好了 {out}。填好后运行 gongshi ledger import {out}。")
    return 0


@ledger.command(cls=Command)
@choices.shared(choices.root, choices.day)
@click.option("--out", type=_FILE, default=Path("台账.xlsx"), metavar="文件", help="写到哪个文件。")
@click.option("--official", "printed", is_flag=True, help="写成上报打印的台账：A3 横排，一个项目一行。")
@click.option("--place", metavar="区划代码", help="只要这个乡镇或村的，写 12 位区划代码。")
@click.option("--year", type=int, metavar="年度", help="只要这一年度的项目。")
def export(
    root: Path, as_of: date | None, out: Path, printed: bool, place: str | None, year: int | None
) -> int:
    """把全部记录写成一本 Excel 台账，改好了还能导回来。"""
    register = _open(root, as_of)
    if register.reference is None:
        return _unusable(register)
    if place and place not in register.reference.places:
        raise click.UsageError(f"places.csv 里没有 {place} 这个地方。")
    prefix = register.reference.places[place].short if place else ""
    with crew(root, Context(register.reference, register.day)) as hands:
        made = Export(hands, register.files, Choice(prefix, year))
        if printed:
            made.official(out, register.reference, register.settings, register.day)
        else:
            made.workbook(out, register.reference)
    click.echo(f"写好了 {out}。")
    for file in made.left_out:
        click.echo(f"没有写进去：{file} 读不成记录，请先运行 gongshi check。", err=True)
    return 1 if made.left_out else 0


@ledger.command("import", cls=Command)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="文件")
@choices.shared(choices.root, choices.day, choices.lang)
@click.option("--dry-run", is_flag=True, help="只看会改什么，什么也不写。")
@click.option("--mapping", type=_FILE, metavar="文件", help="别处的台账：各列怎样读，写在这个文件里。")
@click.option("--prefix", metavar="字母", help="新编号用的字母，例如 SL。默认和现有编号一样。")
@click.option("--marked", type=_FILE, metavar="文件", help="另存一份标出问题的台账。")
@click.option("--to-mend", type=_FILE, metavar="文件", help="把读到的内容写成模板的样子，缺什么补什么。")
@click.option("--report", "told", type=_FILE, metavar="文件", help="把读了什么、没读什么全部写进这个文件。")
@click.option(
    "--on-reject",
    type=click.Choice(["stop", "exclude"]),
    default="stop",
    help="有不合格的：stop 全都不写；exclude 合格的照写。",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="结果的写法。")
def import_(
    file: Path,
    root: Path,
    as_of: date | None,
    lang: str,
    dry_run: bool,
    mapping: Path | None,
    prefix: str | None,
    marked: Path | None,
    to_mend: Path | None,
    told: Path | None,
    on_reject: str,
    form: str,
) -> int:
    """导入 Excel 台账；哪一格不对，说出表、列和行。"""
    register = _open(root, as_of)
    reference = register.reference
    if reference is None:
        return _unusable(register)
    unhurried()
    chosen = _mapping(file, mapping, reference)
    context = Context(reference, register.day)
    with progress() as tick, crew(root, context) as hands:
        imported, changes = bring(file, hands, register.files, context, chosen, prefix, tick)
    errors = any(finding.grade == "error" for _, finding in imported.findings)
    written = 0 if dry_run or (errors and on_reject == "stop") else plan.apply(root, changes)
    if marked:
        marking.mark(file, read_grids(file), imported.findings, marked, imported.header_rows)
    if to_mend:
        mended(to_mend, imported, reference)
    kept = _kept(file, mapping, imported, reference)
    if told:
        told.write_text("\n".join(telling.account(imported, reference)) + "\n", "utf-8")
    if form == "json":
        click.echo(telling.as_json(imported.findings, changes, imported.named), nl=False)
    else:
        _say(imported, changes, reference, lang, dry_run)
        _close(imported, written, errors, dry_run, kept)
    return 1 if errors else 0


def _open(root: Path, as_of: date | None) -> Register:
    return Register.open(root, load(root), Options(as_of))


def _unusable(register: Register) -> int:
    examined = register.examine()
    report(examined, None, register.settings)
    return exit_code(examined)


def _mapping(file: Path, given: Path | None, reference: Reference) -> mappings.Mapping | None:
    """The mapping that was named, or was kept beside the file by an earlier import."""
    beside = file.with_name(file.name + _MAPPING_END)
    path = given or (beside if beside.exists() else None)
    return mappings.load(path, read_grids(file), reference) if path else None


def _kept(file: Path, given: Path | None, imported: Imported, reference: Reference) -> Path | None:
    """Keep the mapping beside the file, where none was given or kept before."""
    path = file.with_name(file.name + _MAPPING_END)
    if given or imported.mapping is None or path.exists():
        return None
    path.write_text(mappings.dump(imported.mapping, reference), "utf-8")
    return path


def _say(imported: Imported, changes: list[Change], reference: Reference, lang: str, dry_run: bool) -> None:
    for line in telling.findings(imported.findings, reference.policies, lang):
        click.echo(line)
    if imported.named:
        click.echo("没有读进记录的：")
        for line in telling.not_read(imported.named):
            click.echo(line)
    if dry_run:
        for change in changes:
            if change.kind in (Kind.NEW, Kind.CHANGED):
                click.echo(change.diff(), nl=False)
    click.echo(f"读了 {imported.ledger.read} 格，{telling.counts(changes, lang)}。")


def _close(imported: Imported, written: int, errors: bool, dry_run: bool, kept: Path | None) -> None:
    if kept:
        click.echo(f"各列的读法写在 {kept}，请看一遍；不对就改，改好再导入一次。")
    if errors and imported.mapping:
        click.echo(
            "台账里没有的列：加上这一列，或者在读法文件的 defaults 里统一写；"
            "也可以加 --to-mend 补.xlsx，写成模板的样子再补。"
        )
    if dry_run:
        click.echo("这是试算，什么也没有写。")
    elif written:
        click.echo(f"写了 {written} 份记录。")
    elif errors:
        click.echo("有错误，什么也没有写。改好标出的格子，再导入一次。")
