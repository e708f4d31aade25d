import itertools
import re
from collections.abc import Iterable

from generator.records.summary import Row
from generator.search.columns import Columns
from generator.search.hints import hint, pairs
from generator.search.norm import norm
from generator.search.outline import HINTED, outline
from generator.search.shards import FEW, shards, spread
from generator.search.texts import MARKS
from tests.rows import changed
from tests.search import read_back
from tests.search.county import curated, invented


def _may_be(hint: dict[str, object], word: str) -> bool:
    word = re.sub("[0-9]", "0", word)
    bits = read_back.numbers(hint["bits"])  # type: ignore[arg-type]
    size = int(str(hint["size"]))
    places = ((ord(one) * 65599 + ord(other)) % size for one, other in itertools.pairwise(word))
    return set(word) <= set(str(hint["letters"])) and all(bits[at // 6] >> at % 6 & 1 for at in places)


def test_what_is_in_a_part_is_never_denied_and_most_else_is() -> None:
    rows, reference = curated()
    made = outline(Columns(rows, reference))
    found = {part: hint(part, [made]) for part in HINTED}
    for row in rows:
        assert _may_be(found["scope"], norm(row.scope))
        assert all(_may_be(found["marks"], norm(each)) for each in (*row.documents, *row.agreements))
        assert not row.credit_code or _may_be(found["codes"], norm(row.credit_code))
    codes = [norm(row.credit_code) for row in rows if row.credit_code]
    assert not any(_may_be(found["scope"], code) for code in codes)
    names = {norm(row.operator) for row in rows if row.operator}
    assert sum(_may_be(found["scope"], name) for name in names) < len(names) / 4


def test_a_number_behind_any_piece_of_text_is_not_denied() -> None:
    rows, reference = curated()
    scopes = ["新建 2 座", "\u9fff3 座", "\u4e00 4 座"]
    made = outline(Columns([changed(rows[0], scope=scope) for scope in scopes], reference))
    found = hint("scope", [made])
    assert all(_may_be(found, norm(scope)) for scope in scopes)


def test_rare_pairs_name_every_shard_that_has_them() -> None:
    rows, reference = invented(400)
    several = shards(rows, whole=100, size=60)
    assert len(several) > 3
    found = pairs([outline(Columns(rows, reference)) for rows in several])
    sets = [found["sets"][at] for at in read_back.numbers(found["i"])]
    listed = {pair: set(where) for pair, where in zip(_grouped(found["pairs"]), sets, strict=True)}
    common = set(_grouped(found["common"]))
    assert listed
    assert common
    assert not common & listed.keys()
    for number, here in enumerate(several):
        columns = Columns(here, reference)
        for row, own in zip(columns.rows, columns.owns, strict=True):
            for text in (row.name, row.scope, *row.documents):
                for line in norm(_beside(text, [getattr(own, name) for name in MARKS.values()])).split("\n"):
                    pairs_here = {one + other for one, other in itertools.pairwise(line)}
                    written = {pair for pair in pairs_here if min(pair) >= "\u2e80"}
                    assert written <= common | {pair for pair in listed if number in listed[pair]}


def _beside(text: str, names: Iterable[str]) -> str:
    """A row's text without the inside of its own names: who looks for that finds the row by them."""
    for name in names:
        if len(name) > 1 and name in text:
            text = text.replace(name, f"{name[0]}\n{name[-1]}")
    return text


def _grouped(lines: str) -> list[str]:
    return [line[0] + other for line in lines.split("\n") for other in line[1:]]


def test_shards_are_whole_townships_and_hold_every_row_once() -> None:
    rows, _ = invented(400)
    assert shards(rows) == [rows]
    assert shards([]) == [[]]
    several = shards(rows, whole=100, size=60)
    assert sorted(row.id for here in several for row in here) == sorted(row.id for row in rows)
    assert all(len(here) <= 60 for here in several)
    many = {township for township in {row.place[:9] for row in rows} if _rows_of(rows, township) <= 60}
    for township in many:
        assert sum(any(row.place[:9] == township for row in here) for here in several) == 1


def _rows_of(rows: list[Row], township: str) -> int:
    return sum(row.place[:9] == township for row in rows)


def test_operators_of_many_shards_stand_together_with_all_their_rows() -> None:
    rows, _ = invented(1000)
    several = shards(rows, whole=100, size=60)
    wide = spread(several, size=60)
    homes: dict[str, set[int]] = {}
    for number, here in enumerate(several):
        for row in here:
            if row.operator:
                homes.setdefault(row.operator, set()).add(number)
    apart = {name for name, found in homes.items() if len(found) > FEW}
    assert apart
    assert sorted(row.id for here in wide for row in here) == sorted(
        row.id for row in rows if row.operator in apart
    )


def test_an_operator_named_in_its_own_scope_is_not_looked_for_there() -> None:
    rows, reference = curated()
    row = next(row for row in rows if row.operator)
    scope = f"由{row.operator}新建冷库"
    found = hint("scope", [outline(Columns([changed(row, scope=scope)], reference))])
    name = norm(row.operator or "")
    assert _may_be({**found, "bits": found["alone"]}, "新建")
    assert not _may_be({**found, "bits": found["alone"]}, name)
    for word in (f"由{name}", f"{name}新", name[-1] + "新"):
        assert any(
            _may_be({**found["edges"], "letters": word}, one + other)
            for one, other in itertools.pairwise(word)
        )
    assert _may_be(found, name)
