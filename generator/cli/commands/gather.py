"""``gongshi gather``: several counties' registers in one prefecture's site."""

from collections import Counter
from datetime import date
from pathlib import Path

import click

from generator.build.pipeline import OnReject, Options, Register
from generator.build.pipeline import build as build_site
from generator.cli import choices
from generator.cli.chinese import Command
from generator.cli.progress import progress
from generator.ledger.gather import put, read
from generator.report import exit_code, outcome, report
from generator.settings import load


@click.command(cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="地址或文件夹…")
@choices.shared(choices.root, choices.day, choices.lang, choices.workers, choices.on_reject)
@click.option("--no-build", is_flag=True, help="只汇总数据，不做网站。")
def gather(
    sources: tuple[str, ...],
    root: Path,
    as_of: date | None,
    lang: str,
    jobs: int | None,
    on_reject: str,
    no_build: bool,
) -> int:
    """把几个县的公示数据汇总起来，检查一遍，做成全市的网站。

    汇总会换掉 data/projects 和 data/places.csv 里各县的内容；市、省两级的行留着。
    """
    settings = load(root)
    options = Options(as_of, OnReject(on_reject), jobs)
    register = Register.open(root, settings, options) if (root / "data" / "projects").is_dir() else None
    reference = register.reference if register else None
    if register is None or reference is None:
        raise click.UsageError(f"{root} 还不是登记册，要先有 mkdocs.yml 和 data 文件夹。")
    files = put(root, [read(source, reference) for source in sources])
    for county, count in Counter(files.values()).items():
        click.echo(f"{county}：{count} 个项目。")
    if no_build:
        return 0
    settings = load(root)
    with progress() as tick:
        built = build_site(root, settings, Options(as_of, OnReject(on_reject), jobs, tick))
    report(built.examined, built.reference, settings, "text", lang)
    outcome(built.examined, root / settings.site_dir if built.published else None, lang)
    for file in sorted(built.examined.refused & files.keys()):
        click.echo(f"不合格：{files[file]}的 {Path(file).stem}", err=True)
    return exit_code(built.examined)
