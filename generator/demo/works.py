"""What is built or bought, what it costs, and how the money comes together."""

from datetime import date

from generator.demo.calendar import after, drop_empty
from generator.demo.emit import Short
from generator.demo.industry import Thing
from generator.demo.money import in_words, rounded, split, up, yuan
from generator.demo.story import Built, Story
from generator.demo.wishes import wish

LEAST, MOST = 15_000_000, 335_000_000
"""A village project's things cost 15 to 335 万元, fees not counted, in fen."""

MOST_JOINT = 2_950_000_000
_LARGE = 25

_ASSISTANCE_OLD = {
    "central_poverty": 42,
    "provincial_poverty": 26,
    "county_poverty": 20,
    "integrated": 12,
}
_ASSISTANCE_NEW = {
    "central_bridging": 40,
    "provincial_bridging": 24,
    "prefecture_bridging": 8,
    "county_bridging": 18,
    "integrated": 10,
}
_ASSISTANCE_ANY = {"local_bond": 3, "paired_aid": 2, "designated_aid": 3, "donation": 2}
_OWN_MONEY = {
    "lease": ("collective",),
    "own": ("collective", "collective", "loan"),
    "debt": ("operator_capital", "operator_capital", "loan"),
    "equity": ("operator_capital", "collective"),
    "household": ("household_capital",),
    "welfare": ("collective",),
}
OPERATORS_MONEY = ("operator_capital", "loan")
_ISSUERS = {
    "integrated": "示财整",
    "local_bond": "示财债",
    "paired_aid": "示援办",
    "designated_aid": "示帮办",
}
_WORDS = ("collective", "operator_capital", "household_capital", "loan", "donation")


def build(story: Story) -> None:
    """Choose the things and their cost, and with it the investment."""
    if story.plan.each:
        _per_household(story)
    else:
        _things(story)
    story.facts["households"] = story.households
    story.facts["asset"] = story.things[0].name
    story.facts["first"] = str(story.things[0])


def _per_household(story: Story) -> None:
    dice, each = story.dice, story.plan.each
    assert each
    story.households = dice.whole(24, max(26, min(150, story.pool // 4)))
    story.each = dice.whole(*each.count)
    story.subsidy = rounded(dice.whole(*each.subsidy) * 100, 1000 if each.subsidy[0] >= 100 else 100)
    story.price = max(rounded(dice.whole(*each.value) * 100, 100), story.subsidy)
    total = story.households * story.each
    name = story.fill(each.name.replace("{p}", "{product}"))
    story.things = [Built(name, each.unit, total, story.price, 0, "", welfare=False)]
    story.investment = total * story.price


def _things(story: Story) -> None:
    dice = story.dice
    for thing in story.plan.things:
        if thing is story.plan.things[0] or dice.chance(thing.chance):
            story.things.append(_thing(story, thing))
    total = sum(thing.value for thing in story.things)
    large = story.joint and dice.chance(_LARGE)
    target = min(total * dice.whole(5, 9), MOST_JOINT) if large else min(max(total, LEAST), MOST)
    if large or target != total:
        _scale(story, target, total, MOST_JOINT if large else MOST)
    total = sum(thing.value for thing in story.things)
    story.fees = total * dice.whole(12, 38) // 1000
    invested = story.way in ("debt", "equity")
    step = dice.pick(
        (1_000_000, 1_000_000, 100_000) if invested else (1_000_000, 1_000_000, 100_000, 10_000, 1)
    )
    story.investment = up(total + story.fees, step)


def _thing(story: Story, thing: Thing) -> Built:
    dice = story.dice
    count = dice.whole(*thing.count)
    if thing.same and story.things:
        count = story.things[0].count
    step = 10_000 if thing.cost[0] >= 1000 else 100
    return Built(
        name=story.fill(thing.name.replace("{p}", "{product}")),
        unit=thing.unit,
        count=_round(count),
        each=rounded(dice.whole(*thing.cost) * 100, step),
        life=thing.life,
        spec=dice.pick(thing.spec) if thing.spec and dice.chance(60) else "",
        welfare=thing.welfare or story.way == "welfare",
    )


def _round(count: int) -> int:
    """A count as people plan it: in tens from a hundred, in hundreds from three thousand."""
    return count // 100 * 100 if count >= 3000 else count // 10 * 10 if count >= 100 else count


def _scale(story: Story, target: int, total: int, most: int) -> None:
    """Bring the counts near the target without going above the most."""
    for thing in story.things:
        thing.count = _round(max(thing.count * target // total, 1))
    while sum(thing.value for thing in story.things) < LEAST and target >= LEAST:
        story.things[0].count += 1
    while sum(thing.value for thing in story.things) > most:
        largest = max(story.things, key=lambda thing: thing.value)
        largest.count -= max(largest.count // 10, 1)
        if largest.count < 1:
            largest.count, largest.each = 1, most * 8 // 10


def funding(story: Story) -> list[Short]:
    """The funding entries; they add up to the investment to the fen. Sets the principal."""
    sources = _sources(story)
    amounts = _amounts(story, sources)
    story.principal = sum(
        amount for source, amount in zip(sources, amounts, strict=True) if source not in OPERATORS_MONEY
    )
    story.facts["money"] = in_words(story.principal)
    return [_entry(story, source, amount) for source, amount in zip(sources, amounts, strict=True)]


def _sources(story: Story) -> list[str]:
    dice = story.dice
    wished = wish(story.number).source
    usual = _ASSISTANCE_OLD if story.year <= 2020 else _ASSISTANCE_NEW
    count = dice.weighted({1: 46, 2: 34, 3: 15, 4: 5})
    if story.investment > MOST:
        count = dice.whole(3, 4)
    own = dice.pick(_OWN_MONEY[story.way])
    has_own = wished == own or story.price > story.subsidy or (count > 1 and dice.chance(45))
    found: list[str] = [wished] if wished and wished != own and wished not in _WORDS[:4] else []
    while len(found) < max(count - has_own, 1):
        source = dice.weighted({**usual, **_ASSISTANCE_ANY})
        if source not in found:
            found.append(source)
    if wished in _WORDS[:4]:
        own, has_own = wished, True
    return [*found, own] if has_own else found


def _amounts(story: Story, sources: list[str]) -> list[int]:
    if story.price > story.subsidy:
        given = story.subsidy * story.things[0].count
        steps = split(given, [3, 2, 2, 1][: len(sources) - 1], 100_000)
        return [*steps, story.investment - given]
    weights = [story.dice.whole(30, 70) for _ in sources]
    if sources[-1] in _WORDS:
        weights[-1] = story.dice.whole(6, 22)
    step = 1_000_000 if story.dice.chance(65) else story.dice.pick((10_000, 100, 1))
    if story.way in ("debt", "equity"):
        step = 100_000
    parts = split(story.investment, weights, min(step, story.investment // 20))
    assert min(parts) > 0
    return parts


def _entry(story: Story, source: str, amount: int) -> Short:
    stated = source not in _WORDS and story.stage not in ("proposed", "admitted")
    batch = story.dice.whole(1, 5)
    number, granted = _document(source, story.year, batch)
    latest = story.timeline.works.start
    stated = stated and granted <= latest
    if not stated and source not in _WORDS and story.stage not in ("proposed", "admitted"):
        stated, (number, granted) = True, _document(source, story.year, 1)
    issuer = _ISSUERS.get(source, "示财农")
    return Short(
        drop_empty(
            {
                "source": source,
                "amount": yuan(amount),
                "document": f"{issuer}〔{story.year}〕{number}号" if stated else None,
                "granted": granted if stated and batch % 2 else None,
            }
        )
    )


def _document(source: str, year: int, batch: int) -> tuple[int, date]:
    """A batch's document number and day: the same for all projects of that batch."""
    spread = sum(map(ord, source)) % 9
    number = batch * 14 - 11 + spread
    return number, after(date(year, 1, 6), batch * 17 - 12 + spread % 5)
