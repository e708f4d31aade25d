"""Writes the index and its scripts into a site that is being built."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.outputs.outputs import Outputs
from generator.pages.overview import Overview
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.columns import PARTS, VOCABULARIES, Columns
from generator.search.guides import guides, passages
from generator.search.hints import HINTED, beside, edges, hint, names, pairs
from generator.search.shards import shards, spread
from generator.search.sounds import characters, sounds
from generator.search.suggestions import suggestions

ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/gongshi/search"
WIDE = ("core", "amounts")
"""The parts of the shards where rows of one operator stand once more together."""

INDEX = "index"
"""The one data file whose name has no digest: it names the others."""


Cut = Callable[[Sequence[Row]], list[list[Row]]]


def write(
    folder: Path,
    overview: Overview,
    written: Mapping[str, str],
    outputs: Outputs | None = None,
    cut: Cut = shards,
) -> None:
    """Write scripts and data under :data:`FOLDER` of ``folder``; ``written`` are the editorial pages.

    Parts of the index whose columns have not changed are taken over where ``outputs``, which fills the
    same folder, has them from the last build.
    """
    data = _Data(outputs or Outputs(folder))
    for path in sorted(ASSETS.iterdir()):
        data.outputs.write(f"{FOLDER}/{path.name}", path.read_bytes())
    reference = overview.site.reference
    several = [Columns(rows, reference) for rows in cut(overview.rows)]
    words = {facet: reference.vocabularies[name] for facet, name in VOCABULARIES.items()}
    told = guides(written)
    data.put(
        INDEX,
        {
            "rows": len(overview.rows),
            "words": {facet: [[term.code, term.label] for term in terms] for facet, terms in words.items()},
            "shards": [data.shard(at, columns) for at, columns in enumerate(several)],
            "hints": {name: data.hint(name, several) for name in HINTED},
            **(data.several(several, reference) if len(several) > 1 else {}),
            "guides": data.digested("guides", told),
            "texts": data.digested("texts", passages(written)),
            "sounds": data.sounds(_names(overview)),
            "suggestions": data.digested("suggestions", suggestions(overview, told)),
        },
    )


def _names(overview: Overview) -> Iterable[str]:
    yield from (place.name for place in overview.site.reference.places)
    yield from (row.operator for row in overview.rows if row.operator)


class _Data:
    """The folder of the data files: scripts that hand over one value each."""

    def __init__(self, outputs: Outputs) -> None:
        self.outputs = outputs

    def put(self, name: str, content: object) -> None:
        """Write a file under this very name."""
        self._write(name, _json(content))

    def digested(self, name: str, content: object) -> str:
        """Write a file whose name tells its content; the name, without its ending."""
        text = _json(content)
        full = f"{name}-{sha256(text.encode()).hexdigest()[:10]}"
        self._write(full, text)
        return full

    def shard(self, number: int, columns: Columns) -> dict[str, Any]:
        """All parts of a shard, and what the index tells of it."""
        return {
            "rows": len(columns.rows),
            "files": {name: self._part(name, number, columns) for name in PARTS},
            "townships": sorted({row.place[:9] for row in columns.rows}),
        }

    def _part(self, name: str, number: int, columns: Columns) -> str:
        unit = f"search/{name}-{number}"
        kept = self.outputs.take(unit, columns.digest(name))
        if kept is not None:
            return kept.decode()
        file = self.digested(f"{name}-{number}", columns.part(name))
        self.outputs.made(unit, [_address(file)], file.encode())
        return file

    def several(self, several: Sequence[Columns], reference: Reference) -> dict[str, Any]:
        """What spares a browser most of several shards."""
        wide = [Columns(rows, reference) for rows in spread([columns.rows for columns in several])]
        return {
            "pairs": self._made("pairs", ("core", "marks", "scope"), several, pairs),
            "names": self._made("names", ("core",), several, lambda several: names(several, wide)),
            "edges": self._kept("edges", "scope", several, lambda: edges(several)),
            "wide": [
                {
                    "rows": len(columns.rows),
                    "files": {name: self._part(name, len(several) + at, columns) for name in WIDE},
                }
                for at, columns in enumerate(wide)
            ],
        }

    def hint(self, name: str, several: Sequence[Columns]) -> object:
        """What can be in a part of any shard."""

        def make() -> object:
            texts = HINTED[name]
            rows = [(columns, row) for columns in several for row in columns.rows]
            alone = (
                [beside(row.scope, columns.own(row)) for columns, row in rows] if name == "scope" else None
            )
            return hint({text for _, row in rows for text in texts(row)}, alone)

        return self._kept(f"hint-{name}", name, several, make)

    def _kept(self, name: str, part: str, several: Sequence[Columns], make: Callable[[], object]) -> object:
        """What the index tells that is made from a part of all shards."""
        unit = f"search/{name}"
        kept = self.outputs.take(unit, *(columns.digest(part) for columns in several))
        if kept is not None:
            return json.loads(kept)
        made = make()
        self.outputs.made(unit, memory=_json(made).encode())
        return made

    def _made(
        self,
        name: str,
        parts: Iterable[str],
        several: Sequence[Columns],
        make: Callable[[Sequence[Columns]], dict[str, Any]],
    ) -> str:
        """A file that is made from these parts of all shards."""
        unit = f"search/{name}"
        kept = self.outputs.take(unit, *(columns.digest(part) for part in parts for columns in several))
        if kept is not None:
            return kept.decode()
        file = self.digested(name, make(several))
        self.outputs.made(unit, [_address(file)], file.encode())
        return file

    def sounds(self, names: Iterable[str]) -> str:
        """The readings of all characters that names are written with."""
        unit, written = "search/sounds", characters(names)
        kept = self.outputs.take(unit, written)
        if kept is not None:
            return kept.decode()
        file = self.digested("sounds", sounds(written))
        self.outputs.made(unit, [_address(file)], file.encode())
        return file

    def _write(self, name: str, text: str) -> None:
        self.outputs.write(_address(name), f"gongshi.take({json.dumps(name)},{text})\n".encode())


def _address(name: str) -> str:
    return f"{FOLDER}/data/{name}.js"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
