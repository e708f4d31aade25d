from generator.pages.groups import in_words, people
from generator.pages.site import Site
from generator.records.model import validated
from generator.records.parties import Beneficiaries


def _group(**counts: str) -> Beneficiaries:
    return validated(Beneficiaries, counts)


def test_a_group_is_told_with_its_parts(site: Site) -> None:
    group = _group(households="86", lifted="31", monitored="4")
    assert in_words(group, site) == "86 户农户（其中脱贫户 31 户、监测对象 4 户）"


def test_small_parts_are_masked_and_none_stays_none(site: Site) -> None:
    group = _group(households="12", lifted="2", monitored="0")
    assert in_words(group, site) == "12 户农户（其中脱贫户不超过 3 户、监测对象 0 户）"


def test_people_of_a_small_group_are_not_counted(site: Site) -> None:
    assert people(_group(households="84", persons="301")) == "301 人"
    assert people(_group(households="3", persons="11")) == ""
    assert in_words(_group(households="3", persons="11"), site) == "不超过 3 户农户"
