"""Our part of the theme, which is the same for every engine."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

THEME = Path(__file__).parents[2] / "pages" / "theme"
"""Our templates: they override documented blocks of Material only."""

GIVEN = "gongshi_site"
"""Where the templates find what :func:`given` says, under ``config.extra``."""


def given(site_url: str | None, day: date) -> dict[str, str | int]:
    """What our templates need to know and not every engine can tell them: values of plain types."""
    return {
        "host": urlsplit(site_url or "").netloc,
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }


def epoch(day: date) -> str:
    """The site's one clock in the form that engines read from ``SOURCE_DATE_EPOCH``: noon of the day."""
    return str(int(datetime.combine(day, time(12), UTC).timestamp()))
