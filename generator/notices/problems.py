"""The kinds of findings of printing: T for sheets, H for the private lists of households."""

from generator.findings.finding import Bilingual, Grade, Problem

Pair = tuple[str, str]


def _problem(
    code: str, title: Pair, why: Pair, message: Pair, remedy: Pair, grade: Grade = Grade.ERROR
) -> Problem:
    title_, why_, message_, remedy_ = (Bilingual(*each) for each in (title, why, message, remedy))
    return Problem(code, grade, title_, why_, message_, remedy_)


NO_ADDRESS = _problem(
    "T001",
    ("不知道网站的地址", "The site's address is not known"),
    (
        "二维码要通到网上的公示页。地址不知道，印出来的码就是错的，所以不印。",
        "A code must lead to the page on the web. An unknown address would make a wrong one.",
    ),
    ("没有写 site_url，纸上不印二维码。", "mkdocs.yml has no site_url, so sheets bear no code."),
    (
        "在 mkdocs.yml 里写上 site_url，就是网站发布以后的网址，再打印一次。",
        "Set site_url in mkdocs.yml to the site's final address and print again.",
    ),
    Grade.WARNING,
)

NO_GLYPH = _problem(
    "T002",
    ("字体里没有这个字", "No font has this character"),
    (
        "缺的字印出来是空白或者别的字，看公示的人会读错。",
        "A missing character prints as a blank or as another one, and is misread.",
    ),
    (
        "{record} 的“{field}”里有打印字体没有的字“{character}”（{point}），这张没有打印。",
        "{record}: {field} has {character} ({point}), which no font has; the sheet was not printed.",
    ),
    (
        "换成规范字；确实要用这个字的，在 extra.gongshi.notices.fonts 里加一个有这个字的字体。",
        "Use a standard character, or add a font that has it under extra.gongshi.notices.fonts.",
    ),
)

UNREADABLE = _problem(
    "H001",
    ("名单读不了", "The list cannot be read"),
    (
        "名单读不全，就核不了合计，也查不出不该有的号码。",
        "A list that cannot be read whole can be neither summed nor searched for private numbers.",
    ),
    ("名单读不了：{why}。", "The list cannot be read: {why}."),
    (
        "另存为“CSV UTF-8”或者 .xlsx，第一行写 户主、人口、金额，再试一次。",
        "Save it as CSV (UTF-8) or .xlsx with 户主, 人口, 金额 in the first row.",
    ),
)

COLUMN = _problem(
    "H002",
    ("名单有多余的列", "A column that must not be there"),
    (
        "公示名单只需要户主、人口和金额。别的都是个人信息，贴出去收不回来。",
        "A posted list needs head, persons and amount; all else is personal and cannot be taken back.",
    ),
    (
        "第 {row} 行{column}的“{name}”这一列不能有。名单只能有 户主、人口、金额 三列。",
        "Row {row}, {column}: the column {name} must not be there; only 户主, 人口, 金额 may.",
    ),
    ("把整列删掉，存盘，再打印。", "Delete the whole column, save, print again."),
)

MISSING = _problem(
    "H003",
    ("名单缺一列", "A column is missing"),
    (
        "少了一列，名单就说不清谁家几口人、分多少钱。",
        "Without one of the columns the list does not say who receives what.",
    ),
    ("第 1 行缺“{name}”这一列，或者写了两次。", "Row 1: the column {name} is missing, or there twice."),
    ("第一行写三个列名：户主、人口、金额，各写一次。", "Put 户主, 人口, 金额 into the first row, once each."),
)

PRIVATE = _problem(
    "H004",
    ("名单里有个人号码", "A private number in the list"),
    (
        "身份证号、手机号、账号贴出去会被坏人利用，依法不能公开。",
        "Identity, telephone and account numbers on a board are misused, and may not be published.",
    ),
    (
        "第 {row} 行{column}里有{kind}。一张都没有打印。",
        "Row {row}, {column}: there is {kind}. Nothing was printed.",
    ),
    (
        "把号码删掉再打印。名单只写户主、人口、金额。",
        "Delete the number and print again; the list holds head, persons and amount only.",
    ),
)

NAME = _problem(
    "H005",
    ("户主姓名不对", "Not a name"),
    (
        "一行就是一户，别的行会让合计和户数出错。",
        "A line is a household; other lines make the sums wrong.",
    ),
    ("第 {row} 行{column}的户主{why}。", "Row {row}, {column}: the head of household {why}."),
    ("只写姓名；合计行、说明行都删掉。", "Write the name only; delete rows with sums or remarks."),
)

PERSONS = _problem(
    "H006",
    ("人口不对", "Not a number of persons"),
    (
        "人口用来核对每户分的钱。",
        "The persons are there to check what each household receives.",
    ),
    (
        "第 {row} 行{column}的人口不是 1 到 30 的整数。",
        "Row {row}, {column}: not a whole number from 1 to 30.",
    ),
    ("写这一户有几口人，例如 4。", "Write how many persons the household has."),
)

AMOUNT = _problem(
    "H007",
    ("金额不对", "Not an amount"),
    (
        "金额要能相加，才能和记录核对。",
        "Amounts must add up to be compared with the record.",
    ),
    (
        "第 {row} 行{column}的金额不是元为单位、最多两位小数的数。",
        "Row {row}, {column}: not an amount in yuan with at most two decimals.",
    ),
    ("只写数字，例如 360 或 360.50。", "Write the number only, such as 360 or 360.50."),
)

EMPTY = _problem(
    "H008",
    ("名单是空的", "The list is empty"),
    (
        "空的名单贴出去没有用。",
        "An empty list is of no use on a board.",
    ),
    ("名单里一户也没有。", "There is no household in the list."),
    ("从第二行起，一户写一行。", "Write one row a household from the second row on."),
)

TOTAL = _problem(
    "H009",
    ("合计和记录对不上", "The sum differs from the record"),
    (
        "网上和墙上的数要一样，群众才信得过。",
        "What hangs on the wall must equal what is on the web.",
    ),
    (
        "名单合计 {total} 元，记录 {record} 的 {year} 年收益分配里没有这个数的到户分配（{uses}）。",
        "The list sums to {total} yuan; the distribution {year} of {record} pays households {uses}.",
    ),
    ("核对名单和记录，改对了再打印。", "Compare list and record, mend the wrong one, print again."),
)

COUNT = _problem(
    "H010",
    ("户数和记录对不上", "The households differ from the record"),
    (
        "网上和墙上的户数要一样，群众才信得过。",
        "What hangs on the wall must equal what is on the web.",
    ),
    (
        "名单有 {rows} 户，记录 {record} 的 {year} 年“{use}”写的是 {households} 户。",
        "The list has {rows} households, the record {record} has {households} for {use} in {year}.",
    ),
    ("核对名单和记录，改对了再打印。", "Compare list and record, mend the wrong one, print again."),
)

RENAME = _problem(
    "H011",
    ("列名要换", "Another column name"),
    (
        "列名按固定的三个写，程序才知道哪一列是什么。",
        "The three names are fixed, so that it is certain which column is which.",
    ),
    ("第 {row} 行{column}的列名是“{name}”。", "Row {row}, {column}: the column is called {name}."),
    ("把列名改成“{right}”，下面的内容不用动。", "Call the column {right}; leave what is below as it is."),
)

PROBLEMS = (
    NO_ADDRESS,
    NO_GLYPH,
    UNREADABLE,
    COLUMN,
    MISSING,
    PRIVATE,
    NAME,
    PERSONS,
    AMOUNT,
    EMPTY,
    TOTAL,
    COUNT,
    RENAME,
)
"""All of them, for ``gongshi explain``."""
