"""The schema that editors use is the one that the models make."""

import json

from generator.exports.schema import project_schema
from generator.reading.reference import load
from tests.county import ROOT


def test_the_file_is_up_to_date() -> None:
    reference, _ = load(ROOT)
    assert reference
    file = ROOT / "data" / "project.schema.json"
    assert json.loads(file.read_text("utf-8")) == project_schema(reference), "run make schema"
