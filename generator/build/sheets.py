"""The PDF sheets that the site carries: made once, kept beside the register, made again when they change."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.findings.finding import Finding, Spot
from generator.library.cases import Case
from generator.notices.desk import Desk
from generator.notices.fonts import faces
from generator.notices.order import Order
from generator.notices.plan import Source, site_orders
from generator.notices.press import MEMORY, make
from generator.notices.problems import NO_ADDRESS
from generator.pages.page import PageError
from generator.pages.site import Site
from generator.reading.record import read_file
from generator.records.summary import Row

KEPT = ".gongshi-cache/notices"
"""Where sheets are kept between builds, relative to the root."""


def put_sheets(
    root: Path, folder: Path, site: Site, rows: Iterable[Row], models: Iterable[Case], workers: int
) -> None:
    """Put the sheets that the settings name into the site's ``folder``; nothing where they name none.

    Raises:
        PageError: a sheet has a character that no face has.
        SettingsError: a configured face is not there.
    """
    if not site.settings.notices.sheets:
        return
    sources = list(_sources(root, site, rows))
    orders = site_orders(sources, models, Desk(site))
    kept = root / KEPT
    made = make(orders, kept, faces(root, site.settings), lambda done, wanted: None, workers)
    if made.findings:
        raise PageError("\n".join(f"{each.message.zh}{each.remedy.zh}" for each in made.findings))
    names = [name for order in orders for name in _files(order)]
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept / name, target)
    _forget(kept, set(names))


def told(site: Site) -> tuple[Finding, ...]:
    """That sheets bear no code, where the site carries some and its own address is not known."""
    if site.settings.site_url or not site.settings.notices.sheets:
        return ()
    return (Finding(NO_ADDRESS, Spot("mkdocs.yml"), NO_ADDRESS.message, NO_ADDRESS.remedy),)


def _sources(root: Path, site: Site, rows: Iterable[Row]) -> Iterable[Source]:
    for row in rows:
        project = read_file(root / row.file, row.file, site.reference).project
        if project:
            yield Source(project, row.file)


def _files(order: Order) -> list[str]:
    return [order.name, order.name.removesuffix(".pdf") + ".docx"] if order.editable else [order.name]


def _forget(kept: Path, names: set[str]) -> None:
    """Take away what no page links to any more."""
    for path in sorted(kept.rglob("*")):
        if path.is_file() and path.name != MEMORY and path.relative_to(kept).as_posix() not in names:
            path.unlink()
