"""No grant document where there must be one.

What it does: refuses a sum without a document number when its source is granted by document (mark
``document``) and the project is approved or further (mark ``approved`` on the stage).

Why: by the document number anyone can find the grant and hold the sum against it.

Mend: copy the number from the grant document, e.g. 示财农〔2023〕12号.
"""

from collections.abc import Iterator

from generator.checks.rule import Context, Hit, hit
from generator.findings.finding import Bilingual, Grade, Problem
from generator.records.project import Project

PROBLEM = Problem(
    code="F004",
    grade=Grade.ERROR,
    title=Bilingual("没有写资金文号", "No grant document"),
    why=Bilingual(
        "有了文号，谁都能找到下达资金的文件来对照。",
        "By its number anyone can find the grant document and compare.",
    ),
    message=Bilingual(
        "项目已到“{stage}”阶段，{source}还没有写下达资金的文号。",
        "The project's stage is “{stage}”, but {source} has no grant document.",
    ),
    remedy=Bilingual(
        "照下达文件抄文号，写在 document 里，例如：示财农〔2023〕12号。",
        "Copy the number from the grant document to document, e.g. 示财农〔2023〕12号.",
    ),
    clauses=("gongshi-register/funding", "changji-2023-8/18"),
)


def check(project: Project, context: Context) -> Iterator[Hit]:
    for number, fund in enumerate(project.funding):
        if (
            not fund.document
            and context.marked("fund_sources", fund.source, "document")
            and context.marked("stages", project.stage, "approved")
        ):
            yield hit(
                PROBLEM,
                ("funding", number, "document"),
                stage=context.word("stages", project.stage),
                source=context.word("fund_sources", fund.source),
            )
