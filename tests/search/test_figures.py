from hypothesis import given
from hypothesis import strategies as st

from generator.search.figures import figures
from generator.search.norm import norm
from tests.search import read_back

_TEXT = st.text(alphabet="座 0123１２².，\n", max_size=12)


@given(st.lists(_TEXT, min_size=1, max_size=8), st.text("012", min_size=1, max_size=3))
def test_rows_with_digits_are_those_whose_text_holds_them(values: list[str], word: str) -> None:
    order = sorted(range(len(values)), key=lambda at: values[at])
    column = figures(values, order)
    gaps = iter(read_back.sequence(column["rows"]))
    found = set()
    for run, many in zip(column["runs"].split("\n"), read_back.sequence(column["many"]), strict=False):
        row = -1
        for _ in range(many):
            row += next(gaps) + 1
            if word in run:
                found.add(order[row])
    # A line end parts numbers here, as it does where a browser reads the text.
    assert found == {at for at, text in enumerate(values) if word in norm(text.replace("\n", " "))}
