"""All pages that are made from summary rows."""

from collections.abc import Iterator

from generator.pages.cards import Cards
from generator.pages.lists import list_pages
from generator.pages.operators import operator_pages
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.places import place_pages
from generator.pages.rectification import rectification_pages
from generator.pages.rules import rule_pages


def pages_of(overview: Overview) -> Iterator[tuple[str, Page]]:
    """Every page, one after the other, with the section whose frame it takes."""
    cards = Cards(overview.site)
    for page in place_pages(overview, cards):
        yield "places", page
    yield from list_pages(overview, cards)
    for page in operator_pages(overview):
        yield "lists", page
    for page in rectification_pages(overview):
        yield "lists", page
    for page in rule_pages(overview, cards):
        yield "rules", page
