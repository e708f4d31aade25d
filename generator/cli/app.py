"""The command and its one boundary: errors become messages and exit codes.

0 clean, 1 findings, 2 usage or configuration, 3 a bug of ours; 130 interrupted, 143 asked to stop.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from generator import __version__
from generator.cli import choices
from generator.cli.chinese import LazyGroup, usage_message
from generator.cli.explaining import explained
from generator.cli.stopping import STOPPED, Stopped, asked, stoppable
from generator.errors import ToldError


@click.group("gongshi", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="gongshi %(version)s", help="显示版本号。")
@choices.root_before
@click.pass_context
def gongshi(context: click.Context, root: Path | None) -> None:
    """联农带农公示：把一个县的项目记录检查一遍，做成网站。"""
    context.obj = root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the answer is the exit code."""
    try:
        with stoppable():
            code = gongshi.main(args=arguments, prog_name="gongshi", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        return _say(usage_message(error), 2)
    except (click.Abort, KeyboardInterrupt):
        return _say(STOPPED, 130)
    except Stopped as stopped:
        return _say(STOPPED, stopped.exit_code)
    except ToldError as error:
        return _say(str(error), error.exit_code)
    except (BrokenPipeError, SystemExit):
        # Nobody reads any more, which click answers by leaving with 1: that would mean findings.
        sys.stderr.close()
        return 0
    except Exception as error:
        # Python wraps what a signal raises in some places.
        if code := asked():
            return _say(STOPPED, code)
        return _say(explained(error), 2 if isinstance(error, OSError | MemoryError) else 3)


def _say(message: str, code: int) -> int:
    # The window may be closed already.
    with suppress(OSError):
        click.echo(message, err=True)
    return code
