"""What the models refuse, told as findings: every refusal with its field, its place, its remedy."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.findings.finding import Bilingual, Path, Problem
from generator.reading import suggest, wording
from generator.reading.fault import Fault, Particular
from generator.reading.joined import crushed, key_of
from generator.reading.keys import Shape, shape
from generator.reading.nodes import Node
from generator.reading.problems import fields, syntax, values
from generator.reading.unknown_key import advice
from generator.records.model import Model
from generator.records.privacy import private_numbers
from generator.records.vocabulary import Term, Vocabularies, Vocabulary

RECORD = Bilingual("记录", "The record")

Error = Any
"""One of pydantic's errors, as its dictionary."""


class Structure:
    """Tells the refusals of one file.

    Args:
        root: the model of the whole file.
        tree: the file's parts.
        lines: its lines.
        vocabularies: whose words are allowed.
        whole: what the file is called in messages.
    """

    def __init__(
        self,
        root: type[Model],
        tree: Node,
        lines: list[str],
        vocabularies: Vocabularies,
        whole: Bilingual = RECORD,
    ) -> None:
        self._root = root
        self._tree = tree
        self._lines = lines
        self._vocabularies = vocabularies
        self._whole = whole
        self._meant: set[Path] = set()

    def faults(self, errors: Iterable[Error]) -> list[Fault]:
        """The faults of all errors; one that only follows from another is left out."""
        found = [fault for error in errors for fault in self._told(error)]
        return [
            fault for fault in found if fault.problem is not fields.MISSING or fault.path not in self._meant
        ]

    def _told(self, error: Error) -> Iterator[Fault]:
        at, path = shape(self._root, error["loc"])
        kind, value = error["type"], error["input"]
        if kind == "unexpected_keyword_argument":
            yield from self._unknown_key(error["loc"], path)
        elif kind == "missing":
            yield self._missing(error["loc"], at, path)
        elif kind in ("union_tag_not_found", "union_tag_invalid"):
            yield self._tag(error, path)
        elif value is None:
            yield self._fault(fields.BLANK_ENTRY, path, label=wording.name(at))
        elif kind in ("dataclass_type", "model_attributes_type"):
            yield from self._no_group(at, path, value)
        elif kind == "tuple_type":
            yield from self._no_list(at, path, value)
        elif not isinstance(value, str):
            what, hint = wording.what(value), wording.NOTHING
            yield self._fault(fields.NOT_A_TEXT, path, label=wording.name(at), what=what, hint=hint)
        else:
            yield from self._value(kind, error, at, path, value)

    def _fault(self, problem: Problem, path: Path, **particulars: Particular) -> Fault:
        line, column = self._tree.find(path)
        return Fault(problem, line, column, particulars, path)

    def _unknown_key(self, location: tuple[str | int, ...], path: Path) -> Iterator[Fault]:
        holder, _ = shape(self._root, location[:-1])
        key = str(path[-1])
        parent = self._tree.at(path[:-1])
        node = parent.entries[key][0] if parent and key in parent.entries else self._tree
        joined = key_of(key)
        if joined:
            self._meant.add((*path[:-1], joined))
            yield from crushed(node, self._lines)
            return
        right, text = advice(self._root, holder, key, top=len(path) == 1)
        if right:
            self._meant.add((*path[:-1], right))
        where = wording.where(self._root, location[:-1], self._whole)
        particulars: dict[str, Particular] = {"where": where, "key": wording.short(key), "advice": text}
        yield Fault(fields.UNKNOWN_KEY, node.line, node.column, particulars, path)

    def _missing(self, location: tuple[str | int, ...], at: Shape, path: Path) -> Fault:
        assert at.label
        return self._fault(
            fields.MISSING,
            path,
            where=wording.where(self._root, location[:-1], self._whole),
            label=wording.name(at),
            key=str(path[-1]),
            help=Bilingual(at.label.help, ""),
        )

    def _tag(self, error: Error, path: Path) -> Fault:
        terms = self._vocabulary("mechanisms")
        stated = error["input"].get("mechanism")
        if not stated:
            return self._fault(fields.NO_MECHANISM, path, words=wording.words(terms))
        path = (*path, "mechanism")
        if not isinstance(stated, str):
            hint = _ONE_EACH if isinstance(stated, list) else wording.NOTHING
            return self._fault(
                fields.NOT_A_TEXT, path, label=_MECHANISM, what=wording.what(stated), hint=hint
            )
        return self._fault(
            fields.UNKNOWN_MECHANISM,
            path,
            got=wording.short(stated),
            hint=_ONE_EACH if _several(stated, terms) else wording.meant(stated, terms),
            words=wording.words(terms),
        )

    def _no_group(self, at: Shape, path: Path, value: Any) -> Iterator[Fault]:
        node = self._tree.at(path)
        joined = list(crushed(node, self._lines)) if node else []
        if joined:
            yield from joined
            return
        if isinstance(value, str) and value[:1] in ("｛", "［"):
            yield self._fault(syntax.WIDE_PUNCTUATION, path, mark=value[0])
            return
        yield self._fault(
            fields.NOT_A_GROUP,
            path,
            label=wording.name(at),
            what=wording.what(value),
            key=at.key,
            keys=wording.keys([at.model] if at.model else [*at.models.values()]),
        )

    def _no_list(self, at: Shape, path: Path, value: Any) -> Iterator[Fault]:
        node = self._tree.at(path)
        joined = list(crushed(node, self._lines)) if node else []
        if joined:
            yield from joined
            return
        grouped = shape(self._root, (*path, 0))[0]
        several = bool(node and node.end > node.line)
        if isinstance(value, dict) or several or grouped.model or grouped.models or private_numbers(value):
            told = Bilingual(
                "每一条另起一行，用短横线加空格开头；只有一条也要写短横线。",
                "Begin each entry on a new line with a dash and a blank, even a single one.",
            )
        else:
            terms = self._vocabulary(grouped.vocabulary) if grouped.vocabulary else ()
            parts = _parted(value)
            right = f"[{', '.join([wording.code(part, terms) or part for part in parts])}]"
            told = Bilingual(f"写成 {at.key}: {right}", f"Write {at.key}: {right}")
        yield self._fault(
            fields.NOT_A_LIST, path, label=wording.name(at), what=wording.what(value), advice=told
        )

    def _value(self, kind: str, error: Error, at: Shape, path: Path, value: str) -> Iterator[Fault]:
        if kind == "unknown_word":
            if not self._two_in_one(path, value):
                yield self._word(error["ctx"]["vocabulary"], at, path, value)
            return
        if kind in _OF_TEXTS and not value.strip():
            yield self._fault(values.EMPTY_TEXT, path, label=wording.name(at), got=wording.short(value))
            return
        particulars: dict[str, Particular] = {"label": wording.name(at), "got": wording.short(value)}
        if kind == "string_too_long":
            particulars |= {"length": len(value), "limit": error["ctx"]["max_length"]}
        elif kind in _HINTS:
            particulars["hint"] = wording.instead(value, _HINTS[kind](value))
            particulars["unit"] = wording.unit(at)
            particulars["example"] = "990101101203"
        problem = _PROBLEMS.get(kind)
        if problem is None:
            raise AssertionError(f"no finding for pydantic's {kind} at {path}")
        yield self._fault(problem, path, **particulars)

    def _two_in_one(self, path: Path, value: str) -> bool:
        """Whether a full-width comma made one entry of two; a finding of its own says so."""
        holder = self._tree.at(path[:-1])
        return bool(holder and holder.flow and holder.kind == "list" and "，" in value)

    def _word(self, vocabulary: str, at: Shape, path: Path, value: str) -> Fault:
        terms = self._vocabulary(vocabulary)
        return self._fault(
            values.UNKNOWN_WORD,
            path,
            label=wording.name(at),
            got=wording.short(value),
            hint=wording.meant(value, terms),
            words=wording.words(terms),
        )

    def _vocabulary(self, name: str) -> Vocabulary:
        return self._vocabularies.get(name) or Vocabulary(name, name, name)


def _parted(value: str) -> list[str]:
    """What stands in a text with signs between that people use for lists."""
    return [part.strip() for part in re.split("[，、,;；/+]", value) if part.strip()]


def _several(stated: str, terms: Iterable[Term]) -> bool:
    """Whether a text names more than one mechanism."""
    known = list(terms)
    codes = {term.code for term in known}
    return sum(part in codes or bool(wording.code(part, known)) for part in _parted(stated)) > 1


_MECHANISM = Bilingual("联结方式", "mechanism")
_ONE_EACH = Bilingual(
    "一条只写一种方式；用了几种，就写几条，每条用短横线开头。",
    "Each entry names one mechanism; where there are several, write an entry for each, with a dash. ",
)

_HINTS: dict[str, Callable[[str], str | None]] = {
    "not_money": suggest.amount,
    "not_decimal": lambda text: suggest.number(text, 4),
    "not_count": lambda text: suggest.number(text, 0),
    "not_year": suggest.year,
    "not_day": suggest.day,
    "not_place_code": lambda text: suggest.number(text, 0) if len(suggest.bare(text)) == 12 else None,
}

_OF_TEXTS = frozenset({"string_too_long", "string_pattern_mismatch"})
"""What may be wrong with a text; one of blanks alone is empty above all."""

_PROBLEMS = {
    "not_money": values.MONEY,
    "not_decimal": values.DECIMAL,
    "not_count": values.COUNT,
    "not_year": values.YEAR,
    "not_day": values.DAY,
    "no_such_day": values.NO_SUCH_DAY,
    "not_flag": values.FLAG,
    "not_place_code": values.PLACE_CODE,
    "string_too_long": values.TOO_LONG,
    "string_pattern_mismatch": values.PROJECT_ID,
}
