"""Writes the index and its scripts into a site that is being built."""

import json
import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.pages.overview import Overview
from generator.records.summary import Row
from generator.search.columns import VOCABULARIES, Columns
from generator.search.guides import guides
from generator.search.hints import hints, pairs
from generator.search.shards import shards
from generator.search.sounds import sounds
from generator.search.suggestions import suggestions

ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/gongshi/search"
INDEX = "index"
"""The one data file whose name has no digest: it names the others."""


def write(folder: Path, overview: Overview, written: Mapping[str, str]) -> None:
    """Write scripts and data under :data:`FOLDER`; ``written`` are the editorial pages, by address."""
    target = folder / FOLDER
    shutil.copytree(ASSETS, target, dirs_exist_ok=True)
    data = _Data(target / "data")
    reference = overview.site.reference
    several = shards(overview.rows)
    words = {facet: reference.vocabularies[name] for facet, name in VOCABULARIES.items()}
    data.put(
        INDEX,
        {
            "rows": len(overview.rows),
            "words": {facet: [[term.code, term.label] for term in terms] for facet, terms in words.items()},
            "shards": [_shard(at, rows, overview, data) for at, rows in enumerate(several)],
            "hints": hints(overview.rows),
            **(
                {"pairs": data.digested("pairs", pairs(several, reference.places))}
                if len(several) > 1
                else {}
            ),
            "guides": data.digested("guides", guides(written)),
            "sounds": data.digested("sounds", sounds(_names(overview))),
            "suggestions": data.digested("suggestions", suggestions(overview, written)),
        },
    )


def _shard(number: int, rows: Iterable[Row], overview: Overview, data: "_Data") -> dict[str, Any]:
    columns = Columns(rows, overview.site.reference)
    parts = columns.parts()
    return {
        "rows": len(columns.rows),
        "files": {name: data.digested(f"{name}-{number}", part) for name, part in parts.items()},
        "townships": sorted({row.place[:9] for row in columns.rows}),
    }


def _names(overview: Overview) -> Iterable[str]:
    places = overview.site.reference.places
    yield from (places.full_name(place.code) or place.name for place in places)
    yield from (row.operator for row in overview.rows if row.operator)


class _Data:
    """The folder of the data files: scripts that hand over one value each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, content: object) -> None:
        """Write a file under this very name."""
        self._write(name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))

    def digested(self, name: str, content: object) -> str:
        """Write a file whose name tells its content; the name, without its ending."""
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        full = f"{name}-{sha256(text.encode()).hexdigest()[:10]}"
        self._write(full, text)
        return full

    def _write(self, name: str, text: str) -> None:
        (self._folder / f"{name}.js").write_bytes(f"gongshi.take({json.dumps(name)},{text})\n".encode())
