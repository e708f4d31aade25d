"""What an import tells: findings by cell, what was read from where, what becomes of the register."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.findings.finding import GRADES, Bilingual, Finding, Grade
from generator.findings.report import shown
from generator.ledger.foreign.fields import label
from generator.ledger.grid import letter
from generator.ledger.judge import Located
from generator.ledger.origin import Cell
from generator.ledger.plan import Change, Kind
from generator.ledger.reading import Imported
from generator.records.policies import Policies
from generator.records.reference import Reference

_SHEET = Bilingual("工作表“{sheet}”", "Sheet {sheet}")
_MEND = Bilingual("怎么改：", "Mend: ")
_GROUND = Bilingual("依据：", "Ground: ")
_MORE = Bilingual(" 等 {count} 格", " and more, {count} cells")
_CELLS = 6
"""So many cells are named one by one, where one thing is wrong with all of them."""
_KINDS = {
    Kind.NEW: Bilingual("新增 {count} 条", "{count} new"),
    Kind.CHANGED: Bilingual("改动 {count} 条", "{count} changed"),
    Kind.SAME: Bilingual("没有变化 {count} 条", "{count} unchanged"),
    Kind.REFUSED: Bilingual("不合格 {count} 条", "{count} refused"),
}


def order(located: Located) -> tuple[Cell, str, str]:
    """The sort key of findings: sheet, row, column, code."""
    cell, finding = located
    return cell, finding.code, finding.message.zh


def findings(found: Sequence[Located], policies: Policies | None, lang: str) -> Iterator[str]:
    """The findings for people, sheet by sheet, each with its cell as Excel names it."""
    for sheet, group in groupby(sorted(found, key=order), key=lambda each: each[0].sheet):
        yield _SHEET.of(lang).format(sheet=sheet)
        for finding, cells in _alike(group):
            grade = f"{GRADES[finding.grade].of(lang)} {finding.code}"
            yield f"  {_listed(cells, lang)}  {grade} {finding.problem.title.of(lang)}"
            yield f"      {shown(finding.message.of(lang))}"
            yield f"      {_MEND.of(lang)}{shown(finding.remedy.of(lang))}"
            if finding.clauses and policies:
                cited = [
                    policies.cite(each) if each in policies.clauses else each for each in finding.clauses
                ]
                yield f"      {_GROUND.of(lang)}{'、'.join(cited)}"
        yield ""


def _alike(group: Iterable[Located]) -> Iterator[tuple[Finding, list[Cell]]]:
    """Findings that say the very same of several cells, once, with those cells."""
    found: dict[tuple[str, Bilingual, Bilingual], tuple[Finding, list[Cell]]] = {}
    for cell, finding in group:
        told = finding.code, finding.message, finding.remedy
        found.setdefault(told, (finding, []))[1].append(cell)
    yield from found.values()


def _listed(cells: Sequence[Cell], lang: str) -> str:
    """Some cells by their addresses; of very many, the first ones and how many they are."""
    first = "、".join([cell.address for cell in cells[:_CELLS]])
    more = len(cells) > _CELLS
    return first + (_MORE.of(lang).format(count=len(cells)) if more else "")


def as_json(found: Sequence[Located], changes: Iterable[Change], named: Iterable[tuple[Cell, str]]) -> str:
    """Everything for programs."""
    told: dict[str, Any] = {
        "findings": [
            {
                "sheet": cell.sheet,
                "cell": cell.address,
                "row": cell.row + 1,
                "column": cell.column + 1,
                "code": finding.code,
                "grade": finding.grade.value,
                "record": finding.record,
                "message": shown(finding.message.zh),
                "remedy": shown(finding.remedy.zh),
                "clauses": list(finding.clauses),
            }
            for cell, finding in sorted(found, key=order)
        ],
        "records": [{"id": each.id, "file": each.file, "becomes": each.kind.value} for each in changes],
        "not_read": [{"sheet": cell.sheet, "cell": cell.address, "why": shown(why)} for cell, why in named],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def counts(changes: Sequence[Change], lang: str) -> str:
    """How many records become what."""
    counted = Counter(each.kind for each in changes)
    parts = [text.of(lang).format(count=counted[kind]) for kind, text in _KINDS.items() if counted[kind]]
    return ("，" if lang != "en" else ", ").join(parts) or ("没有记录" if lang != "en" else "no records")


def graded(found: Iterable[Located]) -> dict[Grade, int]:
    """How many findings of each grade there are."""
    counted = Counter(finding.grade for _, finding in found)
    return {grade: counted[grade] for grade in Grade}


def not_read(named: Sequence[tuple[Cell, str]], limit: int = 20) -> Iterator[str]:
    """What was not read into a record, and why; the first few, and how many more."""
    for cell, why in named[:limit]:
        yield f"  工作表“{cell.sheet}”{cell.address}：{shown(why)}"
    if len(named) > limit:
        yield f"  还有 {len(named) - limit} 处，用 --report 写进文件看全部。"


def account(imported: Imported, reference: Reference) -> Iterator[str]:
    """Everything that was read, by column, and everything that was not, by cell."""
    if imported.mapping:
        yield "各列读成了什么："
        counted = Counter((cell.sheet, cell.column) for cell in imported.ledger.sources)
        for sheet in imported.mapping.sheets:
            for at, column in sorted(sheet.columns.items()):
                header = sheet.headers.get(at, "").replace("\n", " ")
                unit = f"（{column.unit}）" if column.unit else ""
                what = f"{label(column.field, reference)}{unit}，{counted[sheet.title, at]} 格"
                yield f"  工作表“{sheet.title}”{letter(at)} 列“{header}”→ {what}"
    else:
        yield "这是本站的台账，各列照表头读。"
    if imported.ledger.inferred:
        yield "从文字里看出来的，请核对："
        for cell, told in imported.ledger.inferred:
            yield f"  工作表“{cell.sheet}”{cell.address}：{shown(told)}"
    yield f"读进记录 {imported.ledger.read} 格。"
    yield f"没有读进记录的 {len(imported.named)} 处："
    yield from not_read(imported.named, limit=len(imported.named))
