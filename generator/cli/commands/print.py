"""``gongshi print``: sheets for the notice board."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.build.pipeline import Options, Register
from generator.checks.catalogue import problems
from generator.checks.rule import Context
from generator.cli import choices
from generator.cli.chinese import Command
from generator.cli.stopping import heedful
from generator.findings.finding import Finding, Spot
from generator.library.cases import is_model, read_cases
from generator.notices.binding import bind
from generator.notices.desk import Desk, Posting
from generator.notices.fonts import faces
from generator.notices.gather import Gathered, gather
from generator.notices.households import Households, ListRefusedError, read_households
from generator.notices.order import Order
from generator.notices.plan import Source, Wanted, collected, orders
from generator.notices.press import PROCESSES, Made, make
from generator.notices.problems import NO_ADDRESS
from generator.notices.selection import Choice, NoSuchPlaceError, villages
from generator.pages.printed import KINDS
from generator.pages.site import Site
from generator.records.reference import Reference
from generator.report import report
from generator.settings import Margins, Paper, Settings, SheetKind, load

_LEAST_DAYS = 10
_ALL = "all"


@dataclass(frozen=True, slots=True)
class _Printing:
    """One run of the command: the register, and what was chosen in it."""

    register: Register
    settings: Settings
    reference: Reference
    choice: Choice


@click.command("print", cls=Command)
@click.argument("projects", nargs=-1, metavar="[项目编号]…")
@choices.root
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="文件夹", help="打印件放到哪里。"
)
@click.option(
    "--village", "villages_", multiple=True, metavar="村", help="只打这个村的：村名或者区划代码，可以写几次。"
)
@click.option("--township", "townships", multiple=True, metavar="乡镇", help="只打这个乡镇的，可以写几次。")
@click.option(
    "--stage", "stages", multiple=True, metavar="阶段", help="只打这个阶段的，例如 运营 或 operating。"
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([*KINDS, _ALL]),
    default=("linkage",),
    help="哪种打印件："
    + "，".join(f"{code} {name}" for code, name in KINDS.items())
    + "，all 全部。默认 linkage。",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    type=click.Choice(["a4", "a3"]),
    default=("a4",),
    help="纸张，默认 a4。",
)
@click.option(
    "--margins",
    type=click.Choice(["board", "gb"]),
    help="页边：board 张贴用，gb 公文版心。默认看 mkdocs.yml。",
)
@click.option(
    "--year",
    type=click.IntRange(2000, 2099),
    metavar="年度",
    help="收益分配、全村汇总打哪一年的。默认最近一年。",
)
@click.option(
    "--from",
    "first",
    type=choices.Day(),
    metavar="日期",
    help="公示从哪天开始。不写就用记录里的，记录里没有就留空手填。",
)
@click.option(
    "--days",
    type=click.IntRange(_LEAST_DAYS),
    default=_LEAST_DAYS,
    metavar="天数",
    help="公示多少天，和 --from 一起用。默认 10 天。",
)
@click.option(
    "--list",
    "list_",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="逐户名单（户主、人口、金额），附在收益分配公示后面。",
)
@click.option("--full-names", is_flag=True, help="逐户名单写全名。不写就把名字遮住。")
@click.option("--changed", is_flag=True, help="只打上次打印以后有变化的。")
@click.option("--merge", is_flag=True, help="每个村另外合成一个文件，方便送打印店。")
@choices.day
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=PROCESSES,
    show_default=True,
    metavar="个数",
    help="同时用几个进程。",
)
def print_(
    projects: tuple[str, ...],
    root: Path,
    out: Path,
    villages_: tuple[str, ...],
    townships: tuple[str, ...],
    stages: tuple[str, ...],
    kinds: tuple[str, ...],
    papers: tuple[Paper, ...],
    margins: Margins | None,
    year: int | None,
    first: date | None,
    days: int,
    list_: Path | None,
    full_names: bool,
    changed: bool,
    merge: bool,
    as_of: date | None,
    jobs: int,
) -> int:
    """做出能张贴的公示（PDF），一个村一个文件夹。"""
    settings = load(root)
    register = Register.open(root, settings, Options(as_of))
    if register.reference is None:
        report(register.examine(), None, settings)
        return 1
    try:
        choice = Choice.of(projects, villages_, townships, stages, register.reference)
    except NoSuchPlaceError as error:
        raise click.UsageError(str(error)) from None
    printing = _Printing(register, settings, register.reference, choice)
    wanted_kinds = _kinds(kinds)
    records = _gathered(printing, wanted_kinds)
    try:
        families = _families(list_, printing, records.chosen, wanted_kinds, year)
    except ListRefusedError as error:
        _tell(error.findings)
        click.echo("名单有问题，一张都没有打印。", err=True)
        return 1
    if full_names:
        click.echo("注意：名单写全名。只在本村张贴，到期收回，不要拍照、不要发到网上。", err=True)
    desk = Desk(
        Site(settings, register.reference, register.day, problems()),
        Posting.of(first, days) if first else None,
    )
    wanted = Wanted(
        wanted_kinds,
        tuple(dict.fromkeys(papers)),
        margins or settings.notices.margins,
        year,
        families,
        full_names,
    )
    found = orders(records.chosen, wanted, desk) + _of_many(printing, records, wanted, desk)
    if not settings.site_url:
        _tell([Finding(NO_ADDRESS, Spot("mkdocs.yml"), NO_ADDRESS.message, NO_ADDRESS.remedy)])
    with _progress() as tick:
        made = make(found, out, faces(root, settings), heedful(tick), jobs)
    _tell([*records.refused, *made.findings])
    _summary(made, out, changed=changed, bound=_bound(made, out, changed) if merge else [])
    return 1 if records.refused or made.findings else 0


def _kinds(kinds: tuple[str, ...]) -> frozenset[SheetKind]:
    return frozenset(KINDS) if _ALL in kinds else frozenset(kind for kind in KINDS if kind in kinds)


def _gathered(printing: _Printing, kinds: frozenset[SheetKind]) -> Gathered:
    context = Context(printing.reference, printing.register.day)
    around = bool(kinds & {"digest", "case"})
    found = gather(printing.register.root, printing.register.files, printing.choice, context, around=around)
    unknown = sorted(printing.choice.projects - found.numbers)
    if unknown:
        raise click.UsageError(f"没有这些项目的记录：{'、'.join(unknown)}。")
    return found


def _of_many(printing: _Printing, records: Gathered, wanted: Wanted, desk: Desk) -> list[Order]:
    """The digests of villages and the posters of cases, which need more than the chosen records."""
    places = villages(printing.choice, [each.project for each in records.chosen], printing.reference)
    whole = [place for place in places if records.whole(place.code)]
    if "digest" in wanted.kinds and len(whole) < len(places):
        names = "、".join(place.name for place in places if place not in whole)
        click.echo(f"{names}有不合格的记录，改好以后才能打全村汇总。", err=True)
    cases = read_cases(printing.register.root, printing.settings.docs_dir)
    chosen = {source.project.id for source in records.chosen}
    models = [each for each in cases if chosen & set(each.projects) and is_model(each, records.rows)]
    return collected(records.around, whole, models, wanted, desk)


def _families(
    file: Path | None,
    printing: _Printing,
    sources: list[Source],
    kinds: frozenset[SheetKind],
    year: int | None,
) -> Households | None:
    if file is None:
        return None
    if len(sources) != 1 or "distribution" not in kinds:
        raise click.UsageError("--list 要和一个项目编号、--kind distribution 一起用。")
    project = sources[0].project
    _outside(file, printing)
    years = [each.year for each in project.distributions]
    chosen = year or max(years, default=None)
    if chosen not in years or chosen is None:
        raise click.UsageError(f"{project.id} 没有{f' {chosen} 年' if chosen else ''}的收益分配。")
    return read_households(file, project, chosen, printing.reference.vocabularies["uses"])


def _outside(file: Path, printing: _Printing) -> None:
    """A private list must lie where no build ever reads or publishes it."""
    root, settings = printing.register.root.resolve(), printing.settings
    for folder in ("data", settings.docs_dir, settings.site_dir):
        if file.resolve().is_relative_to(root / folder):
            raise click.UsageError(
                f"名单不能放在 {folder} 里，那里的文件会上网。请移到 private 文件夹，再打印。"
            )


def _bound(made: Made, out: Path, changed: bool) -> list[str]:
    """One file for every village and paper; the names of those files."""
    groups: dict[tuple[str, str], list[Order]] = {}
    for order in sorted(made.made if changed else [*made.made, *made.unchanged], key=lambda each: each.name):
        groups.setdefault((order.group, order.paper), []).append(order)
    names = []
    for (group, paper), found in groups.items():
        name = f"{group}-{'有变化的' if changed else ''}合订本-{paper.upper()}.pdf"
        (out / name).write_bytes(bind([out / each.name for each in found], group))
        names.append(name)
    return names


def _tell(findings: list[Finding]) -> None:
    for each in findings:
        click.echo(
            f"{each.spot.file}：{each.message.zh}（{each.code}）\n  怎么改：{each.remedy.zh}", err=True
        )


def _summary(made: Made, out: Path, *, changed: bool, bound: list[str]) -> None:
    """What lies where."""
    if not made.made and not made.unchanged:
        click.echo("没有可以打印的。" if not made.findings else "一张都没有打印成。")
        return
    shown = made.made if changed else [*made.made, *made.unchanged]
    folders = Counter(order.name.split("/")[0] for order in shown)
    click.echo(f"新做了 {len(made.made)} 份，没有变化的 {len(made.unchanged)} 份。放在 {out}：")
    for folder, count in sorted(folders.items()):
        click.echo(f"  {folder}/  {count} 份")
    for order in made.made if changed else []:
        click.echo(f"    {order.name}")
    for name in bound:
        click.echo(f"  {name}")
    if changed and not made.made:
        click.echo("上次打印以后没有变化，不用重贴。")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar with the time left, where someone watches; silence in a pipe."""
    if not sys.stderr.isatty():
        yield lambda done, wanted: None
        return
    many, left = MofNCompleteColumn(), TimeRemainingColumn()
    columns = TextColumn("正在打印"), BarColumn(), many, TextColumn("还要"), left
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, wanted: bar.update(task, completed=done, total=wanted)
