"""Slips of the pen that YAML takes without a word, and that lose what was written."""

from generator.reading.problems.make import problem

NO_ENTRY = problem(
    "Y031",
    ("括号里的一项没有冒号", "Entry without a colon in brackets"),
    (
        "数字里的逗号会把一个数拆成两半，540,000 会读成 540，所以不放过。",
        "A comma within a number parts it in two: 540,000 would be read as 540.",
    ),
    ("花括号里的“{text}”没有冒号，不知道是哪一项。", "“{text}” within the brackets has no colon."),
    (
        "数字里不要写逗号；文字里有英文逗号的，整段加英文引号；漏了名称的，写成“名称: 内容”。",
        "Leave out separators in numbers, quote text that has commas, or write “key: value”.",
    ),
)

LOST = problem(
    "Y032",
    ("井号后面的字会丢", "Text lost after a number sign"),
    (
        "空格加 # 是注释的记号，后面的字不会公布。",
        "A blank and # begin a comment; what follows would not be published.",
    ),
    ("“{rest}”会被当作注释丢掉。", "“{rest}” would be dropped as a comment."),
    (
        "是内容的，整段加英文引号；真是注释的，# 后面留一个空格。",
        "Quote the whole value; if it is meant as a comment, put a blank after the #.",
    ),
)

PROBLEMS = (NO_ENTRY, LOST)
