"""A file is not named after its project number.

What it does: refuses a record whose file is not called ``<id>.yaml``.

Why: who knows the number finds the file, and a number cannot be taken twice in one folder unseen.

Mend: rename the file, or correct the number if it is the number that is wrong. Where there is a file of that
name, this one is a copy: give it a number of its own, or delete it.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="R002",
    grade=Grade.ERROR,
    title=Bilingual("文件名和编号不一样", "File name and number differ"),
    why=Bilingual(
        "文件名就是编号，知道编号就能找到文件。",
        "The file is named after the number, so that who knows the number finds the file.",
    ),
    message=Bilingual(
        "文件叫 {name}，里面的项目编号却是 {id}。",
        "The file is called {name}, but the project number in it is {id}.",
    ),
    remedy=Bilingual(
        "编号对的，把文件名改成 {id}.yaml；编号抄错的，改编号。",
        "If the number is right, rename the file to {id}.yaml; otherwise correct the number.",
    ),
    clauses=("gongshi-register/identity",),
)

COPY = Bilingual(
    "{id}.yaml 已经有了，不要改成这个名字，会盖掉它。是新项目的，换一个没用过的编号，文件名跟着改；"
    "多复制出来的，删掉。",
    "There is a {id}.yaml, which renaming this file would overwrite. Give a new project a free number and "
    "name the file after it; delete a copy left behind.",
)
"""The remedy where there is a file of the right name."""
