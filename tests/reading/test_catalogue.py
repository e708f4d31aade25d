"""The catalogue of what reading may find."""

import re
import string

from generator.findings.finding import Bilingual, Grade
from generator.reading.problems import PROBLEMS
from generator.reading.problems.data import UNGOVERNED
from generator.reading.problems.unread import UNREAD
from generator.records.reference import Reference


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_codes_are_contiguous_and_unique() -> None:
    codes = [problem.code for problem in PROBLEMS]
    expected = [f"{family}{n:03}" for family in "YS" for n in range(1, 100) if f"{family}{n:03}" in codes]
    assert codes == expected
    for family in "YS":
        numbers = [int(code[1:]) for code in codes if code[0] == family]
        assert numbers == list(range(1, len(numbers) + 1))


def test_both_languages_tell_the_same_particulars() -> None:
    for problem in PROBLEMS:
        chinese_only = {"help"}
        assert places(problem.message.zh) - {"file"} == places(problem.message.en) - {"file"}, problem.code
        assert places(problem.remedy.zh) - chinese_only >= places(problem.remedy.en) - chinese_only


def test_every_problem_is_told_in_full() -> None:
    for problem in PROBLEMS:
        texts: tuple[Bilingual, ...] = (problem.title, problem.why, problem.message, problem.remedy)
        assert all(part.strip() for text in texts for part in text), problem.code
        assert problem.grade is (Grade.WARNING if problem in (UNREAD, UNGOVERNED) else Grade.ERROR)
        assert re.search("[\u4e00-\u9fff]", problem.title.zh), problem.code
        assert not re.search("[\u4e00-\u9fff]", problem.title.en + problem.why.en), problem.code
        assert problem.why.zh.endswith("。"), problem.code
        assert len({problem.title.zh for problem in PROBLEMS}) == len(PROBLEMS)


def test_every_problem_rests_on_a_clause_that_exists(reference: Reference) -> None:
    for problem in PROBLEMS:
        assert problem.clauses
        assert all(clause in reference.policies.clauses for clause in problem.clauses), problem.code
