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
from generator.search.blocks import Blocks
from generator.search.columns import ALONE, PARTS, VOCABULARIES, Columns, Shared
from generator.search.entries import Entries
from generator.search.guides import guides, passages
from generator.search.hints import edges, hint, names, pairs, phrases
from generator.search.outline import HINTED, Outline, outline
from generator.search.rows import Homes
from generator.search.shards import shards, spread
from generator.search.sounds import characters, sounds
from generator.search.suggestions import suggestions

ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/gongshi/search"
WIDE = ("core", "amounts")
"""The parts of the shards where rows of one operator stand once more together."""

TOLD = ("core", "amounts", "marks", "scope")
"""The parts of the shards where rows that mention a name stand once more together."""

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
    parts = cut(overview.rows)
    if len(parts) == 1:
        blocks = Blocks(parts[0], reference, data.outputs)
        several, outlines = [blocks.columns], blocks.outlines
    else:
        several = _columns(parts, reference)
        outlines = [data.outline(number, columns) for number, columns in enumerate(several)]
    words = {facet: reference.vocabularies[name] for facet, name in VOCABULARIES.items()}
    told = guides(written)
    data.put(
        INDEX,
        {
            "rows": len(overview.rows),
            "words": {facet: [[term.code, term.label] for term in terms] for facet, terms in words.items()},
            **data.shards(several, outlines, reference),
            "hints": {name: hint(name, outlines) for name in HINTED},
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

    def outline(self, number: int, columns: Columns) -> Outline:
        """What is remembered of one shard of several."""
        unit = f"search/outline-{number}"
        kept = self.outputs.take(unit, columns.identity)
        if kept is not None:
            return Outline.unpacked(kept)
        made = outline(columns)
        self.outputs.made(unit, memory=made.packed())
        return made

    def shards(
        self, several: Sequence[Columns], outlines: Sequence[Outline], reference: Reference
    ) -> dict[str, Any]:
        """The shards, and what spares a browser most of them where there are several."""
        if len(several) == 1:
            return {"shards": [self._shard(0, several[0], ALONE)]}
        common = {
            "names": phrases([each.names for each in outlines]),
            "scope": phrases([each.scopes for each in outlines]),
        }
        shared = Shared(*map(_numbered, common.values()))
        homes = Homes(several)
        wide = _columns(spread([columns.rows for columns in several]), reference, homes)
        directories = names(outlines, [columns.operators() for columns in wide])
        entries = Entries(several, wide)
        told = _columns(entries.told, reference, homes)
        after = len(several)
        # Before the shards from which they take much, for those are forgotten then.
        apart = {
            "wide": self._apart(after, wide, shared, WIDE),
            "told": self._apart(after + len(wide), told, shared, TOLD),
        }
        return {
            "phrases": {name: self.digested(f"phrases-{name}", "\n".join(common[name])) for name in common},
            "shards": [self._shard(number, columns, shared) for number, columns in enumerate(several)],
            "pairs": self.digested("pairs", pairs(outlines)),
            "names": self.digested("names", directories),
            "edges": edges(outlines),
            "entries": [self.digested(f"entries-{at}", file) for at, file in enumerate(entries.files())],
            **apart,
        }

    def _apart(
        self, first: int, several: Sequence[Columns], shared: Shared, parts: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Shards of rows that stand in others, too: some parts of them, by their numbers."""
        return [self._told(number, columns, shared, parts) for number, columns in enumerate(several, first)]

    def _shard(self, number: int, columns: Columns, shared: Shared) -> dict[str, Any]:
        """All parts of a shard, and what the index tells of it."""
        townships = sorted({row.place[:9] for row in columns.rows})
        return {**self._told(number, columns, shared, PARTS), "townships": townships}

    def _told(self, number: int, columns: Columns, shared: Shared, parts: Sequence[str]) -> dict[str, Any]:
        told = {
            "rows": len(columns.rows),
            "files": {name: self._part(name, number, columns, shared) for name in parts},
        }
        columns.spent()
        return told

    def _part(self, name: str, number: int, columns: Columns, shared: Shared) -> str:
        unit = f"search/{name}-{number}"
        kept = self.outputs.take(unit, columns.digest(name), shared.digest(name))
        if kept is not None:
            return kept.decode()
        file = self.digested(f"{name}-{number}", columns.part(name, shared))
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


def _columns(
    several: Sequence[Sequence[Row]], reference: Reference, homes: Homes | None = None
) -> list[Columns]:
    return [Columns(rows, reference, homes, one_of_several=True) for rows in several]


def _numbered(phrases: Iterable[str]) -> dict[str, int]:
    """Phrases by their numbers; 0 is the end of a text."""
    return {phrase: at for at, phrase in enumerate(phrases, 1)}


def _address(name: str) -> str:
    return f"{FOLDER}/data/{name}.js"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
