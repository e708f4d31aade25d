"""Long lists are cut into pages."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator.pages.address import paged
from generator.pages.meta import column
from generator.pages.page import Page
from generator.pages.turn import Turn

_Item = TypeVar("_Item")


class Cut(NamedTuple, Generic[_Item]):
    """One page of a list.

    Attributes:
        folder: where the list's pages lie.
        number: of this page, from 1.
        last: the number of the last page.
        start: the place of its first item in the list.
        items: what stands on it.
        total: how many items the list has.
    """

    folder: str
    number: int
    last: int
    start: int
    items: Sequence[_Item]
    total: int

    @property
    def address(self) -> str:
        """Where the page lies."""
        return paged(self.folder, self.number)

    @property
    def numbers(self) -> list[int]:
        """The page numbers to offer."""
        return numbers(self.number, self.last)

    def page(self, title: str, description: str, body: str, head: str = "") -> Page:
        """The page of a list with a title around its body; ``head`` is added to what stands in its head."""
        if self.number > 1:
            title = f"{title}（第 {self.number} 页，共 {self.last} 页）"
        return Page(
            address=self.address,
            title=title,
            description=description,
            body=body,
            head=column(title, description, "项目名单") + head,
        )


def cuts(folder: str, items: Sequence[_Item], size: int, turn: Turn) -> Iterator[Cut[_Item]]:
    """The pages of a list with so many items a page whose turn it is; a list without items has one page."""
    total = len(items)
    last = count(total, size)
    for number in turn.numbers(last):
        start = (number - 1) * size
        yield Cut(folder, number, last, start, items[start : start + size], total)


def count(items: int, size: int) -> int:
    """How many pages a list of so many items has."""
    return max(1, -(-items // size))


def numbers(number: int, last: int) -> list[int]:
    """The page numbers to offer: the first, the last and those around; 0 stands for a gap."""
    near = sorted({1, last, *range(max(number - 2, 1), min(number + 2, last) + 1)})
    found: list[int] = []
    for each in near:
        if found and each - found[-1] == 2:
            found.append(each - 1)
        elif found and each - found[-1] > 2:
            found.append(0)
        found.append(each)
    return found
