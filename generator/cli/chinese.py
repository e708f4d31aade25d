"""Click's help and usage errors in Chinese, for the commands' readers."""

import re
from importlib import import_module

import click

_NAMES = (
    "check",
    "build",
    "serve",
    "ledger",
    "print",
    "gather",
    "new",
    "policy",
    "explain",
    "schema",
    "demo",
)
VERBS = {name: name for name in _NAMES} | {"print": "print_"}
"""The commands by their name, which is their file's, too; the value is what the file calls it."""

_USAGE = (
    (r"No such option:? '?([^'?]+?)'?\.?(?: Did you mean (.+)\?)?$", "没有 {0} 这个选项。"),
    (r"No such command '(.+?)'\.", "没有 {0} 这个命令。"),
    (r"Missing argument '(.+?)'\.", "还缺一个参数：{0}。"),
    (r"Missing option '(.+?)'\.", "还缺一个选项：{0}。"),
    (r"Option '(.+?)' requires an argument\.", "选项 {0} 后面要写内容。"),
    (r"Got unexpected extra arguments? \((.+)\)", "多写了：{0}。"),
    (r"Invalid value for '(.+?)': '(.+)' is not one of (.+)\.", "{0} 不能写 {1}，可以写：{2}。"),
    (r"Invalid value for '(.+?)': '(.+)' is not a valid integer(?: range)?\.", "{0} 要写整数，现在是“{1}”。"),
    (r"Invalid value for '(.+?)': (\S+) is not in the range x>=(\d+)\.", "{0} 最少写 {2}，现在是 {1}。"),
    (
        r"Invalid value for '(.+?)': (\S+) is not in the range (\d+)<=x<=(\d+)\.",
        "{0} 要写 {2} 到 {3} 之间的数，现在是 {1}。",
    ),
    (r"Invalid value for '(.+?)': \w+ '(.+)' does not exist\.", "没有“{1}”这个文件，请核对文件名和文件夹。"),
    (r"Invalid value for '(.+?)': (.+)", "{0} 写得不对：{1}"),
    (r"Missing command\.", "要写一个命令。"),
)


_NOTES = (
    ("required", "必填"),
    (r"default: ([^;]+)", r"默认：\1"),
    (r"x>=(\d+)", r"最少 \1"),
    (r"(\d+)<=x<=(\d+)", r"\1 到 \2"),
)


def _noted(text: str) -> str:
    """An option's help with Click's note behind it in Chinese."""
    told, bracket, note = text.rpartition("  [")
    if not bracket:
        return text
    for pattern, chinese in _NOTES:
        note = re.sub(pattern, chinese, note)
    return f"{told}{bracket}{note.replace('; ', '；')}"


def usage_message(error: click.UsageError) -> str:
    """A usage error in Chinese, with what to do next; unknown ones keep Click's own words."""
    text = error.format_message()
    for pattern, chinese in _USAGE:
        found = re.match(pattern, text)
        if found:
            text = chinese.format(*found.groups())
            break
    command = error.ctx.command_path if error.ctx else "gongshi"
    return f"{text}\n运行 {command} --help 看用法。"


class _Help:
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help = "显示这段说明。"
        return option  # type: ignore[no-any-return]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        pieces = pieces.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for each in self.get_params(ctx) if (row := each.get_help_record(ctx))]  # type: ignore[attr-defined]
        with formatter.section("选项"):
            formatter.write_dl([(names, _noted(text)) for names, text in rows])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(_Help, click.Command):
    """A command whose help is Chinese."""


class Group(_Help, click.Group):
    """A group whose help is Chinese."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the order in which they were added."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(80)) for name, command in found if command]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they were added."""
        return list(self.commands)


class LazyGroup(Group):
    """A group that loads a verb when it is called, so that none waits for what another needs."""

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, from the file of its name."""
        if name not in VERBS:
            return None
        command = getattr(import_module(f"generator.cli.commands.{name}"), VERBS[name])
        assert isinstance(command, click.Command)
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order in which a newcomer meets them."""
        return list(VERBS)
