"""One column of a table: where its value stands in a record, what it holds, what readers are told of it."""

from dataclasses import dataclass
from typing import Any, get_args

from pydantic import PlainValidator

from generator.reading.keys import Shape, entry, shapes
from generator.records import scalars
from generator.records.agreement import Agreement
from generator.records.distribution import Decision, Paid
from generator.records.linkages import PaymentTerms, Price, Rent, Wage
from generator.records.model import Label, Model, fields_of
from generator.records.outcome import Completion
from generator.records.parties import Beneficiaries, Implementer, Operator, Owner, Supervision

_OWN_WORDS = (
    Agreement,
    Beneficiaries,
    Completion,
    Decision,
    Implementer,
    Operator,
    Owner,
    Paid,
    PaymentTerms,
    Price,
    Rent,
    Supervision,
    Wage,
)
"""Models whose fields' labels say enough without the label of the field that holds the model."""

_KINDS = {
    scalars.Money: "money",
    scalars.Quantity: "quantity",
    scalars.Count: "count",
    scalars.Year: "year",
    scalars.Day: "day",
    scalars.Flag: "flag",
    scalars.PlaceCode: "place",
}

NUMBERS = frozenset({"money", "quantity", "count", "year"})
"""The kinds whose cells hold numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        path: the keys in a record, from the table's own model down, e.g. ``("period", "start")``.
        attributes: the same as the models name them.
        zh, en, help: what readers are told; ``zh`` is the header, without the unit.
        kind: ``money``, ``quantity``, ``count``, ``year``, ``day``, ``flag``, ``place``,
            ``word``, ``words``, ``lines``, ``chain`` or ``text``.
        unit: 元, %, 户, 亩…, or None.
        vocabulary: of which the values are words, or None.
        required: whether no record can do without it (where the part it belongs to is there at all).
        term: whether the clauses demand that an agreement states it.
    """

    path: tuple[str, ...]
    attributes: tuple[str, ...]
    zh: str
    en: str
    help: str
    kind: str
    unit: str | None = None
    vocabulary: str | None = None
    required: bool = False
    term: bool = False

    @property
    def name(self) -> str:
        """The short English name, as in JSON Lines: ``period_start``."""
        return "_".join(self.path)

    @property
    def header(self) -> str:
        """The Chinese header: the label with the unit, ``金额（元）``."""
        return f"{self.zh}（{self.unit}）" if self.unit else self.zh

    @property
    def private(self) -> bool:
        """Whether it counts households, of which a small number is not told (field guide, section 8)."""
        return self.kind == "count" and self.unit == "户"


def columns_of(model: type[Model], without: tuple[str, ...] = ()) -> list[Column]:
    """The columns of a model in the order of its fields; parts that are models give columns of their own.

    Lists of models are tables of their own and left out here, but for a chain of parties.
    """
    return list(_columns(model, (), (), "", "", True, without))


def _columns(
    model: type[Model],
    path: tuple[str, ...],
    attributes: tuple[str, ...],
    zh: str,
    en: str,
    required: bool,
    without: tuple[str, ...] = (),
) -> Any:
    names = {info.alias or name: name for name, info in fields_of(model).items()}
    for key, at in shapes(model).items():
        if key in without:
            continue
        info = fields_of(model)[names[key]]
        label = at.label
        assert label is not None
        where = (*path, key), (*attributes, names[key])
        must = required and info.is_required()
        if at.model:
            own = at.model in _OWN_WORDS
            yield from _columns(
                at.model, *where, "" if own else f"{label.zh}：", "" if own else f"{label.en}: ", must
            )
        elif kind := _kind(at):
            yield _column(where, label, kind, at, zh, en, must)


def _column(
    where: tuple[tuple[str, ...], tuple[str, ...]],
    label: Label,
    kind: str,
    at: Shape,
    zh: str,
    en: str,
    required: bool,
) -> Column:
    vocabulary = entry(at).vocabulary if at.entry is not None else at.vocabulary
    return Column(
        *where,
        zh=zh + label.zh,
        en=en + label.en,
        help=label.help,
        kind=kind,
        unit=label.unit,
        vocabulary="chain_roles" if kind == "chain" else vocabulary,
        required=required,
        term=label.term,
    )


def _kind(at: Shape) -> str | None:
    """The kind of a field's cells; None for what is a table of its own."""
    if at.entry is not None:
        within = entry(at)
        if within.model:
            return "chain" if set(shapes(within.model)) == {"role", "name"} else None
        if within.models:
            return None
        return "words" if within.vocabulary else "lines"
    if at.models:
        return None
    if at.vocabulary:
        return "word"
    return _KINDS_BY_VALIDATOR.get(_validator(at.single), "text")


def _validator(annotation: Any) -> Any:
    return next((each for each in get_args(annotation)[1:] if isinstance(each, PlainValidator)), None)


_KINDS_BY_VALIDATOR = {_validator(annotation): kind for annotation, kind in _KINDS.items()}
