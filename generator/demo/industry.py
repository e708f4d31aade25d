"""What the county's industries build, grow, pay and suffer: read from ``data/industries``."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

DATA = Path(__file__).parent / "data"
"""Where the word lists lie."""

Range = tuple[float, float]
Bounds = tuple[int, int]
Texts = tuple[str, ...]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Product(_Part):
    """A thing that households sell: price in yuan a unit, volume in units a household and year.

    ``raw`` is what households grow for it where it is made in a factory.
    """

    name: str
    unit: str
    price: Range
    volume: Bounds
    season: str
    raw: "Product | None" = None


class Trust(_Part):
    """What households entrust, and what it brings one of them a year, in yuan."""

    what: str
    each: Bounds


class Work(_Part):
    """Paid work: the wage in yuan, and how many days, months, hours or pieces a year."""

    task: str
    hours: str
    per: str
    wage: Range
    worked: Bounds


class Thing(_Part):
    """A thing that is built or bought: cost in yuan a unit, life in years.

    ``chance`` says in how many of a hundred projects it occurs, ``same`` that there are as many as of
    the first thing, ``welfare`` that it is for everybody's use and bears no income.
    """

    name: str
    unit: str
    count: Bounds
    cost: Bounds
    life: int
    spec: Texts = ()
    chance: int = 100
    same: bool = False
    welfare: bool = False


class Each(_Part):
    """What each household gets: units a household, subsidy and price in yuan a unit."""

    name: str
    unit: str
    count: Bounds
    subsidy: Bounds
    value: Bounds


class Plan(_Part):
    """A kind of project; ``ways`` are the ways in which its money can work.

    ``products`` are those of the industry's that fit (none named: all), ``seen`` and ``weak`` what an
    inspection finds there besides what it finds in the industry.
    """

    titles: Texts
    natures: Texts
    ways: Texts
    months: Bounds
    things: tuple[Thing, ...] = ()
    each: Each | None = None
    products: Texts = ()
    seen: Texts = ()
    weak: Texts = ()


class Industry(_Part):
    """One industry with its own things, prices, seasons and troubles."""

    code: str
    stems: Texts
    suits: Texts
    land: Bounds | None = None
    products: tuple[Product, ...]
    inputs: Texts
    channels: Texts
    trust: tuple[Trust, ...]
    training: Texts
    services: Texts
    reductions: Texts
    added: Texts
    work: tuple[Work, ...]
    seen: Texts
    weak: Texts
    poor: Texts
    plans: tuple[Plan, ...]


class Welfare(_Part):
    """Public welfare works, which serve any industry."""

    plans: tuple[Plan, ...]
    work: tuple[Work, ...]
    seen: Texts
    weak: Texts


class Library:
    """All industries and public works, read once."""

    def __init__(self) -> None:
        self.industries = tuple(
            Industry.model_validate(_read(file)) for file in sorted((DATA / "industries").glob("*.yaml"))
        )
        self.welfare = Welfare.model_validate(_read(DATA / "welfare.yaml"))


def _read(file: Path) -> dict[str, list[str]]:
    found = yaml.load(file.read_text("utf-8"), yaml.SafeLoader)
    assert isinstance(found, dict), file
    return found
