"""Ways to damage a record: each takes the bytes and a seeded chance, and gives other bytes."""

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]

# fmt: off
_VALUES = [
    "", "~", "''", "[]", "{}", "[a, b]", "{a: b}", "二十", "1e9", "-5", "0", "true", "12:30", "2023/1/1",
    "‘一’", "“二”", "a: b", "# c", "*x", "&x y", "!t z", ">", "- d", "\t", "999999999999999999",
]
# fmt: on
_SIGNS = ":-#'\"{}[],&*!|>%@`~?\\\t\n　：，“ \r\x00\x7f\u2028\ufeff"


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def delete_line(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def delete_lines(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    start = chance.randrange(len(lines))
    del lines[start : start + chance.randrange(1, 20)]
    return b"".join(lines)


def duplicate_line(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    return b"".join([*lines[: at + 1], *lines[at:]])


def duplicate_block(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    start = chance.randrange(len(lines))
    block = lines[start : start + chance.randrange(2, 12)]
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], *block, *lines[at:]])


def swap_lines(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def indent_line(data: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    lead = chance.choice(["  ", " ", "\t", "　", "    "]).encode()
    lines[at] = lead + lines[at] if chance.random() < 0.6 else lines[at].lstrip()
    return b"".join(lines)


def retype_value(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8")
    found = list(re.finditer(r"(?<=: )[^,{}\[\]\n]+", text))
    if not found:
        return data
    spot = chance.choice(found)
    return (text[: spot.start()] + chance.choice(_VALUES) + text[spot.end() :]).encode()


def rename_key(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8")
    found = list(re.finditer(r"[a-z_]+(?=:)", text))
    if not found:
        return data
    spot = chance.choice(found)
    key = spot[0]
    other = chance.choice(
        [key[::-1], key.upper(), key[1:], key + "x", "名称", chance.choice(found)[0], "<<", ""]
    )
    return (text[: spot.start()] + other + text[spot.end() :]).encode()


def insert_sign(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8")
    at = chance.randrange(len(text) + 1)
    return (text[:at] + chance.choice(_SIGNS) * chance.choice([1, 1, 1, 3, 40]) + text[at:]).encode()


def delete_sign(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8")
    found = [at for at, sign in enumerate(text) if sign in ":-{}[],\"' \n"]
    at = chance.choice(found)
    return (text[:at] + text[at + 1 :]).encode()


def garble_bytes(data: bytes, chance: Random) -> bytes:
    garbled = bytearray(data)
    for _ in range(chance.choice([1, 1, 5, 50])):
        garbled[chance.randrange(len(garbled))] = chance.randrange(256)
    return bytes(garbled)


def cut_off(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def other_encoding(data: bytes, chance: Random) -> bytes:
    encoding = chance.choice(["gb18030", "utf-16", "utf-8-sig", "utf-16-le", "big5"])
    return data.decode("utf-8").encode(encoding, "replace")


def other_line_ends(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b"\n\r"]))


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        delete_line,
        delete_lines,
        duplicate_line,
        duplicate_block,
        swap_lines,
        indent_line,
        retype_value,
        rename_key,
        insert_sign,
        delete_sign,
        garble_bytes,
        cut_off,
        other_encoding,
        other_line_ends,
    )
}
