"""The register-wide rules: every side of a repetition is found, and each names the others."""

import random
import tracemalloc
from collections.abc import Callable

import pytest

from generator.checks.register import PROBLEMS, compared, register
from generator.checks.rule import Context
from generator.findings.finding import Finding, Path, Spot
from generator.records.project import Project
from generator.records.summary import Row, summarise
from tests.rows import changed

Make = Callable[..., Row]


@pytest.fixture
def row(project: Callable[..., Project]) -> Make:
    """Makes a row with numbers of its own: ``row(43, agreements=("X",))``."""
    template = summarise(project(), "")

    def make(number: int, folder: str = "data/projects", **change: object) -> Row:
        own = f"SL-2023-{number:06}"
        standard: dict[str, object] = {
            "id": own,
            "file": f"{folder}/{own}.yaml",
            "agreements": (f"XY-{number}",),
            "assets": ((0, f"ZC-{number}"),),
        }
        return changed(template, **(standard | change))

    return make


def _locate(file: str, path: Path) -> tuple[Spot, str]:
    return Spot(file, 3, 5), ".".join(map(str, path))


def _told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.code, each.spot.file.rpartition("/")[2], each.message.zh) for each in findings]


def test_nothing_is_found_where_everything_differs(row: Make, context: Context) -> None:
    assert register([row(1), row(2), row(3)], context, _locate) == []


def test_a_number_used_twice_names_the_other_file(row: Make, context: Context) -> None:
    rows = [row(1, agreements=(), assets=()), row(1, folder="data/projects/2023", agreements=(), assets=())]
    one, other = register(rows, context, _locate)
    assert (one.code, one.path, one.excerpt) == ("R001", ("id",), "id")
    assert one.spot == Spot("data/projects/2023/SL-2023-000001.yaml", 3, 5)
    assert "data/projects/SL-2023-000001.yaml" in one.message.zh
    assert "data/projects/2023/SL-2023-000001.yaml" in other.message.en


def test_copies_are_told_once_not_by_every_number(row: Make, context: Context) -> None:
    found = register([row(1), row(1, folder="data/projects/copy")], context, _locate)
    assert [each.code for each in found] == ["R001", "R001"]


def test_a_file_with_another_name(row: Make, context: Context) -> None:
    [found] = register([row(1, file="data/projects/酥梨.yaml")], context, _locate)
    assert _told([found]) == [("R002", "酥梨.yaml", "文件叫 酥梨.yaml，里面的项目编号却是 SL-2023-000001。")]


def test_a_copy_must_not_overwrite_what_it_was_copied_from(row: Make, context: Context) -> None:
    rows = [row(1), row(1, file="data/projects/SL-2023-000001 - 副本.yaml")]
    found = [each for each in register(rows, context, _locate) if each.code == "R002"]
    assert _told(found) == [
        ("R002", "SL-2023-000001 - 副本.yaml", found[0].message.zh),
    ]
    assert "不要改成这个名字" in found[0].remedy.zh
    [alone] = register(rows[1:], context, _locate)
    assert "把文件名改成 SL-2023-000001.yaml" in alone.remedy.zh


def test_agreements_and_assets_on_every_side(row: Make, context: Context) -> None:
    rows = [
        row(1, agreements=("A", "SL-XY-1")),
        row(2, agreements=("sl-xy- 1",), assets=((0, "B"), (3, "ＺＣ－9"))),
        row(3, agreements=("ＳＬ-XY-1",), assets=((1, "ZC-9"),)),
    ]
    found = register(rows, context, _locate)
    assert [(each.code, each.record, each.path) for each in found] == [
        ("R004", "SL-2023-000001", ("agreements", 1, "number")),
        ("R004", "SL-2023-000002", ("agreements", 0, "number")),
        ("R005", "SL-2023-000002", ("assets", 3, "code")),
        ("R004", "SL-2023-000003", ("agreements", 0, "number")),
        ("R005", "SL-2023-000003", ("assets", 1, "code")),
    ]
    assert "SL-2023-000002、SL-2023-000003" in found[0].message.zh
    assert "SL-2023-000001" not in found[0].message.zh


def test_a_number_twice_in_one_record(row: Make, context: Context) -> None:
    one, other = register([row(1, agreements=("A", "A"))], context, _locate)
    assert (one.path, other.path) == (("agreements", 0, "number"), ("agreements", 1, "number"))
    assert one.message.zh == "协议编号 A 重复，这里也有：这个项目自己。"


def test_many_others_are_counted(row: Make, context: Context) -> None:
    found = register([row(number, agreements=("A",)) for number in range(1, 8)], context, _locate)
    assert found[0].message.zh.endswith("SL-2023-000002、SL-2023-000003、SL-2023-000004，还有 3 处。")
    assert found[0].message.en.endswith("SL-2023-000004 and 3 more.")


def test_the_order_of_rows_does_not_matter_to_the_order_of_findings(row: Make, context: Context) -> None:
    rows = [row(number, agreements=(f"A{number % 3}",), assets=((0, "Z"),)) for number in range(1, 12)]
    places = [(each.code, each.spot.file, each.path) for each in register(rows, context, _locate)]
    random.Random(7).shuffle(rows)
    assert [(each.code, each.spot.file, each.path) for each in register(rows, context, _locate)] == places


def test_locating_is_left_to_what_was_found(row: Make, context: Context) -> None:
    def never(file: str, path: Path) -> tuple[Spot, str]:
        raise AssertionError("nothing was found here")

    assert register((row(number) for number in range(1, 50)), context, never) == []


def test_memory_stays_small(row: Make, context: Context) -> None:
    rows = [row(number) for number in range(1, 20_001)]
    tracemalloc.start()
    register(rows, context, _locate)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak / len(rows) < 400, "bytes a row beyond the rows themselves"


def test_problems_are_listed() -> None:
    assert [problem.code for problem in PROBLEMS] == ["R001", "R002", "R004", "R005"]


def test_numbers_known_part_by_part_come_to_the_same(row: Make, context: Context) -> None:
    rows = [row(1, agreements=("A", "b")), row(2, agreements=("Ｂ",)), row(3, assets=((0, "zc-1"),))]
    parts = [compared(rows[:1]), compared(rows[1:])]
    found = register(rows, context, _locate, parts)
    assert found == register(rows, context, _locate)
    assert {each.code for each in found} == {"R004", "R005"}
