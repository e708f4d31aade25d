"""The rectification list: who must mend what by when, with those overdue in front."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.pages.address import RECTIFICATION
from generator.pages.lists import TRAIL
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.paging import Cut, cuts
from generator.pages.turn import Depends, Turn
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
    overdue = sum(entry.days < 0 for entry in found)
    for cut in cuts(RECTIFICATION, found, overview.site.settings.page_size, turn):
        if turn.changed(cut.address, partial(_depends, cut, overdue)):
            body = overview.site.render(
                "rectification.html", title=TITLE, trail=TRAIL, cut=cut, overdue=overdue
            )
            yield cut.page(TITLE, _DESCRIPTION, body)


def _depends(cut: Cut[Entry], overdue: int) -> tuple[Depends, ...]:
    return (
        cut.total,
        overdue,
        b"".join(entry.row.digest for entry in cut.items),
        repr([entry.demand for entry in cut.items]),
    )
