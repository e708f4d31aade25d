"""Two records have the same project number.

What it does: refuses every record whose ``id`` another file has too, and names the others.

Why: the number is the project's name and the address of its page, for good. Two projects cannot share it.

Mend: give the newer project the next free number, and name its file after it. If one file is a copy
left behind, delete it.
"""

from generator.findings.finding import Bilingual, Grade, Problem

PROBLEM = Problem(
    code="R001",
    grade=Grade.ERROR,
    title=Bilingual("项目编号重复", "Project number used twice"),
    why=Bilingual(
        "编号就是项目的名字，也是网页的地址，两个项目不能共用。",
        "The number names the project and its page; two projects cannot share it.",
    ),
    message=Bilingual(
        "项目编号 {id} 在别的文件里也有：{others}。",
        "Project number {id} is also in: {others}.",
    ),
    remedy=Bilingual(
        "后建的项目换一个没用过的编号，文件名跟着改；多复制出来的文件删掉。",
        "Give the newer project a free number and rename its file; delete a copy left behind.",
    ),
    clauses=("gongshi-register/identity",),
)
