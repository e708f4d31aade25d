"""Several counties' registers put into one: their records and places, each county in a folder of its own."""

import csv
import io
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from generator.errors import ToldError
from generator.exports.whole import restored
from generator.ledger.draft import draft_of, ordered
from generator.ledger.emit import emit
from generator.reading.places import COLUMNS
from generator.reading.places import FILE as PLACES
from generator.records.model import validated
from generator.records.places import level_of
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import COUNTIES, SettingsError, load

RECORDS = "data/projects"
_LIMIT = 1 << 30
_TIMEOUT = 60
_NUMBER = re.compile(r"[A-Za-z0-9-]{1,40}")
_ABOVE = ("province", "prefecture")


class SourceError(ToldError):
    """A source cannot be read or has no register; the message says which and what to do."""


@dataclass(slots=True)
class Source:
    """One county's register.

    Attributes:
        name: where it came from, for messages.
        places: the rows of its places, by code.
        records: texts of records by their file names.
        site: the address of its own site; empty where it does not say.
    """

    name: str
    places: dict[str, dict[str, str]]
    records: dict[str, str] = field(default_factory=dict)
    site: str = ""

    @property
    def counties(self) -> dict[str, str]:
        """The names of its counties by their codes."""
        return {code: row["name"] for code, row in self.places.items() if level_of(code) == "county"}


def read(source: str, reference: Reference) -> Source:
    """A register: a folder with ``mkdocs.yml``, a built site or its data folder, or a site's address.

    Raises:
        SourceError: there is none.
    """
    if source.startswith(("http://", "https://")):
        base = source if source.endswith("/") else f"{source}/"
        return _published(source, lambda name: _fetched(urljoin(base, f"data/{name}")), reference, base)
    folder = Path(source)
    if (folder / RECORDS).is_dir():
        return _register(folder)
    for data in (folder / "data", folder):
        if (data / "records.jsonl").is_file():
            return _published(source, lambda name, data=data: _opened(data / name), reference, "")
    raise SourceError(
        f"{source} 里没有登记册：要么是站点的文件夹（里面有 data/projects），"
        "要么是做好的网站（里面有 data/records.jsonl）。请核对地址。"
    )


def _register(folder: Path) -> Source:
    """A register's own files: exact, with small groups as the county itself has them."""
    try:
        rows = csv.DictReader(io.StringIO((folder / PLACES).read_text("utf-8-sig")))
        places = {row["code"]: {key: row.get(key) or "" for key in COLUMNS} for row in rows}
        site = load(folder).site_url
    except (OSError, UnicodeDecodeError, KeyError, SettingsError) as error:
        raise SourceError(f"{folder} 读不了：{error}") from error
    found = Source(str(folder), places, site=site)
    for path in sorted((folder / RECORDS).rglob("*.y*ml")):
        found.records[_file(path.stem, found)] = path.read_bytes().decode("utf-8-sig", "replace")
    return found


def _published(source: str, get: Any, reference: Reference, base: str) -> Source:
    places = {}
    for row in _lines(get("places.jsonl"), source):
        told = {key: str(row.get(key, "")) for key in COLUMNS}
        places[told["code"]] = {key: "" if value.startswith("≤") else value for key, value in told.items()}
    package = json.loads(get("datapackage.json"))
    found = Source(source, places, site=base or str(package.get("homepage", "")))
    for row in _lines(get("records.jsonl"), source):
        found.records[_file(str(row.get("id", "")), found)] = _text(row, reference)
    return found


def _file(number: str, source: Source) -> str:
    """A file name for a record: its number, where that is one and no other record has it.

    Under any other name the check refuses the record and says why; nothing is written elsewhere or lost.
    """
    plain = number if _NUMBER.fullmatch(number) else "record"
    name = f"{plain}.yaml"
    return (
        name if plain == number and name not in source.records else f"{plain}-{len(source.records) + 1}.yaml"
    )


def _text(row: dict[str, Any], reference: Reference) -> str:
    """A record as YAML, typed where it is a record, so that its numbers read as numbers."""
    told = restored(row)
    try:
        project = validated(Project, told, reference.vocabularies.codes())
    except ValueError:
        return emit(ordered(told))
    return emit(draft_of(project))


def _lines(data: bytes, source: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        try:
            # As a float an amount would lose the digits in which it is stated.
            row = json.loads(line, parse_float=str)
        except ValueError:
            raise SourceError(
                f"{source} 的数据第 {number} 行不完整。请重新下载，或请那个县重新发布。"
            ) from None
        if isinstance(row, dict):
            yield row


def _opened(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} 读不了：{error.strerror}。") from error


def _fetched(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=_TIMEOUT) as answer:
            data: bytes = answer.read(_LIMIT + 1)
    except (urllib.error.URLError, OSError) as error:
        raise SourceError(f"{address} 取不到：{error}。请核对地址，或者先下载到文件夹再汇总。") from error
    if len(data) > _LIMIT:
        raise SourceError(f"{address} 超过 1 GB。请先下载到文件夹再汇总。")
    return data


def put(root: Path, sources: Iterable[Source]) -> dict[str, str]:
    """Write the sources into the register in ``root``, which has no records.

    The answer has the county of every record file, by its path relative to the root.

    Raises:
        SourceError: two sources claim the same place.
    """
    gathered = list(sources)
    places = _above(root)
    sites: dict[str, str] = {}
    owners: dict[str, str] = {}
    files: dict[str, str] = {}
    for source in gathered:
        for code, row in source.places.items():
            if level_of(code) in _ABOVE:
                places.setdefault(code, row)
                continue
            if code in owners:
                both = f"{source.name} 和 {owners[code]} 都有{row['name']}（{code}）"
                raise SourceError(f"{both}。一个县只能汇总一次。")
            owners[code] = source.name
            places[code] = row
        sites |= {code[:6]: source.site for code in source.counties if source.site}
    for source in gathered:
        label = "、".join(source.counties.values()) or source.name
        folder = "-".join(sorted(code[:6] for code in source.counties if code.isdecimal())) or "other"
        target = root / RECORDS / folder
        target.mkdir(parents=True, exist_ok=True)
        for name, text in source.records.items():
            (target / name).write_text(text, "utf-8", newline="\n")
            files[f"{RECORDS}/{folder}/{name}"] = label
    _write_places(root, places)
    (root / COUNTIES).write_text(json.dumps(sites, indent=2, sort_keys=True) + "\n", "utf-8")
    return files


def _above(root: Path) -> dict[str, dict[str, str]]:
    """The prefecture's own rows of the place file: itself, and what is above it."""
    path = root / PLACES
    if not path.exists():
        return {}
    rows = csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))
    return {
        row["code"]: {key: row.get(key) or "" for key in COLUMNS}
        for row in rows
        if level_of(row.get("code") or "") in _ABOVE
    }


def _write_places(root: Path, places: dict[str, dict[str, str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(places[code] for code in sorted(places))
    (root / PLACES).write_text(text.getvalue(), "utf-8", newline="\n")
