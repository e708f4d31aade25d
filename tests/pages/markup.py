"""A strict look at HTML: balanced tags, links, identifiers, what must not be in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "source"}
_NO_BLOCK = {"p", "h1", "h2", "h3", "h4", "h5", "span", "a"}
_BLOCK = {"p", "div", "section", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "nav", "header"}


@dataclass
class Markup:
    """What was seen in a fragment or page."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Markup()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self.seen.faults.append(f"an attribute twice on <{tag}>")
        self._attributes(tag, given)
        if tag in _BLOCK and self._open and self._open[-1] in _NO_BLOCK:
            self.seen.faults.append(f"<{tag}> inside <{self._open[-1]}>")
        if tag == "a" and "a" in self._open:
            self.seen.faults.append("a link inside a link")
        if tag[0] == "h" and tag[1:].isdigit():
            self.seen.headings.append(tag)
        if tag not in _VOID:
            self._open.append(tag)

    def _attributes(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in ("script", "style") or "style" in given or any(name.startswith("on") for name in given):
            self.seen.faults.append(f"inline script or style on <{tag}>")
        if given.get("id"):
            self.seen.ids.append(given["id"] or "")
        for name in ("href", "src"):
            if name in given:
                self.seen.links.append(given[name] or "")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.seen.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.seen.text += data

    def close(self) -> None:
        super().close()
        self.seen.faults += [f"<{tag}> stays open" for tag in self._open]


def look(html: str) -> Markup:
    """Read a fragment."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    seen = reader.seen
    twice = sorted({each for each in seen.ids if seen.ids.count(each) > 1})
    seen.faults += [f"id {each} twice" for each in twice]
    return seen
