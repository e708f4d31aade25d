"""What is said of an exception: what it means, and what to do about it."""

import tempfile
import traceback
from pathlib import Path

from generator.cli.system import NO_MEMORY, trouble
from generator.errors import ToldError


def explained(error: Exception) -> str:
    """The exception that is being handled, in words for people."""
    if isinstance(error, ToldError):
        return str(error)
    if isinstance(error, OSError):
        return trouble(error)
    return NO_MEMORY if isinstance(error, MemoryError) else _bug()


def _bug() -> str:
    told = "这是程序自己的错，不是记录的错；网站没有更新。\n"
    try:
        return f"{told}请把 {_log()} 这个文件发给维护的人，并说明运行了什么命令。"
    except OSError:
        # Nothing can be written, so the last line of what was to be written is said instead.
        said = traceback.format_exc().strip().rpartition("\n")[2]
        return f"{told}请把这一行发给维护的人，并说明运行了什么命令：{said}"


def _log() -> Path:
    with tempfile.NamedTemporaryFile(
        "w", prefix="gongshi-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exc(file=log)
    return Path(log.name)
