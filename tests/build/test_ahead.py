from datetime import date
from pathlib import Path

from generator.build.ahead import Ahead
from generator.build.hands import hands
from generator.checks.catalogue import problems
from generator.outputs.outputs import Outputs
from generator.pages.site import Site
from generator.reading.reference import load
from generator.settings import load as load_settings
from tests.county import ROOT


def test_no_template_is_compiled_twice(tmp_path: Path) -> None:
    reference, _ = load(ROOT)
    assert reference
    settings = load_settings(ROOT)
    site = Site(settings, reference, date(2025, 11, 20), problems())
    outputs = Outputs(tmp_path)
    with hands(2) as many:
        Ahead(site, many).into(outputs)
    known = set(outputs.units)
    assert known

    def remembered(kind: str, content: bytes, make: object) -> bytes:
        def never() -> bytes:
            raise AssertionError(content[:60])

        return outputs.remember(kind, content, never)

    site.remember = remembered
    site.prepare()
    assert set(outputs.units) == known
