"""Private numbers, all invented, in every spelling that must be found."""

from datetime import date

from hypothesis import strategies as st

from generator.records.privacy.digits import identity_check, is_card, luhn

MOBILE_SHAPES = [(11,), (3, 4, 4), (3, 8), (4, 3, 4), (3, 3, 5), (3, 2, 2, 2, 2), (1,) * 11]
IDENTITY_SHAPES = [(18,), (6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 4, 4), (10, 8), (2,) * 9, (1,) * 18]
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
GAPS = [" ", "-", "  ", " - ", "\u3000", "\u00a0", "－", "—", "·", "\u200b"]
FOLDS = ["\n ", "\r\n  ", "\n    ", " \n      ", "-\n  ", "\n# ", "\n  # ", "\\\n    "]
ISSUERS = ["622848", "621226", "621799", "955880", "955950", "601382", "40128", "51", "35", "6011"]
_LENGTHS = {"4": 16, "5": 16, "3": 16}

digits = st.text("0123456789", min_size=20, max_size=20)


@st.composite
def identities(draw: st.DrawFn) -> str:
    """An identity number of a county that does not exist, or of any."""
    area = draw(st.sampled_from(["990101", "110105", "411423", "652301", "620102"]))
    day = draw(st.dates(date(1900, 1, 1), date(2015, 12, 31)))
    body = f"{area}{day:%Y%m%d}{draw(digits)[:3]}"
    return body + identity_check(body)


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """An identity number whose check character is wrong, and that is no bank card's either."""
    number = draw(identities().filter(lambda number: number[:2] != "99" and number[6] == "1"))
    wrong = [number[:17] + each for each in "0123456789X" if each != number[17]]
    return draw(st.sampled_from([each for each in wrong if not is_card(each)]))


mobiles = st.builds(
    lambda head, rest: head + rest[: 11 - len(head)],
    st.sampled_from([f"1{second}" for second in "3456789"]),
    digits,
)


@st.composite
def cards(draw: st.DrawFn) -> str:
    """The number of a bank card that may exist."""
    issuer = draw(st.sampled_from(ISSUERS))
    length = _LENGTHS.get(issuer[0], draw(st.sampled_from([16, 17, 19])))
    body = (issuer + draw(digits))[: length - 1]
    number = next(body + last for last in "0123456789" if luhn(body + last))
    return number if is_card(number) else body[:5] + "9" * (length - 6) + _last(body[:5] + "9" * (length - 6))


def _last(body: str) -> str:
    return next(last for last in "0123456789" if luhn(body + last))


def card_shapes(length: int) -> list[tuple[int, ...]]:
    """How cards of a length are spaced."""
    fours = (*(4,) * (length // 4), *([length % 4] if length % 4 else []))
    return [(length,), fours, (6, length - 6), (1,) * length]


@st.composite
def spelled(draw: st.DrawFn, number: str, shapes: list[tuple[int, ...]]) -> str:
    """A number as someone might write it."""
    shape = draw(st.sampled_from(shapes))
    gap = draw(st.sampled_from(GAPS))
    parts, at = [], 0
    for size in shape:
        parts.append(number[at : at + size])
        at += size
    text = gap.join(parts)
    if draw(st.booleans()) and len(shape) == 1:
        cut = draw(st.integers(1, len(number) - 1))
        text = number[:cut] + draw(st.sampled_from(FOLDS)) + number[cut:]
    return text.translate(FULL_WIDTH) if draw(st.booleans()) else text


before = st.sampled_from(
    ["", "联系人", "电话：", "张某，", "note: ", "# ", '- "', "（", "，", "key_", "2023 年，", "第 3 户 "]
)
after = st.sampled_from(["", "。", "）", '"', "\nnext: 1", "，2024 年 3 月起", " 李某", "、", "元"])
