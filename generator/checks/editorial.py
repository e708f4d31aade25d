"""What can be wrong with the pages that people write: model cases and explainers of documents."""

from generator.findings.finding import Bilingual, Grade, Problem

CASE = Problem(
    code="E001",
    grade=Grade.ERROR,
    title=Bilingual("案例没有写对项目", "Case without its projects"),
    why=Bilingual(
        "案例的结果从项目记录里取。不写明是哪几个项目，就取不到。",
        "A case takes its results from the records; it must name them.",
    ),
    message=Bilingual("{what}", "{what}"),
    remedy=Bilingual(
        "在文件开头的两行 --- 之间写 projects: [项目编号]，编号要和记录的文件名一样。",
        "Between the two lines --- at the top, write projects: [project number, …].",
    ),
    clauses=("ningling-2022-106/7-3", "changji-2023-8/21"),
)

NO_MODEL = Problem(
    code="E002",
    grade=Grade.WARNING,
    title=Bilingual("案例暂时不能当典型", "Case that is no model"),
    why=Bilingual(
        "当典型的项目要经得起查：没有错误和警告，而且至少有两年的收益已经发到位。",
        "A model must bear looking into: no errors, no warnings, and at least two paid distributions.",
    ),
    message=Bilingual(
        "{project} {reason}，这个案例暂时不当典型推荐。",
        "{project} {reason}; this case is not offered as a model for now.",
    ),
    remedy=Bilingual(
        "先把项目的问题解决好，或者换一个项目。案例页还在，页上写明了原因，只是不进典型的名单。",
        "Settle the project's findings, or take another project. The page stays and says why.",
    ),
    clauses=("ningling-2022-106/7-3", "changji-2023-8/21"),
)

OVERDUE = Problem(
    code="E003",
    grade=Grade.WARNING,
    title=Bilingual("解读到期没有复核", "Explainer overdue for review"),
    why=Bilingual(
        "政策会变。解读定期复核，读的人才放心。",
        "Policies change; readers can trust an explainer only if someone looks at it again.",
    ),
    message=Bilingual(
        "《{short}》的解读应当在 {day} 以前复核，到 {as_of} 还没有。",
        "The explainer of {short} was to be reviewed by {day}; it is {as_of}.",
    ),
    remedy=Bilingual(
        "请{owner}看一遍解读，问清文件是不是还有效，再把 review_by 改成下一次的日期。",
        "{owner}: read the explainer again, ask whether the document is in force, set review_by anew.",
    ),
    clauses=("gongshi-register/review",),
)

PROBLEMS: tuple[Problem, ...] = (CASE, NO_MODEL, OVERDUE)
"""The kinds of findings on pages that people write."""
