"""All pages that are made from summary rows."""

from collections.abc import Iterator

from generator.pages.clauses import clause_pages
from generator.pages.lists import list_pages
from generator.pages.operators import operator_pages
from generator.pages.originals import original_pages
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.places import place_pages
from generator.pages.rectification import rectification_pages
from generator.pages.rules import rule_pages
from generator.pages.turn import Turn


def pages_of(overview: Overview, turn: Turn | None = None) -> Iterator[tuple[str, Page]]:
    """Every page, or every one whose turn it is, with the section whose frame it takes."""
    cards, turn = overview.cards, turn or Turn()
    for page in place_pages(overview, cards, turn):
        yield "places", page
    yield from list_pages(overview, cards, turn)
    for page in operator_pages(overview, turn):
        yield "lists", page
    for page in rectification_pages(overview, turn):
        yield "lists", page
    for page in clause_pages(overview, cards, turn):
        yield "rules", page
    for page in original_pages(overview, turn):
        yield "rules", page
    for page in rule_pages(overview, cards, turn):
        yield "rules", page
