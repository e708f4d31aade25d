"""How sentences that name keys are said of the workbook: pieces by code, and what stands for them.

A piece is a regular expression. ``tests/ledger/test_wording.py`` holds us to it that none is missing.
"""

_LINKAGES = "“机制-”开头的表"

PIECES: dict[str, tuple[tuple[str, str], ...]] = {
    "S002": ((r"^加上 [a-z_]+: …。", "把这一项填上。"),),
    "S007": ((r"加上 mechanism: …，可以写：", "可以写："),),
    "S014": ((r"删掉", "清空"),),
    "S018": ((r"写 true（是）或 false（否）", "写“是”或“否”"),),
    "M001": ((r"在 linkages 下面", f"在{_LINKAGES}里"),),
    "M002": ((r"在这一条下面加上 ", "在这一行填上"),),
    "M003": (
        (r"在 expected 下面用数字写", "在“项目”表的“预期成效”各列用数字写"),
        (r"在 other 里", "在“预期成效：其他成效”里"),
    ),
    "M004": (
        (r"，请管理员把它加进 data/policies 和 data/governing.yaml", "，请管理员把它加进本站的政策文件"),
    ),
    "M005": ((r"在 beneficiaries 里填上户数", "在带动农户的各列填上户数"),),
    "M006": ((r"households 是全部农户", "“带动农户”是全部农户"),),
    "M008": ((r"在 linkages 里", f"在{_LINKAGES}里"),),
    "F001": ((r"在 funding 下面写，每个来源、每个文号一条", "在“资金”表里写，每个来源、每个文号一行"),),
    "F003": ((r"改 year", "改“项目年度”"),),
    "F004": ((r"写在 document 里", "写在“资金文号”里"),),
    "F005": ((r"删去 document 这一行", "把“资金文号”清空"),),
    "F006": ((r"在 funding 里补一条", "在“资金”表里补一行"),),
    "O001": ((r"在 owner 里写产权单位的全称和类型", "在“产权人”和“产权人类型”里写产权单位的全称和类型"),),
    "O003": ((r"在 funding 里补上", "在“资金”表里补上"),),
    "O004": (
        (
            r"在 operator 里写经营主体的全称和类型",
            "在“经营主体”和“经营主体类型”里写经营主体的全称和类型",
        ),
    ),
    "O005": (
        (
            r"在 follow_up 里写：用哪种办法（way），具体怎么做、谁来做（plan），什么时候做完（due）",
            "在“资产”表的“后续管护”三列里写：用哪种办法，具体怎么做、谁来做，什么时候做完",
        ),
    ),
    "O006": ((r"在 income_rights 里写归谁、多少份", "在“资产”表的“收益权量化”两列里写归谁、多少份"),),
    "O007": ((r"删去 credit_code 这一行", "把“统一社会信用代码”清空"),),
    "O008": ((r"不知道的删去 life_years 这一行", "不知道的把“折旧年限”清空"),),
    "A001": ((r"在 agreements 里写上", "在“合作协议”表里写上"),),
    "A002": ((r"写进 agreements", "写进“合作协议”表"),),
    "A004": ((r"在 agreements 里加一条", "在“合作协议”表里加一行"),),
    "A006": ((r"核对 start 和 end", "核对起和止两格"),),
    "D001": ((r"写进 carried_forward", "写进“结转下年”"),),
    "D003": ((r"在这一年的 note 里", "在“收益分配”表这一年的“说明”里"),),
    "D004": ((r"改正 investment_mode", "改正“投入方式”"),),
    "D005": ((r"写进 buyback", "写进“回购约定”"),),
    "D006": (
        (r"在 distributions 下面补上", "在“收益分配”表里补上"),
        (r"income 写 0，在 note 里", "“当年收益”写 0，在“说明”里"),
    ),
    "D008": ((r"写进 reserve", "写进“提取公积公益金”"),),
    "D010": ((r"在 linkages 下面补上", f"在{_LINKAGES}里补上"),),
    "D011": (
        (
            r"补进 data/lpr.yaml，再把 verified_to 改到核对的那天",
            "请管理员补进本站的 LPR 表，并写明核对到哪一天",
        ),
    ),
    "D013": ((r"在 note 里说明", "在“说明”里写清楚"),),
    "N003": ((r"写进 inspections", "写进“监督检查”表"),),
    "N004": ((r"在这次检查下面写 deadline", "在这次检查的“整改期限”里写上日期"),),
    "N005": (
        (
            r"办完了的写 rectified（哪天办完）和 measure（怎么办的）",
            "办完了的，在“整改完成”里写哪天办完，在“整改措施”里写怎么办的",
        ),
    ),
    "N006": ((r"补进 disclosures（moment 写 before）", "补进“公示公告”表，“阶段”写事前公示"),),
    "N007": (
        (
            r"补上 completion：",
            "在“项目”表里补上“验收日期”“实际支出”“实施结果”“验收结果”：",
        ),
        (r"改正 stage", "改正“项目阶段”"),
    ),
    "N008": ((r"补进 disclosures（moment 写 after）", "补进“公示公告”表，“阶段”写完工公告"),),
    "R001": ((r"在别的文件里也有：\S+\.ya?ml", "登记册里已经有了"),),
    "R003": ((r" data/places\.csv ", ""),),
}
