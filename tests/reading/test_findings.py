"""Every kind of broken record: what is found, where, and that the words help."""

import pytest

from generator.findings.finding import Finding
from generator.reading.problems import PROBLEMS, data, files, unread
from generator.reading.record import read
from generator.records.reference import Reference
from tests.reading.cases import STRUCTURE, SYNTAX, Case


def findings(text: str, reference: Reference) -> tuple[Finding, ...]:
    return read(text.encode(), "data/projects/x.yaml", reference).findings


@pytest.mark.parametrize("case", [*SYNTAX, *STRUCTURE], ids=lambda case: case.name)
def test_found_at_its_spot(case: Case, good: str, reference: Reference) -> None:
    broken = case.broken(good)
    found = findings(broken, reference)
    shown = [each for each in found if case.old is not None or each.code.startswith("Y")]
    assert tuple((each.code, each.spot.line, each.spot.column) for each in shown) == case.found
    assert case.says in found[0].message.zh + found[0].remedy.zh
    lines = broken.replace("\r", "").split("\n")
    assert all(each.excerpt == lines[each.spot.line - 1][:2000] for each in found)


@pytest.mark.parametrize("case", [*SYNTAX, *STRUCTURE], ids=lambda case: case.name)
def test_words_are_filled_in(case: Case, good: str, reference: Reference) -> None:
    for each in findings(case.broken(good), reference):
        for text in (*each.message, *each.remedy):
            assert text.strip()
            assert "{label}" not in text
            assert "None" not in text
        assert each.message.zh.endswith("。"), "a message is a sentence"


def test_cases_show_every_problem_of_a_record() -> None:
    shown = {code for case in (*SYNTAX, *STRUCTURE) for code, _, _ in case.found}
    elsewhere = {problem.code for problem in (*files.PROBLEMS, *data.PROBLEMS, *unread.PROBLEMS)} | {"Y029"}
    assert {problem.code for problem in PROBLEMS} - shown <= elsewhere


def test_all_structural_findings_at_once(good: str, reference: Reference) -> None:
    broken = STRUCTURE[0].broken(good)
    broken = broken.replace("kind: operating", "kind: 经营", 1).replace("share: 35", "share: 35%", 1)
    broken = broken.replace("posts: 14", "posts: 14 个", 1)
    assert [each.code for each in findings(broken, reference)] == ["S001", "S020", "S013", "S014"]


def test_duplicate_keys_and_structure_at_once(good: str, reference: Reference) -> None:
    broken = good.replace("year: 2023", "year: 2023年\nyear: 2024", 1)
    assert [each.code for each in findings(broken, reference)] == ["S015", "Y012"]


def test_paths_use_the_keys_of_the_record(good: str, reference: Reference) -> None:
    broken = good.replace("    class: operating", "    class: 经营", 1).replace(
        "from: 2023-03-01", "from: x", 1
    )
    paths = [each.path for each in findings(broken, reference)]
    assert paths == [("assets", 0, "class"), ("disclosures", 0, "from")]


def test_paths_leave_out_the_tag_of_the_union(good: str, reference: Reference) -> None:
    broken = good.replace("share: 35", "share: x", 1)
    assert [each.path for each in findings(broken, reference)] == [("linkages", 0, "share")]


def test_findings_name_their_record(good: str, reference: Reference) -> None:
    (found,) = findings(good.replace("year: 2023", "year: x", 1), reference)
    assert found.record == "SL-2023-9003"
    assert found.spot.file == "data/projects/x.yaml"


def test_very_many_findings_are_counted_not_listed(good: str, reference: Reference) -> None:
    rows = "".join("  - {source: x, amount: y}\n" for _ in range(400))
    found = findings(good.replace("funding:\n", "funding:\n" + rows, 1), reference)
    assert len(found) == 100
    assert found[-1].code == files.TOO_MANY.code
    assert "还有 701 处" in found[-1].message.zh
    assert "一共 800 处" in found[-1].message.zh


def test_unexplained_syntax_still_gives_the_parsers_words(reference: Reference) -> None:
    (found,) = findings("a: b\n...\nc: d\n", reference)
    assert found.code in {"Y016", "Y019", "Y029"}
