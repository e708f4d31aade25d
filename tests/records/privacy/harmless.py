"""Random documents of a register, with all its numbers and none that is private."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from generator.records.credit_code import CHARACTERS, check_character


def documents(chance: random.Random, count: int) -> Iterator[str]:
    """Some records, pages and tables."""
    for _ in range(count):
        yield chance.choice([_record, _prose, _table])(chance)


def _day(chance: random.Random) -> date:
    return date(2016, 1, 1) + timedelta(days=chance.randrange(4000))


def _dates(chance: random.Random) -> str:
    one, other = _day(chance), _day(chance)
    form = chance.choice(["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日"])
    gap = chance.choice([" ", " - ", "-", "至", "~", ", ", "  "])
    return one.strftime(form) + gap + other.strftime(form)


def _amount(chance: random.Random) -> str:
    yuan = chance.randrange(10 ** chance.randrange(1, 10))
    return chance.choice(
        [f"{yuan}", f"{yuan:,}", f"{yuan}.{chance.randrange(100):02}", f"{yuan / 10000:.4f} 万"]
    )


def _place(chance: random.Random) -> str:
    county = chance.choice(["990101", "411423", "652301", "652323", "620121", "350424", "371722", "530129"])
    township = chance.choice(
        [chance.randrange(1, 20), chance.randrange(100, 130), chance.randrange(200, 230)]
    )
    village = chance.choice([0, chance.randrange(200, 260)])
    return f"{county}{township:03}{village:03}"


def _credit_code(chance: random.Random) -> str:
    letters = chance.choice([CHARACTERS, "0123456789"])
    while True:
        body = chance.choice(["91", "92", "93", "N2", "52", "12"]) + _place(chance)[:6]
        body += "".join(chance.choice(letters) for _ in range(9))
        code = body + check_character(body)
        if not code[:17].isdecimal() or code[6:8] not in ("19", "20"):
            return code


def _code(chance: random.Random) -> str:
    year, serial = chance.randrange(2016, 2026), chance.randrange(10_000)
    return chance.choice(
        [
            f"SL-{year}-{serial:04}",
            f"SL-XY-{year}-{serial:04}",
            f"DH-QSQ-{year}-{serial % 100:02}",
            f"HT{year}{serial:07}",
            f"{_place(chance)}-{serial:04}",
            f"{_place(chance)}{serial:04}",
            # 62 is also how a bank card begins.
            f"{_place(chance).replace('620121', '411423')}{chance.randrange(1_000_000):06}",
            f"{_place(chance)}-{year}-{serial:03}",
            f"{year}-{serial:03}",
            f"ZC-{_place(chance)}-{serial:05}",
            f"{year}{chance.randrange(1, 13):02}{serial:06}",
        ]
    )


def _number(chance: random.Random) -> str:
    return chance.choice(
        [
            f"示财农〔{chance.randrange(2016, 2026)}〕{chance.randrange(1, 200)}号",
            f"0990-{chance.randrange(1_000_000, 9_999_999)}",
            f"0371-{chance.randrange(10_000_000, 99_999_999)}",
            "12317",
            f"{chance.randrange(100_000, 999_999)}",
            f"{chance.random() * 100:.2f}%",
            f"{chance.random() * 2000:.1f} 亩",
            f"{chance.randrange(24):02}:{chance.randrange(60):02}",
            f"{73 + chance.random() * 60:.6f},{18 + chance.random() * 30:.6f}",
        ]
    )


def _value(chance: random.Random) -> str:
    return chance.choice([_dates, _amount, _place, _credit_code, _code, _number])(chance)


def _record(chance: random.Random) -> str:
    keys = ["id", "amount", "place", "credit_code", "document", "number", "code", "from", "note", "signed"]
    lines = [f"{chance.choice(keys)}: {_value(chance)}" for _ in range(12)]
    lines.append(f"period: {{start: {_day(chance)}, end: {_day(chance)}}}")
    lines.append("uses:")
    lines += [f"  - {{use: upkeep, amount: {_amount(chance)}, households: {chance.randrange(500)}}}"] * 2
    lines += [f"hotlines: ['12317', {_number(chance)}]", "items:"]
    lines += [f"  - {_value(chance)}" for _ in range(3)]
    return "\n".join(lines) + "\n"


def _prose(chance: random.Random) -> str:
    words = [
        "项目投入",
        "收到",
        "，",
        "编号",
        "（",
        "）",
        "从",
        "到",
        "共",
        "元，",
        "户。",
        "文号",
        "、",
        "\n",
    ]
    return "".join(f"{chance.choice(words)} {_value(chance)} {chance.choice(words)}" for _ in range(10))


def _table(chance: random.Random) -> str:
    mark = chance.choice([",", "|", " | ", "\t| "])
    return "\n".join(mark.join(_value(chance) for _ in range(6)) for _ in range(5))
