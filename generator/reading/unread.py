"""Files that lie among the records and are not read: which they are, and what is said of one."""

from pathlib import PurePosixPath

from generator.findings.finding import Bilingual, Finding
from generator.reading.fault import Fault, finding
from generator.reading.problems.unread import UNREAD

ENDINGS = (".yaml", ".yml")
"""How the names of records' files end."""

_LEFT = (".", "~$")
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
_ADDED = ".txt"


def is_record(file: str) -> bool:
    """Whether a file of that name is a record's."""
    return file.endswith(ENDINGS)


def is_told(name: str) -> bool:
    """Whether a file that is no record is worth a word; a README and what programs leave are not."""
    lower = name.lower()
    return not (name.startswith(_LEFT) or lower in _LEFT_BY_SYSTEMS or lower.partition(".")[0] == "readme")


def unread(file: str) -> Finding:
    """The finding of a file that is no record."""
    name = PurePosixPath(file).name
    added = name.lower().endswith(_ADDED)
    why = (
        Bilingual("名字末尾的 .txt 是记事本加上的", "Notepad has put .txt behind its name")
        if added
        else Bilingual("项目记录的文件名要以 .yaml 结尾", "the name of a record's file ends in .yaml")
    )
    right = f"{PurePosixPath(name[: -len(_ADDED)]).stem}.yaml" if added else ""
    rename = (
        Bilingual(f"是项目记录的，把名字改成 {right}。", f"If it is a record, rename it to {right}. ")
        if added
        else Bilingual("是项目记录的，另存为 .yaml 文件。", "If it is a record, save it as a .yaml file. ")
    )
    return finding(Fault(UNREAD, values={"why": why, "rename": rename}), file)
