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
from generator.search.rows import Homes

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


class Blocks:
    """All blocks.

    Attributes:
        columns: the shard. What a block has found out of its rows is not found out again.
        outlines: those of the blocks.
    """

    def __init__(self, rows: Sequence[Row], reference: Reference, outputs: Outputs) -> None:
        parts = [Columns(some, reference) for some in _parted(rows)]
        found = [_block(number, part, outputs) for number, part in enumerate(parts)]
        self.outlines = [block.outline for block in found]
        self.columns = Columns(rows, reference, Homes(parts))
        self.columns.fields.told(
            {field: mixed(block.digests[field] for block in found) for field in found[0].digests}
        )


def _block(number: int, columns: Columns, outputs: Outputs) -> Block:
    unit = f"search/block-{number}"
    packed = outputs.take(unit, columns.identity)
    if packed is None:
        packed = _packed(columns)
        outputs.made(unit, memory=packed)
    return Block(packed)


def _parted(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows by townships, each in one of some lists: the same one as long as there are about as many."""
    found: list[list[Row]] = [[] for _ in range(1 << (len(rows) // _SIZE).bit_length())]
    for row in rows:
        found[crc32(row.place[:9].encode()) % len(found)].append(row)
    return found


def _packed(columns: Columns) -> bytes:
    digests = {field: digest.hex() for field, digest in columns.digests().items()}
    return json.dumps(digests).encode() + b"\n" + outline(columns, only=True).packed()
