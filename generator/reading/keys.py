"""Fields by their place in a record: which model stands there, what a key is called in Chinese."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from generator.findings.finding import Path
from generator.records.model import Label, Model, fields_of, is_model, labels
from generator.records.scalars import Word


class Shape(NamedTuple):
    """What a place in a record takes: a model, one of several by a tag, a list, or a single value.

    ``label`` is that of the field that the place belongs to; None for the record itself. ``entry`` is
    the annotation of a list's entries, ``single`` that of a single value.
    """

    label: Label | None
    key: str
    model: type[Model] | None = None
    models: dict[str, type[Model]] = {}  # noqa: RUF012 - never changed
    entry: Any = None
    vocabulary: str | None = None
    single: Any = None


def shape(root: type[Model], location: tuple[str | int, ...]) -> tuple[Shape, Path]:
    """What stands at a location as pydantic tells it, and its path as the record has it.

    They differ where a location goes through a union: pydantic puts the tag in between.
    """
    at = Shape(None, "", root)
    path: list[str | int] = []
    for step in location:
        if at.models and isinstance(step, str):
            at = at._replace(model=at.models.get(step), models={})
            continue
        path.append(step)
        if isinstance(step, int):
            at = _shape(at.entry, at.label, at.key)
        elif at.model and step in _fields(at.model):
            annotation, label = _fields(at.model)[step]
            at = _shape(annotation, label, step)
        else:
            at = Shape(at.label, str(step))
    return at, tuple(path)


@cache
def _fields(model: type[Model]) -> dict[str, tuple[Any, Label]]:
    told = labels(model)
    hints = {info.alias or name: info for name, info in fields_of(model).items()}
    return {
        key: (Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation, told[key])
        for key, info in hints.items()
    }


def _shape(annotation: Any, label: Label | None, key: str) -> Shape:
    vocabulary = None
    single = annotation
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            words = [extra.vocabulary for extra in arguments[1:] if isinstance(extra, Word)]
            vocabulary = words[0] if words else vocabulary
            annotation = arguments[0]
        elif origin in (Union, UnionType):
            parts = [part for part in arguments if part is not type(None)]
            if len(parts) > 1:
                return Shape(label, key, models={_tag(part): part for part in parts})
            annotation = single = parts[0]
        elif origin is tuple:
            return Shape(label, key, entry=arguments[0])
        elif is_model(annotation):
            return Shape(label, key, annotation)
        else:
            return Shape(label, key, vocabulary=vocabulary, single=single)


def _tag(model: type[Model]) -> str:
    literal = fields_of(model)["mechanism"].annotation
    assert get_origin(literal) is Literal
    return str(get_args(literal)[0])


def shapes(model: type[Model]) -> dict[str, Shape]:
    """What each field of a model takes, by the key that a record uses."""
    return {key: _shape(annotation, label, key) for key, (annotation, label) in _fields(model).items()}


def entry(at: Shape) -> Shape:
    """What the entries of a list take."""
    return _shape(at.entry, at.label, at.key)


@cache
def known(root: type[Model]) -> frozenset[str]:
    """All keys that a file of this model may have, at any depth."""
    return frozenset(key for model in _models(root) for key in _fields(model))


@cache
def _models(root: type[Model]) -> tuple[type[Model], ...]:
    """A model and all models within it, each once."""
    found = [root]
    for model in found:
        for at in _innermost(model):
            below = [*at.models.values(), *([at.model] if at.model else [])]
            found += [each for each in below if each not in found]
    return tuple(found)


def _innermost(model: type[Model]) -> list[Shape]:
    """What each field takes, or its entries where it is a list."""
    return [entry(at) if at.entry is not None else at for at in shapes(model).values()]


def vocabularies_of(root: type[Model]) -> dict[str, str]:
    """The vocabularies whose words a file of this model may use, each with a label of such a field."""
    found: dict[str, str] = {}
    for at in (at for model in _models(root) for at in _innermost(model)):
        if at.vocabulary and at.label:
            found.setdefault(at.vocabulary, at.label.zh)
    return found
