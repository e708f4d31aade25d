"""What came in and went out, year by year, as tables."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.notices.desk import Desk
from generator.notices.sheet import Table
from generator.notices.wording import tidy, yuan
from generator.pages.amounts import households
from generator.records.distribution import Distribution
from generator.records.project import Project

_WIDE = 7
"""More columns of money than this, and the years stand side by side instead."""

_Money = Callable[[Distribution], Decimal]


def ordered(project: Project) -> list[Distribution]:
    """The distributions, the oldest first."""
    return sorted(project.distributions, key=lambda each: each.year)


def years_table(project: Project, desk: Desk) -> Table | None:
    """The village's income and its uses by year; None where there is no year."""
    years = ordered(project)
    if not years:
        return None
    columns = _columns(years, desk)
    head = ("年度", *(label for label, _ in columns), "发放日期")
    rows = [(f"{each.year}年", *(_cell(money(each)) for _, money in columns), paid(each)) for each in years]
    sums = ("合计", *(_cell(sum(map(money, years), Decimal(0))) for _, money in columns), "")
    total = sums if len(years) > 1 else ()
    if len(columns) > _WIDE:
        return _side_by_side(head, rows, total)
    return Table(
        head=head,
        rows=tuple(rows),
        columns=("auto", *_widths([head, *rows, sums])[1:-1], "auto"),
        align=f"c{'r' * len(columns)}c",
        total=total,
        fit=True,
    )


def payments_table(project: Project, desk: Desk) -> Table | None:
    """What operators paid straight to households, by mechanism; None where there is nothing."""
    years = [each for each in ordered(project) if each.payments]
    if not years:
        return None
    ways = list(dict.fromkeys(payment.mechanism for each in years for payment in each.payments))
    return Table(
        head=("年度", *(f"{desk.site.label(way, 'mechanisms')}付给农户" for way in ways)),
        rows=tuple((f"{each.year}年", *(_payment(each, way) for way in ways)) for each in years),
        columns=("5.4em", *("1fr",) * len(ways)),
        align=f"c{'r' * len(ways)}",
        total=("合计", *(yuan(_all(years, way)) for way in ways)) if len(years) > 1 else (),
        fit=True,
    )


def _columns(years: list[Distribution], desk: Desk) -> list[tuple[str, _Money]]:
    found: list[tuple[str, _Money]] = [("当年收益", lambda each: each.income)]
    if any(each.brought_forward for each in years):
        found.append(("上年结转", lambda each: each.brought_forward))
    if any(each.reserve for each in years):
        found.append(("公积公益金", lambda each: each.reserve))
    used = {use.use for each in years for use in each.uses}
    found += [
        (term.short, _use(term.code))
        for term in desk.site.reference.vocabularies["uses"]
        if term.code in used
    ]
    if any(each.carried_forward for each in years):
        found.append(("结转下年", lambda each: each.carried_forward))
    return found


def _use(code: str) -> _Money:
    return lambda each: sum((use.amount for use in each.uses if use.use == code), Decimal(0))


def _cell(amount: Decimal) -> str:
    return yuan(amount) if amount else ""


def paid(year: Distribution) -> str:
    """The day of payment, with its year where that is not the year whose income was paid."""
    if year.paid is None:
        return "未发放" if year.uses else ""
    on = year.paid.on
    return f"{on.month}月{on.day}日" if on.year == year.year else f"{on.year}年{on.month}月{on.day}日"


def _side_by_side(head: tuple[str, ...], rows: list[tuple[str, ...]], total: tuple[str, ...]) -> Table:
    lines = [*rows, total] if total else rows
    turned = list(zip(head, *lines, strict=True))
    return Table(
        head=("项目", *turned[0][1:]),
        rows=tuple(turned[1:]),
        columns=("auto", *_widths(turned)[1:]),
        align=f"l{'r' * len(lines)}",
        fit=True,
    )


def _widths(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Columns as wide as what stands in them, in parts of the whole; a Chinese character is two digits."""
    columns = zip(*rows, strict=True)
    return tuple(f"{max(map(_wide, column)) + 2}fr" for column in columns)


def _wide(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def _payment(year: Distribution, way: str) -> str:
    found = [payment for payment in year.payments if payment.mechanism == way]
    if not found:
        return ""
    amount = sum((payment.amount for payment in found), Decimal(0))
    return f"{yuan(amount)}（{tidy(households(max(each.households for each in found)))}）"


def _all(years: list[Distribution], way: str) -> Decimal:
    paid = (payment for each in years for payment in each.payments)
    return sum((payment.amount for payment in paid if payment.mechanism == way), Decimal(0))
