"""Every kind of finding that reading may give: the Y family for files, the S family for what is in them."""

from generator.findings.finding import Problem
from generator.reading.problems import data, fields, files, slips, syntax, unread, values

PROBLEMS: tuple[Problem, ...] = (
    *files.PROBLEMS,
    *syntax.PROBLEMS,
    *slips.PROBLEMS,
    *unread.PROBLEMS,
    *fields.PROBLEMS,
    *values.PROBLEMS,
    *data.PROBLEMS,
)
"""All of them, in the order of their codes."""
