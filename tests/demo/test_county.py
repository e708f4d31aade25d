"""The whole county: the same bytes each time, clean under every rule, something of everything."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from generator import settings
from generator.checks.gate import examine, register
from generator.checks.rule import Context
from generator.demo.calendar import AS_OF
from generator.demo.casting import Casting
from generator.demo.county import MOST, DemoError, project_file, project_files, write
from generator.demo.places import COUNTY
from generator.findings.finding import Finding, Grade, Spot
from generator.reading.record import read
from generator.reading.reference import load
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.summary import summarise
from tests.county import copy_county

RECORDS = 300
SEEDS = (1, 2, 2024)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter's files as they were when the tests began."""
    return copy_county(tmp_path_factory.mktemp("starter") / "root")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, source: Path) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "county"
    write(folder, RECORDS, SEEDS[0], source)
    return folder


@pytest.fixture(scope="module")
def reference(root: Path) -> Reference:
    found, findings = load(root)
    assert found
    assert not findings
    return found


@pytest.fixture(scope="module")
def context(reference: Reference) -> Context:
    return Context(reference, AS_OF)


@pytest.fixture(scope="module")
def projects(root: Path, reference: Reference) -> list[Project]:
    return [
        project for file in _files(root) if (project := read(file.read_bytes(), file.name, reference).project)
    ]


def _files(root: Path) -> list[Path]:
    return sorted((root / "data" / "projects").rglob("*.yaml"))


def _bytes(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _nowhere(file: str, path: object) -> tuple[Spot, str]:
    return Spot(file, 1, 1), ""


def test_same_numbers_give_the_same_bytes(root: Path, source: Path, tmp_path: Path) -> None:
    write(tmp_path / "again", RECORDS, SEEDS[0], source)
    assert _bytes(tmp_path / "again") == _bytes(root)


def test_another_seed_gives_another_county() -> None:
    one, other = (dict(project_files(Casting(seed), 20)) for seed in (1, 2))
    assert not set(one.values()) & set(other.values())


def test_a_record_is_the_same_in_a_county_of_any_size() -> None:
    small = dict(project_files(Casting(5), 40))
    large = dict(project_files(Casting(5), 400))
    assert small.items() <= large.items()
    assert project_file(Casting(5), 399) in large.items()


def test_bytes_are_those_of_every_machine() -> None:
    """Guards against a choice that depends on the Python version, its hashes or the platform."""
    file, text = project_file(Casting(1), 0)
    assert (file, text.splitlines()[1]) == FIRST


FIRST = (
    "data/projects/2024/990101100/SL-2024-0001.yaml",
    "name: 清岭镇月垄村毛绒玩具就业车间项目",
)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_record_has_an_error(seed: int, source: Path, tmp_path: Path) -> None:
    write(tmp_path / "county", RECORDS, seed, source)
    own, faults = load(tmp_path / "county")
    assert own
    assert not faults
    context = Context(own, AS_OF)
    found: list[Finding] = []
    rows = []
    for path in _files(tmp_path / "county"):
        reading = read(path.read_bytes(), path.relative_to(tmp_path / "county").as_posix(), own)
        found += examine(reading, context)
        assert reading.project
        rows.append(summarise(reading.project, reading.file))
    found += register(rows, context, _nowhere)
    errors = [
        (each.problem.code, each.record, each.message.zh)
        for each in found
        if each.problem.grade is Grade.ERROR
    ]
    assert not errors
    assert len(rows) == RECORDS
    assert 0 < len({each.record for each in found}) <= RECORDS // 12


def test_every_record_is_read_the_fast_way(
    root: Path, monkeypatch: pytest.MonkeyPatch, reference: Reference
) -> None:
    def authority(*given: object) -> None:
        raise AssertionError(given)

    monkeypatch.setattr("generator.reading.mapping.parse", authority)
    assert all(read(file.read_bytes(), file.name, reference).project for file in _files(root))


def _covers(found: Iterable[str | None], wanted: Iterable[str]) -> None:
    counts = Counter(found)
    assert not set(wanted) - set(counts)


VOCABULARIES: dict[str, Callable[[Project], Iterable[str | None]]] = {
    "mechanisms": lambda project: project.mechanisms,
    "stages": lambda project: [project.stage],
    "project_kinds": lambda project: [project.kind],
    "industries": lambda project: [project.industry],
    "natures": lambda project: [project.nature],
    "asset_conditions": lambda project: [asset.condition for asset in project.assets],
    "asset_classes": lambda project: [asset.class_ for asset in project.assets],
    "operator_kinds": lambda project: [project.operator.kind if project.operator else None],
    "inspection_results": lambda project: [each.result for each in project.inspections],
}


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_something_of_everything(vocabulary: str, projects: list[Project], reference: Reference) -> None:
    found = [word for project in projects for word in VOCABULARIES[vocabulary](project)]
    _covers(found, reference.vocabularies[vocabulary].terms)


def test_every_fund_source_of_the_years(projects: list[Project], reference: Reference) -> None:
    sources = reference.vocabularies["fund_sources"]
    wanted = {term.code for term in sources if any(term.valid_in(year) for year in range(2019, 2026))}
    assert {fund.source for project in projects for fund in project.funding} == wanted


def test_a_hundred_and_twenty_records_have_every_mechanism_source_stage_and_condition(
    reference: Reference,
) -> None:
    for seed in range(4):
        texts = "".join(text for _, text in project_files(Casting(seed), 120))
        for vocabulary in ("mechanisms", "stages", "asset_conditions"):
            for term in reference.vocabularies[vocabulary]:
                assert f": {term.code}\n" in texts, (seed, term.code)
        for term in reference.vocabularies["fund_sources"]:
            assert term.first == 2026 or f"source: {term.code}," in texts, (seed, term.code)


def test_values_are_those_of_a_county(projects: list[Project]) -> None:
    investments = sorted(project.investment for project in projects if project.kind == "operating")
    assert investments[0] >= 150_000
    assert 500_000 <= investments[len(investments) // 2] <= 1_500_000
    assert investments[-1] <= 30_700_000
    assert {len(project.linkages) for project in projects} == {1, 2, 3, 4, 5}


def test_money_adds_up(projects: list[Project]) -> None:
    for project in projects:
        assert sum((asset.value for asset in project.assets), Decimal(0)) <= project.investment
        assert not project.completion or project.completion.spent <= project.investment
        for year in project.distributions:
            if year.decided:
                out = year.reserve + year.used + year.carried_forward
                assert out == year.income + year.brought_forward
        for before, after in zip(project.distributions, project.distributions[1:], strict=False):
            assert before.carried_forward == after.brought_forward or after.year - before.year > 1


def test_what_happens_happens_in_order(projects: list[Project]) -> None:
    for project in projects:
        before = [each for each in project.disclosures if each.moment == "before"]
        assert all(each.to < project.period.start for each in before)
        assert all(each.to - each.from_ >= timedelta(9) for each in project.disclosures)
        if not project.completion:
            continue
        assert project.period.end < project.completion.accepted < AS_OF
        signed = [each.signed for each in project.agreements if each.signed]
        assert signed == sorted(signed)
        assert signed[0] >= project.completion.accepted
        assert all(project.completion.accepted < each.on <= AS_OF for each in project.inspections)
        paid = [each.paid.on for each in project.distributions if each.paid]
        assert paid == sorted(paid)
        assert all(day <= AS_OF for day in paid)


def test_households_are_those_of_the_village(projects: list[Project], reference: Reference) -> None:
    for project in projects:
        place = reference.places[project.place]
        for linkage in project.linkages:
            tied = linkage.beneficiaries
            assert 0 < tied.households <= (place.households or 0)
            assert (tied.lifted or 0) <= (place.lifted or 0)
            assert (tied.monitored or 0) <= (place.monitored or 0)
            assert tied.priority <= tied.households


def test_texts_do_not_look_cloned(projects: list[Project]) -> None:
    scopes = {project.scope for project in projects}
    findings = [each.finding for project in projects for each in project.inspections]
    exits = {each.exit for project in projects for each in project.agreements}
    assert len(scopes) == len(projects)
    assert len(set(findings)) > len(findings) * 9 // 10
    assert len(exits) > 90


def test_no_placeholder_is_left(root: Path) -> None:
    for file in _files(root):
        for line in file.read_text("utf-8").splitlines():
            words = [word for word in line.split() if word.startswith("{")]
            assert all(":" in line.split(word, 1)[1] or ":" in word for word in words), line
            assert "{p}" not in line
            assert "None" not in line


def test_the_clock_is_that_of_the_configuration(root: Path) -> None:
    found = settings.load(root)
    assert found.as_of == AS_OF
    assert found.county == COUNTY


def test_folders_stay_small() -> None:
    casting = Casting(1)
    folders = Counter(
        f"{story.year}/{story.township.code}" for story in (casting.cast(number) for number in range(20_000))
    )
    assert max(folders.values()) * 5 < 1000


def test_starter_files_are_copied_but_no_records_of_its_own(root: Path, source: Path) -> None:
    configuration = (root / "mkdocs.yml").read_text("utf-8")
    assert "notices:" not in configuration
    assert (source / "mkdocs.yml").read_text("utf-8").startswith(configuration.rstrip("\n"))
    for part in ("data/lpr.yaml", "data/governing.yaml", "site_src/index.md"):
        assert (root / part).read_bytes() == (source / part).read_bytes()
    assert len(_files(root)) == RECORDS


@pytest.mark.parametrize("records", [0, -1, MOST + 1])
def test_numbers_out_of_bounds_are_refused(records: int, tmp_path: Path) -> None:
    with pytest.raises(DemoError, match="项目数"):
        write(tmp_path / "county", records, 1, tmp_path)
    assert not (tmp_path / "county").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(DemoError, match="已经有东西"):
        write(tmp_path, 1, 1, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_one_record_makes_a_county(source: Path, tmp_path: Path) -> None:
    write(tmp_path / "county", 1, 1, source)
    reference, faults = load(tmp_path / "county")
    assert reference
    assert not faults
    assert len(_files(tmp_path / "county")) == 1
    assert len(reference.places.at("village")) >= 4
