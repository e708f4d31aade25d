"""What is wrong in ``mkdocs.yml``, in the words of those who edit it: where, which setting, how to mend it.

It knows the settings by name only; the models that judge them are in ``generator.settings``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import yaml

from generator.reading import suggest
from generator.reading.diagnose import diagnose
from generator.reading.fault import Fault, told
from generator.reading.joined import crushed
from generator.reading.nodes import Node, parse
from generator.reading.wording import short
from generator.records.privacy import masked

SECTION = ("extra", "gongshi")
"""Where the settings stand."""

NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "": {
            "county": "县名",
            "demonstration": "是不是示例数据",
            "as_of": "网站按哪一天算",
            "publisher": "主办单位",
            "page_size": "一页列多少条",
            "notices": "打印件",
            "licence": "开放数据的许可",
        },
        "publisher": {
            "name": "主办单位的名称",
            "address": "地址",
            "phone": "办公电话",
            "hours": "办公时间",
            "site_id": "网站标识码",
            "icp": "ICP备案号",
            "police": "公安备案号",
        },
        "notices": {"sheets": "网站上放哪些打印件", "margins": "页边", "fonts": "字体"},
        "notices.sheets": {"kind": "哪种打印件", "papers": "纸张", "only": "只要哪些"},
        "notices.fonts": {"files": "字体文件", "title": "标题字体", "body": "正文字体", "label": "标签字体"},
        "licence": {"name": "许可的简称", "title": "许可的名称", "url": "许可的网址"},
    }
)
"""By the part of the section, what can be set there and what it is called."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "before": "事前公示",
        "completion": "完工公告",
        "linkage": "联农带农情况公示",
        "distribution": "收益分配公示",
        "digest": "全村项目汇总公示",
        "case": "案例海报",
        "agreement": "合作协议（示范文本）",
        "board": "张贴用",
        "gb": "公文版心",
    }
)
"""What the words mean that a setting takes."""

_OWN = {"site_name": "网站名称", "site_url": "网址", "docs_dir": "网页的文件夹", "site_dir": "网站的文件夹"}
_OTHERS = {"extra", "gongshi", "theme", "plugins", "nav", "strict", "validation", "markdown_extensions"}
_KEYS = frozenset({*_OWN, *_OTHERS, *(key for names in NAMES.values() for key in names)})
_EXPECTED = re.compile(r"'(\w+)'")

_Location = tuple[str | int, ...]


def unread(text: str, error: yaml.YAMLError) -> str:
    """Why a text is no YAML, a line for each fault."""
    return _lines(diagnose(text, error, _KEYS))


def no_section(text: str) -> str:
    """Why there is no section: how it is written instead, or that it is missing."""
    root = parse(text).root
    found = root.at(SECTION) if root else None
    joined = list(crushed(found, text.split("\n"))) if found else []
    if joined:
        return _lines(joined)
    if found:
        spot = _spot(root, SECTION)
        return f"  {spot}gongshi 下面没有分项写设置。请另起一行，缩进两格，至少写 county（县名）。"
    for holder, key in ((("extra",), "gongshi"), ((), "gongshi"), ((), "extra")):
        part = root.at(holder) if root else None
        near = suggest.near(key, part.entries.keys() - {"extra"}) if part else None
        if near:
            hint = f"是不是 {key}？" if near != key else "要写在 extra 下面，缩进两格。"
            return f"  {_spot(root, (*holder, near), key=True)}“{near}”{hint}"
    return "  没有 extra.gongshi 一节。请加上，至少写 county（县名）。"


def wrong(text: str, errors: Iterable[Mapping[str, Any]]) -> str:
    """The settings that were refused, a line for each; ``errors`` are those of the models."""
    root = parse(text).root
    lines = [_refused(root, text, each["loc"], each) for each in errors]
    return "\n".join(line for _, line in sorted(lines, key=lambda each: each[0]))


def _lines(faults: Iterable[Fault]) -> str:
    return "\n".join(
        f"  第 {each.line} 行第 {each.column} 列："
        f"{told(each.problem.message, each.values).zh}{told(each.problem.remedy, each.values).zh}"
        for each in faults
    )


def _spot(root: Node | None, path: _Location, *, key: bool = False) -> str:
    if not root:
        return ""
    line, column = _place(root, path, key=key)
    return f"第 {line} 行第 {column} 列："


def _place(root: Node, path: _Location, *, key: bool = False) -> tuple[int, int]:
    holder = root.at(path[:-1])
    if key and holder and path[-1] in holder.entries:
        name = holder.entries[str(path[-1])][0]
        return name.line, name.column
    return root.find(path)


def _refused(
    root: Node | None, text: str, location: _Location, error: Mapping[str, Any]
) -> tuple[tuple[int, int], str]:
    path = location if location[0] in _OWN else (*SECTION, *location)
    kind = str(error["type"])
    node = root.at(path) if root else None
    joined = list(crushed(node, text.split("\n"))) if node and "model" in kind else []
    if joined:
        return (joined[0].line, joined[0].column), _lines(joined)
    known = kind == "extra_forbidden"
    place = _place(root, path, key=known) if root else (0, 0)
    return place, f"  {_spot(root, path, key=known)}{_what(location, kind, node, error)}"


def _what(location: _Location, kind: str, node: Node | None, error: Mapping[str, Any]) -> str:
    steps = [each for each in location if isinstance(each, str)]
    part, key = ".".join(steps[:-1]), steps[-1]
    names = NAMES.get(part, {})
    if kind == "extra_forbidden":
        return f"没有 {'.'.join(steps)} 这个设置。{_meant(key, names)}"
    label = names.get(key) or _OWN.get(key, "")
    name = f"{'.'.join(steps)}（{label}）" if label else ".".join(steps)
    if kind == "missing":
        return f"缺 {name}。请加上一行：{key}: …"
    if error["input"] is None:
        unused = "" if steps == ["county"] else "不用这个设置的，删掉这一行。"
        return f"{name}是空的。{_remedy(kind, error)}{unused}"
    written = f"写的是“{masked(short(node.text))}”" if node and node.kind == "text" else "写法不对"
    return f"{name}{written}。{_remedy(kind, error)}"


def _meant(key: str, names: Mapping[str, str]) -> str:
    labels = {label: each for each, label in names.items()}
    near = suggest.near(key, names) or labels.get(key)
    if near:
        return f"是不是 {near}（{names[near]}）？"
    listed = "、".join(f"{each}（{label}）" for each, label in names.items())
    return f"删掉这一行，或者改成这里有的：{listed}。"


def _remedy(kind: str, error: Mapping[str, Any]) -> str:
    if kind == "day":
        return str(error["msg"])
    return next((words for start, words in _REMEDIES if kind.startswith(start)), "") or "".join(
        _by_context(kind, error)
    )


_REMEDIES = (
    ("bool", "请写 true（是）或 false（不是），不加引号。"),
    ("date", "日期请写成 2025-11-20 这样，月和日都是两位，要有这一天。"),
    ("tuple", "要写成清单：用方括号括起来，各项用英文逗号隔开，例如 [一项, 另一项]。"),
    ("string", '要写一段文字；是数字的，两头加英文引号，例如 "990101101201"。'),
    ("model", "要另起一行、缩进两格，一行写一项。"),
    ("dict", "要另起一行、缩进两格，一行写一项。"),
)


def _by_context(kind: str, error: Mapping[str, Any]) -> Iterator[str]:
    """What the models know of what is right: the words of a choice, the bounds of a number."""
    expected = error.get("ctx", {}).get("expected")
    if expected:
        words = [f"{each}：{WORDS[each]}" if each in WORDS else each for each in _EXPECTED.findall(expected)]
        yield f"可以写：{'，'.join(words)}。"
    elif kind.startswith(("int", "greater", "less")):
        yield "请写 10 到 500 的整数。"
    else:
        yield f"不合格：{error['msg']}。"
