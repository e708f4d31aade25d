"""Names as others may read them: masked the way that readers of notices know."""

_WRITTEN = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容仲孙钟离长孙宇文司徒鲜于"
    "司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生梁丘左丘西门公祖第五"
    "公乘贯丘南荣东里东宫仲长即墨达奚褚师"
)
COMPOUND = frozenset(_WRITTEN[at : at + 2] for at in range(0, len(_WRITTEN), 2))
"""Family names of two characters."""

DOTS = "·•・‧⋅"


def masked(name: str) -> str:
    """张三 → 张*, 张小丰 → 张*丰, 欧阳小丰 → 欧阳**; a name with a dot is masked part by part."""
    for dot in DOTS:
        name = name.replace(dot, "·")
    if "·" in name:
        return "·".join(masked(part) for part in name.split("·") if part)
    if len(name) > 2 and name[:2] in COMPOUND:
        return name[:2] + "*" * (len(name) - 2)
    if len(name) <= 2:
        return name[:1] + "*" * max(len(name) - 1, 1)
    return name[0] + "*" * (len(name) - 2) + name[-1]
