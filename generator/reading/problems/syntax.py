"""The writing: what YAML, or the part of it that records use, does not allow."""

from dataclasses import replace

from generator.findings.finding import Bilingual
from generator.reading.problems.make import problem

_LAYOUT = (
    "一行写一项，靠冒号、短横线和行首空格分清层次；写乱了，程序会读错意思。",
    "Colons, dashes and leading blanks carry the structure; when they are off, the meaning is lost.",
)
_PLAIN = (
    "记录只用 YAML 最简单的写法，人看到的就是程序读到的，不会变意思。",
    "Records use only the plainest part of YAML, so that people and programs read the same.",
)

TAB = problem(
    "Y008",
    ("行首用了制表符", "Tab indentation"),
    _LAYOUT,
    ("行首用了制表符（Tab 键）。", "The line is indented with a tab."),
    ("把行首的制表符换成空格，每深一层两个空格。", "Indent with blanks, two for each level."),
)

WIDE_BLANK = problem(
    "Y009",
    ("行首用了全角空格", "Full-width blank at the start of a line"),
    _LAYOUT,
    ("行首用了全角空格或不间断空格。", "The line begins with a full-width or no-break space."),
    (
        "切换到英文输入法，把行首的空格重新打一遍。",
        "Type the blanks at the start of the line anew, half-width.",
    ),
)

WIDE_COLON = problem(
    "Y010",
    ("用了中文冒号", "Full-width colon"),
    _LAYOUT,
    ("“{key}”后面用的是中文冒号“：”。", "“{key}” is followed by a full-width colon."),
    ("改成英文冒号，后面留一个空格：{right}", "Write an ASCII colon and a blank: {right}"),
)

WIDE_PUNCTUATION = problem(
    "Y011",
    ("括号里用了中文标点", "Full-width punctuation in brackets"),
    _LAYOUT,
    ("括号或者括号里用了中文标点“{mark}”。", "There is full-width punctuation “{mark}” in or as brackets."),
    (
        "方括号、花括号、隔开各项的标点都用英文的；文字里有中文标点的，整段加英文引号。",
        "Use ASCII brackets, and ASCII punctuation between the entries; quote text with other punctuation.",
    ),
)

DUPLICATE_KEY = problem(
    "Y012",
    ("同一项写了两次", "Duplicate key"),
    ("同一项写两次，不知道该信哪一个。", "When a key is written twice, nobody knows which one holds."),
    ("“{key}”写了两次，第一次在第 {line} 行。", "“{key}” is written twice; the first is on line {line}."),
    ("留下对的一个，删掉另一个；要写多条的，用短横线列出。", "Keep the right one; write several as a list."),
)

ANCHOR = problem(
    "Y013",
    ("用了 & 或 * 引用", "Anchor or alias"),
    _PLAIN,
    (
        "这里用了 YAML 的引用写法“{mark}”，记录里不能用。",
        "Anchors and aliases (“{mark}”) are not for records.",
    ),
    (
        "把内容照着再写一遍；本来就是文字的，整段加英文引号。",
        "Write the content out; put it in quotes if it is meant as text.",
    ),
)

TAG = problem(
    "Y014",
    ("用了标签或指令", "Tag or directive"),
    _PLAIN,
    (
        "这里用了 YAML 的标签或指令“{mark}”，记录里不能用。",
        "Tags and directives (“{mark}”) are not for records.",
    ),
    ("删掉它；本来就是文字的，整段加英文引号。", "Delete it, or put it in quotes if it is meant as text."),
)

MERGE = problem(
    "Y015",
    ("用了合并键", "Merge key"),
    _PLAIN,
    ("这里用了合并键“<<”，记录里不能用。", "Merge keys (“<<”) are not for records."),
    ("把要合并的内容照着写出来。", "Write the content out."),
)

SEVERAL_DOCUMENTS = problem(
    "Y016",
    ("一个文件里有几份内容", "Several documents"),
    (
        "一个文件只写一个项目，才能按编号找到它。",
        "One file holds one project, so that it is found by its number.",
    ),
    ("从这里起是第二份内容，前面有“---”或“...”。", "A second document begins here, after “---” or “...”."),
    (
        "把第二份移到自己的文件里；多余的“---”删掉。",
        "Move it to a file of its own, or delete the line “---”.",
    ),
)

COMPLEX_KEY = problem(
    "Y017",
    ("冒号前面不是一个词", "Key that is not a word"),
    _PLAIN,
    ("冒号前面应当是一个词，这里是一组内容。", "A word is expected before the colon; this is a collection."),
    ("冒号前面只写一个词，内容写在冒号后面。", "Write one word before the colon and the content after it."),
)

TOO_DEEP = problem(
    "Y018",
    ("层次太深", "Nested too deeply"),
    (
        "记录最多四五层。层次特别深的，多半是括号打多了。",
        "A record has four or five levels; more are a slip of brackets.",
    ),
    ("内容套了 {limit} 层以上。", "More than {limit} levels are nested here."),
    (
        "检查这一行的方括号、花括号，删掉多余的。",
        "See to the brackets of this line and delete those too many.",
    ),
)

INDENTATION = problem(
    "Y019",
    ("缩进不对", "Bad indentation"),
    _LAYOUT,
    ("这一行的缩进和上面的行对不上。", "The indentation of this line does not fit those above."),
    (
        "同一层的各项行首对齐；下一层比上一层多两个空格；短横线后面的各项和第一项对齐。",
        "Align what is on one level, indent the next by two blanks, align the keys after a dash.",
    ),
)

OPEN_QUOTE = problem(
    "Y020",
    ("引号没有配对", "Unclosed quote"),
    _LAYOUT,
    ("从这里开始的引号没有结束。", "The quote that opens here is never closed."),
    (
        "在这段文字末尾补上同样的英文引号，或者把开头的引号删掉。",
        "Close it with the same quote, or delete it.",
    ),
)

OPEN_BRACKET = problem(
    "Y021",
    ("括号没有配对", "Unclosed bracket"),
    _LAYOUT,
    (
        "从这里开始的括号没有结束，或者括号里少了逗号。",
        "The bracket that opens here is never closed, or lacks a comma.",
    ),
    (
        "补上对应的 ] 或 }}；各项之间用英文逗号隔开；文字里有逗号、冒号、括号的，加英文引号。",
        "Close it, separate the entries with commas, and quote text that has commas, colons or brackets.",
    ),
)

DOCUMENT_BRACKETS = replace(
    OPEN_BRACKET,
    message=Bilingual(
        "文号里的 [{year}] 用了方括号，会当成另一组括号。",
        "The square brackets of [{year}] in a document's number are taken for a list.",
    ),
    remedy=Bilingual(
        "文号用六角括号〔{year}〕，或者给整个文号加英文引号。",
        "Write 〔{year}〕, or put the whole number in quotes.",
    ),
)

NO_BLANK = problem(
    "Y022",
    ("冒号或短横线后面少了空格", "No blank after a colon or dash"),
    _LAYOUT,
    ("“{key}”后面少了一个空格。", "A blank is missing after “{key}”."),
    ("加上空格：{right}", "Add it: {right}"),
)

ODD_BLANK = replace(
    NO_BLANK,
    message=Bilingual("“{key}”后面的空格不是英文空格。", "The blank after “{key}” is no ordinary one."),
    remedy=Bilingual("删掉它，用英文输入法重打一个：{right}", "Type it anew, half-width: {right}"),
)

NO_COLON = problem(
    "Y023",
    ("这一行没有冒号", "Line without a colon"),
    _LAYOUT,
    ("这一行“{line}”没有冒号，不知道属于哪一项。", "This line “{line}” has no colon; it belongs to no key."),
    (
        "写成“名称: 内容”；如果是接着上一行的话，并到上一行里。",
        "Write it as “key: value”; if it goes on from the line above, join it to that.",
    ),
)

COLON_IN_VALUE = problem(
    "Y024",
    ("一行里有两个冒号", "Colon within a value"),
    _LAYOUT,
    (
        "一行里有两处“冒号加空格”，分不清哪个是名称、哪个是内容。",
        "There are two colons with a blank on this line.",
    ),
    (
        "内容里有冒号的，整段加英文引号；两项写在一行的，分成两行。",
        "Put the value in quotes, or write two lines.",
    ),
)

RESERVED = problem(
    "Y025",
    ("开头的符号不能直接用", "Reserved character"),
    _LAYOUT,
    ("内容不能用“{mark}”开头。", "A value cannot begin with “{mark}” here."),
    ("把整段内容加上英文引号。", "Put the value in quotes."),
)

DASH_PLACE = problem(
    "Y026",
    ("短横线的位置不对", "Dash in the wrong place"),
    _LAYOUT,
    ("短横线不能写在冒号同一行。", "A dash cannot stand on the line of its key."),
    ("另起一行写短横线，比上一行多两个空格。", "Begin a new line with the dash, indented by two blanks."),
)

AFTER_QUOTE = problem(
    "Y027",
    ("引号或括号后面还有字", "Text after a quote or bracket"),
    _LAYOUT,
    ("引号或括号已经结束，后面又多出了内容。", "There is text after the closing quote or bracket."),
    (
        "把多出的内容移进引号里，或者删掉；引号里要用引号的，里面的用中文引号“”。",
        "Move it inside or delete it; within quotes, use “” for quotes.",
    ),
)

ESCAPE = problem(
    "Y028",
    ("双引号里的反斜杠", "Backslash within double quotes"),
    _LAYOUT,
    ("双引号里的反斜杠“\\”有特殊含义，这里的写法不认识。", "A backslash has a meaning within double quotes."),
    ("把双引号换成英文单引号，或者去掉反斜杠。", "Use single quotes, or delete the backslash."),
)

OTHER_SYNTAX = problem(
    "Y029",
    ("YAML 写法有误", "YAML syntax error"),
    _LAYOUT,
    ("这里的写法不合 YAML 的规则（{reason}）。", "This is not valid YAML ({reason})."),
    (
        "对照一条正确的记录检查这一行和上一行；内容里有符号的，整段加英文引号。",
        "Compare this line and the one above with a good record; quote values that have signs in them.",
    ),
)

NOT_A_MAPPING = problem(
    "Y030",
    ("不是一项一项写的", "Not a mapping"),
    ("文件要从“名称: 内容”写起，一项一行。", "A file begins with keys and their values, one to a line."),
    ("文件里应当是一行行的“名称: 内容”，这里是{what}。", "Keys with values are expected; this is {what}."),
    (
        "照着一条正确的记录写，第一行像这样：id: SL-2023-0042",
        "Write it like a good record, whose first line is like this: id: SL-2023-0042",
    ),
)

PROBLEMS = (
    TAB,
    WIDE_BLANK,
    WIDE_COLON,
    WIDE_PUNCTUATION,
    DUPLICATE_KEY,
    ANCHOR,
    TAG,
    MERGE,
    SEVERAL_DOCUMENTS,
    COMPLEX_KEY,
    TOO_DEEP,
    INDENTATION,
    OPEN_QUOTE,
    OPEN_BRACKET,
    NO_BLANK,
    NO_COLON,
    COLON_IN_VALUE,
    RESERVED,
    DASH_PLACE,
    AFTER_QUOTE,
    ESCAPE,
    OTHER_SYNTAX,
    NOT_A_MAPPING,
)
