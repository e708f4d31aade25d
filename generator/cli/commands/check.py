"""``gongshi check``: read and judge everything, make nothing."""

from datetime import date
from pathlib import Path

import click

from generator.build.pipeline import Options, Register
from generator.cli import choices
from generator.cli.chinese import Command
from generator.cli.chosen import chosen, only, rest
from generator.cli.progress import progress
from generator.report import exit_code, report
from generator.settings import load


@click.command(cls=Command)
@click.argument("files", nargs=-1, metavar="[文件…]")
@choices.shared(choices.root, choices.day, choices.lang, choices.workers, choices.form)
def check(
    files: tuple[str, ...], root: Path, as_of: date | None, lang: str, jobs: int | None, form: str
) -> int:
    """检查全部记录，逐条说明哪里不对、怎么改。

    后面写了文件，就只说这几个文件；全部记录还是都读，编号重复才查得出来。
    """
    settings = load(root)
    with progress() as tick:
        register = Register.open(root, settings, Options(as_of, workers=jobs, progress=tick))
        named = chosen(files, root, [*register.files, *register.unread])
        every = register.examine()
    if not named or register.reference is None:
        report(every, register.reference, settings, form, lang)
        return exit_code(every)
    told = only(every, named)
    report(told, register.reference, settings, form, lang)
    click.echo(rest(every, told, lang), err=True)
    return exit_code(told)
