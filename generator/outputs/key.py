"""Keys: what something was made from, as a digest."""

from collections.abc import Iterable
from hashlib import blake2b

SIZE = 16
"""Bytes of a digest: two contents with one digest are not to be expected."""

Depends = bytes | str | int | None


def digest(data: bytes, *more: bytes) -> bytes:
    """The digest of one content, which may come in pieces."""
    found = blake2b(data, digest_size=SIZE)
    for each in more:
        found.update(each)
    return found.digest()


def key(depends: Iterable[Depends]) -> bytes:
    """One digest over several values; no two different lists of values have the same text."""
    told: list[bytes] = []
    for each in depends:
        data = each if isinstance(each, bytes) else str(each).encode("utf-8", "surrogatepass")
        told += b"%d %s " % (len(data), type(each).__name__.encode()), data
    return digest(b"".join(told))
