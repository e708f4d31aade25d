"""The list of operators, those with most projects first."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.pages.address import OPERATORS, operator_folder, paged
from generator.pages.lists import TRAIL
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.paging import cuts
from generator.pages.turn import Depends, Turn
from generator.records.summary import Row

TITLE = "经营主体"
_DESCRIPTION = "经营联农带农项目的企业、合作社、家庭农场等，项目多的在前。"


class Operator(NamedTuple):
    """An operator with the address of its list, and how many projects that has."""

    address: str
    name: str
    kind: str | None
    projects: int


def operator_pages(overview: Overview, turn: Turn) -> Iterator[Page]:
    """The pages of the list; one page also where no project has an operator."""
    known = list(overview.operators.items())
    for cut in cuts(OPERATORS, known, overview.site.settings.page_size, turn):
        operators = [_operator(key, rows) for key, rows in cut.items]
        if turn.changed(cut.address, partial(_depends, cut.total, operators)):
            body = overview.site.render(
                "operators.html", title=TITLE, trail=TRAIL, cut=cut, operators=operators
            )
            yield cut.page(TITLE, _DESCRIPTION, body)


def _operator(key: str, rows: list[Row]) -> Operator:
    row = rows[0]
    return Operator(paged(operator_folder(key)), row.operator or "", row.operator_kind, len(rows))


def _depends(total: int, operators: list[Operator]) -> tuple[Depends, ...]:
    return total, repr([*map(tuple, operators)])
