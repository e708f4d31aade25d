"""Rows of a register as large as a province's, made from a few and never written as records."""

import random
import re
from functools import cache

from generator.records.reference import Reference
from generator.records.summary import Row
from tests.rows import changed
from tests.search.county import invented, referred

_FIGURE = re.compile("[0-9]{2,}")


@cache
def many(number: int, models: int = 1000) -> tuple[list[Row], Reference]:
    """``number`` rows over all villages that so many records would have, with the models' texts varied."""
    rows, _ = invented(models)
    reference = referred(number)
    villages = [place for place in reference.places if place.level == "village"]
    dice = random.Random(20251120)
    names = {row.place: reference.places.full_name(row.place) for row in rows}
    towns = [row.operator for row in rows if row.operator and "公司" in row.operator]
    found = []
    for at in range(number):
        model, village = rows[at % models], dice.choice(villages)
        name = reference.places.full_name(village.code)
        operator = model.operator and (
            dice.choice(towns) if dice.random() < 0.1 else model.operator.replace("村", village.name, 1)
        )
        found.append(
            changed(
                model,
                id=f"SL-{model.year}-{at + 1:06d}",
                digest=b"%d" % at,
                place=village.code,
                name=model.name.replace(names[model.place], name),
                operator=operator,
                agreements=tuple(f"SL-XY-{model.year}-{at + 1:06d}" for _ in model.agreements[:1]),
                scope=_FIGURE.sub(lambda _: str(dice.randrange(10, 3000)), model.scope),
            )
        )
    return found, reference
