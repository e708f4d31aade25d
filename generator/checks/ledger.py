"""What can be wrong with a ledger's sheets themselves, before there is a record to judge.

The room of ledgers gives these findings; they stand here so that the catalogue has them like all others.
"""

from generator.findings.finding import Bilingual, Grade, Problem

_FIELDS, _IDENTITY, _SUMS = (f"gongshi-register/{each}" for each in ("fields", "identity", "sums"))


def _problem(
    code: str, clause: str, title: tuple[str, str], message: tuple[str, str], remedy: tuple[str, str]
) -> Problem:
    why = Bilingual(
        "台账里的每一格都要有着落：读到哪条记录里，或者说明为什么没有读。",
        "Every cell of a ledger is accounted for: read into a record, or named with the reason.",
    )
    return Problem(
        code, Grade.ERROR, Bilingual(*title), why, Bilingual(*message), Bilingual(*remedy), (clause,)
    )


NO_KEY = _problem(
    "L001",
    _FIELDS,
    ("表头缺列", "Header without its key"),
    ("这张表的第一行里没有“{header}”。", "The first row of this sheet has no {header}."),
    (
        "请照模板写表头；第一行是表头，不要插入别的行。",
        "Write the header as in the template, in the first row.",
    ),
)
NO_PROJECT = _problem(
    "L002",
    _IDENTITY,
    ("没有项目编号", "No project number"),
    ("这一行没有写项目编号，不知道是哪个项目的。", "This row has no project number."),
    (
        "请写上项目编号，例如 SL-2023-0042；不要的行请整行删掉。",
        "Write the project number, or delete the row.",
    ),
)
UNKNOWN_PROJECT = _problem(
    "L003",
    _IDENTITY,
    ("项目表里没有这个编号", "Unknown project number"),
    ("“项目”表里没有 {project} 这个项目。", "The sheet of projects has no {project}."),
    ("请核对编号，或者先在“项目”表里加上这个项目。", "Correct the number, or add the project first."),
)
TWICE = _problem(
    "L004",
    _IDENTITY,
    ("项目写了两次", "Project stands twice"),
    ("{project} 在 {other} 已经写过一次。", "{project} stands in {other} already."),
    ("请删掉一行，或者改成另一个编号。", "Delete one of the rows, or give it another number."),
)
NO_YEAR = _problem(
    "L005",
    _FIELDS,
    ("找不到这一年的收益分配", "No distribution of that year"),
    ("“收益分配”表里没有 {project} 这一年的行。", "There is no distribution of {project} for that year."),
    (
        "请先在“收益分配”表里写上这一年，这里的年度和它一样。",
        "Add the year to the sheet of distributions first.",
    ),
)
SUM = _problem(
    "L006",
    _SUMS,
    ("合计对不上", "Sum does not add up"),
    (
        "这里写 {total} 元，各项加起来是 {sum} 元，差 {gap} 元。",
        "{total} yuan here; the parts make {sum}, a gap of {gap}.",
    ),
    ("请核对各项金额和合计，改对一边。", "Correct the parts or the sum."),
)
NO_UNIT = _problem(
    "L007",
    _FIELDS,
    ("金额没有单位", "Amounts without a unit"),
    (
        "“{header}”没有写是元还是万元，不能猜。",
        "{header} does not say its unit.",
    ),
    (
        "请在表头写上“（元）”或“（万元）”，或者在对照文件里写明单位。",
        "Write it in the header or the mapping.",
    ),
)
NOT_UNDERSTOOD = _problem(
    "L008",
    _FIELDS,
    ("看不懂的写法", "Not understood"),
    ("“{text}”看不出是{what}。", "{text} cannot be read as {what}."),
    ("请改成看得懂的写法。{remedy}", "Write it so that it can be understood. {remedy}"),
)
NO_HEADER = _problem(
    "L009",
    _FIELDS,
    ("找不到表头", "No header found"),
    (
        "这张表里没有认得出的表头，{count} 格都没有读。",
        "No header was recognised in this sheet; {count} cells were not read.",
    ),
    ("请核对表头，或者照模板重新排；不要的表请删掉。", "Check the header, or use the template."),
)

PROBLEMS: tuple[Problem, ...] = (
    NO_KEY,
    NO_PROJECT,
    UNKNOWN_PROJECT,
    TWICE,
    NO_YEAR,
    SUM,
    NO_UNIT,
    NOT_UNDERSTOOD,
    NO_HEADER,
)
"""The kinds of findings on a ledger's sheets."""
