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
    turn = turn or Turn()
    yield from lists_of(overview, turn)
    yield from others_of(overview, turn)


def lists_of(overview: Overview, turn: Turn) -> Iterator[tuple[str, Page]]:
    """Of all pages those that list records by what they have in common: by far the most."""
    yield from list_pages(overview, overview.cards, turn)


def others_of(overview: Overview, turn: Turn) -> Iterator[tuple[str, Page]]:
    """All other pages."""
    cards = overview.cards
    for page in place_pages(overview, cards, turn):
        yield "places", page
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
