"""Single values: texts, numbers, days, words of a vocabulary."""

from generator.reading.problems.make import problem

_READ = (
    "写成统一的样子，才能计算、排序和比较，也不会被读错。",
    "Values in one spelling can be computed, sorted and compared, and are not misread.",
)

EMPTY_TEXT = problem(
    "S009",
    ("内容是空的", "Empty text"),
    ("只有引号或空格，等于没写。", "Quotes with nothing in them say nothing."),
    ("“{label}”里只有空格或空引号。", "“{label}” holds nothing but blanks."),
    ("写上内容；暂时没有的，把这一项删掉。", "Write it, or delete the key for now."),
)

TOO_LONG = problem(
    "S010",
    ("文字太长", "Text too long"),
    ("太长的文字在手机和公示栏上没法看。", "Very long text cannot be read on a phone or a board."),
    (
        "“{label}”写了 {length} 个字，最多 {limit} 个字。",
        "“{label}” has {length} characters; at most {limit} fit.",
    ),
    ("写短一些，说清要点就行。", "Shorten it to what matters."),
)

PROJECT_ID = problem(
    "S011",
    ("项目编号的格式不对", "Malformed project number"),
    (
        "编号用作文件名和网页地址，要固定不变，不能有汉字和空格。",
        "The number names the file and the page for good, so its form is fixed.",
    ),
    ("项目编号“{got}”的格式不对。", "“{got}” is not a project number."),
    (
        "写成“大写字母-年份-序号”，例如 SL-2023-0042；文件名也用它。",
        "Write capital letters, year and serial number, such as SL-2023-0042, and name the file by it.",
    ),
)

MONEY = problem(
    "S012",
    ("金额写法不对", "Malformed amount"),
    _READ,
    ("“{label}”的“{got}”不是金额的写法。", "“{got}” is no amount for “{label}”."),
    (
        "{hint}金额以元为单位，只写数字，最多两位小数：不写“万”“元”，不加逗号和空格。",
        "{hint}Amounts are in yuan: digits only, at most two decimals, no unit, no separator.",
    ),
)

DECIMAL = problem(
    "S013",
    ("数字写法不对", "Malformed number"),
    _READ,
    ("“{label}”的“{got}”不是数字的写法。", "“{got}” is no number for “{label}”."),
    (
        "{hint}只写数字，最多四位小数，单位{unit}不用写。",
        "{hint}Write digits only, at most four decimals, without the unit ({unit}).",
    ),
)

COUNT = problem(
    "S014",
    ("应当是整数", "Whole number expected"),
    _READ,
    ("“{label}”的“{got}”不是整数。", "“{got}” is no whole number for “{label}”."),
    (
        "{hint}只写整数，单位{unit}不用写；没有就写 0。",
        "{hint}Write a whole number without the unit ({unit}); 0 if there is none.",
    ),
)

YEAR = problem(
    "S015",
    ("年份写法不对", "Malformed year"),
    _READ,
    ("“{label}”的“{got}”不是年份。", "“{got}” is no year for “{label}”."),
    ("{hint}写四位数字，例如 2023，不写“年”字。", "{hint}Write four digits, such as 2023."),
)

DAY = problem(
    "S016",
    ("日期写法不对", "Malformed date"),
    _READ,
    ("“{label}”的“{got}”不是日期的写法。", "“{got}” is no date for “{label}”."),
    (
        "{hint}日期写成 2023-03-01 这样：年四位，月、日各两位，中间用短横线。",
        "{hint}Write dates like 2023-03-01: four digits, two, two, with hyphens.",
    ),
)

NO_SUCH_DAY = problem(
    "S017",
    ("没有这一天", "No such day"),
    _READ,
    ("“{label}”的“{got}”在日历上没有。", "“{got}”, given for “{label}”, is not in the calendar."),
    ("翻一下日历，改成对的日期。", "Look it up and correct it."),
)

FLAG = problem(
    "S018",
    ("应当写是或否", "Yes or no expected"),
    _READ,
    ("“{label}”的“{got}”不是“是”或“否”。", "“{got}”, given for “{label}”, is neither yes nor no."),
    ("写 true（是）或 false（否）。", "Write true or false."),
)

PLACE_CODE = problem(
    "S019",
    ("区划代码写法不对", "Malformed place code"),
    (
        "地点用区划代码写，才不会因为同名、改名弄错。",
        "Places are written by their codes, which no namesake and no renaming can confuse.",
    ),
    ("“{label}”的“{got}”不是 12 位区划代码。", "“{got}”, given for “{label}”, is no 12-digit place code."),
    (
        '{hint}写 12 位数字，加英文引号，例如 "{example}"。',
        '{hint}Write 12 digits in quotes, such as "{example}".',
    ),
)

UNKNOWN_WORD = problem(
    "S020",
    ("不在词表里的词", "Word not in the vocabulary"),
    (
        "这一项要用统一的词，才能分类、统计，和别的项目比较。",
        "Fixed words make records comparable and countable.",
    ),
    ("“{label}”的“{got}”不在词表里。", "“{got}” is no word for “{label}”."),
    ("{hint}可以写：{words}。", "{hint}The words are: {words}."),
)

PROBLEMS = (
    EMPTY_TEXT,
    TOO_LONG,
    PROJECT_ID,
    MONEY,
    DECIMAL,
    COUNT,
    YEAR,
    DAY,
    NO_SUCH_DAY,
    FLAG,
    PLACE_CODE,
    UNKNOWN_WORD,
)
