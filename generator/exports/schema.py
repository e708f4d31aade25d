"""The JSON Schema of a record, by which an editor completes, explains and checks while one types.

It is made from the fields of the models and the register's own vocabularies and places, so that an
editor offers exactly the words that the check accepts, each with its Chinese label. The dialect is
named as 2020-12, but every keyword is one that draft 07 has too: editors know those best.

An editor reads YAML with types and the check reads it as text, so a number may also be text here if
it is spelt right. What only rules can tell is not in the schema, but for one thing: the terms that
each mechanism's agreement must state (rule M002) are required, so that the editor asks for them.
"""

from typing import Any

from pydantic import TypeAdapter

from generator.reading.keys import Shape, entry, shapes
from generator.records.model import Label, Model, fields_of
from generator.records.places import Places
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.vocabulary import Term, Vocabulary

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
_WHOLE = r"^(0|[1-9][0-9]*)$"


def project_schema(reference: Reference) -> Schema:
    """The schema of a record under the reference data of its register, ready for ``json.dumps``."""
    schema = _object(Project, reference)
    schema["properties"]["place"] |= _choice(*_places(reference.places))
    return {
        "$schema": DIALECT,
        "title": "项目记录",
        "description": "一个项目一个文件，文件名是项目编号。",
        **schema,
    }


def _object(model: type[Model], reference: Reference) -> Schema:
    fields = {info.alias or name: info for name, info in fields_of(model).items()}
    found = shapes(model)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key, at in found.items() if fields[key].is_required() or _demanded(at)],
        "properties": {key: _field(at, reference) for key, at in found.items()},
    }


def _demanded(at: Shape) -> bool:
    return at.label is not None and at.label.term


def _field(at: Shape, reference: Reference) -> Schema:
    return {**_told(at.label), **_taken(at, reference)}


def _told(label: Label | None) -> Schema:
    if label is None:
        return {}
    unit = f"单位：{label.unit}。" if label.unit else ""
    return {"title": label.zh, "description": label.help + unit}


def _taken(at: Shape, reference: Reference) -> Schema:
    """What a place takes: an object, one of the mechanisms, a list, a word, or a single value."""
    if at.model:
        return _object(at.model, reference)
    if at.models:
        return _one_of(at.models, reference)
    if at.entry is not None:
        return {"type": "array", "items": _taken(entry(at), reference)}
    if at.vocabulary:
        return _words(reference.vocabularies[at.vocabulary])
    return _single(TypeAdapter(at.single).json_schema())


def _one_of(models: dict[str, type[Model]], reference: Reference) -> Schema:
    """A linkage: the mechanism decides which keys there are, and which must be."""
    words = _words(reference.vocabularies["mechanisms"])
    label = shapes(next(iter(models.values())))["mechanism"].label
    title = {"title": label.zh} if label else {}
    return {
        "type": "object",
        "required": ["mechanism"],
        "properties": {"mechanism": {**title, "description": "先写用哪种方式，再写它的约定。", **words}},
        "allOf": [
            {
                "if": {"properties": {"mechanism": {"const": code}}, "required": ["mechanism"]},
                "then": _mechanism(code, model, reference),
            }
            for code, model in models.items()
        ],
    }


def _mechanism(code: str, model: type[Model], reference: Reference) -> Schema:
    schema = _object(model, reference)
    schema["properties"]["mechanism"] = {"const": code}
    return {"title": reference.term("mechanisms", code), **schema}


def _words(vocabulary: Vocabulary) -> Schema:
    return _choice([term.code for term in vocabulary], [_explained(term) for term in vocabulary])


def _explained(term: Term) -> str:
    first, last = term.first, term.last
    if first and last:
        years = f"（{first}–{last} 年）"
    elif first or last:
        years = f"（{first} 年起）" if first else f"（到 {last} 年）"
    else:
        years = ""
    return f"{term.label}{years}" + (f"：{term.help}" if term.help else "")


def _places(places: Places) -> tuple[list[str], list[str]]:
    """The townships and villages: their codes and their names."""
    found = [place for place in places if place.level in ("township", "village")]
    return [place.code for place in found], [places.full_name(place.code) for place in found]


def _choice(values: list[str], told: list[str]) -> Schema:
    """A choice that editors explain entry by entry; both keys are those that editors look for."""
    return {"enum": values, "enumDescriptions": told, "markdownEnumDescriptions": told}


def _single(plain: Schema) -> Schema:
    """A single value as an editor may meet it: typed, or as text that is spelt the same."""
    kind = plain.pop("type")
    if kind == "boolean":
        return {"enum": [True, False, "yes", "no", "是", "否"]}
    if kind == "number":
        plain.pop("multipleOf", None)
        return {"type": ["number", "string"], "pattern": _NUMBER, **plain}
    if kind == "integer":
        return {"type": ["integer", "string"], "pattern": _WHOLE, **plain}
    if "maxLength" in plain:
        return {"type": ["string", "number"], "minLength": 1, **plain}
    return {"type": kind, **plain}
