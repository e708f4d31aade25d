"""``gongshi gather``: several counties' registers in one prefecture's site."""

from collections import Counter
from datetime import date
from pathlib import Path

import click

from generator.build.gathering import Gathered
from generator.build.gathering import gather as put_together
from generator.build.options import OnReject, Options
from generator.build.pipeline import Register
from generator.build.pipeline import build as build_site
from generator.cli import choices
from generator.cli.chinese import Command
from generator.cli.progress import progress
from generator.ledger.gather import read
from generator.report import exit_code, outcome, report
from generator.settings import Settings, load


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
    先检查，全部合格才换；有不合格的，默认什么也不换，用 --on-reject exclude 可以只留下合格的。
    """
    settings = load(root)
    options = Options(as_of, OnReject(on_reject), jobs)
    register = Register.open(root, settings, options) if (root / "data" / "projects").is_dir() else None
    reference = register.reference if register else None
    if register is None or reference is None:
        raise click.UsageError(f"{root} 还不是登记册，要先有 mkdocs.yml 和 data 文件夹。")
    with progress() as tick:
        found = [read(source, reference) for source in sources]
        gathered = put_together(root, settings, found, Options(as_of, OnReject(on_reject), jobs, tick))
    _tell(gathered, settings, lang)
    if no_build or not gathered.replaced:
        return exit_code(gathered.examined)
    settings = load(root)
    with progress() as tick:
        built = build_site(root, settings, Options(as_of, OnReject(on_reject), jobs, tick))
    if not built.published:
        report(built.examined, built.reference, settings, "text", lang)
    outcome(built.examined, root / settings.site_dir if built.published else None, lang)
    return max(exit_code(gathered.examined), exit_code(built.examined))


def _tell(gathered: Gathered, settings: Settings, lang: str) -> None:
    """What was found, how many projects each county has, and which were refused."""
    refused = gathered.examined.refused
    report(gathered.examined, gathered.reference, settings, "text", lang)
    whole = Counter(gathered.counties.values())
    bad = Counter(county for file, county in gathered.counties.items() if file in refused)
    for county, count in whole.items():
        left = f"，其中不合格 {bad[county]} 个" if bad[county] else ""
        click.echo(f"{county}：{count} 个项目{left}。")
    for file in sorted(refused & gathered.counties.keys()):
        click.echo(f"不合格：{gathered.counties[file]}的 {Path(file).stem}", err=True)
    if not gathered.replaced:
        click.echo(
            "有错误，什么也没有换。请让那个县改好再汇总，或者用 --on-reject exclude 只留下合格的。", err=True
        )
    elif refused:
        click.echo(f"没有放进来 {len(refused)} 个不合格的项目，其余的都放进来了。", err=True)
