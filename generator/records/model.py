"""The base of all models, and the one definition of a field.

A model is a dataclass with slots that pydantic reads: a record has some sixty of them, and without a
dictionary and a set of names each is made in four fifths of the time and takes a fifth of the memory.

What :func:`field` is told feeds everything that shows the field: the page label, the help in the
editor and the workbook, the JSON Schema, the CSV and XLSX header, the data catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeGuard, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, dataclasses
from pydantic.fields import FieldInfo
from pydantic_core import SchemaSerializer, SchemaValidator


class _Kind(type):
    """The type of all models: it tells them from whatever else stands in an annotation."""


class Model(metaclass=_Kind):
    """A frozen part of a record, decorated by :func:`part`; keys that it does not define are refused.

    What a record states is known from what it does not by identity: a value that is not stated is the field's
    default itself, in another process, too.
    """

    __slots__ = ()

    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]
    __pydantic_validator__: ClassVar[SchemaValidator]
    __pydantic_serializer__: ClassVar[SchemaSerializer]

    def __reduce__(self) -> tuple[Any, ...]:
        values = [(name, getattr(self, name), info.default) for name, info in fields_of(type(self)).items()]
        return _again, (type(self), {name: value for name, value, default in values if value is not default})


Made = TypeVar("Made", bound=Model)


@dataclass(frozen=True, slots=True)
class Label:
    """What readers are told of a field.

    Attributes:
        zh: the Chinese label, as on pages and in spreadsheet headers.
        en: the English label, for the data catalogue and ``--lang en``.
        help: one or two Chinese sentences for the person who fills the field in.
        unit: the unit of the value in Chinese (元, %, 户, 亩), or None.
        term: whether the clauses demand that an agreement states it (checked by rule M002).
    """

    zh: str
    en: str
    help: str
    unit: str | None = None
    term: bool = False


def field(
    zh: str,
    en: str,
    help: str,
    *,
    unit: str | None = None,
    default: Any = ...,
    alias: str | None = None,
    term: bool = False,
) -> Any:
    """Define a field once, for every place that shows it; see :class:`Label` for the words."""
    return Field(
        default,
        title=zh,
        description=help,
        alias=alias,
        json_schema_extra={"x-label": Label(zh, en, help, unit, term)},  # type: ignore[dict-item]
    )


def stated(zh: str, en: str, help: str, *, unit: str | None = None) -> Any:
    """Define a term that a mechanism's agreement must state.

    A missing term is not a malformed record: the model takes it and rule M002 names it with its
    clause, and the draft agreement leaves a blank for it.
    """
    return field(zh, en, help, unit=unit, default=None, term=True)


@dataclass_transform(
    eq_default=False, frozen_default=True, kw_only_default=True, field_specifiers=(field, stated)
)
def part(model: type[Made]) -> type[Made]:
    """Make a class with annotated fields a model."""
    decorate = dataclasses.dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)
    return cast("type[Made]", decorate(model))


def validated(model: type[Made], value: Any, words: Mapping[str, frozenset[str]] | None = None) -> Made:
    """A model from a value of texts, lists and dictionaries.

    ``words`` are the codes of the vocabularies, by name; without them any word is taken.

    Raises:
        pydantic.ValidationError: the value is not as the model has it.
    """
    context = None if words is None else {"words": words}
    made: Made = model.__pydantic_validator__.validate_python(value, context=context)
    return made


def unchecked(model: type[Made], **values: Any) -> Made:
    """A model with these values, which nobody checks; the others are as in a record that states none.

    Raises:
        TypeError: a value has no field, or a field that every record states has no value.
    """
    fields = fields_of(model)
    missing = {name for name, info in fields.items() if info.is_required()} - values.keys()
    if missing or values.keys() - fields.keys():
        raise TypeError(f"{model.__name__} has {', '.join(fields)}, and needs {', '.join(missing) or 'none'}")
    made = object.__new__(model)
    for name, info in fields.items():
        object.__setattr__(made, name, values.get(name, info.default))
    return made


def _again(model: type[Made], stated: dict[str, Any]) -> Made:
    return unchecked(model, **stated)


def dumped(model: Model) -> dict[str, Any]:
    """All values of a model in dictionaries, by the keys that a record uses."""
    told: dict[str, Any] = model.__pydantic_serializer__.to_python(model, by_alias=True)
    return told


def is_model(annotation: Any) -> TypeGuard[type[Model]]:
    """Whether an annotation is a model itself."""
    return isinstance(annotation, _Kind)


def fields_of(model: type[Model]) -> dict[str, FieldInfo]:
    """The fields of a model in their order, by attribute."""
    return model.__pydantic_fields__


def label_of(info: FieldInfo) -> Label:
    """The label of a field that was made by :func:`field`."""
    extra = info.json_schema_extra
    assert isinstance(extra, dict)
    label = extra["x-label"]
    assert isinstance(label, Label)
    return label


def labels(model: type[Model]) -> dict[str, Label]:
    """The labels of a model's fields, in their order, by the key that a record uses."""
    return {info.alias or name: label_of(info) for name, info in fields_of(model).items()}
