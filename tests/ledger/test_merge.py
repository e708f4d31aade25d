"""Only what changed is touched."""

import copy
import difflib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ledger.draft import Draft, draft_of
from generator.ledger.emit import emit
from generator.ledger.merge import merged
from generator.reading.record import read
from generator.records.reference import Reference

TEXT = """\
# 2023 年入库
id: SL-2023-0042
name: 保鲜库项目  # 和批复一致
year: 2023
place: "990101101201"

# 项目类型按县里的口径
kind: operating
stage: operating
industry: fruit
scope: 新建冷藏保鲜库 2 座
period: {start: 2023-03-01, end: 2023-11-30}
implementer: {name: 东河镇人民政府, responsible: 副镇长}  # 换过人
funding:
  # 中央的
  - {source: central_bridging, amount: 1200000, document: 示财农〔2023〕12号}  # 已到账
  - {source: county_bridging, amount: 300000.50}
assets:
  - name: 冷藏保鲜库
    class: operating   # 经营性
    value: 1260000
    owner: {name: 柳湾村股份经济合作社, kind: village_collective}
    income_bearing: true
    condition: normal

  - name: 分拣线
    class: operating
    value: 240000
    income_bearing: true
    condition: normal
supervision: {department: 示例县农业农村局, hotlines: ["12317"]}
# 完
"""


def _draft(text: str, reference: Reference) -> Draft:
    reading = read(text.encode(), "SL-2023-0042.yaml", reference)
    assert reading.project, [finding.message.zh for finding in reading.findings]
    return draft_of(reading.project)


def _changed(reference: Reference, change: Any) -> tuple[list[str], list[str]]:
    old = _draft(TEXT, reference)
    new = copy.deepcopy(old)
    change(new)
    text = merged(TEXT, old, new)
    assert _draft(text, reference) == _draft(emit(new), reference)
    diff = list(difflib.ndiff(TEXT.splitlines(), text.splitlines()))
    return [each[2:] for each in diff if each[0] == "-"], [each[2:] for each in diff if each[0] == "+"]


def test_nothing_changed(reference: Reference) -> None:
    assert _changed(reference, lambda draft: None) == ([], [])


def test_a_value_keeps_its_comment(reference: Reference) -> None:
    gone, come = _changed(reference, lambda draft: draft.update(name="冷库项目"))
    assert gone == ["name: 保鲜库项目  # 和批复一致"]
    assert come == ["name: 冷库项目  # 和批复一致"]


def test_a_part_on_one_line_keeps_its_comment(reference: Reference) -> None:
    def change(draft: Draft) -> None:
        draft["funding"][0]["amount"] = 1100000

    gone, come = _changed(reference, change)
    assert len(gone) == 1
    assert come == ["  - {source: central_bridging, amount: 1100000, document: 示财农〔2023〕12号}  # 已到账"]


def test_a_value_within_a_list(reference: Reference) -> None:
    def change(draft: Draft) -> None:
        draft["assets"][1]["condition"] = "idle"

    assert _changed(reference, change) == (["    condition: normal"], ["    condition: idle"])


def test_an_entry_more(reference: Reference) -> None:
    def change(draft: Draft) -> None:
        draft["funding"].insert(1, {"source": "donation", "amount": 5000})

    assert _changed(reference, change) == ([], ["  - {source: donation, amount: 5000}"])


def test_an_entry_less(reference: Reference) -> None:
    gone, come = _changed(reference, lambda draft: draft["funding"].pop(1))
    assert gone == ["  - {source: county_bridging, amount: 300000.50}"]
    assert come == []


def test_a_new_part_comes_in_its_place(reference: Reference) -> None:
    gone, come = _changed(reference, lambda draft: draft.update(site="村东"))
    assert gone == []
    assert come == ["site: 村东"]
    old = _draft(TEXT, reference)
    assert 'place: "990101101201"\nsite: 村东\n' in merged(TEXT, old, {**old, "site": "村东"})


def test_a_part_taken_out(reference: Reference) -> None:
    gone, come = _changed(reference, lambda draft: draft.pop("assets"))
    assert come == []
    assert "assets:" in gone
    assert "# 完" not in gone


def test_a_first_key_of_an_entry_is_new(reference: Reference) -> None:
    gone, come = _changed(reference, lambda draft: draft["assets"][0].update(code="DH-1"))
    assert "  - code: DH-1" in come
    assert "  - name: 冷藏保鲜库" in gone


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [path, *(each for key in value for each in _paths(value[key], (*path, key)))]
    if isinstance(value, list):
        return [path, *(each for at in range(len(value)) for each in _paths(value[at], (*path, at)))]
    return [path]


_OPTIONAL = frozenset(
    (
        *(
            "site",
            "nature",
            "park",
            "standard",
            "operator",
            "expected",
            "completion",
            "note",
            "code",
            "phone",
        ),
        *(
            "phone",
            "life_years",
            "owner",
            "follow_up",
            "document",
            "granted",
            "witness",
            "exit",
            "breach",
            "duties",
        ),
        *("entry", "lifted", "monitored", "persons", "objections", "targets", "deadline", "measure"),
    )
)
_TEXTS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)


def _edit(draft: Draft, data: st.DataObject) -> None:
    """One edit as a clerk would make it: a text changed, a part taken out, an entry taken out or doubled."""
    paths = [path for path in _paths(draft) if path and path != ("id",)]
    path = data.draw(st.sampled_from(paths))
    holder: Any = draft
    for step in path[:-1]:
        holder = holder[step]
    key, value = path[-1], holder[path[-1]]
    if isinstance(holder, list):
        if isinstance(value, dict) and data.draw(st.booleans()):
            holder.insert(key, copy.deepcopy(value))
        elif len(holder) > 1:
            del holder[key]
    elif key in _OPTIONAL:
        del holder[key]
    elif key in ("name", "scope", "finding", "result", "way"):
        holder[key] = data.draw(
            st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)
        )


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_edit_of_any_record(data: st.DataObject, texts: dict[str, str], reference: Reference) -> None:
    text = texts[data.draw(st.sampled_from(sorted(texts)))]
    lines = text.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines)))
    while at < len(lines) and not lines[at][:1].isalpha():
        at += 1
    text = "".join([*lines[:at], "# 这一行要留着\n", *lines[at:]])
    old = _draft(text, reference)
    new = copy.deepcopy(old)
    for _ in range(data.draw(st.integers(1, 3))):
        _edit(new, data)
    wanted = read(emit(new).encode(), "a.yaml", reference).project
    if wanted is None:
        return
    result = merged(text, old, draft_of(wanted))
    reading = read(result.encode(), "a.yaml", reference)
    assert reading.project == wanted, result
    assert "# 这一行要留着\n" in result
    if wanted == read(text.encode(), "a.yaml", reference).project:
        assert result == text
