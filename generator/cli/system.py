"""What the operating system could not do, said so that people know what to do about it."""

import errno
from collections.abc import Mapping
from types import MappingProxyType

_FULL = "磁盘满了，写不下了。请腾出一些地方，再运行一次"
_DENIED = "没有权限。请换一个有权限的账号，或者请管理员改一下权限，再运行一次"
_MANY = "同时打开的文件太多。请关掉一些程序，或者请管理员放宽这个限制，再运行一次"

_SAID: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: _FULL,
        errno.EDQUOT: "分给这个账号的磁盘空间用完了。请腾出一些地方，再运行一次",
        errno.EFBIG: "文件太大，这块磁盘或者这个账号不让写这么大的文件",
        errno.EROFS: "这里只能读，不能写。请换一个能写的地方，或者请管理员改成可以写，再运行一次",
        errno.EACCES: _DENIED,
        errno.EPERM: _DENIED,
        errno.ENOTDIR: "这里应当是文件夹，现在是一个文件。请把这个文件挪走，再运行一次",
        errno.EMFILE: _MANY,
        errno.ENFILE: _MANY,
        errno.EIO: "磁盘读写出错，磁盘可能坏了。请先备份，再请人检查磁盘",
        errno.EBUSY: "正在被别的程序使用，换不了。请关掉那个程序，再运行一次",
    }
)


def trouble(error: OSError) -> str:
    """Where it happened, what it was, and what to do; the rest in the system's words."""
    where = f"{error.filename}：" if error.filename else ""
    return f"文件读写不成功，网站没有更新：{where}{reason(error)}。"


def reason(error: OSError) -> str:
    """What it was, and what to do."""
    return _SAID.get(error.errno or 0) or error.strerror or str(error)


NO_MEMORY = "内存不够，网站没有更新。请关掉别的程序再运行一次；还是不行，就加上 --jobs 1，慢一些，但省内存。"
