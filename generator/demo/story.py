"""The story of one record: all that its sections must agree on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.demo.calendar import Term, years
from generator.demo.dice import Dice
from generator.demo.industry import Industry, Plan, Product, Texts, Work
from generator.demo.operators import Operator
from generator.demo.phrases import Phrases
from generator.demo.places import Township, Village


@dataclass(slots=True)
class Built:
    """A thing that was built or bought; money in fen."""

    name: str
    unit: str
    count: int
    each: int
    life: int
    spec: str
    welfare: bool

    @property
    def value(self) -> int:
        """The value of all of them, in fen."""
        return self.each * self.count

    def __str__(self) -> str:
        return f"{self.name} {self.count} {self.unit}" + (f"（{self.spec}）" if self.spec else "")


@dataclass(slots=True)
class Signed:
    """A signed agreement."""

    number: str
    signed: date
    term: Term


@dataclass(slots=True)
class Timeline:
    """The days of the project; None is what has not happened."""

    works: Term
    noticed: Term | None = None
    accepted: date | None = None
    agreements: list[Signed] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """One project: what was decided of it, for all sections to follow; money in fen."""

    number: int
    id: str
    year: int
    stage: str
    flaw: str
    dice: Dice
    phrases: Phrases
    village: Village
    villages: list[Village]
    industry: Industry
    plan: Plan
    way: str
    product: Product
    nature: str
    things: list[Built]
    work: tuple[Work, ...]
    seen: Texts
    weak: Texts
    joint: bool = False
    investment: int = 0
    fees: int = 0
    principal: int = 0
    rate: int = 0
    reserve: int = 20
    households: int = 0
    each: int = 0
    subsidy: int = 0
    price: int = 0
    market: int = 0
    """What a unit of the product sells for, in fen; 0 until a mechanism asks."""
    operator: Operator | None = None
    owner: str = ""
    timeline: Timeline = field(default_factory=lambda: Timeline(Term(date.min, date.max)))
    mechanisms: list[str] = field(default_factory=list)
    tags: Texts = ()
    """What the pools of texts know of the record; set when its mechanisms are."""
    linkages: list[dict[str, Any]] = field(default_factory=list)
    pays: dict[str, tuple[int, int]] = field(default_factory=dict)
    """What operators pay straight to households in a usual year, and to how many, by mechanism."""
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def township(self) -> Township:
        """The township in which it lies."""
        return self.village.township

    @property
    def place(self) -> str:
        """The code of the village, or of the township where several villages share it."""
        return self.township.code if self.joint else self.village.code

    @property
    def running(self) -> bool:
        """Whether it earns, or once did."""
        return self.stage in ("operating", "rectifying", "closed")

    @property
    def earns(self) -> bool:
        """Whether the village has income of it."""
        return self.way not in ("household", "welfare")

    @property
    def pool(self) -> int:
        """All farm households of its villages."""
        return sum(village.households for village in self.villages)

    @property
    def term(self) -> Term:
        """From the first agreement's first day to the last one's last; before them, as planned."""
        signed = self.timeline.agreements
        if signed:
            return Term(signed[0].term.start, signed[-1].term.end)
        return years(date(self.timeline.works.end.year + 1, 1, 1), 5)

    def say(self, pool: str, **more: object) -> str:
        """One of a pool's texts, with the record's facts filled in."""
        return self.fill(self.dice.pick(self.phrases[pool]), **more)

    def say_fitting(self, pool: str, **more: object) -> str:
        """One of a pool's texts and of those for records like this one."""
        return self.fill(self.dice.pick(self.phrases.fitting(pool, self.tags)), **more)

    def fill(self, text: str, **more: object) -> str:
        """A text with the record's facts filled in."""
        if "{" not in text:
            return text
        return text.format_map({**self.facts, **more})

    def linkage(self, mechanism: str) -> dict[str, Any] | None:
        """The linkage of a mechanism, if the project has it."""
        return next((each for each in self.linkages if each["mechanism"] == mechanism), None)
