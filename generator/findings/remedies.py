"""How to mend what a rule finds, told of all its findings at once.

A finding's remedy names its particulars, which whoever explains its kind does not have; here each such remedy
is a whole sentence without them, in Chinese.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.findings.finding import Problem

_PLACE = re.compile(r"\{[^{}]*\}")

_WHOLE: Mapping[str, str] = MappingProxyType(
    {
        "M002": "照协议把这种方式缺的内容补上，提示里会说缺哪一项。协议里也没有的，先补进协议。",
        "M004": "换成适用文件里有的联结方式，提示里会列出有哪些。另有文件作依据的，请管理员把它"
        "加进 data/policies 和 data/governing.yaml。",
        "M007": "不是必须改。可以考虑再加务工、订单、流转或分红。投入多少算大，见《本站登记规则》。",
        "F003": "先看下达文件上的资金名称，照着改；如果是年度写错了，改 year。",
        "F005": "照下达文件写全，例如 示财农〔2023〕12号。没有文号的，删去 document 这一行。",
        "A003": "照协议把缺的内容补上，提示里会说缺哪一项。协议里没有的，签一份补充协议。",
        "D004": "和经营主体重新商定，保底收益率不低于签约那天的一年期 LPR。"
        "不是债权投资的，改正 investment_mode。",
        "D005": "和经营主体重新商定，每年保底不低于每年的折旧；资产原值或折旧年限抄错的，改过来。"
        "约定了回购的，写进 buyback。",
        "D006": "在 distributions 下面补上缺的那一年。没有收益的，income 写 0，在 note 里写明原因。",
        "D007": "日期抄错的改过来。真的公布晚了，重新公布，满了规定的天数再开会决定。",
        "D010": "改成项目里有的联结方式，或者在 linkages 下面把这种方式补上。",
        "D011": "查后来公布的一年期 LPR，补进 data/lpr.yaml，再把 verified_to 改到核对的那天。",
        "N001": "日期抄错的改过来。真的没贴够，重新公示，天数要满，另写一条。",
        "R002": "编号对的，把文件名改成编号加 .yaml；编号抄错的，改编号。那个文件名已经有了的，不要盖掉它："
        "是新项目的，换一个没用过的编号；多复制出来的，删掉。",
        "R003": "写村的 12 位代码；几个村合办的，写乡镇的。代码都在 data/places.csv 里。",
        "E003": "请负责的人看一遍解读，问清文件是不是还有效，再把 review_by 改成下一次的日期。",
        "L008": "把这一格改成看得懂的写法，提示里会说应当怎样写。",
        "S001": "先看是不是写错了字，或者多缩进、少缩进了。"
        "有哪些名称可以用，看“怎样录一个项目”；用不上的一行，删掉。",
        "S002": "把缺的这一项补上，一行一项：先写名称，再写英文冒号、一个空格和内容。"
        "提示里会说缺哪一项、怎么填。",
        "S003": "名称后面另起行，缩进两个空格，把每一项分开写。提示里会列出有哪几项。",
        "S004": "名称后面另起行，每一条前面加一个短横线和一个空格。只有一条也这样写。",
        "S007": "加上 mechanism 一行，从词表里选一种联结方式。提示里会列出可以写哪些。",
        "S008": "从词表里选一种联结方式，照着写。提示里会列出可以写哪些。",
        "S012": "金额以元为单位，只写数字，最多两位小数：不写“万”“元”，不加逗号和空格。",
        "S013": "只写数字，最多四位小数，单位不用写。",
        "S014": "只写整数，单位不用写；没有就写 0。",
        "S015": "写四位数字，例如 2023，不写“年”字。",
        "S016": "日期写成 2023-03-01 这样：年四位，月、日各两位，中间用短横线。",
        "S019": "写 12 位数字，两头加英文引号。代码都在 data/places.csv 里。",
        "S020": "从词表里选一个词，照着写。提示里会列出可以写哪些。",
        "S022": "把第一行改回原来的表头。提示里会写出应当是什么。",
        "S026": "在表里加上它的上一级那一行，或者改正代码。",
        "S028": "改成这份文件里有的条款 id。",
        "S029": "改成已有文件的 id，或者先写好这份文件的数据。",
        "S031": "把缺的词表文件补到 data/vocabularies 里，可以从原来的程序里拷。",
        "S035": "在 data/governing.yaml 里加一条：place 写这个县的六位代码，policies 写这里适用的文件。"
        "还没有文件的，先不用改。",
        "Y010": "改成英文冒号，后面留一个空格。",
        "Y022": "在冒号或者短横线后面加一个空格。已经有空格的，多半不是英文空格，删掉重打一个。",
        "Y033": "是项目记录的，另存为 .yaml 文件，名字末尾是 .txt 的把它去掉。"
        "不是项目记录的，移到 data/projects 外面。",
    }
)


def remedy(problem: Problem) -> str:
    """How findings of a kind are mended."""
    told = problem.remedy.zh
    return _WHOLE.get(problem.code, told) if _PLACE.search(told) else told
