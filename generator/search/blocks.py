"""The only shard there is, in blocks: what is remembered of one is not told from its rows again."""

import json
from collections.abc import Sequence
from zlib import crc32

from generator.outputs.outputs import Outputs
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.columns import Columns
from generator.search.fields import mixed
from generator.search.outline import Outline, outline

_SIZE = 800
"""From half of that to all of it, rows are in one block."""


class Block:
    """Some townships' rows.

    Attributes:
        digests: of each field of its rows.
        outline: what hints need of it.
    """

    def __init__(self, packed: bytes) -> None:
        digests, told = packed.split(b"\n", 1)
        self.digests = {field: bytes.fromhex(digest) for field, digest in json.loads(digests).items()}
        self.outline = Outline.unpacked(told)


def blocks(columns: Columns, reference: Reference, outputs: Outputs) -> list[Block]:
    """The shard's blocks. The shard itself is told its digests by theirs."""
    found = []
    for number, rows in enumerate(_parted(columns.rows)):
        part = Columns(rows, reference)
        unit = f"search/block-{number}"
        packed = outputs.take(unit, part.identity())
        if packed is None:
            packed = _packed(part)
            outputs.made(unit, memory=packed)
        found.append(Block(packed))
    columns.fields.told({field: mixed(block.digests[field] for block in found) for field in found[0].digests})
    return found


def _parted(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows by townships, each in one of some lists: the same one as long as there are about as many."""
    found: list[list[Row]] = [[] for _ in range(1 << (len(rows) // _SIZE).bit_length())]
    for row in rows:
        found[crc32(row.place[:9].encode()) % len(found)].append(row)
    return found


def _packed(columns: Columns) -> bytes:
    digests = {field: digest.hex() for field, digest in columns.digests().items()}
    return json.dumps(digests).encode() + b"\n" + outline(columns, only=True).packed()
