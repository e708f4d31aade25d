"""What is found is what a slow and certain search finds, in few bytes and little time."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from generator.records.reference import Reference
from generator.records.summary import Row
from tests.browser.registers import Fetched, found, served, settled, with_register
from tests.search.brute import Brute, queries
from tests.search.county import curated, invented


@dataclass(frozen=True)
class Register:
    """A site on a server, and the rows that it searches."""

    size: int
    rows: list[Row]
    reference: Reference
    folder: Path
    address: str


@pytest.fixture(scope="module", params=[127, 1000, 10000])
def register(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Register]:
    rows, reference = curated() if request.param == 127 else invented(request.param)
    folder = with_register(site, tmp_path_factory.mktemp("register"), rows, reference)
    with served(folder) as address:
        yield Register(len(rows), rows, reference, folder, address)


@pytest.fixture
def fresh(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


def test_every_query_finds_what_brute_force_finds(register: Register, fresh: Page) -> None:
    brute = Brute(register.rows, register.reference)
    asked = queries(register.rows, register.reference)
    assert len(asked) >= 100
    fresh.goto(register.address + "search.html")
    wrong = {}
    for query in asked:
        exact, _ = found(fresh, query)
        wanted = brute.ids(query)
        assert wanted
        if exact != wanted:
            wrong[query] = (sorted(wanted - exact)[:3], sorted(exact - wanted)[:3])
    assert wrong == {}


def test_a_first_query_fetches_little(register: Register, chromium: Browser) -> None:
    most = {127: 30_000, 1000: 60_000, 10000: 250_000}[register.size]
    row = next(row for row in register.rows if row.operator and row.documents)
    place = register.reference.places.full_name(row.place)
    for query in (
        place,
        row.operator,
        row.id,
        row.documents[0],
        row.scope[:6],
        "冷藏库",
        "土地流转",
        "2023",
        "120",
    ):
        context = chromium.new_context()
        page = context.new_page()
        fetched = Fetched()
        fetched.watch(context)
        page.goto(f"{register.address}search.html?q={quote(query or '')}")
        settled(page)
        assert fetched.total <= most, (query, fetched.sizes)
        context.close()


_SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}


_TRIES = 6


@pytest.mark.parametrize(("slow", "most"), [(False, 0.5), (True, 2.5)], ids=["here", "slow"])
def test_first_results_come_soon(register: Register, chromium: Browser, slow: bool, most: float) -> None:
    """One try within the limit shows that it can be kept: what else the machine does only adds to it."""
    took: list[float] = []
    while len(took) < _TRIES and min(took, default=most + 1) > most:
        took.append(_first(register, chromium, slow=slow))
    assert min(took) <= most, took


_WATCH = """
  new MutationObserver(() => {
    if (!window.first && document.querySelector("#gs-list li")) window.first = performance.now();
  }).observe(document, { childList: true, subtree: true });
"""


def _first(register: Register, chromium: Browser, *, slow: bool) -> float:
    """Seconds from the page and its scripts being there to the first result; nothing is in the cache."""
    place = register.reference.places[register.rows[0].place].name
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(_WATCH)
    if slow:
        tools = context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", _SLOW)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"{register.address}search.html?q={quote(place)}")
    page.wait_for_function("window.first")
    took = page.evaluate(
        "window.first - performance.getEntriesByType('navigation')[0].domContentLoadedEventStart"
    )
    context.close()
    return float(took) / 1000
