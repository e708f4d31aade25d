"""The reduce's open data: the tables of all selections, and what describes them."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from generator.exports import catalogue, feed
from generator.exports.given import all_tables
from generator.exports.giving import Giving
from generator.exports.log import key_of
from generator.exports.package import package
from generator.exports.published import FOLDER, File, Published, memory, remembered
from generator.exports.schema import project_schema
from generator.exports.selection import selections
from generator.outputs.outputs import Outputs
from generator.pages.overview import Overview
from generator.pages.site import Site

SCHEMA = f"{FOLDER}/project.schema.json"


def write(outputs: Outputs, store: Path, overview: Overview) -> Published:
    """Write all open data of the published rows, from the parts that lie in ``store``.

    Raises:
        KeyError: a record's part is not in the store.
        OSError: the site's folder or the store cannot be written.
    """
    giving = Giving(outputs, store, overview.site.reference)
    try:
        chosen = selections(overview.rows, overview.site.reference.places)
        given = [giving.take(selection) for selection in chosen]
        wanted = [selection for taken, selection in zip(given, chosen, strict=True) if not taken]
        if wanted:
            made = iter(giving.make(wanted))
            given = [taken or next(made) for taken in given]
            giving.tidy(chosen[0].keys)
    finally:
        giving.close()
    return describe(outputs, overview, filter(None, given))


def describe(outputs: Outputs, overview: Overview, given: Iterable[list[File]]) -> Published:
    """Write what describes the tables, and the feeds; ``given`` are the files of all selections in order."""
    site = overview.site
    published = Published(outputs.folder, [file for files in given for file in files])
    _unit(published, outputs, SCHEMA, lambda: _json(project_schema(site.reference)))
    published.write(f"{FOLDER}/datapackage.json", [_json(package(published, overview, all_tables()))])
    for each in feed.feeds(overview):
        depends = key_of(*(row.digest for row in each.rows))
        _unit(published, outputs, each.address, partial(_feed, each, site), depends)
    published.write(f"{FOLDER}/catalog.jsonld", [_json(catalogue.catalogue(published, overview))])
    sums = "".join(f"{file.sha256}  {file.address.removeprefix(f'{FOLDER}/')}\n" for file in published.files)
    published.write(f"{FOLDER}/SHA256SUMS", [sums.encode()])
    return published


def _unit(
    published: Published, outputs: Outputs, address: str, make: Callable[[], bytes], *depends: bytes
) -> None:
    """Publish a file, or take it over where it would come out the same."""
    told = outputs.take(address, *depends)
    if told is None:
        outputs.made(address, [address], memory([published.write(address, [make()])]))
    else:
        published.files += remembered(told)


def _feed(each: feed.Feed, site: Site) -> bytes:
    return feed.atom(each, site).encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
