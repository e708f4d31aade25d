"""What the one who builds or checks may choose."""

from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.build.engine import DEFAULT
from generator.build.progress import Progress, silent


class OnReject(StrEnum):
    """What a refused record does to the build: stop it, or be left out of it."""

    STOP = "stop"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Options:
    """What the one who builds may choose.

    Attributes:
        as_of: the as-of date, or None to take it from the configuration, the environment or today.
        workers: how many processes; None for one per processor.
        progress: is told after every file how many of how many are done.
        cache: whether to use and renew what earlier builds left.
        executor: who works, instead of processes of our own; ``workers`` then says how many it has. It must
            read and write the register's and the site's folder under the same names.
        engine: the name of the engine that renders what people write.
    """

    as_of: date | None = None
    on_reject: OnReject = OnReject.STOP
    workers: int | None = None
    progress: Progress = silent
    cache: bool = True
    executor: Executor | None = None
    engine: str = DEFAULT
