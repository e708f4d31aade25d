"""The one-year loan prime rate (一年期贷款市场报价利率, LPR) at its points of change."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Rate:
    """A published rate: valid from its day of publication until the next."""

    published: date
    percent: Decimal


@dataclass(frozen=True, slots=True)
class LoanPrimeRates:
    """The table of rates, oldest first, and the day to which it was verified."""

    rates: tuple[Rate, ...]
    verified_to: date

    def on(self, day: date) -> Rate | None:
        """The rate in force on ``day``, or None before the first row."""
        row = bisect_right([rate.published for rate in self.rates], day)
        return self.rates[row - 1] if row else None

    def covers(self, day: date) -> bool:
        """Whether the table was verified as far as ``day``."""
        return day <= self.verified_to
