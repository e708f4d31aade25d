"""A document's own text, each clause with its anchor."""

from collections.abc import Iterator
from functools import partial

from generator.library.original import Original
from generator.pages.address import original_page
from generator.pages.meta import column
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.turn import Depends, Turn


def original_pages(overview: Overview, turn: Turn) -> Iterator[Page]:
    """A page for every document whose text the publisher has put in and whose data are there."""
    policies = overview.site.reference.policies
    for original in overview.shelf.originals.values():
        address = original_page(original.id)
        if original.id in policies and turn.mine(address, partial(_depends, original)):
            policy = policies[original.id]
            title = f"{policy.short}：原文"
            description = f"《{policy.title}》原文，每一条都有自己的地址。"
            known = {clause.anchor: clause for clause in policy.clauses}
            body = overview.site.render(
                "library/original.html", original=original, policy=policy, known=known, title=title
            )
            yield Page(
                address=address,
                title=title,
                description=description,
                body=body,
                head=column(title, description, "政策原文"),
            )


def _depends(original: Original) -> tuple[Depends, ...]:
    return (repr(original),)
