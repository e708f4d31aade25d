"""The reference data: places, vocabularies, policies, the documents that govern, the LPR."""

from dataclasses import replace

from generator.findings.finding import Grade
from generator.reading.problems.make import problem

_BASE = (
    "所有记录都照着这些数据读和查，这里错了，到处都会错。",
    "All records are read and judged against these data; an error here is an error everywhere.",
)

FILE_MISSING = problem(
    "S021",
    ("缺少基础数据文件", "Reference data file missing"),
    _BASE,
    ("没有找到 {file}。", "{file} is not there."),
    (
        "从备份或软件自带的示例里找回这个文件。",
        "Bring it back from a backup or from the example that the software carries.",
    ),
)

COLUMNS = problem(
    "S022",
    ("表头不对", "Wrong header"),
    _BASE,
    ("表头应当是 {expected}，这里是 {got}。", "The header should be {expected}; it is {got}."),
    ("把第一行改回 {expected}。", "Make the first line {expected} again."),
)

CELLS = problem(
    "S023",
    ("一行的列数不对", "Wrong number of cells"),
    _BASE,
    ("这一行有 {got} 列，应当有 {expected} 列。", "This line has {got} cells; there should be {expected}."),
    ("对照表头，补上或删去多余的逗号。", "Compare it with the header and mend the commas."),
)

NO_NAME = problem(
    "S024",
    ("地点没有名称", "Place without a name"),
    _BASE,
    ("代码 {code} 后面没有写名称。", "{code} has no name."),
    ("补上乡镇或村的名称。", "Write the township's or village's name."),
)

REPEATED = problem(
    "S025",
    ("编码重复", "Repeated code"),
    _BASE,
    ("“{code}”出现了两次，第一次在 {first}。", "“{code}” is there twice; the first is at {first}."),
    ("留下对的一条，删掉或改掉另一条。", "Keep the right one; delete or rename the other."),
)

NO_PARENT = problem(
    "S026",
    ("上一级不在表里", "Unit above is missing"),
    _BASE,
    (
        "{name}（{code}）的上一级 {above} 不在表里。",
        "{above}, the unit above {name} ({code}), is not listed.",
    ),
    ("加上 {above} 这一行，或者改正代码。", "Add a line for {above}, or correct the code."),
)

FILE_NAME = problem(
    "S027",
    ("文件名和内容不一致", "File name and content differ"),
    _BASE,
    ("文件名是 {stem}，里面写的是“{got}”。", "The file is named {stem}; inside it says “{got}”."),
    ("把两处改成一样。", "Make the two alike."),
)

UNKNOWN_CLAUSE = problem(
    "S028",
    ("没有这个条款", "Unknown clause"),
    _BASE,
    ("条款“{got}”在{where}里没有。", "There is no clause “{got}” in {where}."),
    ("{hint}改成文件里有的条款 id。", "{hint}Write the id of a clause that is there."),
)

UNKNOWN_POLICY = problem(
    "S029",
    ("没有这份文件", "Unknown document"),
    _BASE,
    ("“{got}”不在 data/policies 里。", "“{got}” is not in data/policies."),
    (
        "{hint}改成已有文件的 id，或者先写好这份文件的数据。",
        "{hint}Write the id of a document, or add its data.",
    ),
)

YEARS = problem(
    "S030",
    ("起止年份颠倒", "Years in reverse"),
    _BASE,
    ("从 {first} 年到 {last} 年，前后颠倒了。", "The years {first} to {last} run backwards."),
    ("把起止年份改对。", "Correct the years."),
)

VOCABULARY_MISSING = problem(
    "S031",
    ("缺少词表", "Vocabulary missing"),
    _BASE,
    (
        "没有“{name}”这个词表，记录里的{label}没法检查。",
        "There is no vocabulary “{name}”; {label} cannot be checked.",
    ),
    ("补上 data/vocabularies/{name}.yaml。", "Add data/vocabularies/{name}.yaml."),
)

MECHANISM_WORDS = problem(
    "S032",
    ("联结方式和程序不一致", "Mechanisms differ from the program"),
    _BASE,
    ("联结方式“{code}”{state}。", "The mechanism “{code}” {state}."),
    (
        "联结方式的编码由程序规定，名称和说明可以改，编码不能增减。",
        "The codes of the mechanisms are fixed; change their labels and help, not the codes.",
    ),
)

GOVERNING_PLACE = problem(
    "S033",
    ("地点代码写法不对", "Malformed place prefix"),
    _BASE,
    ("“{got}”不是区划代码的开头几位。", "“{got}” is not the beginning of a place code."),
    (
        '写 2、4、6、9 或 12 位数字，加英文引号，例如 "990101"。',
        'Write 2, 4, 6, 9 or 12 digits in quotes, such as "990101".',
    ),
)

ORDER = problem(
    "S034",
    ("日期没有按先后排", "Days out of order"),
    _BASE,
    (
        "{got} 排在 {before} 后面，应当从早到晚排，不能重复。",
        "{got} follows {before}; the days must run forwards.",
    ),
    ("按日期从早到晚重新排好。", "Put the entries in the order of their days."),
)

UNGOVERNED = replace(
    problem(
        "S035",
        ("没有文件管到这个县", "County that no document governs"),
        (
            "检查说依据的时候，只引管到这个地方的文件。一条也没有，群众就不知道是按什么办的。",
            "Findings cite the documents that govern a place; where none does, there is nothing to cite.",
        ),
        ("没有一条管到{name}（{code}）。", "No entry covers {name} ({code})."),
        (
            '加一条：place 写 "{place}"，policies 写这里适用的文件。还没有文件的，先不用改。',
            'Add an entry with place "{place}" and the documents that hold there, once there are any.',
        ),
    ),
    grade=Grade.WARNING,
)

PROBLEMS = (
    FILE_MISSING,
    COLUMNS,
    CELLS,
    NO_NAME,
    REPEATED,
    NO_PARENT,
    FILE_NAME,
    UNKNOWN_CLAUSE,
    UNKNOWN_POLICY,
    YEARS,
    VOCABULARY_MISSING,
    MECHANISM_WORDS,
    GOVERNING_PLACE,
    ORDER,
    UNGOVERNED,
)
