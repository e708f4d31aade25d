"""Who, where, what and when: the first choices of a record's story."""

from generator.demo.calendar import AS_OF
from generator.demo.dice import Dice
from generator.demo.industry import Industry, Library, Plan, Product
from generator.demo.mechanisms import CORES
from generator.demo.operators import Operator, Operators, collective_name
from generator.demo.phrases import Phrases
from generator.demo.places import Places, Village, founded
from generator.demo.story import Story
from generator.demo.wishes import PLAIN, Wish, wish

_YEARS = {2019: 8, 2020: 11, 2021: 15, 2022: 18, 2023: 19, 2024: 17, 2025: 12}
_SETTLED_YEARS = {year: weight for year, weight in _YEARS.items() if year < 2025}
_STAGES = {
    2025: {"proposed": 16, "admitted": 16, "approved": 16, "building": 34, "operating": 18},
    2024: {"operating": 90, "building": 6, "rectifying": 4},
    2023: {"operating": 96, "rectifying": 4},
    2022: {"operating": 94, "rectifying": 4, "closed": 2},
    2021: {"operating": 89, "rectifying": 4, "closed": 7},
    2020: {"operating": 85, "rectifying": 4, "closed": 11},
    2019: {"operating": 81, "rectifying": 4, "closed": 15},
}
_FLAWS = {
    "late_inspection": 24,
    "missed": 20,
    "rights": 14,
    "expired": 10,
    "skipped_year": 10,
    "owner": 8,
    "nobody": 7,
    "handout": 7,
    "soft_only": 14,
}
_FLAWED = 4.5
_JOINT = 7
_WELFARE = 2


class Casting:
    """The county's cast of one seed: its library, places and operators."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.library = Library()
        self.phrases = Phrases()
        self.places = Places(seed, self.phrases)
        self.operators = Operators(seed, self.places, self.phrases["brands"])

    def cast(self, number: int) -> Story:
        """The story of record ``number``, counted from 0, with its cast and no money yet."""
        dice = Dice(f"{self.seed}:record:{number}")
        wished = wish(number)
        year = wished.year or dice.weighted(_YEARS if number >= PLAIN else _SETTLED_YEARS)
        stage = _stage(dice, year, number, wished)
        flaw = wished.flaw or (dice.weighted(_FLAWS) if number >= PLAIN and dice.chance(_FLAWED) else "")
        village = self._village(dice, number)
        industry, plan, way = self._plan(dice, wished, stage)
        joint = way in ("lease", "debt", "equity") and dice.chance(_JOINT)
        villages = self._partners(dice, village, number) if joint else [village]
        source = self.library.welfare if way == "welfare" else industry
        story = Story(
            number=number,
            id=f"SL-{year}-{number + 1:04d}",
            year=year,
            stage=stage,
            flaw=flaw,
            dice=dice,
            phrases=self.phrases,
            village=village,
            villages=villages,
            joint=len(villages) > 1,
            industry=industry,
            plan=plan,
            way=way,
            product=_product(dice, industry, plan),
            nature=dice.pick(plan.natures),
            things=[],
            work=source.work,
            seen=plan.seen if plan.each else (*source.seen, *plan.seen),
            weak=plan.weak if plan.each else (*source.weak, *plan.weak),
        )
        self._people(story)
        return story

    def _village(self, dice: Dice, number: int) -> Village:
        """The first of five records founds a village; the others fall on any that is known."""
        known = founded(number + 1)
        newly = number % 5 == 0 and number // 5 < known
        return self.places.village(known - 1 if newly else dice.whole(0, known - 1))

    def _partners(self, dice: Dice, village: Village, number: int) -> list[Village]:
        others = [
            each for each in self.places.neighbours(village, founded(number + 1)) if each is not village
        ]
        return [village, *dice.some(others, dice.whole(1, 4))]

    def _plan(self, dice: Dice, wished: Wish, stage: str) -> tuple[Industry, Plan, str]:
        industries = self.library.industries
        if wished.way == "welfare" or (wished == Wish() and stage != "closed" and dice.chance(_WELFARE)):
            return dice.pick(industries), dice.pick(self.library.welfare.plans), "welfare"
        while True:
            industry = dice.pick(industries)
            plan = dice.pick(industry.plans)
            ways = [way for way in plan.ways if _suits(way, wished)]
            if ways and (wished.mechanism in ("", *CORES, *industry.suits)):
                return industry, plan, dice.pick(ways)

    def _people(self, story: Story) -> None:
        dice, village = story.dice, story.village
        story.owner = collective_name(village)
        if story.joint:
            story.owner = f"{village.name}等 {len(story.villages)} 个村股份经济合作社"
        story.operator = self._operator(story)
        story.reserve = dice.pick((10, 10, 15, 20, 20, 20, 25, 30))
        story.facts = {
            "village": village.name if not story.joint else f"{village.name}等 {len(story.villages)} 个村",
            "township": village.township.name,
            "town": village.township.name[-1],
            "unit": story.product.unit,
            "operator": story.operator.name if story.operator else f"{village.name}村民委员会",
            "owner": story.owner,
            "product": story.product.name,
            "season": story.product.season,
            "reserve": story.reserve,
            "due_year": AS_OF.year + 1,
        }

    def _operator(self, story: Story) -> Operator | None:
        match story.way:
            case "welfare":
                return None
            case "own":
                return self.operators.collective(story.village)
        return self.operators.business(story.township, story.industry, story.dice.whole(0, 2))


def _stage(dice: Dice, year: int, number: int, wished: Wish) -> str:
    if wished.stage:
        return wished.stage
    if number < PLAIN or wished != Wish():
        return "operating" if year < AS_OF.year else dice.weighted(_STAGES[year])
    return dice.weighted(_STAGES[year])


def _suits(way: str, wished: Wish) -> bool:
    if wished.way:
        return way == wished.way
    if wished.condition or wished.flaw or wished.source == "collective" or wished.stage == "closed":
        return way in ("lease", "own") if wished.flaw != "missed" else way in ("lease", "debt")
    return True


def _product(dice: Dice, industry: Industry, plan: Plan) -> Product:
    fitting = [each for each in industry.products if not plan.products or each.name in plan.products]
    return dice.pick(fitting)
