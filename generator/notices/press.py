"""Makes sheets: only those that changed, in several processes, each file whole or not at all."""

import json
import multiprocessing
import os
from collections.abc import Callable, Generator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.answer import LOST, Answer
from generator.errors import ToldError
from generator.findings.finding import Finding
from generator.notices import glyphs
from generator.notices.fonts import Faces
from generator.notices.office import document
from generator.notices.order import Order, press_digest
from generator.notices.sheet import Sheet
from generator.notices.typeset import Typesetter
from generator.peace import peace
from generator.settings import Margins
from generator.workers import follow, undisturbed

MEMORY = ".gongshi-print.json"
"""What was printed last into a folder: for every file what it was made from, and its size."""

PROCESSES = 2
_WORTH_PROCESSES = 4

Progress = Callable[[int, int], None]


class PressLostError(ToldError):
    """A process that set sheets is gone, killed by the system or by someone (exit code 2)."""

    def __init__(self) -> None:
        super().__init__(
            f"{LOST}。\n做好的都在。请关掉别的程序再运行一次，从没有做的接着做；还是不行，就加上 --jobs 1。"
        )


@dataclass(slots=True)
class Made:
    """What came of orders: files made, files that were as they should be, and sheets that could not be."""

    made: list[Order] = field(default_factory=list)
    unchanged: list[Order] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def make(orders: list[Order], folder: Path, faces: Faces, progress: Progress, jobs: int = PROCESSES) -> Made:
    """Make the sheets that changed since they were last made into ``folder``.

    Raises:
        OSError: the folder cannot be written.
        PressLostError: a process of ours was killed; what is made by then stays.
        TypesetError: a bug of ours.
    """
    press = press_digest(faces)
    memory = _remembered(folder)
    result, wanted = Made(), list[tuple[Order, str]]()
    for order in orders:
        content = order.content(press)
        if _is_there(folder, order, memory.get(order.name), content):
            result.unchanged.append(order)
        elif faults := _faults(order, faces):
            result.findings += faults
        else:
            wanted.append((order, content))
    try:
        with closing(_set(wanted, faces, jobs)) as sheets:
            for done, (order, content, pdf) in enumerate(sheets, 1):
                _put(folder, order, pdf)
                memory[order.name] = [content, len(pdf)]
                result.made.append(order)
                progress(done, len(wanted))
    finally:
        if result.made:
            _whole(folder / MEMORY, json.dumps(memory, ensure_ascii=False, indent=0, sort_keys=True).encode())
    return result


def _remembered(folder: Path) -> dict[str, list[str | int]]:
    try:
        found = json.loads((folder / MEMORY).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_there(folder: Path, order: Order, known: list[str | int] | None, content: str) -> bool:
    if not known or known[0] != content:
        return False
    file = folder / order.name
    try:
        whole = file.stat().st_size == known[1]
    except OSError:
        return False
    return whole and (not order.editable or file.with_suffix(".docx").exists())


def _faults(order: Order, faces: Faces) -> list[Finding]:
    absent = glyphs.missing(order.sheet, faces.characters)
    return [glyphs.told(order.sheet, each, order.file, order.project) for each in absent]


def _put(folder: Path, order: Order, pdf: bytes) -> None:
    target = folder / order.name
    if order.editable:
        _whole(target.with_suffix(".docx"), document(order.sheet))
    _whole(target, pdf)


def _whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except BaseException:
        with peace():
            part.unlink(missing_ok=True)
        raise


def _set(
    wanted: list[tuple[Order, str]], faces: Faces, jobs: int
) -> Generator[tuple[Order, str, bytes], None, None]:
    if len(wanted) < _WORTH_PROCESSES or jobs < 2:
        typesetter = Typesetter(faces) if wanted else None
        for order, content in wanted:
            assert typesetter is not None
            yield order, content, typesetter.pdf(order.sheet, order.paper, order.margins)
        return
    spawn = multiprocessing.get_context("spawn")
    with undisturbed():
        pool = ProcessPoolExecutor(min(jobs, len(wanted)), spawn, _start, (faces,))
    with TemporaryDirectory(prefix="gongshi-") as folder:
        try:
            with undisturbed():
                answers = [
                    Answer(pool, Path(folder), _run, order.sheet, order.paper, order.margins)
                    for order, _ in wanted
                ]
            for (order, content), answer in zip(wanted, answers, strict=True):
                yield order, content, answer.result()
        except BrokenExecutor as error:
            raise PressLostError from error
        finally:
            with peace():
                pool.shutdown(cancel_futures=True)


_typesetter: Typesetter | None = None


def _start(faces: Faces) -> None:
    global _typesetter
    follow()
    _typesetter = Typesetter(faces)


def _run(sheet: Sheet, paper: str, margins: Margins) -> bytes:
    assert _typesetter is not None
    return _typesetter.pdf(sheet, paper, margins)
