"""The base of all models, and the one definition of a field.

What :func:`field` is told feeds everything that shows the field: the page label, the help in the
editor and the workbook, the JSON Schema, the CSV and XLSX header, the data catalogue.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo


class Model(BaseModel):
    """A frozen part of a record; keys that it does not define are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def quicken() -> None:
    """Let attributes of models be found like any others: only for a process in which all models are ours.

    Pydantic looks for private attributes where a name is not found, and for that Python takes a way that is
    three times as long for every name that is; rules, pages and tables ask four thousand times a record. Our
    models have none. A plugin of the engine may have, so the process that runs it stays as it is.
    """
    if "__getattr__" in vars(BaseModel):
        delattr(BaseModel, "__getattr__")


@contextmanager
def quickened() -> Iterator[None]:
    """The same for a while in which nobody but us works with models; nothing where other threads might."""
    looks = vars(BaseModel).get("__getattr__")
    if looks is None or threading.active_count() > 1:
        yield
        return
    quicken()
    try:
        yield
    finally:
        setattr(BaseModel, "__getattr__", looks)  # noqa: B010 - mypy knows of no such method


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


def label_of(info: FieldInfo) -> Label:
    """The label of a field that was made by :func:`field`."""
    extra = info.json_schema_extra
    assert isinstance(extra, dict)
    label = extra["x-label"]
    assert isinstance(label, Label)
    return label


def labels(model: type[BaseModel]) -> dict[str, Label]:
    """The labels of a model's fields, in their order, by the key that a record uses."""
    return {info.alias or name: label_of(info) for name, info in model.model_fields.items()}
