"""Identity numbers, mobile numbers and bank accounts anywhere in a text.

Most texts have none, and a build reads many: :func:`suspicious` lets a clean text pass in a few
microseconds. Only where enough digits follow each other is the text looked at closely.

Digits that stand alone are taken for what they look like. Where a code book comes into it (an upper-case
prefix such as ``SL-ZC-``), they are a code. Beside a word such as 账号 or 手机, more spellings count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.records.privacy.digits import (
    LATEST_BIRTH,
    born,
    is_card,
    is_identity,
    is_mistyped,
    is_mobile,
)
from generator.records.privacy.sequences import DASH, DOT, JOINED, Sequence, flattened, sequences
from generator.records.privacy.shapes import card_shaped, folds, marks, mobile_shaped, shapes


class Kind(StrEnum):
    """What a private number is; of two that overlap the first kind holds."""

    IDENTITY = "identity"
    CARD = "card"
    MOBILE = "mobile"


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A private number: its kind, and where in the text it begins and ends."""

    kind: Kind
    start: int
    end: int


_IDENTITY = 18
_LEAST, _MOST = 10, 32
_CARD_SIZES = range(13, 20)
_PREFIXES = ("", "86", "0086", "0")

_TELEPHONES = {"TEL", "PHONE", "MOBILE", "MOB", "CELL"}
_PREFIX = re.compile(r"([A-Za-z]+)[-_./]?\Z")
_SUFFIX = re.compile(r"[-_]?[A-Z]")

_ACCOUNT = re.compile(r"(?:[账帐][号户]|卡号|银行卡|存折)[^0-9\r\n，。；,;]{0,8}\Z")
_CARRIER = re.compile(r"(?:手机|电话|联系方式|微信|[Pp]hone|[Mm]obile|[Tt]el)[^0-9\r\n，。；,;]{0,8}\Z")
_PAPER = re.compile(r"(?:身份证|证件号|公民身份)[^0-9\r\n，。；,;]{0,8}\Z")
_BEFORE = 12
_NEAR = 9
_LANDLINE = re.compile(r"0\d{9,11}")
_DATED = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

_BETWEEN = bytes({*b" \t\r\n-._\\#", *range(0x80, 0xC0), 0xC2, 0xE2, 0xE3, 0xEF})
"""Bytes that may stand between the digits of one number: ASCII marks, and those of all other marks."""

_ZEROS = bytes(ord("0") if chr(byte) in "0123456789" else byte for byte in range(256))
_RUN = b"0" * _LEAST
_ENOUGH = re.compile(rb"1[3-9][0-9]{9}")
_FULL_WIDTH = re.compile(rb"\xef\xbc[\x90-\x99]")


def private_numbers(text: str) -> list[PrivateNumber]:
    """All private numbers in a text, in their order; they do not overlap."""
    if not suspicious(text.encode("utf-8", "surrogatepass")):
        return []
    found: list[PrivateNumber] = []
    for sequence in sequences(flattened(text), _LEAST):
        numbers = sorted(_numbers(sequence), key=_rank)
        taken: list[PrivateNumber] = []
        for number in numbers:
            if all(number.end <= other.start or other.end <= number.start for other in taken):
                taken.append(number)
        found += sorted(taken, key=lambda number: number.start)
    return found


def _rank(number: PrivateNumber) -> tuple[int, int, int]:
    """Of two that overlap the more telling kind holds, then the first, then the longer."""
    return list(Kind).index(number.kind), number.start, -number.end


def masked(text: str) -> str:
    """The text with every private number covered by stars; its length and its lines stay."""
    parts, done = [], 0
    for number in private_numbers(text):
        parts += [text[done : number.start], re.sub(r"\S", "*", text[number.start : number.end])]
        done = number.end
    return "".join([*parts, text[done:]])


def suspicious(data: bytes) -> bool:
    """Whether a text, in UTF-8, must be looked at closely; what it lets pass has no private number."""
    if b"\\" in data or _FULL_WIDTH.search(data):
        return True
    kept = data.translate(None, _BETWEEN)
    zeros = kept.translate(_ZEROS)
    start = zeros.find(_RUN)
    while start >= 0:
        end = start + _LEAST
        while zeros[end : end + 1] == b"0":
            end += 1
        if _may_be_private(kept, start, end):
            return True
        start = zeros.find(_RUN, end)
    return False


def _may_be_private(kept: bytes, start: int, end: int) -> bool:
    """Whether a run of digits can hold a private number: by itself, or with Chinese words before it."""
    if end - start > 12 or _ENOUGH.search(kept, start, end):
        return True
    return not kept[max(0, start - _NEAR) : start].isascii()


def _numbers(found: Sequence) -> Iterator[PrivateNumber]:
    count = len(found.digits)
    yield from _glued(found)
    yield from _labelled(found)
    for start in range(count):
        if not found.starts(start):
            continue
        for end in range(start + _LEAST, min(start + _MOST, count) + 1):
            if found.ends(end):
                yield from _window(found, start, end)


def _window(found: Sequence, start: int, end: int) -> Iterator[PrivateNumber]:
    """What the digits from one to another are, if anything."""
    digits = found.digits[start:end]
    last = found.check if end == len(found.digits) and len(digits) == _IDENTITY - 1 else None
    if len(digits) == _IDENTITY and _identity(digits, found, start, end, found.at[end - 1]):
        yield _number(Kind.IDENTITY, found, start, end)
    if last is not None and _identity(digits + "X", found, start, end, last):
        yield PrivateNumber(Kind.IDENTITY, found.at[start], last + 1)
    card, mobile = len(digits) in _CARD_SIZES and is_card(digits), _mobile(digits)
    if not (card or mobile) or folds(found, start, end) > 1 or _coded(found, start, end):
        return
    kinds, forms = marks(found, start, end), shapes(found, start, end)
    if card and any(card_shaped(form, kinds) for form in forms):
        yield _number(Kind.CARD, found, start, end)
    if any(_spaced(prefix, form, found, start, end) for prefix in mobile for form in forms):
        yield _number(Kind.MOBILE, found, start, end)


def _identity(characters: str, found: Sequence, start: int, end: int, last: int) -> bool:
    """Whether 18 characters up to the offset ``last`` are an identity number; a mistyped one is solid."""
    if is_identity(characters):
        return _believable(found, start, end)
    solid = last - found.at[start] == _IDENTITY - 1
    return solid and is_mistyped(characters) and not _lettered(found, start, last + 1)


def _mobile(digits: str) -> list[str]:
    """The prefixes with which digits can be a mobile number: a country code, a zero, or nothing."""
    return [each for each in _PREFIXES if digits.startswith(each) and is_mobile(digits[len(each) :])]


def _spaced(prefix: str, shape: tuple[int, ...], found: Sequence, start: int, end: int) -> bool:
    """Whether a mobile number, apart from its prefix, is spaced as mobile numbers are."""
    own = _without(shape, len(prefix)) if prefix else shape
    first = start + len(prefix) if shape[0] == len(prefix) else start
    return bool(own) and mobile_shaped(own, marks(found, first, end), found.digits[end - 11 : end])


def _without(shape: tuple[int, ...], prefix: int) -> tuple[int, ...]:
    """A shape without a prefix of some digits; empty where the prefix ends inside a later group."""
    if shape[0] == prefix:
        return shape[1:]
    return (shape[0] - prefix, *shape[1:]) if shape[0] > prefix else ()


def _believable(found: Sequence, start: int, end: int) -> bool:
    """Whether an identity number, if it is spaced, is no code with a day in it."""
    day = born(found.digits[start:end])
    return not marks(found, start, end) or (day is not None and day.year <= LATEST_BIRTH)


def _coded(found: Sequence, start: int, end: int) -> bool:
    """Whether digits are a part of a code: of one that is longer, or that has upper-case letters."""
    first = start
    while first > 0 and found.gaps[first] in (DASH, DOT):
        first -= 1
        while first > 0 and found.gaps[first] == JOINED:
            first -= 1
    if first != start and marks(found, start, end) & {found.gaps[start]}:
        before = found.digits[first:start]
        if before not in _PREFIXES:
            return True
    if end < len(found.digits) and marks(found, start, end) & {found.gaps[end]} & {DASH, DOT}:
        return True
    return _lettered(found, first, found.at[end - 1] + 1)


def _lettered(found: Sequence, start: int, after: int) -> bool:
    """Whether letters make a code of the digits from ``start`` up to the offset ``after``."""
    at, flat = found.at[start], found.text
    prefix = _PREFIX.search(flat[max(0, at - _BEFORE) : at])
    if _SUFFIX.match(flat, after):
        return True
    if prefix and prefix[1].isupper():
        return prefix[1] not in _TELEPHONES
    return bool(prefix) and flat[after : after + 1].isascii() and flat[after : after + 1].isalpha()


def _glued(found: Sequence) -> Iterator[PrivateNumber]:
    """Identity numbers inside longer runs of digits."""
    run = 0
    for at in range(1, len(found.digits) + 1):
        if not found.ends(at):
            continue
        for start in range(run, at - _IDENTITY + 1) if at - run > _IDENTITY else ():
            if is_identity(found.digits[start : start + _IDENTITY]):
                yield _number(Kind.IDENTITY, found, start, start + _IDENTITY)
        run = at


def _labelled(found: Sequence) -> Iterator[PrivateNumber]:
    """What a word before the digits says they are, whether or not a check digit is right."""
    before = found.text[max(0, found.at[0] - _BEFORE) : found.at[0]]
    count = len(found.digits)
    if _PAPER.search(before):
        if count in (15, _IDENTITY):
            yield _number(Kind.IDENTITY, found, 0, count)
        elif count == _IDENTITY - 1 and found.check is not None:
            yield PrivateNumber(Kind.IDENTITY, found.at[0], found.check + 1)
    elif _CARRIER.search(before):
        if count >= 11 and is_mobile(found.digits[:11]) and found.ends(11):
            yield _number(Kind.MOBILE, found, 0, 11)
    elif _ACCOUNT.search(before):
        known = _LANDLINE.fullmatch(found.digits) or _DATED.match(found.digits)
        if _LEAST <= count <= _MOST and not known:
            yield _number(Kind.CARD, found, 0, count)


def _number(kind: Kind, found: Sequence, start: int, end: int) -> PrivateNumber:
    return PrivateNumber(kind, found.at[start], found.at[end - 1] + 1)
