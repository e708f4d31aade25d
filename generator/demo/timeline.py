"""When things happened: notice, works, acceptance, agreements, all before the as-of day."""

from datetime import date

from generator.demo.calendar import AS_OF, Term, after, month_start, years
from generator.demo.story import Signed, Story, Timeline

_TERMS = (3, 5, 5, 5, 5, 6, 8, 10)
_OPEN = ("proposed", "admitted", "approved")


def plan(story: Story) -> None:
    """Set the story's days; a project that is too late to have been accepted is still being built."""
    if story.stage in _OPEN:
        story.timeline = _planned(story)
        return
    timeline = _works(story)
    story.timeline = timeline
    assert timeline.accepted
    if story.stage == "building" or after(timeline.accepted, 45) > AS_OF:
        timeline.accepted = None
        story.stage = "building"
        return
    _agreements(story)


def _planned(story: Story) -> Timeline:
    dice = story.dice
    notice = None
    if story.stage != "proposed":
        start = after(AS_OF, -dice.whole(1, 45 if story.stage == "approved" else 24))
        notice = Term(start, after(start, dice.whole(9, 14)))
    begin = after(max(AS_OF, notice.end if notice else AS_OF), dice.whole(10, 120))
    return Timeline(Term(begin, after(begin, dice.whole(*story.plan.months) * 30)), noticed=notice)


def _works(story: Story) -> Timeline:
    dice = story.dice
    first = date(story.year, 1, 18)
    days = dice.whole(*story.plan.months) * 30 + dice.whole(-8, 12)
    if story.stage == "building":
        soonest = max(first, after(AS_OF, -days))
        start = after(soonest, dice.whole(0, max((AS_OF - soonest).days - 70, 0)))
    else:
        start = after(first, dice.whole(0, 60 if story.year == AS_OF.year else 105))
    notice = Term(start, after(start, dice.whole(9, 14)))
    begin = after(notice.end, dice.whole(4, 34))
    end = after(begin, days)
    if story.stage == "building" and end <= AS_OF:
        end = after(AS_OF, dice.whole(12, 90))
    return Timeline(Term(begin, end), noticed=notice, accepted=after(end, dice.whole(5, 28)))


def _agreements(story: Story) -> None:
    dice, accepted = story.dice, story.timeline.accepted
    assert accepted
    signed = after(accepted, dice.whole(3, 26))
    start = month_start(signed)
    if signed.month >= 9 or dice.chance(40):
        start = date(signed.year + 1, 1, 1)
    term = years(start, dice.pick((3, 3, 5)) if story.flaw == "expired" else dice.pick(_TERMS))
    if story.stage == "closed":
        term = _ended(story, start)
    _sign(story, signed, term)
    while term.end < AS_OF and story.stage != "closed":
        if story.flaw == "expired":
            return
        term = years(after(term.end, 1), dice.pick((3, 5, 5)))
        _sign(story, after(term.start, -dice.whole(6, 40)), term)


def _ended(story: Story, start: date) -> Term:
    most = AS_OF.year - start.year - 1
    return years(start, max(1, story.dice.whole(min(2, most), min(most, 5))))


def _sign(story: Story, signed: date, term: Term) -> None:
    number = f"SL-XY-{signed.year}-{story.number + 1:04d}"
    story.timeline.agreements.append(Signed(number, signed, term))
