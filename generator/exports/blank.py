"""A blank record for a clerk to fill in: every key with its Chinese label and help beside it."""

import types
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.records.linkages import LINKAGES
from generator.records.model import Model, fields_of, is_model, label_of
from generator.records.project import Project
from generator.records.scalars import Word
from generator.records.vocabulary import Vocabularies

_LATER = frozenset({"completion", "distributions", "inspections", "changes"})
"""Parts that are filled in only when they have come to pass."""


def blank(project: str, mechanisms: tuple[str, ...], vocabularies: Vocabularies) -> str:
    """The text of a blank record with the given number and mechanisms.

    Parts that come later stand in it as comments; what is left blank counts as not filled in.
    """
    lines = ["# 每一行右边是说明。空着的就是还没填；填好后运行 gongshi check。"]
    for name, info in fields_of(Project).items():
        key = info.alias or name
        if key == "linkages":
            block = [_line("", key, info, vocabularies), *_linkages(mechanisms, vocabularies)]
        else:
            block = list(_field("", key, info, vocabularies))
        if key == "id":
            block = [f"id: {project}"]
        lines += [f"# {line}" for line in block] if key in _LATER else block
    return "\n".join(lines) + "\n"


def _linkages(mechanisms: tuple[str, ...], vocabularies: Vocabularies) -> Iterator[str]:
    for code in mechanisms:
        yield f"  - mechanism: {code}  # {vocabularies.label('mechanisms', code)}"
        for name, info in fields_of(LINKAGES[code]).items():
            if name != "mechanism":
                yield from _field("    ", info.alias or name, info, vocabularies)


def _field(indent: str, key: str, info: FieldInfo, vocabularies: Vocabularies) -> Iterator[str]:
    yield _line(indent, key, info, vocabularies)
    model, many = _shape(info.annotation)
    if model is None:
        return
    inner = indent + ("    " if many else "  ")
    lines = [
        line
        for name, each in fields_of(model).items()
        for line in _field(inner, each.alias or name, each, vocabularies)
    ]
    if many:
        lines[0] = f"{indent}  - {lines[0].lstrip()}"
    yield from lines


def _line(indent: str, key: str, info: FieldInfo, vocabularies: Vocabularies) -> str:
    label = label_of(info)
    words = _vocabulary(info)
    listed = f" 可以写：{_words(vocabularies, words)}" if words else ""
    return f"{indent}{key}:  # {label.zh}。{label.help}{listed}"


def _words(vocabularies: Vocabularies, name: str) -> str:
    return "、".join(f"{term.code}（{term.short}）" for term in vocabularies[name])


def _vocabulary(info: FieldInfo) -> str | None:
    found = [each.vocabulary for each in _metadata(info) if isinstance(each, Word)]
    return found[0] if found else None


def _metadata(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    yield from _annotations(info.annotation)


def _annotations(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is typing.Annotated:
        yield from annotation.__metadata__
    for each in get_args(annotation):
        yield from _annotations(each)


def _shape(annotation: Any) -> tuple[type[Model] | None, bool]:
    """The model that a field holds, if any, and whether it holds many of it."""
    if is_model(annotation):
        return annotation, False
    origin = get_origin(annotation)
    if origin is tuple:
        model, _ = _shape(get_args(annotation)[0])
        return model, True
    if origin in (types.UnionType, typing.Union):
        return next((_shape(each) for each in get_args(annotation) if _shape(each)[0]), (None, False))
    return None, False
