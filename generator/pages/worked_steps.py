"""One line of a worked calculation."""

from typing import NamedTuple


class Step(NamedTuple):
    """What is reckoned, how, and what comes out; ``main`` marks the line that answers the question."""

    name: str
    how: str
    value: str
    main: bool = False
