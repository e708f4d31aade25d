"""Lines woven of columns, some of which are missing."""

from itertools import combinations

import pytest

from generator.exports.cells import NOTHING, Cell
from generator.exports.line import strand, woven

_WIDTH = 5


def _cell(column: int, line: int) -> Cell:
    told = f"{column}{line}"
    return told, f',"{column}":{told}', f"<c><v>{told}</v></c>", ""


@pytest.mark.parametrize(
    "there", [each for many in range(1, _WIDTH + 1) for each in combinations(range(_WIDTH), many)]
)
def test_missing_columns_are_empty_fields(there: tuple[int, ...]) -> None:
    first = there[0]
    cells = {at: [_cell(at, 0), NOTHING if at != first else _cell(at, 1)] for at in there}
    csv, json, xml = woven({at: strand(each) for at, each in reversed(cells.items())}, _WIDTH)
    full = [f"{at}0" if at in there else "" for at in range(_WIDTH)]
    bare = [f"{at}1" if at == first else "" for at in range(_WIDTH)]
    assert csv == [f"{','.join(each)}\r\n" for each in (full, bare)]
    told = ",".join(f'"{at}":{at}0' for at in there)
    assert json == [f"{{{told}}}\n", f'{{"{first}":{first}1}}\n']
    empty, last = "<c/>", there[-1] + 1
    assert xml == [
        f"<row>{''.join(f'<c><v>{each}</v></c>' if each else empty for each in full[:last])}</row>",
        f"<row>{empty * first}<c><v>{first}1</v></c></row>",
    ]
