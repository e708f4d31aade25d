"""The gate joins what reading, rules and the personal scan found of one file."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from generator.checks import gate
from generator.checks.catalogue import rules
from generator.checks.example import base
from generator.checks.gate import examine
from generator.checks.rule import Context, Hit, Rule
from generator.findings.finding import Finding, Grade, order
from generator.findings.render_people import render
from generator.findings.report import Report
from generator.reading.record import Reading, read
from generator.records.policies import Policies
from generator.records.project import Project
from tests.checks.conftest import ROOT

RECORDS = sorted((ROOT / "tests/records").glob("*.yaml"))


def _reading(context: Context, text: str | None = None) -> Reading:
    text = text or yaml.safe_dump(base(), allow_unicode=True, sort_keys=False)
    return read(text.encode(), "data/projects/SL-2023-0042.yaml", context.reference)


def _without(*keys: str) -> str:
    data = {key: value for key, value in base().items() if key not in keys}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _only(findings: list[Finding], code: str) -> Finding:
    [found] = [each for each in findings if each.code == code]
    return found


def test_a_good_record_passes(context: Context) -> None:
    assert examine(_reading(context), context) == []


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_rich_records_pass(file: Path, context: Context) -> None:
    reading = read(file.read_bytes(), f"data/projects/{file.name}", context.reference)
    assert [found.message.zh for found in examine(reading, context)] == []


def test_a_finding_carries_all_there_is_to_say(context: Context) -> None:
    text = _without().replace("posts: '18'", "posts: '0'")
    found = _only(examine(_reading(context, text), context), "M009")
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "posts: '0'" in each)
    assert (found.spot.file, found.spot.line) == ("data/projects/SL-2023-0042.yaml", line)
    assert found.excerpt == text.splitlines()[line - 1]
    assert found.path == ("linkages", 1, "posts")
    assert found.record == "SL-2023-0042"
    assert found.grade is Grade.ERROR
    assert "岗位数" in found.message.zh


def test_findings_of_all_sources_come_together_and_in_order(context: Context) -> None:
    text = "# 联系人手机 13900001234\n" + _without("linkages", "agreements")
    found = examine(_reading(context, text), context)
    assert {"M001", "A001", "P002"} <= {each.code for each in found}
    assert found == sorted(found, key=order)
    assert len(found) == len(set(found))


def test_no_finding_repeats_a_private_number(context: Context) -> None:
    text = _without().replace("示财农〔2023〕12号", "打电话 13900001234 问")
    found = examine(_reading(context, text), context)
    assert {each.code for each in found} == {"F005", "P002"}
    for each in found:
        assert "13900001234" not in f"{each.message}{each.remedy}{each.excerpt}"
        assert each.record == "SL-2023-0042"


def test_a_file_that_cannot_be_read_keeps_its_findings(context: Context) -> None:
    reading = _reading(context, "id: [\n")
    assert reading.project is None
    assert examine(reading, context) == sorted(reading.findings, key=order)


def test_findings_cite_only_documents_that_govern(context: Context) -> None:
    neighbour = _without("linkages").replace("990101101201", "990102101201")
    home = _only(examine(_reading(context, _without("linkages")), context), "M001")
    away = _only(examine(_reading(context, neighbour), context), "M001")
    assert home.clauses == ("ningling-2022-106/7-2", "changji-2023-8/16")
    assert away.clauses == ("ningling-2022-106/7-2",)


def test_a_rule_holds_where_no_document_governs(context: Context) -> None:
    elsewhere = _without("linkages").replace("990101101201", "990199101201")
    found = _only(examine(_reading(context, elsewhere), context), "M001")
    assert found.clauses == ()
    assert "没有文件管到这个地方" in render(Report((found,), 1, context.reference.policies))


def test_a_rule_holds_in_a_register_without_its_documents(context: Context) -> None:
    kept = Policies([policy for policy in context.reference.policies if policy.kind != "local"], [])
    bare = replace(context, reference=replace(context.reference, policies=kept))
    found = _only(examine(_reading(bare, _without("linkages")), bare), "M001")
    assert found.clauses == ()


def test_a_rule_that_raises_is_our_bug_and_named(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(project: Project, context: Context) -> Iterator[Hit]:
        raise ZeroDivisionError("by design")
        yield

    broken = Rule(rules()[0].problem, check, "")
    monkeypatch.setattr(gate, "rules", lambda: (broken,))
    with pytest.raises(ZeroDivisionError) as caught:
        examine(_reading(context), context)
    assert caught.value.__notes__ == [
        f"rule {broken.code} failed on record SL-2023-0042 (data/projects/SL-2023-0042.yaml)"
    ]


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_time_alone_refuses_nothing(file: Path, context: Context) -> None:
    reading = read(file.read_bytes(), f"data/projects/{file.name}", context.reference)
    for years in (1, 3, 10, 40):
        later = replace(context, as_of=context.as_of + timedelta(days=366 * years))
        errors = [each for each in examine(reading, later) if each.grade is Grade.ERROR]
        assert errors == []
        assert examine(reading, later)


def test_every_rule_is_fast_on_a_clean_record(context: Context, project: Callable[..., Project]) -> None:
    clean = project()
    best = min(_seconds(clean, context) for _ in range(40))
    assert best < 0.000_5, f"{best * 1000:.3f} ms for all rules; meant is 0.15 ms on a quiet machine"


def _seconds(project: Project, context: Context) -> float:
    every = rules()
    start = time.process_time_ns()
    for _ in range(20):
        for rule in every:
            for hit in rule.check(project, context):
                raise AssertionError(hit)
    return (time.process_time_ns() - start) / 20 / 1e9


def test_the_as_of_date_is_the_only_clock(context: Context) -> None:
    reading = _reading(context)
    assert examine(reading, context) == []
    late = replace(context, as_of=date(2029, 1, 1))
    assert "A004" in {each.code for each in examine(reading, late)}
