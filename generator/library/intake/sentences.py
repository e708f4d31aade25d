"""Small judgements on a line of Chinese: is it whole, is it a heading, does it end the document?"""

import re

from generator.library.intake.marks import Level

_END = "。！？；：:;!?”』」】…"
_CLOSED = "）)"
_HEADING = 30
_ARTICLE_HEADING = 15
_DATE = re.compile(r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})\s*年.{1,3}月.{1,3}日")
_TAIL = re.compile(r"(?:附件|附：|附:|抄送|主题词|[（(]此件|[（(]联系)")
_SIGNED = re.compile(r"[一-鿿、]{4,30}(?:政府|局|组|委员会|办公室|厅|部|院|会|中心)")


def finished(text: str) -> bool:
    """Whether a line ends where a sentence ends."""
    last = text[-1:]
    if last in _CLOSED:
        return text[-2:-1] in _END
    return last in _END


def is_heading(rest: str, level: Level) -> bool:
    """Whether what follows a mark is a heading alone: short, without any punctuation of a sentence."""
    most = _ARTICLE_HEADING if level is Level.ARTICLE else _HEADING
    return 0 < len(rest) <= most and not re.search("[，。；：！？,;:]", rest)


def split_heading(rest: str, level: Level) -> tuple[str, str]:
    """A heading that runs into its text (``加强领导。各地要……``), and the text; both keep every word."""
    at = rest.find("。") + 1
    if level is Level.ARTICLE or not 0 < at <= _HEADING or at == len(rest) or "，" in rest[:at]:
        return "", rest
    return rest[:at], rest[at:]


def joined(one: str, other: str) -> str:
    """Two pieces of one sentence; Latin words keep a blank between them."""
    gap = " " if re.match("[A-Za-z0-9]", one[-1:]) and re.match("[A-Za-z]", other[:1]) else ""
    return f"{one}{gap}{other}"


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return bool(_DATE.fullmatch(text.replace(" ", "")))


def date_in(text: str) -> str | None:
    """The first date in a line, as printed."""
    found = _DATE.search(text.replace(" ", ""))
    return found[0] if found else None


def is_signature(text: str) -> bool:
    """Whether a line names an office and nothing else."""
    return bool(_SIGNED.fullmatch(text))


def is_ending(text: str) -> bool:
    """Whether with this line the clauses are over: a signature, a date, a list of annexes."""
    return is_date(text) or is_signature(text) or bool(_TAIL.match(text))
