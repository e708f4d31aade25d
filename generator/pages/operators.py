"""The list of operators, those with most projects first."""

from collections.abc import Iterator

from generator.pages.address import OPERATORS, operator_folder, paged
from generator.pages.listing import numbers
from generator.pages.lists import TRAIL
from generator.pages.meta import column
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.turn import Turn

TITLE = "经营主体"
_DESCRIPTION = "经营联农带农项目的企业、合作社、家庭农场等，项目多的在前。"


def operator_pages(overview: Overview, turn: Turn) -> Iterator[Page]:
    """The pages of the list; one page also where no project has an operator."""
    found = [(paged(operator_folder(key)), rows[0], len(rows)) for key, rows in overview.operators.items()]
    size = overview.site.settings.page_size
    last = max(1, -(-len(found) // size))
    for number in range(1, last + 1):
        if not turn.mine():
            continue
        yield Page(
            address=paged(OPERATORS, number),
            title=TITLE if number == 1 else f"{TITLE}（第 {number} 页，共 {last} 页）",
            description=_DESCRIPTION,
            body=overview.site.render(
                "operators.html",
                title=TITLE,
                trail=TRAIL,
                folder=OPERATORS,
                operators=found[(number - 1) * size : number * size],
                total=len(found),
                number=number,
                last=last,
                numbers=numbers(number, last),
            ),
            head=column(TITLE, _DESCRIPTION, "项目名单"),
        )
