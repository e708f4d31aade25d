"""``gongshi explain``: why a rule is as it is, and how to satisfy it."""

import sys
from pathlib import Path

import click

from generator.build.pipeline import Options, Register
from generator.checks.catalogue import Explanation, problems
from generator.checks.catalogue import explain as look_up
from generator.cli import choices
from generator.cli.chinese import Command
from generator.findings import render_explain
from generator.notices.problems import PROBLEMS
from generator.pages.address import rule_address
from generator.report import exit_code, report
from generator.settings import load


@click.command(cls=Command)
@click.argument("code", metavar="[编号]", required=False)
@choices.shared(choices.root, choices.lang)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="结果的写法。")
def explain(code: str | None, root: Path, lang: str, form: str) -> int:
    """说明一条检查规则：为什么这样定、依据是什么、怎么改。不写编号，就列出全部规则。"""
    paper = {each.code: each for each in PROBLEMS}
    if code is None:
        every = [*problems().values(), *paper.values()]
        rendered = render_explain.index_json(every) if form == "json" else render_explain.index(every, lang)
        click.echo(rendered, nl=False)
        return 0
    code = code.upper()
    if code not in problems() and code not in paper:
        raise click.UsageError(f"没有 {code} 这条规则。运行 gongshi explain，后面不写编号，看全部规则。")
    settings = load(root)
    register = Register.open(root, settings, Options())
    if register.reference is None:
        examined = register.examine()
        report(examined, None, settings, lang=lang)
        return exit_code(examined)
    if code in paper:
        found, page = Explanation(paper[code], (), "", None), None
    else:
        found = look_up(code, register.reference.policies)
        page = f"{settings.site_url.rstrip('/')}/{rule_address(code)}" if settings.site_url else None
    if form == "json":
        text = render_explain.render_json(found, page=page)
    else:
        text = render_explain.render(found, lang=lang, colour=sys.stdout.isatty(), page=page)
    click.echo(text, nl=not text.endswith("\n"))
    return 0
