"""Findings for people at a terminal: by file, with the source line, what is wrong and how to mend it."""

from collections.abc import Iterator
from itertools import groupby

from generator.findings.columns import cut
from generator.findings.finding import GRADES, Bilingual, Finding, Grade
from generator.findings.report import Report, shown

_BOLD, _DIM = "1", "2"
_COLOURS = {Grade.ERROR: "1;31", Grade.WARNING: "1;33", Grade.NOTE: "1;36"}
_COLUMNS = 100
_INDENT = "      "

_LINE = Bilingual("第 {line} 行第 {column} 列", "line {line}, column {column}")
_MEND = Bilingual("怎么改：", "Mend: ")
_GROUND = Bilingual("依据：", "Ground: ")
_MORE = Bilingual("详细说明：", "More: ")
_CLEAN = Bilingual("检查了 {files} 个文件，没有发现问题。", "Checked {files} file(s), no problems found.")
_FOUND = Bilingual("检查了 {files} 个文件，发现 {counts}。", "Checked {files} file(s), found {counts}.")
_COUNTS = {
    Grade.ERROR: Bilingual("{count} 处错误", "{count} error(s)"),
    Grade.WARNING: Bilingual("{count} 处警告", "{count} warning(s)"),
    Grade.NOTE: Bilingual("{count} 处提示", "{count} note(s)"),
}
_EXPLAIN = Bilingual(
    "想知道一条规则为什么这样定，运行 gongshi explain 加编号，例如 gongshi explain {code}。",
    "To learn more about a rule, run gongshi explain with its code, e.g. gongshi explain {code}.",
)


def render(report: Report, *, lang: str = "zh", colour: bool = False, columns: int = _COLUMNS) -> str:
    """The findings as text; ``colour`` for terminals only, ``columns`` wide at most for source lines."""
    return "\n".join(_lines(report, _Page(report, lang, colour, columns))) + "\n"


def summary(report: Report, lang: str = "zh") -> str:
    """One sentence: how many files were looked at, and how much was found of each grade."""
    counts = [
        _COUNTS[grade].of(lang).format(count=report.count(grade)) for grade in Grade if report.count(grade)
    ]
    if not counts:
        return _CLEAN.of(lang).format(files=report.files)
    joined = ("、" if lang != "en" else ", ").join(counts)
    return _FOUND.of(lang).format(files=report.files, counts=joined)


def _lines(report: Report, page: "_Page") -> Iterator[str]:
    for file, findings in groupby(report.findings, key=lambda finding: finding.spot.file):
        yield page.painted(shown(file), _BOLD)
        for finding in findings:
            yield from page.finding(finding)
            yield ""
    yield page.painted(summary(report, page.lang), _BOLD)
    if report.findings:
        yield _EXPLAIN.of(page.lang).format(code=report.findings[0].code)


class _Page:
    """How one finding is set."""

    def __init__(self, report: Report, lang: str, colour: bool, columns: int) -> None:
        self._report = report
        self._colour = colour
        self._columns = columns
        self.lang = lang

    def painted(self, text: str, style: str) -> str:
        """The text in a style, where there is colour."""
        return f"\033[{style}m{text}\033[0m" if self._colour else text

    def finding(self, finding: Finding) -> Iterator[str]:
        """Its place and kind, the source line, the message, the remedy, the ground, the page."""
        grade = self.painted(f"{GRADES[finding.grade].of(self.lang)} {finding.code}", _COLOURS[finding.grade])
        place = _LINE.of(self.lang).format(line=finding.spot.line, column=finding.spot.column)
        yield f"  {grade} {finding.problem.title.of(self.lang)}  {self.painted(place, _DIM)}"
        if finding.excerpt:
            yield from self._excerpt(finding)
        yield _INDENT + shown(finding.message.of(self.lang))
        yield _INDENT + _MEND.of(self.lang) + shown(finding.remedy.of(self.lang))
        grounds = self._report.grounds(finding, self.lang)
        if grounds:
            yield _INDENT + _GROUND.of(self.lang) + grounds
        address = self._report.page_of(finding.code)
        if address:
            yield _INDENT + _MORE.of(self.lang) + self.painted(address, _DIM)

    def _excerpt(self, finding: Finding) -> Iterator[str]:
        number = str(finding.spot.line)
        margin = len(_INDENT) + len(number) + 3
        line, before = cut(shown(finding.excerpt), finding.spot.column, self._columns - margin)
        yield f"{_INDENT}{self.painted(number + ' |', _DIM)} {line}"
        caret = self.painted("^", _COLOURS[finding.grade])
        yield f"{_INDENT}{' ' * len(number)} {self.painted('|', _DIM)} {' ' * before}{caret}"
