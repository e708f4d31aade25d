"""The money granted to a project, as other sums are compared with it."""

from decimal import Decimal

from generator.records.project import Project


def granted(project: Project) -> Decimal | None:
    """The sum of all funding, in yuan; None where nothing can be compared with it.

    That is where there is no funding, or a sum of it is not positive: F001 and F002 tell so, and compared
    with what is left anything would be too much.
    """
    if not project.funding or any(fund.amount <= 0 for fund in project.funding):
        return None
    return project.investment
