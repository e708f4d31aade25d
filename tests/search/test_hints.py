import itertools

from generator.search.columns import Columns
from generator.search.hints import HINTED, hint, pairs
from generator.search.norm import norm
from generator.search.shards import shards
from tests.search import read_back
from tests.search.county import curated, invented


def _may_be(hint: dict[str, object], word: str) -> bool:
    bits = read_back.numbers(hint["bits"])  # type: ignore[arg-type]
    size = int(str(hint["size"]))
    places = ((ord(one) * 65599 + ord(other)) % size for one, other in itertools.pairwise(word))
    return set(word) <= set(str(hint["letters"])) and all(bits[at // 6] >> at % 6 & 1 for at in places)


def test_what_is_in_a_part_is_never_denied_and_most_else_is() -> None:
    rows, _ = curated()
    found = {part: hint({text for row in rows for text in told(row)}) for part, told in HINTED.items()}
    for row in rows:
        assert _may_be(found["scope"], norm(row.scope))
        assert all(_may_be(found["marks"], norm(each)) for each in (*row.documents, *row.agreements))
        assert not row.credit_code or _may_be(found["codes"], norm(row.credit_code))
    codes = [norm(row.credit_code) for row in rows if row.credit_code]
    assert not any(_may_be(found["scope"], code) for code in codes)
    names = {norm(row.operator) for row in rows if row.operator}
    assert sum(_may_be(found["scope"], name) for name in names) < len(names) / 4


def test_rare_pairs_name_every_shard_that_has_them() -> None:
    rows, reference = invented(400)
    several = shards(rows, whole=100, size=60)
    assert len(several) > 3
    found = pairs([Columns(rows, reference) for rows in several])
    sets = [found["sets"][at] for at in read_back.numbers(found["i"])]
    listed = {found["pairs"][2 * at : 2 * at + 2]: set(where) for at, where in enumerate(sets)}
    assert listed
    for number, here in enumerate(several):
        for row in here:
            for text in (row.name, row.scope, row.operator or "", reference.places.full_name(row.place)):
                plain = norm(text)
                assert all(
                    number in listed[one + other]
                    for one, other in itertools.pairwise(plain)
                    if one + other in listed
                )


def test_shards_are_whole_townships_and_hold_every_row_once() -> None:
    rows, _ = invented(400)
    assert shards(rows) == [rows]
    assert shards([]) == [[]]
    several = shards(rows, whole=100, size=60)
    assert sorted(row.id for here in several for row in here) == sorted(row.id for row in rows)
    townships = [{row.place[:9] for row in here} for here in several]
    assert sum(map(len, townships)) == len(set().union(*townships))
