"""How findings name things: fields, places in a record, words, what was found instead."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.findings.finding import Bilingual, Path
from generator.reading import suggest
from generator.reading.keys import Shape, shape
from generator.records.model import Model, labels
from generator.records.vocabulary import Term

_SHORT = 30
_MANY = 40

NOTHING = Bilingual("", "")


def short(value: object) -> str:
    """A value as a message quotes it: one line, not too long."""
    text = " ".join(str(value).split()).replace("“", "‘").replace("”", "’")
    return text if len(text) <= _SHORT else text[:_SHORT] + "…"


def name(at: Shape) -> Bilingual:
    """What a field is called."""
    return Bilingual(at.label.zh, at.label.en) if at.label else Bilingual("记录", "record")


def unit(at: Shape) -> Bilingual:
    """A field's unit, in marks."""
    text = at.label.unit if at.label else None
    return Bilingual(f"“{text}”", text) if text else Bilingual("", "none")


def where(root: type[Model], location: tuple[str | int, ...], whole: Bilingual) -> Bilingual:
    """The part of a file at a location: the whole, a field, or an entry of a list."""
    at, path = shape(root, location)
    if not path or not at.label:
        return whole
    label = name(at)
    if isinstance(path[-1], int):
        number = path[-1] + 1
        return Bilingual(f"“{label.zh}”的第 {number} 条", f"entry {number} of “{label.en}”")
    return Bilingual(f"“{label.zh}”", f"“{label.en}”")


def what(value: Any) -> Bilingual:
    """What kind of content a value is."""
    if isinstance(value, dict):
        return Bilingual("分项的内容", "a mapping")
    if isinstance(value, list):
        return Bilingual("一个清单", "a list")
    if value is None:
        return Bilingual("空的", "nothing")
    return Bilingual(f"一段文字“{short(value)}”", f"the text “{short(value)}”")


def keys(models: Sequence[type[Model]]) -> Bilingual:
    """The keys that all of some models have, with their labels."""
    first, *more = map(labels, models)
    told = [(key, label) for key, label in first.items() if all(key in each for each in more)]
    return Bilingual(
        "、".join(f"{key}（{label.zh}）" for key, label in told),
        ", ".join(f"{key} ({label.en})" for key, label in told),
    )


def words(terms: Iterable[Term]) -> Bilingual:
    """The words of a vocabulary with their labels."""
    listed = list(terms)
    shown = listed[:_MANY]
    more = len(listed) - len(shown)
    return Bilingual(
        "、".join(f"{term.code}（{term.label}）" for term in shown) + (f"等{len(listed)}个" if more else ""),
        ", ".join(f"{term.code} ({term.en})" for term in shown) + (f" and {more} more" if more else ""),
    )


def instead(got: str, right: str | None) -> Bilingual:
    """The hint to write ``right``, where there is one and it is not what stands there."""
    if not right or right == got:
        return NOTHING
    if right == suggest.tight(got):
        # As a message shows it, nobody could tell it from what is right.
        return Bilingual(
            f"{right} 前后或中间有多余的空格，有的看不见（常常是粘贴来的）：整个删掉，重新打一遍 {right}。",
            f"There are blanks around or within {right}, which may be invisible: delete all, type it anew. ",
        )
    return Bilingual(f"“{short(got)}”要写成 {right}。", f"For “{short(got)}” write {right}. ")


def code(got: str, terms: Iterable[Term]) -> str | None:
    """The code of the term that a label names, in Chinese or in English."""
    plain = suggest.bare(got)
    for term in terms:
        if plain and plain in (term.label, term.short, suggest.bare(term.label), term.en.lower()):
            return term.code
    return None


def meant(got: str, terms: Iterable[Term]) -> Bilingual:
    """The hint at the word that was meant: the code of a Chinese label, or a near spelling."""
    listed = list(terms)
    right = code(got, listed)
    if right:
        return instead(got, right)
    plain = suggest.bare(got)
    codes = {term.code: term for term in listed}
    if plain in codes:
        return instead(got, plain)
    chinese = {label: term for term in listed for label in (term.short, term.label)}
    within = [term for term in listed if len(plain) > 1 and plain in term.label]
    near = suggest.near(plain, codes) or (within[0].code if len(within) == 1 else None)
    label = suggest.near(plain, chinese)
    found = codes[near] if near else chinese[label] if label else None
    if not found:
        return NOTHING
    return Bilingual(f"是不是 {found.code}（{found.label}）？", f"Did you mean {found.code} ({found.en})? ")


def path_of(root: type[Model], location: tuple[str | int, ...]) -> Path:
    """A location as the record has it."""
    return shape(root, location)[1]
