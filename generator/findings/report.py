"""What a rendering is given: the findings of one check, and what it needs to speak of them."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.findings.finding import Bilingual, Finding, Grade
from generator.records.policies import Policies
from generator.records.privacy import masked

_UNGOVERNED = Bilingual(
    "没有文件管到这个地方和年度（见 data/governing.yaml），这是登记册自己的检查",
    "no document governs this place and year (see data/governing.yaml); this is the register's own check",
)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one check.

    Attributes:
        findings: everything found, in the order in which it is told.
        files: how many records were looked at.
        policies: the documents that findings cite; None where they could not be read.
        page: the full address of the page on a code, or None where the site's address is not known.
    """

    findings: tuple[Finding, ...]
    files: int
    policies: Policies | None = None
    page: Callable[[str], str] | None = None

    def count(self, grade: Grade) -> int:
        """How many findings have a grade."""
        return sum(finding.grade is grade for finding in self.findings)

    def cite(self, clause: str) -> str:
        """A clause as people cite it; its id where the documents are not known."""
        if self.policies is None or clause not in self.policies.clauses:
            return clause
        return self.policies.cite(clause)

    def grounds(self, finding: Finding, lang: str = "zh") -> str:
        """What a finding rests on, as people cite it; empty for kinds that rest on no document."""
        if not finding.clauses:
            return _UNGOVERNED.of(lang) if finding.problem.clauses else ""
        return ("、" if lang != "en" else ", ").join(map(self.cite, finding.clauses))

    def page_of(self, code: str) -> str | None:
        """The address of the page on a code, where the site's address is known."""
        return self.page(code) if self.page else None


def shown(text: str) -> str:
    """A text as it may be printed: private numbers masked, control characters made harmless.

    Its length stays, so that columns hold. A terminal must not obey what a file contains.
    """
    covered = masked(text)
    if covered.isprintable():
        return covered
    return "".join(each if each.isprintable() or each == "\u3000" else _harmless(each) for each in covered)


def _harmless(character: str) -> str:
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
