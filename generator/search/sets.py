"""A column of sets of a few words, as bit masks: most rows have one of few sets.

``assets/columns.js`` reads what this writes.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.search.planes import masks, sequence


def sets(values: Sequence[int], bits: int) -> dict[str, Any]:
    """``sets`` of so many words as planes, the commonest first; in ``i`` the sequence of which ones."""
    counted = Counter(values)
    found = sorted(counted, key=lambda each: (-counted[each], each))
    index = {each: at for at, each in enumerate(found)}
    return {"sets": masks(found, bits), "i": sequence([index[each] for each in values])}
