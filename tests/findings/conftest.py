"""A report with one finding of every sort that a rendering must cope with."""

import pytest

from generator.findings.finding import Bilingual, Finding, Grade, Problem, Spot
from generator.findings.report import Report
from generator.records.policies import Clause, Policies, Policy

FILE = "data/projects/SL-2023-0042.yaml"
MOBILE = "13800138000"


def problem(code: str, grade: Grade, *clauses: str) -> Problem:
    """A kind of finding of the tests' own."""
    return Problem(
        code=code,
        grade=grade,
        title=Bilingual(f"标题{code}", f"Title {code}"),
        why=Bilingual("为了让群众看得懂。", "So that people understand."),
        message=Bilingual("“{what}”不对。", "“{what}” is wrong."),
        remedy=Bilingual("改成{good}。", "Write {good}."),
        clauses=clauses,
    )


ERROR = problem("M901", Grade.ERROR, "nan-fang/4-1", "nan-fang/7")
WARNING = problem("D902", Grade.WARNING, "nan-fang/7")
NOTE = problem("N903", Grade.NOTE)


def finding(kind: Problem, spot: Spot, excerpt: str = "", **values: str) -> Finding:
    """A finding of a kind; ``what`` and ``good`` go into its texts."""
    words = {"what": "它", "good": "别的", **values}
    return Finding(
        problem=kind,
        spot=spot,
        message=kind.message.filled(**words),
        remedy=kind.remedy.filled(**words),
        path=("linkages", 0, "guaranteed_rate") if excerpt else (),
        record="SL-2023-0042" if excerpt else None,
        excerpt=excerpt,
    )


@pytest.fixture
def policies() -> Policies:
    clauses = (
        Clause("nan-fang/4-1", "四（一）", "方式", "写明方式。"),
        Clause("nan-fang/7", "七", "监督", "要检查。"),
    )
    policy = Policy(
        id="nan-fang",
        kind="local",
        short="南方方案",
        title="南方方案",
        issuer=None,
        number=None,
        written=None,
        published=None,
        status="",
        later="",
        clauses=clauses,
    )
    return Policies([policy], [])


@pytest.fixture
def report(policies: Policies) -> Report:
    """Two files; the address of the site is known."""
    long = "scope: " + "新建冷藏保鲜库 2 座，" * 12 + "库容 800 吨，" + "配套分拣线 1 条，" * 12
    findings = (
        finding(ERROR, Spot(FILE, 23, 22), "    name: 柳湾，guaranteed_rate: 6.0", what="柳湾"),
        finding(WARNING, Spot(FILE, 30, 132), long),
        finding(ERROR, Spot(FILE, 41, 7), f"\tnote: 张某 {MOBILE}，\x1b[2J清屏", what=MOBILE, good="a\nb"),
        finding(NOTE, Spot("data/projects/酥梨,50%:a.yaml")),
    )
    return Report(findings, 120, policies, lambda code: f"https://example.gov.cn/gs/rules/{code}/index.html")


@pytest.fixture
def clean() -> Report:
    return Report((), 120)
