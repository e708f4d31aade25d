"""How the columns of a foreign ledger are understood: proposed, shown, kept in a file, and open to change."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from generator.errors import ToldError
from generator.ledger.foreign.fields import FUND, SKIP, label, names
from generator.ledger.grid import Grid, letter
from generator.records.reference import Reference

UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


class MappingError(ToldError):
    """The mapping file is wrong or does not fit the ledger; the message says where and what to do."""


class Column(BaseModel):
    """One column: what it holds, and the unit of its amounts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: str
    unit: str | None = None

    @field_validator("unit")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value is not None and value not in UNITS:
            raise ValueError(f"单位只能写 {'、'.join(UNITS)}")
        return value


class SheetMapping(BaseModel):
    """One sheet: the rows of its header (counted from 0), and what each column holds (by its number)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    header: tuple[int, ...]
    columns: dict[int, Column]
    year: int | None = None
    headers: dict[int, str] = Field(default_factory=dict)


class Mapping(BaseModel):
    """All sheets, and what the ledger leaves unsaid."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheets: tuple[SheetMapping, ...]
    defaults: dict[str, Any] = Field(default_factory=dict)
    prefix: str | None = None


def load(path: Path, grids: list[Grid], reference: Reference) -> Mapping:
    """A mapping file.

    Raises:
        MappingError: it cannot be read, or names what there is not.
        OSError: it cannot be opened.
    """
    try:
        told = yaml.safe_load(path.read_text("utf-8-sig"))
        mapping = Mapping.model_validate(_read(told))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise MappingError(f"{path} 读不了：{error}") from error
    except ValidationError as error:
        told = "；".join(f"{'.'.join(map(str, each['loc']))}：{each['msg']}" for each in error.errors())
        raise MappingError(f"{path} 写得不对：{told}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MappingError(f"{path} 写得不对：{error}。可以删掉它，让程序重新提一份。") from error
    titles = {grid.title for grid in grids}
    for sheet in mapping.sheets:
        if sheet.title not in titles:
            raise MappingError(f"{path} 说的工作表“{sheet.title}”文件里没有。有的是：{'、'.join(titles)}。")
        for number, column in sheet.columns.items():
            _check(path, letter(number), column.field, reference)
    return mapping


def _check(path: Path, where: str, field: str, reference: Reference) -> None:
    if field.startswith(FUND):
        if field.removeprefix(FUND) in reference.vocabularies["fund_sources"]:
            return
        codes = "、".join(term.code for term in reference.vocabularies["fund_sources"])
        raise MappingError(f"{path} 的 {where} 列：没有 {field} 这个资金来源。可以写：{codes}。")
    if field not in set(names()):
        raise MappingError(f"{path} 的 {where} 列：没有 {field} 这个栏目。可以写：{'、'.join(names())}。")


def _read(told: Any) -> dict[str, Any]:
    """The file's own spelling (rows from 1, columns by letters) as the model has it."""
    sheets = []
    for sheet in told["sheets"]:
        columns: dict[int, Any] = {}
        for where, what in sheet["columns"].items():
            columns[number(str(where))] = what if isinstance(what, dict) else {"field": what}
        header = [int(row) - 1 for row in sheet["header"]]
        sheets.append({**sheet, "columns": columns, "header": header})
    return {**told, "sheets": sheets, "defaults": told.get("defaults") or {}}


def number(letters: str) -> int:
    """The number of a column, counted from 0, by its letters."""
    found = 0
    for each in letters.upper():
        if not "A" <= each <= "Z":
            raise ValueError(f"列要写成字母，例如 C，不是 {letters}")
        found = found * 26 + ord(each) - 64
    return found - 1


def dump(mapping: Mapping, reference: Reference) -> str:
    """The text of a mapping file, with what each column is called beside it."""
    return "\n".join(_lines(mapping, reference)) + "\n"


def _lines(mapping: Mapping, reference: Reference) -> Iterator[str]:
    yield "# 台账各列的读法。程序先提一份，可以改；改好后用 --mapping 指明这个文件再导入。"
    yield f"# 栏目可以写：{'、'.join(names())}；"
    yield f"# 一列是一种资金的金额，写 {FUND} 加来源，例如 {FUND}central_bridging。{SKIP} 是不读。"
    if mapping.prefix:
        yield f"prefix: {mapping.prefix}"
    yield "sheets:"
    for sheet in mapping.sheets:
        yield f"  - title: {_quoted(sheet.title)}"
        yield f"    header: [{', '.join(str(row + 1) for row in sheet.header)}]"
        if sheet.year:
            yield f"    year: {sheet.year}  # 从表名或标题里读到的"
        yield "    columns:"
        for at, column in sorted(sheet.columns.items()):
            told = f"{sheet.headers.get(at, '')} → {label(column.field, reference)}".replace("\n", " ")
            unit = f", unit: {column.unit}" if column.unit else ""
            yield f"      {letter(at)}: {{field: {_quoted(column.field)}{unit}}}  # {told}"
    yield "# 台账里没有、每条记录都一样的内容写在这里，例如："
    yield "#   kind: operating"
    yield "#   supervision: {department: 某某县农业农村局, hotlines: ['12317']}"
    if not mapping.defaults:
        yield "defaults: {}"
        return
    yield yaml.safe_dump({"defaults": mapping.defaults}, allow_unicode=True, sort_keys=False).rstrip()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
