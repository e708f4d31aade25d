"""The JSON Schema of a record: valid in both dialects, agrees with the check, explains in Chinese."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator  # type: ignore[import-untyped]

from generator.exports.schema import DIALECT, project_schema
from generator.reading.reference import load
from generator.records.linkages import LINKAGES
from generator.records.model import labels
from generator.records.project import Project
from generator.records.reference import Reference

ROOT = Path(__file__).parents[2]
GOOD = sorted([*(ROOT / "tests/records").glob("*.yaml"), *(ROOT / "data/projects").glob("*.yaml")])

DRAFT_7 = {
    *("$schema", "title", "description", "type", "enum", "const", "properties", "required", "items"),
    *("additionalProperties", "allOf", "if", "then", "pattern", "format", "minimum", "maximum"),
    *("exclusiveMinimum", "minLength", "maxLength"),
}
EDITORS = {"enumDescriptions", "markdownEnumDescriptions"}


class Editor(yaml.SafeLoader):
    """YAML 1.2 with types, as editors read it."""


Editor.yaml_implicit_resolvers = {}
for _tag, _pattern in (
    ("bool", "true|True|TRUE|false|False|FALSE"),
    ("null", "~|null|Null|NULL|"),
    ("int", "[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)


@pytest.fixture(scope="module")
def reference() -> Reference:
    found, findings = load(ROOT)
    assert found
    assert not findings
    return found


@pytest.fixture(scope="module")
def schema(reference: Reference) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(project_schema(reference), ensure_ascii=False))
    return made


@pytest.fixture
def record() -> Any:
    return yaml.load((ROOT / "tests/records/SL-2023-9003.yaml").read_text("utf-8"), Editor)


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and all schemas within it."""
    yield schema
    below = [*schema.get("properties", {}).values(), *schema.get("allOf", [])]
    for part in [*below, *(schema[key] for key in ("items", "if", "then") if key in schema)]:
        yield from parts(part)


def test_valid_in_both_dialects(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == DIALECT
    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema(schema)


def test_only_keywords_that_editors_know(schema: dict[str, Any]) -> None:
    assert {key for part in parts(schema) for key in part} <= DRAFT_7 | EDITORS


def test_plain_data(reference: Reference, schema: dict[str, Any]) -> None:
    assert schema == project_schema(reference)
    assert '"x-' not in json.dumps(schema)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
@pytest.mark.parametrize("validator", [Draft7Validator, Draft202012Validator])
def test_good_records_pass(path: Path, validator: Any, schema: dict[str, Any]) -> None:
    record = yaml.load(path.read_text("utf-8"), Editor)
    assert [error.message for error in validator(schema).iter_errors(record)] == []


def broken(schema: dict[str, Any], record: Any) -> list[str]:
    return ["/".join(map(str, error.path)) for error in Draft7Validator(schema).iter_errors(record)]


def test_broken_records_do_not(schema: dict[str, Any], record: Any) -> None:
    record["kind"] = "经营性"
    record["项目年度"] = record.pop("year")
    record["period"]["start"] = 20230301
    record["funding"][0]["amount"] = "54万元"
    record["place"] = 990101101203
    record["assets"][0]["class"] = "x"
    record["linkages"][0]["principal"] = 1
    record["linkages"][1]["mechanism"] = "产销对接"
    assert set(broken(schema, record)) == {
        "",
        "kind",
        "place",
        "period/start",
        "funding/0/amount",
        "assets/0/class",
        "linkages/0",
        "linkages/1/mechanism",
    }


@pytest.mark.parametrize("code", LINKAGES)
def test_each_mechanism_asks_for_its_terms(code: str, schema: dict[str, Any], record: Any) -> None:
    linkage = {"mechanism": code, "beneficiaries": {"households": 3}}
    record["linkages"] = [linkage]
    (error,) = {error.validator for error in Draft7Validator(schema).iter_errors(record)} or {None}
    terms = {key for key, label in labels(LINKAGES[code]).items() if label.term}
    then = {
        each["if"]["properties"]["mechanism"]["const"]: each["then"]
        for each in schema["properties"]["linkages"]["items"]["allOf"]
    }
    assert set(then[code]["required"]) == terms | {"mechanism", "beneficiaries"}
    assert error == "required"


def test_mechanism_first(schema: dict[str, Any], record: Any) -> None:
    record["linkages"] = [{"beneficiaries": {"households": 3}}]
    assert broken(schema, record) == ["linkages/0"]


def test_every_field_explains_itself(schema: dict[str, Any]) -> None:
    assert list(schema["properties"]) == list(labels(Project))
    for key, label in labels(Project).items():
        assert schema["properties"][key]["title"] == label.zh
        assert schema["properties"][key]["description"].startswith(label.help)
    amount = schema["properties"]["funding"]["items"]["properties"]["amount"]
    assert amount["description"].endswith("单位：元。")


def test_every_word_explains_itself(schema: dict[str, Any], reference: Reference) -> None:
    choices = [part for part in parts(schema) if "enumDescriptions" in part]
    assert len(choices) > 20
    for part in choices:
        assert len(part["enum"]) == len(part["enumDescriptions"]) == len(part["markdownEnumDescriptions"])
    source = schema["properties"]["funding"]["items"]["properties"]["source"]
    told = dict(zip(source["enum"], source["enumDescriptions"], strict=True))
    assert told["central_bridging"].startswith("中央财政衔接推进乡村振兴补助资金（2021–2025 年）：")
    assert told["central_poverty"].startswith("中央财政专项扶贫资金（到 2020 年）")
    assert told["loan"] == "银行贷款"
    place = schema["properties"]["place"]
    assert dict(zip(place["enum"], place["enumDescriptions"], strict=True))["990101101201"] == "东河镇柳湾村"


def test_values_may_be_written_as_text(schema: dict[str, Any], record: Any) -> None:
    """What the check takes, the editor does not mark: numbers in quotes, yes and no in words."""
    record["year"] = "2023"
    record["funding"][0]["amount"] = "540000.00"
    record["assets"][0]["income_bearing"] = "是"
    record["supervision"]["hotlines"] = [12317]
    assert broken(schema, record) == []
