import pytest

from generator.pages.promises import promise, yearly_guarantee
from generator.pages.site import Site
from generator.pages.terms import UNSTATED, terms
from generator.records.linkages import LINKAGES, GuaranteedDividend
from generator.records.model import validated
from generator.records.project import Project


def test_every_mechanism_promises_something_in_a_sentence(projects: dict[str, Project], site: Site) -> None:
    told = {each.mechanism: promise(each, site) for project in projects.values() for each in project.linkages}
    assert told.keys() == LINKAGES.keys()
    for sentence in told.values():
        assert sentence.endswith("。")
        assert not any(slip in sentence for slip in ("None", "，，", "。。", "，。", "；。", "{"))


@pytest.mark.parametrize("mechanism", LINKAGES)
def test_a_mechanism_without_terms_still_makes_a_page(mechanism: str, site: Site) -> None:
    linkage = validated(
        LINKAGES[mechanism],
        {"mechanism": mechanism, "beneficiaries": {"households": "9"}},
        site.reference.vocabularies.codes(),
    )
    assert "None" not in promise(linkage, site)  # type: ignore[arg-type]
    assert {value for _, value in terms(linkage, site)} == {UNSTATED}  # type: ignore[arg-type]


def test_a_guarantee_is_told_as_yuan_a_year() -> None:
    linkage = validated(
        GuaranteedDividend,
        {
            "mechanism": "guaranteed_dividend",
            "beneficiaries": {"households": "86"},
            "principal": "1260000",
            "guaranteed_rate": "6.0",
        },
    )
    assert str(yearly_guarantee(linkage)) == "75600.00"


def test_terms_stand_under_the_labels_of_the_model(project: Project, site: Site) -> None:
    told = dict(terms(project.linkages[0], site))
    assert told["评估价值"] == "90 万元（900,000 元）"
    assert told["所占股份"] == "35%"
    assert told["股份归谁"] == "集体经济组织成员"
    assert told["约定期限"] == "2024 年 1 月 1 日至 2028 年 12 月 31 日"
    joint = dict(terms(project.linkages[2], site))
    assert joint["联合各方"].count(" → ") == 3
