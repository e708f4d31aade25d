"""``gongshi print``: by number, village and kind; changed ones only; bound; with a private list."""

from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from generator.cli.app import main
from tests.county import copy_county, digest

_PROJECT = "SL-2021-0001"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_county(tmp_path_factory.mktemp("print") / "county")


def _print(county: Path, out: Path, *words: str) -> int:
    return main(["print", "--root", str(county), "--out", str(out), *words])


def _pdfs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.pdf"))


def test_a_village_with_everything(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        _print(county, tmp_path, "--village", "柳湾村", "--kind", "linkage", "--kind", "digest", "--merge")
        == 0
    )
    told = capsys.readouterr().out
    names = _pdfs(tmp_path)
    assert f"{_PROJECT}-联农带农情况公示-A4.pdf" in names
    assert "990101101201-全村项目汇总公示-A4.pdf" in names
    assert "东河镇柳湾村-合订本-A4.pdf" in names
    assert "东河镇柳湾村/" in told
    single = [PdfReader(path) for path in (tmp_path / "东河镇柳湾村").glob("*.pdf")]
    bound = PdfReader(tmp_path / "东河镇柳湾村-合订本-A4.pdf")
    assert len(bound.pages) == sum(len(each.pages) for each in single)
    assert len(bound.outline) == len(single)


def test_only_what_changed(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, out = copy_county(tmp_path / "county"), tmp_path / "out"
    assert _print(root, out, "--village", "柳湾村") == 0
    capsys.readouterr()
    assert _print(root, out, "--village", "柳湾村", "--changed") == 0
    assert "没有变化，不用重贴" in capsys.readouterr().out
    record = root / "data" / "projects" / f"{_PROJECT}.yaml"
    text = record.read_text("utf-8")
    record.write_text(text.replace("scope: ", "scope: 改过，", 1), "utf-8")
    assert _print(root, out, "--village", "柳湾村", "--changed", "--merge") == 0
    told = capsys.readouterr().out
    assert "新做了 1 份" in told
    assert f"{_PROJECT}-联农带农情况公示-A4.pdf" in told
    assert (out / "东河镇柳湾村-有变化的合订本-A4.pdf").is_file()


def test_by_township_stage_paper_and_kind(county: Path, tmp_path: Path) -> None:
    where = ("--township", "东河镇", "--stage", "运营")
    words = (*where, "--kind", "before", "--paper", "a3", "--margins", "gb")
    assert _print(county, tmp_path, *words) == 0
    names = _pdfs(tmp_path)
    assert names
    assert all(name.endswith("-事前公示-A3.pdf") for name in names)
    box = PdfReader(next(tmp_path.rglob("*.pdf"))).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (297, 420)


def test_posters_of_model_cases(county: Path, tmp_path: Path) -> None:
    assert _print(county, tmp_path, "--kind", "case") == 0
    assert _pdfs(tmp_path)
    assert all(name.endswith("-案例海报-A4.pdf") for name in _pdfs(tmp_path))


def test_a_digest_tells_of_the_whole_village(county: Path, tmp_path: Path) -> None:
    assert _print(county, tmp_path / "one", _PROJECT, "--kind", "digest") == 0
    assert _print(county, tmp_path / "all", "--village", "柳湾村", "--kind", "digest") == 0
    assert digest(tmp_path / "one") == digest(tmp_path / "all")


def test_no_digest_of_a_village_with_a_broken_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_county(tmp_path / "county")
    record = root / "data" / "projects" / f"{_PROJECT}.yaml"
    record.write_text(record.read_text("utf-8").replace("signed: 20", "signed: 21", 1), "utf-8")
    assert _print(root, tmp_path / "out", "--village", "柳湾村", "--kind", "digest") == 1
    assert "柳湾村有不合格的记录" in capsys.readouterr().err
    assert not _pdfs(tmp_path / "out")


def test_a_record_with_an_error_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, out = copy_county(tmp_path / "county"), tmp_path / "out"
    record = root / "data" / "projects" / f"{_PROJECT}.yaml"
    record.write_text(record.read_text("utf-8").replace("kind: operating", "kind: nothing", 1), "utf-8")
    assert _print(root, out, _PROJECT, "SL-2021-0003") == 1
    assert _pdfs(out) == ["SL-2021-0003-联农带农情况公示-A4.pdf"]
    assert _PROJECT in capsys.readouterr().err


def test_without_the_sites_address_there_is_a_finding_and_no_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_county(tmp_path / "county")
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if not line.startswith("site_url")), "utf-8")
    assert _print(root, tmp_path / "out", _PROJECT) == 0
    assert "T001" in capsys.readouterr().err
    text = "".join(page.extract_text() for page in PdfReader(next((tmp_path / "out").rglob("*.pdf"))).pages)
    assert "扫码" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("SL-2099-0001",), "没有这些项目的记录"),
        (("--village", "没有的村"), "places.csv 里没有"),
        (("--stage", "没有的阶段"), "没有“没有的阶段”这个阶段"),
        (("--list", "x.csv"), "--list 要和一个项目编号"),
        (("--days", "9"), "--days"),
    ],
)
def test_wrong_words_are_told(
    words: tuple[str, ...], said: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _print(county, tmp_path / "out", *words) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


class TestPrivateList:
    """The record says 58,960 yuan to households in 2025; the list is made to fit, or not to."""

    @pytest.fixture
    def fitting(self, county: Path, tmp_path: Path) -> tuple[Path, str]:
        record = (county / "data" / "projects" / f"{_PROJECT}.yaml").read_text("utf-8")
        year, amount, households = _direct_use(record)
        each, rest = divmod(amount, households)
        rows = [f"王小丰,3,{each + (rest if at == 0 else 0)}" for at in range(households)]
        file = tmp_path / "private" / "list.csv"
        file.parent.mkdir()
        file.write_text("户主,人口,金额\n" + "\n".join(rows) + "\n", "utf-8")
        return file, year

    def _words(self, file: Path, year: str) -> tuple[str, ...]:
        return (_PROJECT, "--kind", "distribution", "--year", year, "--list", str(file))

    def test_masked_and_full(
        self, fitting: tuple[Path, str], county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file, year = fitting
        assert _print(county, tmp_path / "out", *self._words(file, year)) == 0
        text = "".join(
            page.extract_text() for page in PdfReader(next((tmp_path / "out").rglob("*.pdf"))).pages
        )
        assert "王*丰" in text
        assert "王小丰" not in text
        assert "全名" not in capsys.readouterr().err
        assert _print(county, tmp_path / "full", *self._words(file, year), "--full-names") == 0
        assert "注意：名单写全名" in capsys.readouterr().err
        text = "".join(
            page.extract_text() for page in PdfReader(next((tmp_path / "full").rglob("*.pdf"))).pages
        )
        assert "王小丰" in text

    @pytest.mark.parametrize("planted", ["13912345678", "110101 19900307 4258", "6222021234567890128"])
    def test_a_planted_number_leaves_no_sheet(
        self,
        planted: str,
        fitting: tuple[Path, str],
        county: Path,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        file, year = fitting
        lines = file.read_text("utf-8").splitlines()
        lines[2] = lines[2].replace("王小丰", f"王小丰{planted}")
        file.write_text("\n".join(lines), "utf-8")
        assert _print(county, tmp_path / "out", *self._words(file, year)) == 1
        said = capsys.readouterr().err
        assert "list.csv" in said
        assert "第 3 行第 1 列" in said
        assert planted not in said
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("folder", ["data", "site_src", "site"])
    def test_a_list_in_a_folder_of_the_site_is_refused(
        self,
        folder: str,
        fitting: tuple[Path, str],
        county: Path,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        file, year = fitting
        inside = county / folder / "list.csv"
        inside.parent.mkdir(exist_ok=True)
        inside.write_bytes(file.read_bytes())
        assert _print(county, tmp_path / "out", *self._words(inside, year)) == 2
        inside.unlink()
        assert "private" in capsys.readouterr().err
        assert not (tmp_path / "out").exists()


def _direct_use(record: str) -> tuple[str, int, int]:
    """A year, amount and number of households that a record paid a dividend to."""
    years = yaml.safe_load(record)["distributions"]
    for year in years:
        for use in year["uses"]:
            if use["use"] in ("member_dividend", "targeted_dividend") and use.get("households"):
                return str(year["year"]), int(use["amount"]), int(use["households"])
    raise AssertionError("the record has no dividend")


def test_the_same_print_twice_is_the_same(county: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert _print(county, tmp_path / name, _PROJECT, "--kind", "all") == 0
    assert digest(tmp_path / "one") == digest(tmp_path / "two")
