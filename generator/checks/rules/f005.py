"""A document number that is not written as document numbers are.

What it does: refuses a ``document`` that is not of the shape 机关代字〔年份〕序号号: the issuer's code in
Chinese characters, the year in four digits between the brackets 〔〕, the number without leading
zeros, and 号. It says what is wrong, and how the number is spelled where that is beyond doubt.

Why: a document is found by its number only if all write it alike: 示财农[2023]12号 and
示财农〔2023〕12号 are two documents for every search and every table.

Mend: write the number as it stands on the document.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.checks.wording import listed
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="F005",
    grade=Grade.ERROR,
    title=Bilingual("文号写得不对", "Document number malformed"),
    why=Bilingual(
        "文号写法一样，才查得到、对得上。括号不同，电脑就当成两份文件。",
        "Only when all write a number alike can it be found and compared.",
    ),
    message=Bilingual("文号“{document}”写得不对：{faults}。", "Document number “{document}”: {faults}."),
    remedy=Bilingual(
        "{advice}没有文号的，删去 document 这一行。",
        "{advice} Leave document out where there is none.",
    ),
    clauses=("gongshi-register/funding",),
)

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_SHAPE = re.compile(rf"[{_HAN}]{{2,20}}〔20[0-9]{{2}}〕[1-9][0-9]{{0,4}}号")
_OPEN, _CLOSE = r"\[({【〖<《［（", r"\])}】〗>》］）"
_BRACKETS = str.maketrans(
    dict.fromkeys(_OPEN.replace("\\", ""), "〔") | dict.fromkeys(_CLOSE.replace("\\", ""), "〕")
)
_FAULTS = tuple(
    (re.compile(pattern), Bilingual(zh, en))
    for pattern, zh, en in (
        (r"\s", "中间有空格", "it has blanks"),
        ("[０-９]", "数字要用半角", "its digits are full-width"),
        (f"[{_OPEN}{_CLOSE}]", "括号要用六角括号〔〕", "its brackets should be 〔〕"),
        (f"^[^{_OPEN}〔]*$", "年份没有加六角括号〔〕", "its year is not in 〔〕"),
        (rf"[^\d]\d\d\D*[{_CLOSE}〕]", "年份要写四位", "its year needs four digits"),
        ("第", "序号前不写“第”", "第 does not belong there"),
        (rf"[{_CLOSE}〕]\s*第?\s*[0０]", "序号前不补 0", "it has leading zeros"),
        ("[^号]$", "末尾应当是“号”", "it should end with 号"),
        (rf"^[^{_HAN}]", "前面缺机关代字", "it lacks the issuer's code"),
    )
)
_OTHER = Bilingual("不是文号的样子", "it does not look like one")


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, fund in enumerate(project.funding):
        if fund.document and not _SHAPE.fullmatch(fund.document):
            faults = [fault for pattern, fault in _FAULTS if pattern.search(fund.document)]
            yield hit(
                PROBLEM,
                ("funding", number, "document"),
                document=fund.document,
                faults=listed(faults or [_OTHER]),
                advice=_advice(fund.document),
            )


def _advice(document: str) -> Bilingual:
    """The right spelling, or how numbers are spelled where it would be a guess."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", document)).translate(_BRACKETS)
    text = re.sub("〕第?0*", "〕", text).removesuffix("号") + "号"
    text = re.sub("〔([0-9]{2})〕", r"〔20\1〕", text)
    if not _SHAPE.fullmatch(text):
        return Bilingual(
            "照原文件重抄：机关代字、六角括号里的年份、序号和“号”，例如：示财农〔2023〕12号。",
            "Copy it anew: issuer's code, year in 〔〕, serial number and 号, e.g. 示财农〔2023〕12号.",
        )
    return Bilingual(f"应当写成“{text}”，请和原文件核对。", f"It should read “{text}”; compare the document.")
