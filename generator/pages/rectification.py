"""The rectification list: who must mend what by when, with those overdue in front."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.address import RECTIFICATION, paged
from generator.pages.listing import numbers
from generator.pages.lists import TRAIL
from generator.pages.meta import column
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.turn import Turn
from generator.records.summary import Rectification, Row

TITLE = "整改清单"
_DESCRIPTION = "检查中发现问题、还没有改完的项目：谁来改、改什么、什么时候改完。"


@dataclass(frozen=True, slots=True)
class Entry:
    """One demand on one project; ``days`` until the deadline, negative when it is past."""

    row: Row
    demand: Rectification
    days: int


def entries(overview: Overview) -> list[Entry]:
    """All open demands, the earliest deadline first."""
    as_of = overview.site.as_of
    found = [
        Entry(row, each, (each.deadline - as_of).days) for row in overview.rows for each in row.rectifications
    ]
    return sorted(found, key=lambda entry: (entry.days, entry.row.id, entry.demand.on))


def rectification_pages(overview: Overview, turn: Turn) -> Iterator[Page]:
    """The pages of the list; one page also where nothing is to be mended."""
    found = entries(overview)
    size = overview.site.settings.page_size
    last = max(1, -(-len(found) // size))
    for number in range(1, last + 1):
        if not turn.mine():
            continue
        yield Page(
            address=paged(RECTIFICATION, number),
            title=TITLE if number == 1 else f"{TITLE}（第 {number} 页，共 {last} 页）",
            description=_DESCRIPTION,
            body=overview.site.render(
                "rectification.html",
                title=TITLE,
                trail=TRAIL,
                folder=RECTIFICATION,
                entries=found[(number - 1) * size : number * size],
                total=len(found),
                overdue=sum(entry.days < 0 for entry in found),
                number=number,
                last=last,
                numbers=numbers(number, last),
            ),
            head=column(TITLE, _DESCRIPTION, "项目名单"),
        )
