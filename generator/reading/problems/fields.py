"""The structure: keys that a record may have, must have, and what kind of content they take."""

from generator.reading.problems.make import problem

_SHAPE = (
    "每一项写成规定的样子，页面、台账和打印件才能从同一份数据里出来。",
    "Pages, ledgers and printed sheets are all made from the same data, so each field has one shape.",
)

UNKNOWN_KEY = problem(
    "S001",
    ("不认识的名称", "Unknown key"),
    (
        "写错名称的内容不会显示出来，群众就看不到，所以不放过。",
        "Content under a wrong key would never be shown, so it is refused.",
    ),
    ("{where}里没有“{key}”这一项。", "{where} has no key “{key}”."),
    ("{advice}", "{advice}"),
)

MISSING = problem(
    "S002",
    ("缺少必填的内容", "Required key missing"),
    ("缺了这一项，就不成一条完整的公示。", "Without it the record is not a disclosure."),
    ("{where}没有写“{label}”（{key}）。", "{where} lacks “{label}” ({key})."),
    ("加上 {key}: …。{help}", "Add {key}: …"),
)

NOT_A_GROUP = problem(
    "S003",
    ("应当分项写", "Mapping expected"),
    _SHAPE,
    ("“{label}”要分项写，这里是{what}。", "“{label}” takes keys with values; this is {what}."),
    (
        "在 {key} 下面另起行，缩进两个空格，写：{keys}。",
        "On new lines below {key}, indented by two blanks, write: {keys}.",
    ),
)

NOT_A_LIST = problem(
    "S004",
    ("应当列成清单", "List expected"),
    _SHAPE,
    ("“{label}”可以有多条，要列成清单，这里是{what}。", "“{label}” is a list; this is {what}."),
    ("{advice}", "{advice}"),
)

NOT_A_TEXT = problem(
    "S005",
    ("应当只写一个内容", "Single value expected"),
    _SHAPE,
    ("“{label}”只写一个内容，这里是{what}。", "“{label}” takes a single value; this is {what}."),
    (
        "{hint}在冒号后面直接写内容，不要分条、不要加括号；文字里有括号、冒号的，整段加英文引号。",
        "{hint}Write the value right after the colon, without a list or brackets; quote text that has "
        "such signs.",
    ),
)

BLANK_ENTRY = problem(
    "S006",
    ("清单里有空的一条", "Empty list entry"),
    ("空的一条没有内容可以公布。", "An empty entry has nothing to publish."),
    ("“{label}”的清单里有一条是空的。", "The list “{label}” has an empty entry."),
    ("把这一条写完，或者删掉短横线。", "Fill the entry in, or delete its dash."),
)

NO_MECHANISM = problem(
    "S007",
    ("没有写是哪种联结方式", "Mechanism not named"),
    (
        "先写明是哪种联结方式，才知道还要写哪些约定。",
        "The mechanism decides which terms its entry must state.",
    ),
    ("这一条联农带农机制没有写联结方式（mechanism）。", "This linkage does not name its mechanism."),
    ("加上 mechanism: …，可以写：{words}。", "Add mechanism: …, one of: {words}."),
)

UNKNOWN_MECHANISM = problem(
    "S008",
    ("不认识的联结方式", "Unknown mechanism"),
    (
        "联结方式要用统一的词，才能和政策条款对上、和别的项目比较。",
        "Mechanisms have fixed words, so that they can be tied to clauses and compared.",
    ),
    ("联结方式“{got}”不在词表里。", "“{got}” is no mechanism of the vocabulary."),
    ("{hint}可以写：{words}。", "{hint}The words are: {words}."),
)

PROBLEMS = (
    UNKNOWN_KEY,
    MISSING,
    NOT_A_GROUP,
    NOT_A_LIST,
    NOT_A_TEXT,
    BLANK_ENTRY,
    NO_MECHANISM,
    UNKNOWN_MECHANISM,
)
