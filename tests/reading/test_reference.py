"""The reference data: what is made of them, and every way in which they can be wrong."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.reading.problems import data
from generator.reading.reference import load, needed
from generator.records.linkages import LINKAGES
from generator.records.reference import Reference
from tests.reading.conftest import ROOT

FOLDERS = ("vocabularies", "policies")
FILES = ("places.csv", "governing.yaml", "lpr.yaml")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    for name in FOLDERS:
        shutil.copytree(ROOT / "data" / name, tmp_path / "data" / name)
    for name in FILES:
        shutil.copy(ROOT / "data" / name, tmp_path / "data" / name)
    return tmp_path


Change = Callable[[str, str, str], list[Finding]]


@pytest.fixture
def after(register: Path) -> Change:
    """The findings after a change in one file."""

    def changed(file: str, old: str, new: str) -> list[Finding]:
        path = register / "data" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return load(register)[1]

    return changed


def test_the_demonstration_county(reference: Reference) -> None:
    assert reference.places["990101101201"].name == "柳湾村"
    assert reference.places["990101101000"].households == 3120
    assert reference.places["990101000000"].households is None
    assert reference.term("mechanisms", "employment") == "务工就业"
    assert reference.vocabularies["fund_sources"]["central_bridging"].first == 2021
    assert reference.vocabularies["natures"]["new"].short == "新建"
    assert set(reference.vocabularies["mechanisms"].terms) == set(LINKAGES)
    rate = reference.lpr.on(date(2023, 7, 1))
    assert rate
    assert rate.percent == Decimal("3.55")
    assert reference.lpr.verified_to == date(2026, 8, 20)


def test_policies_have_full_ids(reference: Reference) -> None:
    clause = reference.policies.clauses["changji-2023-8/10-3"]
    assert clause.parent == "changji-2023-8/10"
    assert clause.policy == "changji-2023-8"
    governing = reference.policies.of("990101101201", 2023)
    assert [policy.id for policy in governing] == ["changji-2023-8", "ningling-2022-106"]
    parameter = reference.policies.parameter("notice_days", "990101101201", 2023)
    assert (parameter.value, parameter.clause) == (Decimal(10), "gongshi-register/notice-days")


def test_terms_keep_their_order(reference: Reference) -> None:
    channels = [term.code for term in reference.vocabularies["channels"]]
    assert channels == ["production", "employment", "asset_income"]
    articles = [clause.id for clause in reference.policies["changji-2023-8"].clauses]
    assert articles.index("changji-2023-8/1") < articles.index("changji-2023-8/2")


PLACES = "990101101201,柳湾村,486,72,8"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "column"),
    [
        ("places.csv", "code,name", "code,nom", "S022", 1, 1),
        ("places.csv", PLACES, "990101101201,柳湾村,486,72", "S023", 4, 1),
        ("places.csv", PLACES, "990101101201,,486,72,8", "S024", 4, 14),
        ("places.csv", PLACES, "990101101202,柳湾村,486,72,8", "S025", 5, 1),
        ("places.csv", PLACES, "990101109201,柳湾村,486,72,8", "S026", 4, 1),
        ("places.csv", "990101101000,东河镇,3120,486,58\n", "", "S026", 3, 1),
        ("places.csv", PLACES, "99010110120,柳湾村,486,72,8", "S019", 4, 1),
        ("places.csv", PLACES, "990101101201,柳湾村,486户,72,8", "S014", 4, 18),
        ("places.csv", PLACES, "990101101201,柳湾村,486,-72,8", "S014", 4, 22),
        ("places.csv", PLACES, '990101101201,"柳湾村,486,72,8', "S023", 4, 1),
        ("vocabularies/stages.yaml", "name: stages", "name: stage", "S027", 1, 7),
        ("vocabularies/stages.yaml", "code: admitted", "code: proposed", "S025", 10, 11),
        ("vocabularies/stages.yaml", "label: 入库", "lable: 入库", "S001", 11, 5),
        ("vocabularies/stages.yaml", "label: 入库\n    en", "en", "S002", 10, 5),
        ("vocabularies/uses.yaml", "terms:", "terms: 没有\nterm:", "S001", 5, 1),
        ("vocabularies/fund_sources.yaml", "to: 2025", "to: 2019", "S030", 32, 9),
        ("vocabularies/mechanisms.yaml", "code: training", "code: teaching", "S032", 5, 3),
        ("governing.yaml", '"990101"', '"99010"', "S033", 3, 13),
        ("governing.yaml", "from: 2016", "from: 2026", "S030", 3, 39),
        ("governing.yaml", "[changji-2023-8", "[changji-2023", "S029", 3, 56),
        ("lpr.yaml", "2020-02-20", "2019-02-20", "S034", 8, 17),
        ("lpr.yaml", "verified_to: 2026-08-20", "verified_to: 2024-08-20", "S034", 3, 14),
        ("lpr.yaml", "percent: 4.25", "percent: 4.25%", "S013", 5, 38),
        ("policies/changji-2023-8.yaml", "kind: local", "kind: regional", "S020", 3, 7),
        ("policies/changji-2023-8.yaml", "id: changji-2023-8", "id: changji-2023", "S027", 2, 5),
        ("policies/changji-2023-8.yaml", "parent: ch1", "parent: ch9", "S028", None, None),
        ("policies/changji-2023-8.yaml", 'clause: "4"', 'clause: "44"', "S028", None, None),
        ("policies/changji-2023-8.yaml", 'id: "2"', 'id: "1"', "S025", None, None),
        ("policies/gongshi-register.yaml", "review_by: ", "review_by: 截止", "S016", None, None),
    ],
)
def test_found_at_its_spot(
    after: Change, file: str, old: str, new: str, code: str, line: int | None, column: int | None
) -> None:
    found = [each for each in after(file, old, new) if each.code == code]
    assert found, "not found"
    spot = found[0].spot
    assert spot.file == f"data/{file}"
    if line is not None:
        assert (spot.line, spot.column) == (line, column)
    assert found[0].message.zh
    assert found[0].remedy.zh


@pytest.mark.parametrize("name", ["places.csv", "governing.yaml", "lpr.yaml", "vocabularies", "policies"])
def test_what_is_not_there(register: Path, name: str) -> None:
    path = register / "data" / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    reference, found = load(register)
    assert data.FILE_MISSING.code in {each.code for each in found}
    assert (reference is None) == (name != "policies")


def test_a_vocabulary_that_is_not_there(register: Path) -> None:
    (register / "data/vocabularies/uses.yaml").unlink()
    reference, found = load(register)
    assert reference is None
    (missing,) = [each for each in found if each.code == "S031"]
    assert "用途" in missing.message.zh
    assert missing.spot.file == "data/vocabularies/uses.yaml"


def test_a_broken_vocabulary_is_told_once(register: Path) -> None:
    (register / "data/vocabularies/uses.yaml").write_text("name：uses\n", "utf-8")
    reference, found = load(register)
    assert reference is None
    assert [each.code for each in found] == ["Y010"]


def test_a_place_table_from_a_spreadsheet(register: Path) -> None:
    path = register / "data/places.csv"
    text = path.read_text("utf-8")
    path.write_bytes(("\ufeff" + text.replace("\n", "\r\n") + "\r\n,,,,\r\n").encode())
    reference, found = load(register)
    assert not found
    assert reference
    assert len(reference.places) == text.count("\n") - 1
    path.write_bytes(text.encode("gbk"))
    assert [each.code for each in load(register)[1]] == ["Y005"]


def test_everything_wrong_is_told_at_once(after: Change) -> None:
    after("places.csv", PLACES, "99010110120,柳湾村,486,72,8")
    after("lpr.yaml", "percent: 4.25", "percent: 四")
    found = after("vocabularies/uses.yaml", "code: upkeep", "code: incentive")
    assert [each.code for each in found] == ["S013", "S019", "S025"]


def test_empty_root(tmp_path: Path) -> None:
    reference, found = load(tmp_path)
    assert reference is None
    assert len(found) >= len(FILES) + len(FOLDERS)


def test_needed_vocabularies_are_there(reference: Reference) -> None:
    assert needed().keys() <= reference.vocabularies.keys()
    assert "fund_sources" in needed()


@pytest.mark.parametrize(
    ("place", "told"), [("990102", ["示例县"]), ("99", []), ("990101101", []), ("990101", [])]
)
def test_a_county_that_no_document_governs(place: str, told: list[str], register: Path) -> None:
    path = register / "data" / "governing.yaml"
    path.write_text(path.read_text("utf-8").replace('"990101"', f'"{place}"'), "utf-8")
    reference, found = load(register)
    assert reference, "records are judged all the same"
    assert [each.code for each in found] == ["S035"] * len(told)
    assert [name for each in found for name in told if f"{name}（990101000000）" in each.message.zh] == told
    assert [each.spot.file for each in found] == ["data/governing.yaml"] * len(told)
