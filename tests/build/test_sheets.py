"""The PDF sheets on the site: linked and there, made once, none unless asked for."""

import re
from pathlib import Path

import pytest

from generator.build.pipeline import Options, build
from generator.build.sheets import KEPT
from generator.pages.page import PageError
from generator.settings import load
from tests.county import copy_county, records

_KEEP = ("SL-2021-0001", "SL-2021-0003")
_SECTION = """\
    notices:
      sheets:
        - {kind: linkage, papers: [a4, a3]}
        - {kind: agreement, only: [SL-2021-0001]}
        - {kind: digest, only: ["990101101201"]}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A county of two records, without model cases."""
    root = copy_county(tmp_path / "county")
    for record in records(root):
        if record.stem not in _KEEP:
            record.unlink()
    for case in (root / "site_src" / "cases").glob("*.md"):
        if case.name != "index.md":
            case.unlink()
    return root


def _configure(root: Path, section: str) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").rstrip("\n") + "\n" + section
    text = "".join(
        line for line in text.splitlines(keepends=True) if "cases/" not in line or "index.md" in line
    )
    config.write_text(text.replace("strict: true", "strict: false"), "utf-8")


def _build(root: Path) -> Path:
    settings = load(root)
    assert build(root, settings, Options()).published
    return root / settings.site_dir


def _pdfs(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")}


def _linked(site: Path) -> set[str]:
    found = set()
    for page in site.rglob("*.html"):
        for link in re.findall(r'href="([^":]+\.(?:pdf|docx))"', page.read_text("utf-8")):
            found.add((page.parent / link).relative_to(site).as_posix())
    return found


def test_no_sheets_unless_they_are_asked_for(small: Path) -> None:
    _configure(small, "    notices: none\n")
    site = _build(small)
    assert not _pdfs(site)
    assert not _linked(site)
    assert not (small / KEPT).exists()


def test_sheets_lie_where_pages_link_to(small: Path) -> None:
    _configure(small, _SECTION)
    site = _build(small)
    made = _pdfs(site)
    assert set(made) | {"projects/SL-2021-0/SL-2021-0001-agreement-a4.docx"} == _linked(site)
    assert "projects/SL-2021-0/SL-2021-0003-linkage-a3.pdf" in made
    assert "places/990101/990101101201-digest-a4.pdf" in made
    times = {path: path.stat().st_mtime_ns for path in (small / KEPT).rglob("*.pdf")}
    assert _pdfs(_build(small)) == made
    assert {path: path.stat().st_mtime_ns for path in (small / KEPT).rglob("*.pdf")} == times
    (small / "data" / "projects" / "SL-2021-0003.yaml").unlink()
    site = _build(small)
    assert not any("SL-2021-0003" in name for name in [*_pdfs(site), *_pdfs(small / KEPT)])


def test_a_character_without_a_face_stops_the_build(small: Path) -> None:
    _configure(small, _SECTION)
    record = small / "data" / "projects" / "SL-2021-0003.yaml"
    record.write_text(record.read_text("utf-8").replace("scope: ", "scope: 丰收\U0001f33e", 1), "utf-8")
    with pytest.raises(PageError, match=r"SL-2021-0003.*U\+1F33E"):
        _build(small)
    assert not (small / "site").exists()


def test_without_the_sites_address_the_build_says_so(small: Path) -> None:
    _configure(small, _SECTION)
    config = small / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if not line.startswith("site_url")), "utf-8")
    built = build(small, load(small), Options())
    assert built.published
    assert "T001" in {each.code for each in built.examined.findings}
