"""Two demonstration counties gathered into a prefecture's site."""

import csv
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from generator.pages.address import place_address
from generator.records.places import Place
from generator.settings import COUNTIES
from tests.county import ROOT, copy_county, digest, records, without
from tests.ledger.run import run

COUNT = 25


def _county(root: Path, code: str, name: str, prefix: str) -> Path:
    """The demonstration county's first records as a county of its own."""
    copy_county(root)
    shutil.rmtree(root / "site_src" / "cases", ignore_errors=True)
    for path in records(root)[COUNT:]:
        path.unlink()
    for path in records(root):
        text = (
            path.read_text("utf-8").replace('place: "990101', f'place: "{code}').replace("SL-", f"{prefix}-")
        )
        text = text.replace("code: ", f"code: {prefix}") if prefix != "SL" else text
        text = text.replace(f"credit_code: {prefix}", "credit_code: ").replace(
            "number: ", f"number: {prefix}"
        )
        path.unlink()
        path.with_name(path.name.replace("SL-", f"{prefix}-")).write_text(text, "utf-8")
    for file in ("data/places.csv", "data/governing.yaml", "mkdocs.yml"):
        path = root / file
        text = path.read_text("utf-8").replace("示例县", name)
        path.write_text(text.replace("990101", code), "utf-8")
    config = root / "mkdocs.yml"
    own = re.sub(r"(?m)^site_url: .*$", f"site_url: https://{prefix.lower()}.example.org/", _uncased(config))
    config.write_text(own, "utf-8")
    return root


def _uncased(config: Path) -> str:
    """The configuration without the pages of cases, which tell of records of the whole county."""
    return "".join(
        line
        for line in config.read_text("utf-8").splitlines(keepends=True)
        if "cases/" not in line and "案例:" not in line
    )


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("counties")
    made = [
        _county(folder / "one", "990101", "示例县", "SL"),
        _county(folder / "two", "990102", "样板县", "YB"),
    ]
    for root in made:
        done = run("build", "--root", str(root))
        assert done.code == 0, done.out + done.err
    return made


@pytest.fixture
def prefecture(tmp_path: Path) -> Path:
    root = copy_county(tmp_path / "prefecture")
    shutil.rmtree(root / "site_src" / "cases", ignore_errors=True)
    config = root / "mkdocs.yml"
    config.write_text(_uncased(config).replace("county: 示例县", "county: 示例市"), "utf-8")
    (root / "data" / "places.csv").write_text(
        "code,name,households,lifted,monitored\n990100000000,示例市,,,\n", "utf-8"
    )
    governing = root / "data" / "governing.yaml"
    governing.write_text(governing.read_text("utf-8").replace("990101", "9901"), "utf-8")
    for path in records(root):
        path.unlink()
    return root


def _money(site: Path) -> tuple[int, Decimal, Decimal]:
    text = (site / "data" / "projects.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    return (
        len(rows),
        sum((Decimal(row["投入资金（元）"]) for row in rows), Decimal(0)),
        sum((Decimal(row["累计收益（元）"]) for row in rows), Decimal(0)),
    )


def _digits(site: Path) -> list[str]:
    """The amounts of all uses, as they are written."""
    text = (site / "data" / "uses.csv").read_bytes().decode("utf-8-sig")
    return sorted(row["金额（元）"] for row in csv.DictReader(text.splitlines()))


def _checked(prefecture: Path, counties: list[Path]) -> None:
    one, two = (_money(root / "site") for root in counties)
    assert _money(prefecture / "site") == (one[0] + two[0], one[1] + two[1], one[2] + two[2])
    assert one[0] == two[0] == COUNT
    stated = [digits for root in counties for digits in _digits(root / "site")]
    assert _digits(prefecture / "site") == sorted(stated)
    assert any(digits.endswith("0") for digits in stated if "." in digits)
    city = prefecture / "site" / place_address(Place("990100000000", "示例市"))
    assert "样板县" in city.read_text("utf-8")
    page = next((prefecture / "site" / "projects").rglob("YB-*.html")).read_text("utf-8")
    assert 'href="https://yb.example.org/projects/YB-' in page


def test_from_built_sites(prefecture: Path, counties: list[Path]) -> None:
    done = run("gather", *(str(root / "site") for root in counties), "--root", str(prefecture))
    assert done.code == 0, done.out + done.err
    assert f"样板县：{COUNT} 个项目。" in done.out
    _checked(prefecture, counties)


def test_from_the_counties_folders(prefecture: Path, counties: list[Path]) -> None:
    done = run("gather", *map(str, counties), "--root", str(prefecture))
    assert done.code == 0, done.out + done.err
    _checked(prefecture, counties)
    one = records(counties[0])[0]
    assert (prefecture / "data" / "projects" / "990101" / one.name).read_bytes() == one.read_bytes()


@pytest.fixture
def served(counties: list[Path]) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None: ...

    handler = partial(Quiet, directory=str(counties[1]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/site"
        server.shutdown()
        thread.join()


def test_from_an_address(prefecture: Path, counties: list[Path], served: str) -> None:
    done = run("gather", str(counties[0]), served, "--root", str(prefecture), "--no-build")
    assert done.code == 0, done.out + done.err
    assert len(records(prefecture)) == 2 * COUNT
    assert json.loads((prefecture / COUNTIES).read_text())["990102"] == f"{served}/"


def test_a_refused_record_is_named_with_its_county(
    prefecture: Path, counties: list[Path], tmp_path: Path
) -> None:
    two = Path(shutil.copytree(counties[1], tmp_path / "two"))
    bad = next(path for path in records(two) if "kind: operating" in path.read_text("utf-8"))
    without(bad, "linkages")
    done = run("gather", str(counties[0]), str(two), "--root", str(prefecture), "--on-reject", "exclude")
    assert done.code == 1
    assert "M001" in done.out
    assert f"不合格：样板县的 {bad.stem}" in done.err
    assert _money(prefecture / "site")[0] == 2 * COUNT - 1


def test_gathering_again_changes_nothing(prefecture: Path, counties: list[Path]) -> None:
    arguments = (
        "gather",
        *(str(root / "site") for root in counties),
        "--root",
        str(prefecture),
        "--no-build",
    )
    assert run(*arguments).code == 0
    first = digest(prefecture / "data")
    assert run(*arguments).code == 0
    assert digest(prefecture / "data") == first


def test_the_same_county_twice(prefecture: Path, counties: list[Path]) -> None:
    done = run("gather", str(counties[0]), str(counties[0] / "site"), "--root", str(prefecture))
    assert done.code == 2
    assert "一个县只能汇总一次" in done.err


@pytest.mark.parametrize("source", ["nowhere", "http://127.0.0.1:9/"])
def test_a_source_that_is_none(source: str, prefecture: Path) -> None:
    before = digest(prefecture / "data")
    done = run("gather", source, "--root", str(prefecture))
    assert done.code == 2
    assert source.rstrip("/") in done.err
    assert digest(prefecture / "data") == before


def test_the_demonstration_is_no_prefecture() -> None:
    assert not (ROOT / COUNTIES).exists()
