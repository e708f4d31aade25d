"""The file itself: what it is, how large, in which encoding."""

from generator.reading.problems.make import problem

NOT_A_FILE = problem(
    "Y001",
    ("不是普通文件", "Not a regular file"),
    (
        "每条记录是一个文本文件，文件夹和快捷方式读不了。",
        "A record is a text file; nothing else can be read as one.",
    ),
    ("这里应当是一个文本文件，实际是{what}。", "A text file is expected here; this is {what}."),
    (
        "把它移到别处，或者改掉以 .yaml 结尾的名字。",
        "Move it elsewhere, or give it a name that does not end in .yaml.",
    ),
)

UNREADABLE = problem(
    "Y002",
    ("文件打不开", "File cannot be opened"),
    ("打不开的文件没法检查，也没法公布。", "What cannot be opened can be neither checked nor published."),
    ("打不开这个文件：{reason}。", "This file cannot be opened: {reason}."),
    (
        "检查文件还在不在、有没有读的权限，改好后再检查一次。",
        "See that the file is there and may be read, then check again.",
    ),
)

TOO_LARGE = problem(
    "Y003",
    ("文件太大", "File too large"),
    (
        "一条记录通常只有几千字。大到上百万字节的，多半是放错了文件。",
        "A record is a few thousand characters; a file of megabytes is most likely something else.",
    ),
    ("文件有 {size} 字节，最多 {limit} 字节。", "The file has {size} bytes; at most {limit} are read."),
    (
        "看看是不是把表格、照片或备份放进来了；一个文件只写一个项目。",
        "See whether it is a table, a photo or a backup; write one project to a file.",
    ),
)

EMPTY = problem(
    "Y004",
    ("文件是空的", "Empty file"),
    ("空文件里没有可以公布的内容。", "An empty file has nothing to publish."),
    ("文件里没有内容，或者只有注释。", "The file is empty, or has nothing but comments."),
    ("把项目的内容写进去；不用的文件删掉。", "Write the project's record, or delete the file."),
)

NOT_UTF8 = problem(
    "Y005",
    ("编码不是 UTF-8", "Not UTF-8"),
    (
        "文件要用 UTF-8 编码保存，换一台电脑打开才不会变成乱码。",
        "Files are kept in UTF-8, so that they read the same on every machine.",
    ),
    ("文件不是 UTF-8 编码，{guess}。", "The file is not UTF-8; {guess}."),
    (
        "用记事本或 VS Code 打开，确认文字没有乱，选“另存为”，编码选 UTF-8，再保存。",
        "Open it in an editor, see that the text is right, and save it again as UTF-8.",
    ),
)

CONTROL_CHARACTER = problem(
    "Y006",
    ("有看不见的控制字符", "Control character"),
    (
        "从别的软件复制时会带进看不见的字符，读的人看不到，程序却会读错。",
        "Invisible characters come in by copying from other programs and are read wrongly.",
    ),
    ("这里有一个看不见的控制字符（{code}）。", "There is an invisible control character here ({code})."),
    (
        "删掉这个位置的字符，把前后的字重新打一遍。",
        "Delete the character here and type its neighbours anew.",
    ),
)

TOO_MANY = problem(
    "Y007",
    ("问题太多，没有全部列出", "Too many findings"),
    (
        "一个文件里问题太多时，多半出自同一个原因，改好前面的再检查更快。",
        "Very many findings in one file mostly have one cause; mend the first ones, then check again.",
    ),
    (
        "这个文件还有 {more} 处问题没有列出，一共 {total} 处。",
        "{more} more findings of this file are not listed, {total} in all.",
    ),
    ("先改好列出的，再检查一次。", "Mend those that are listed, then check again."),
)

PROBLEMS = (NOT_A_FILE, UNREADABLE, TOO_LARGE, EMPTY, NOT_UTF8, CONTROL_CHARACTER, TOO_MANY)
