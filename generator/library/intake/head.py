"""Title, number, issuer and date of a document, from the lines around its clauses."""

import re
from itertools import pairwise
from typing import NamedTuple

from generator.library.intake.lines import Line
from generator.library.intake.sentences import date_in, finished, is_date, is_signature, joined
from generator.library.intake.structure import Doubt

_NUMBER = re.compile(
    r"[一-鿿]{2,15}[〔\[（(【﹝]\s*((?:19|20)[0-9]{2})\s*[〕\]）)】﹞]\s*(?:第\s*)?([0-9]{1,5})\s*号"
)
_TITLE = re.compile(
    r".*(?:细则|方案|办法|意见|通知|规定|条例|规划|规则|决定|措施|要点|指引|规范|法)(?:[（(].{1,6}[）)])?"
)

_PLACE = re.compile("[一-鿿]{2,15}(?:省|自治区|州|市|县|区|盟|旗)")


class Head(NamedTuple):
    """What the head of a document says; None where it does not, or not surely."""

    title: str | None
    number: str | None
    issuer: str | None
    written: str | None
    cover: list[str]
    preamble: list[str]
    doubts: list[Doubt]


def head(front: list[Line], ending: list[Line]) -> Head:
    """What stands before the clauses, and what of it the head of the document is."""
    doubts: list[Doubt] = []
    title, first, at = _title(front, doubts)
    number = _number([*front, *ending])
    issuer = _issuer(front, ending)
    written = _written(front, ending, doubts)
    for found, name in ((title, "标题"), (number, "发文字号"), (issuer, "发文机关"), (written, "成文日期")):
        if found is None:
            doubts.append(Doubt(0, f"没有认出{name}"))
    cover = _paragraphs(front[:first])
    return Head(title, number, issuer, written, cover, _paragraphs(front[at:]), doubts)


def _number(lines: list[Line]) -> str | None:
    for line in lines:
        found = _NUMBER.search(line.text.replace(" ", ""))
        if found:
            name = re.match("[一-鿿]+", found[0])
            return f"{name[0] if name else ''}〔{found[1]}〕{found[2]}号"
    return None


def _title(front: list[Line], doubts: list[Doubt]) -> tuple[str | None, int, int]:
    """The title, where it begins and where the text goes on after it.

    Of a covering letter's title and the document's own, it is the latter.
    """
    places = [at for at, line in enumerate(front) if _is_title(line.text)]
    if not places:
        return None, 0, 0
    own = [at for at in places if "通知" not in front[at].text] or places
    at = own[-1]
    title, first = front[at].text, at
    if "关于" not in title and at and "关于" in front[at - 1].text and not finished(front[at - 1].text):
        title, first = joined(front[at - 1].text, title), at - 1
        doubts.append(Doubt(front[at].number, "标题由两行合成，请核对"))
    return title, first, at + 1


def _is_title(text: str) -> bool:
    plain = "，" not in text and "。" not in text and not text.startswith("《")
    return plain and len(text) <= 60 and bool(_TITLE.fullmatch(text))


def _issuer(front: list[Line], ending: list[Line]) -> str | None:
    for at, line in enumerate(front):
        if line.text.endswith("文件") and len(line.text) <= 34:
            place = front[at - 1].text if at and _PLACE.fullmatch(front[at - 1].text) else ""
            return place + line.text.removesuffix("文件")
    lines = [line.text for line in (*front, *ending)]
    for one, other in pairwise(lines):
        if is_date(other) and is_signature(one):
            return one
    letter = next((re.match("(.{4,30}?)关于印发", text) for text in lines if "关于印发" in text), None)
    return letter[1] if letter else None


def _written(front: list[Line], ending: list[Line], doubts: list[Doubt]) -> str | None:
    found = [line for line in (*front, *ending) if is_date(line.text)]
    dates = list(dict.fromkeys(line.text.replace(" ", "") for line in found))
    if len(dates) > 1:
        doubts.append(Doubt(found[1].number, f"有几个日期（{'、'.join(dates)}），取了第一个"))
    if dates:
        return dates[0]
    printed = (date_in(line.text) for line in ending if line.text.endswith("印发"))
    return next(printed, None)


def _paragraphs(lines: list[Line]) -> list[str]:
    """The paragraphs before the clauses; wrapped lines are joined where a sentence goes on."""
    found: list[str] = []
    for line in lines:
        goes_on = found and not finished(found[-1]) and "，" in found[-1]
        if goes_on:
            found[-1] = joined(found[-1], line.text)
        else:
            found.append(line.text)
    return found
