"""The only shard there is, by townships: what is remembered of one is not told from its rows again."""

import json
from itertools import groupby

from generator.outputs.outputs import Outputs
from generator.records.reference import Reference
from generator.search.columns import Columns, mixed
from generator.search.outline import Outline, outline


class Block:
    """A township's part of the shard.

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
    for township, rows in groupby(columns.rows, key=lambda row: row.place[:9]):
        part = Columns(rows, reference)
        unit = f"search/block-{township}"
        packed = outputs.take(unit, part.identity())
        if packed is None:
            packed = _packed(part)
            outputs.made(unit, memory=packed)
        found.append(Block(packed))
    if found:
        columns.told({field: mixed(block.digests[field] for block in found) for field in found[0].digests})
    return found


def _packed(columns: Columns) -> bytes:
    digests = {field: digest.hex() for field, digest in columns.digests().items()}
    return json.dumps(digests).encode() + b"\n" + outline(columns, only=True).packed()
