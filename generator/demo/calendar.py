"""Days and terms."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.demo.emit import Short

AS_OF = date(2025, 11, 20)
"""The day on which the county is told: the ``as_of`` of the demonstration's ``mkdocs.yml``."""


def after(day: date, days: int) -> date:
    """The day so many days later."""
    return day + timedelta(days)


def month_start(day: date) -> date:
    """The first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Term:
    """From the first day to the last, both included."""

    start: date
    end: date

    def days_in(self, year: int) -> int:
        """How many of a year's days lie in the term."""
        first, last = max(self.start, date(year, 1, 1)), min(self.end, date(year, 12, 31))
        return max((last - first).days + 1, 0)

    def months_in(self, year: int) -> int:
        """How many months of a year lie in the term, begun ones counted as whole."""
        if not self.days_in(year):
            return 0
        first, last = max(self.start, date(year, 1, 1)), min(self.end, date(year, 12, 31))
        return last.month - first.month + 1

    def written(self) -> Short:
        """The term as a record writes it."""
        return Short(start=self.start, end=self.end)


def years(start: date, number: int) -> Term:
    """A term of so many years."""
    return Term(start, after(start.replace(year=start.year + number), -1))


def drop_empty(values: dict[str, Any]) -> dict[str, Any]:
    """The map without its keys that have nothing in them."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
