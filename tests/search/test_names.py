"""Names in many shards, and texts that mention somebody else: the site's own scripts against brute force."""

import json
import random
import subprocess
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator.checks.catalogue import problems
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.search.naming import short
from generator.search.shards import shards
from generator.search.writing import ASSETS, FOLDER, write
from generator.settings import Settings
from tests.rows import changed
from tests.search.brute import Brute
from tests.search.county import invented
from tests.search.provide import node

_MIXED = ("与{}合作", "{}", "在{}3号地", "{}、{}共建", "（{}）", "{}{}", "{} {}", "2023年{}", "Ａ{}B")
_BESIDE = ("2023", "冷", "合作")


def _mentioning(rows: list[Row], reference: Reference, dice: random.Random) -> list[Row]:
    """The rows with texts that mention anybody, whole, in part, or joined to a name of their own."""
    operators = sorted({row.operator for row in rows if row.operator})
    villages = sorted({reference.places[row.place].name for row in rows})
    names = [*operators, *villages, *map(short, villages)]

    def name(row: Row) -> str:
        whole = dice.choice([dice.choice(names), row.operator or "", reference.places[row.place].name])
        start = dice.choice([0, 0, 0, dice.randrange(3)])
        return whole[start : len(whole) - dice.choice([0, 0, dice.randrange(3)])]

    def operator(row: Row) -> str | None:
        return dice.choice(
            [row.operator, dice.choice(operators), name(row) or None, f"Ｋ７农场（{name(row)}）"]
        )

    def documents(row: Row) -> tuple[str, ...]:
        return (f"{text(row)}〔2020〕{dice.randrange(99)}号",) if dice.random() < 0.1 else ()

    def text(row: Row) -> str:
        shape = dice.choice(_MIXED)
        return shape.format(*[name(row) for _ in range(shape.count("{}"))])

    return [
        changed(
            row,
            operator=operator(row),
            scope=f"{text(row)}，{text(row)}" if dice.random() < 0.5 else row.scope,
            name=f"{row.name}{text(row)}" if dice.random() < 0.3 else row.name,
            documents=row.documents + documents(row),
        )
        for row in rows
    ]


def _queries(rows: list[Row], reference: Reference, dice: random.Random) -> list[str]:
    full = [reference.places.full_name(row.place) for row in rows]
    places = sorted({place.name for place in reference.places} | set(full))
    operators = sorted({row.operator for row in rows if row.operator})
    names = [*places, *map(short, places), *operators]
    parts = [name[dice.randrange(2) : len(name) - dice.randrange(3)] for name in dice.sample(names, 150)]
    pairs = [f"{dice.choice(names)} {dice.choice([*_BESIDE, dice.choice(names)])}" for _ in range(60)]
    texts = [row.scope[at : at + 5] for row in dice.sample(rows, 60) for at in (dice.randrange(4),)]
    return [query for query in dict.fromkeys([*names, *parts, *pairs, *texts]) if query.strip()]


@pytest.mark.parametrize(("seed", "size"), [(1, 40), (2, 90), (3, 25)])
def test_every_name_is_found_wherever_it_stands(tmp_path: Path, seed: int, size: int) -> None:
    dice = random.Random(seed)
    plain, reference = invented(400)
    rows = _mentioning(plain, reference, dice)
    site = Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems())
    write(tmp_path, Overview(rows, site), {}, cut=partial(shards, whole=30, size=size))
    told = subprocess.run(
        [node(), str(Path(__file__).with_name("finding.js")), str(ASSETS), str(tmp_path / FOLDER / "data")],
        input=json.dumps(_queries(rows, reference, dice)),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(told.stdout)
    brute = Brute(rows, reference)
    assert len(found) > 500
    assert {query: ids for query, ids in found.items() if len(ids) != len(set(ids))} == {}
    assert {query: ids for query, ids in found.items() if set(ids) != brute.ids(query)} == {}
