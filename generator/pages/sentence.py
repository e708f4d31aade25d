"""What people wrote into a record, as a sentence among those that are made from it."""

_ENDS = "。；，;,. "
_LOUD = ("！", "？", "!", "?")


def sentence(text: str) -> str:
    """A text with one mark at its end, whatever blanks, line ends or marks it was written with."""
    told = text.strip().rstrip(_ENDS)
    return told if not told or told.endswith(_LOUD) else f"{told}。"
