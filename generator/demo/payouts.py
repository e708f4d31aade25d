"""The yearly distributions: income, reserve first, uses that add up to the fen, and payments."""

from datetime import date
from typing import Any

from generator.demo.calendar import AS_OF, Term, after, drop_empty
from generator.demo.emit import Short
from generator.demo.money import split, up, yuan
from generator.demo.story import Story

_CHANCE_THIS_YEAR, _CHANCE_PLANNED = 14, 9
_SMALL = 300_000
"""Up to 3,000 元 go to one use, in fen."""

_DEFAULT_USES = (["upkeep", "public_welfare"], ["member_dividend"], ["public_posts", "member_dividend"])


def distributions(story: Story) -> list[dict[str, Any]]:
    """One entry for every year since the agreement began, to the last full one or the end."""
    if not story.running:
        return []
    term = story.term
    years = list(range(term.start.year, min(term.end.year, AS_OF.year - 1) + 1))
    if story.flaw == "skipped_year" and len(years) > 1:
        years.remove(story.dice.pick(years))
    teller = _Teller(story, term)
    found = [entry for year in years if (entry := teller.year(year, years))]
    if story.earns and term.start.year < AS_OF.year <= term.end.year and story.flaw != "skipped_year":
        found += teller.this_year()
    return found


class _Teller:
    """Tells year after year, as each brings forward what the one before carried forward."""

    def __init__(self, story: Story, term: Term) -> None:
        self.story = story
        self.term = term
        self.carried = 0
        self.carries = story.dice.chance(22)
        linkage = story.linkage("collective_redistribution")
        self.uses = list(linkage["uses"] if linkage else story.dice.pick(_DEFAULT_USES))
        self.bad_year = 0
        self.last = 0

    def year(self, year: int, years: list[int]) -> dict[str, Any] | None:
        """The entry of a year that is over; None where neither village nor households had money."""
        story, dice = self.story, self.story.dice
        payments = self._payments(year)
        if not story.earns:
            return {"year": year, "payments": payments} if payments else None
        missed = story.flaw == "missed" and bool(story.rate) and year == years[-1]
        income, note = self._income(year, missed)
        published = after(date(year, 11, 3), dice.whole(0, 62))
        return self._entry(year, income, payments, note, published, dice.whole(3, 24), years[-1] == year)

    def this_year(self) -> list[dict[str, Any]]:
        """The running year's entry, where there is one: paid already, or its plan published."""
        story, dice = self.story, self.story.dice
        draw = dice.whole(1, 100)
        if draw <= _CHANCE_THIS_YEAR:
            income, note = self._income(AS_OF.year, missed=False)
            published = after(date(AS_OF.year, 9, 18), dice.whole(0, 16))
            return [self._entry(AS_OF.year, income, [], note, published, dice.whole(3, 9), True)]
        if draw <= _CHANCE_THIS_YEAR + _CHANCE_PLANNED and not self.carried:
            income, _ = self._income(AS_OF.year, missed=False)
            published = after(AS_OF, -dice.whole(1, 16))
            waiting = story.say("waiting_note")
            return [
                {"year": AS_OF.year, "income": yuan(income), "plan_published": published, "note": waiting}
            ]
        return []

    def _income(self, year: int, missed: bool) -> tuple[int, str]:
        """The village's income of a year in fen, and a word on it."""
        story, dice = self.story, self.story.dice
        days, months = self.term.days_in(year), self.term.months_in(year)
        first = story.say("first_note", months=months) if months < 12 else ""
        if not story.rate:
            income = story.investment * dice.whole(28, 82) // 1000 * months // 12
            note = (
                story.say("own_note", reason=self._reason())
                if 0 < income < self.last and months == 12
                else ""
            )
            self.last = income
            return max(income, 1), first or note
        full = story.principal * story.rate // 1000 + 1
        due = max(up(full * days // 365, 100), up(full * months // 12, 100))
        due = min(due, up(full, 100)) if months == 12 else due
        if missed:
            got = due * dice.whole(45, 88) // 100
            return got, story.say("poor_note", reason=self._reason(), gap=yuan(due - got))
        if months == 12 and dice.chance(30):
            return due + due * dice.whole(15, 160) // 1000, story.say("good_note") if dice.chance(40) else ""
        return due, first

    def _reason(self) -> str:
        return self.story.dice.pick(self.story.industry.poor)

    def _entry(
        self,
        year: int,
        income: int,
        payments: list[Short],
        note: str,
        published: date,
        wait: int,
        last: bool,
    ) -> dict[str, Any]:
        story, dice = self.story, self.story.dice
        brought, total = self.carried, income + self.carried
        reserve = total * story.reserve // 100
        self.carried = (total - reserve) % 100_000 if self.carries and not last and total > _SMALL * 3 else 0
        met = after(published, dice.whole(11, 19))
        handed = story.flaw == "handout" and last
        if story.stage == "closed" and year == self.term.end.year:
            note = note or story.say("closed_note")
        return drop_empty(
            {
                "year": year,
                "income": yuan(income),
                "brought_forward": yuan(brought) if brought else None,
                "reserve": yuan(reserve),
                "uses": self._uses(total - reserve - self.carried, handed),
                "carried_forward": yuan(self.carried) if self.carried else None,
                "payments": payments,
                "plan_published": published,
                "decided": Short(meeting=story.say("meetings"), on=met),
                "paid": Short(on=after(met, wait), way=story.say("pay_way")),
                "note": note,
            }
        )

    def _uses(self, amount: int, handed: bool) -> list[Short]:
        dice = self.story.dice
        uses = self.uses[-1:] if amount <= _SMALL else self.uses
        if handed:
            uses = ["handout", *uses]
        weights = [dice.whole(15, 45) for _ in uses]
        if handed:
            weights[0] = sum(weights)
        parts = split(amount, weights, 10_000 if amount > _SMALL else 1)
        return [self._use(use, part) for use, part in zip(uses, parts, strict=True) if part]

    def _use(self, use: str, amount: int) -> Short:
        story, dice = self.story, self.story.dice
        households = self._sharers(use, amount)
        facts = {"households": households or 1, "metres": dice.whole(6, 60) * 10}
        entry = Short(use=use, amount=yuan(amount))
        if households:
            entry["households"] = households
        if dice.chance(45) and (note := story.say(use, **facts)):
            entry["note"] = note
        return entry

    def _sharers(self, use: str, amount: int) -> int:
        """How many households a use reaches; 0 for what is for the whole village."""
        dice = self.story.dice
        tied = [linkage["beneficiaries"] for linkage in self.story.linkages]
        most = max(each["households"] for each in tied)
        match use:
            case "member_dividend" | "handout":
                return int(most)
            case "targeted_dividend":
                priority = max(each.get("lifted", 0) + each.get("monitored", 0) for each in tied)
                return int(max(priority, 1))
            case "public_posts":
                return int(min(max(amount // dice.whole(240_000, 480_000), 1), most))
            case "labour_reward" | "incentive":
                return int(min(max(amount // dice.whole(60_000, 180_000), 1), most))
        return 0

    def _payments(self, year: int) -> list[Short]:
        """What went straight to households: near the usual, less in a year that began late."""
        dice, months = self.story.dice, self.term.months_in(year)
        found = []
        for mechanism in self.story.mechanisms:
            if mechanism not in self.story.pays:
                continue
            usual, households = self.story.pays[mechanism]
            share = 100 if mechanism == "land_transfer" else dice.whole(78, 112)
            amount = usual * share // 100 * months // 12
            if mechanism != "land_transfer":
                amount = amount // 1000 * 1000
            if amount:
                found.append(Short(mechanism=mechanism, amount=yuan(amount), households=households))
        return found
