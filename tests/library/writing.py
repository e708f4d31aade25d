"""Documents of the shapes that offices use, written out in all the ways in which they reach us."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

_HAN = "农户项目收益协议资产村集体经营公示分配管理规范按时足额兑现带动增收"
NUMERALS = "一二三四五六七八九"
words = st.text(_HAN, min_size=3, max_size=9)
sentences = st.lists(words, min_size=2, max_size=8).map(lambda parts: "，".join(parts) + "。")


def numeral(number: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones - 1]
    return ("" if tens == 1 else NUMERALS[tens - 1]) + "十" + (NUMERALS[ones - 1] if ones else "")


@dataclass
class Clause:
    """A clause as it should be found: id, printed mark, heading line or none, text."""

    id: str
    mark: str
    heading: str
    text: str
    children: list["Clause"] = field(default_factory=list)

    def all(self) -> list["Clause"]:
        """The clause and all below it, in the order of the document."""
        return [self, *(each for child in self.children for each in child.all())]


def _number(clauses: list[Clause], parent: str, mark: str) -> list[Clause]:
    for at, clause in enumerate(clauses, 1):
        clause.id = f"{parent}-{at}" if parent else str(at)
        clause.mark = mark.format(han=numeral(at), at=at)
        lower = "{at}." if mark == "（{han}）" else "（{han}）"
        _number(clause.children, clause.id, lower)
    return clauses


leaves = st.builds(Clause, st.just(""), st.just(""), st.just(""), sentences)
items = st.builds(Clause, st.just(""), st.just(""), st.just(""), sentences, st.lists(leaves, max_size=3))


@st.composite
def sectioned(draw: st.DrawFn) -> list[Clause]:
    """一、 with headings, （一） below, 1. below that; numbering restarts below each."""
    made = draw(
        st.lists(
            st.builds(
                Clause, st.just(""), st.just(""), words, st.just(""), st.lists(items, min_size=1, max_size=4)
            ),
            min_size=1,
            max_size=12,
        )
    )
    return _number(made, "", "{han}、")


@st.composite
def chaptered(draw: st.DrawFn) -> list[Clause]:
    """Chapters whose articles are numbered through, or anew in each; items below articles."""
    chapters = draw(st.lists(st.lists(items, min_size=1, max_size=5), min_size=1, max_size=6))
    anew = draw(st.booleans())
    made, number, used = [], 0, set()
    for at, articles in enumerate(chapters, 1):
        chapter = Clause(f"ch{at}", f"第{numeral(at)}章", draw(words), "", articles)
        number = 0 if anew else number
        for article in articles:
            number += 1
            article.id = f"ch{at}-{number}" if str(number) in used else str(number)
            used.add(article.id)
            article.mark = f"第{numeral(number)}条"
            _number(article.children, article.id, "（{han}）")
        made.append(chapter)
    return made


_BRACKETS = {"（": "(", "）": ")"}


@st.composite
def written(draw: st.DrawFn, clauses: list[Clause]) -> str:
    """A document's text: wrapped or not, with page breaks, mixed brackets, indented or not."""
    width = draw(st.sampled_from([0, 22, 31, 40]))
    indent = draw(st.sampled_from(["", "　　"]))
    lines: list[str] = []
    for clause in (each for top in clauses for each in top.all()):
        mark = clause.mark
        if draw(st.booleans()):
            mark = "".join(_BRACKETS.get(each, each) for each in mark)
        gap = draw(st.sampled_from(["", " ", "　"])) if mark[0] != "第" else "　"
        if clause.heading:
            lines.append(f"{indent}{mark}{gap}{clause.heading}")
        else:
            lines += _wrapped(f"{indent}{mark}{gap}{clause.text}", width)
    text = ""
    for line in lines:
        text += line + draw(st.sampled_from(["\n", "\n", "\n", "\n\n", "\n\n— 12 —\n\n", "\r\n", "\n\f\n"]))
    return text


def _wrapped(line: str, width: int) -> list[str]:
    if not width:
        return [line]
    return [line[at : at + width] for at in range(0, len(line), width)]
