"""The policy data: every clause is there, every reference holds, every mechanism has its ground."""

from pathlib import Path

import pytest

from generator.reading.reference import load
from generator.records.linkages import LINKAGES
from generator.records.policies import Clause, Policies, Policy
from generator.records.reference import Reference

ROOT = Path(__file__).parent.parent

NINGLING = (
    [str(section) for section in range(1, 8)]
    + [f"4-{number}" for number in range(1, 10)]
    + [f"{section}-{number}" for section, last in ((5, 4), (6, 3), (7, 3)) for number in range(1, last + 1)]
)
CHANGJI = (
    [f"ch{number}" for number in range(1, 8)]
    + [str(article) for article in range(1, 23)]
    + [f"10-{item}" for item in range(1, 9)]
)
CHAPTERS = {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 2, 7: 2, 8: 2, 9: 2, 10: 3, 11: 4, 12: 4, 13: 4, 14: 4, 15: 4}
CHAPTERS |= {16: 5, 17: 5, 18: 5, 19: 6, 20: 6, 21: 6, 22: 7}
REGISTER = [
    "format", "fields", "identity", "places", "sums", "funding", "notice-days", "notice-before-works",
    "yearly-distribution", "inspection", "personal-information", "characters", "agreements-unique",
    "assets-unique", "review", "defaults",
]  # fmt: skip
CONTENTS = {
    "ningling-2022-106": NINGLING,
    "changji-2023-8": CHANGJI,
    "gongshi-register": REGISTER,
    "collective-economy-law": ["distribution"],
    "disclosure-regulation": ["26"],
    "gb-32100": ["check-character"],
}

NAMED = {
    "contract_farming": {"ningling-2022-106/4-3", "changji-2023-8/10-1"},
    "market_access": {"ningling-2022-106/4-4"},
    "trusteeship": {"ningling-2022-106/4-7", "changji-2023-8/10-2"},
    "training": {"changji-2023-8/10-6"},
    "support_services": {"changji-2023-8/10-7"},
    "joint_operation": {"ningling-2022-106/5-4", "changji-2023-8/10-8"},
    "employment": {"ningling-2022-106/4-2", "changji-2023-8/10-5"},
    "industry_integration": {"ningling-2022-106/4-9"},
    "land_transfer": {"ningling-2022-106/4-1", "changji-2023-8/10-4"},
    "asset_shareholding": {"ningling-2022-106/4-5", "changji-2023-8/10-3", "changji-2023-8/12"},
    "guaranteed_dividend": {"ningling-2022-106/4-6", "changji-2023-8/10-3", "changji-2023-8/13"},
    "collective_redistribution": {"ningling-2022-106/4-8", "changji-2023-8/11"},
}
"""The clauses that bring each mechanism in; others may name it again."""

DEFAULTS = {
    "notice_days": 10,
    "plan_notice_days": 10,
    "inspection_months": 12,
    "large_investment": 1_000_000,
    "handout_max_percent": 30,
}


@pytest.fixture(scope="module")
def reference() -> Reference:
    found, findings = load(ROOT)
    assert not findings
    assert found
    return found


@pytest.fixture(scope="module")
def policies(reference: Reference) -> Policies:
    return reference.policies


def test_there_are_exactly_these_documents(policies: Policies) -> None:
    assert {policy.id for policy in policies} == set(CONTENTS)
    kinds = {policy.id: policy.kind for policy in policies}
    assert kinds["ningling-2022-106"] == kinds["changji-2023-8"] == "local"
    assert kinds["gongshi-register"] == "register"
    assert {kinds[each] for each in ("collective-economy-law", "disclosure-regulation", "gb-32100")} == {
        "national"
    }


@pytest.mark.parametrize("policy", CONTENTS)
def test_every_clause_is_there_once(policies: Policies, policy: str) -> None:
    ids = [clause.id.removeprefix(f"{policy}/") for clause in policies[policy].clauses]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(CONTENTS[policy])


def test_sections_hold_their_subsections(policies: Policies) -> None:
    for clause in policies["ningling-2022-106"].clauses:
        section, _, sub = clause.id.partition("/")[2].partition("-")
        assert clause.parent == (f"ningling-2022-106/{section}" if sub else None)


def test_chapters_hold_their_articles_and_article_ten_its_items(policies: Policies) -> None:
    for clause in policies["changji-2023-8"].clauses:
        local = clause.id.partition("/")[2]
        if local.startswith("ch"):
            assert clause.parent is None
        elif "-" in local:
            assert clause.parent == "changji-2023-8/10"
        else:
            assert clause.parent == f"changji-2023-8/ch{CHAPTERS[int(local)]}"


def test_clauses_stand_in_the_order_of_the_document(policies: Policies) -> None:
    for policy in policies:
        seen: set[str] = set()
        for clause in policy.clauses:
            assert clause.parent is None or clause.parent in seen
            seen.add(clause.id)
    articles = [int(c.id.split("/")[1]) for c in policies["changji-2023-8"].clauses if _is_article(c)]
    assert articles == list(range(1, 23))


def _is_article(clause: Clause) -> bool:
    return clause.id.split("/")[1].isdigit()


def test_numbers_and_anchors_tell_clauses_apart(policies: Policies) -> None:
    for policy in policies:
        for told in ("number", "anchor"):
            values = [getattr(clause, told) for clause in policy.clauses]
            assert len(values) == len(set(values)), (policy.id, told)


def test_every_clause_has_a_heading_and_a_summary_of_its_own(policies: Policies) -> None:
    summaries: dict[str, str] = {}
    for clause in policies.clauses.values():
        assert clause.heading.strip()
        assert len(clause.summary) >= 15, clause.id
        assert clause.summary.endswith("。"), clause.id
        assert clause.summary not in summaries, (clause.id, summaries.get(clause.summary))
        summaries[clause.summary] = clause.id


def test_chinese_is_not_torn_by_blanks(policies: Policies) -> None:
    for clause in policies.clauses.values():
        for text in (clause.heading, clause.summary):
            assert text == text.strip()
            assert "  " not in text
            assert "\n" not in text


def test_topics_are_known_and_every_topic_is_met_by_both_documents(reference: Reference) -> None:
    topics = set(reference.vocabularies["topics"].terms)
    for clause in reference.policies.clauses.values():
        assert set(clause.topics) <= topics, clause.id
    for policy in ("ningling-2022-106", "changji-2023-8"):
        met = {topic for clause in reference.policies[policy].clauses for topic in clause.topics}
        assert met == topics


def test_every_mechanism_is_named_where_the_documents_name_it(policies: Policies) -> None:
    assert set(NAMED) == set(LINKAGES)
    named: dict[str, set[str]] = {}
    for policy in policies:
        for code, clauses in policy.named().items():
            named.setdefault(code, set()).update(clause.id for clause, _ in clauses)
    assert set(named) == set(LINKAGES)
    for code, grounds in NAMED.items():
        assert grounds <= named[code], code


def test_a_mechanism_that_a_document_does_not_know_is_not_put_into_it(policies: Policies) -> None:
    assert {"training", "support_services"}.isdisjoint(policies["ningling-2022-106"].named())
    assert {"market_access", "industry_integration"}.isdisjoint(policies["changji-2023-8"].named())


def test_local_terms_are_the_documents_own(policies: Policies) -> None:
    terms = {
        (policy.id, code): [named.term for _, named in found]
        for policy in policies
        for code, found in policy.named().items()
    }
    assert terms["ningling-2022-106", "joint_operation"] == ["“双绑”机制"]
    assert terms["changji-2023-8", "guaranteed_dividend"] == ["保底收益+入股分红带动", "保底收益+按股分红"]
    assert all(term.strip() for each in terms.values() for term in each)


def test_defaults_are_the_registers_own_and_say_so(policies: Policies) -> None:
    register = policies["gongshi-register"]
    assert {name: int(each.value) for name, each in register.parameters.items()} == DEFAULTS
    for each in register.parameters.values():
        assert "登记册" in each.note


def test_what_a_document_states_stands_in_that_document(policies: Policies) -> None:
    share = policies["changji-2023-8"].parameters["central_industry_share"]
    assert (int(share.value), share.unit) == (70, "%")
    assert share.clause in ("4", "changji-2023-8/4")
    assert not policies["ningling-2022-106"].parameters


def test_parameters_rest_on_clauses_that_exist(policies: Policies) -> None:
    for policy in policies:
        for parameter in policy.parameters.values():
            assert parameter.clause
            clause = parameter.clause if "/" in parameter.clause else f"{policy.id}/{parameter.clause}"
            assert clause in policies.clauses


def test_rules_find_their_parameters_for_the_demonstration_county(policies: Policies) -> None:
    assert policies.parameter("notice_days", "990101101201", 2023).value == 10
    assert policies.parameter("central_industry_share", "990101101201", 2025).value == 70


def test_headers_claim_nothing_unknown(policies: Policies) -> None:
    for policy in policies:
        assert policy.title
        assert policy.short
        assert policy.status.strip()
        assert policy.later.strip()
        assert policy.owner
        assert policy.review_by
        if policy.kind != "register":
            assert "本站" in policy.status, policy.id


def test_citations_read_well(policies: Policies) -> None:
    assert policies.cite("changji-2023-8/10-3") == "《昌吉细则》第十条（三）"
    assert policies.cite("ningling-2022-106/7-2") == "《宁陵方案》七（二）"
    assert policies.cite("ningling-2022-106/4-9") == "《宁陵方案》四⑨"


def _page(policy: Policy) -> Path:
    return ROOT / "site_src" / "policies" / f"{policy.id}.md"


def test_every_document_has_a_page_with_its_header_and_clauses(policies: Policies) -> None:
    for policy in policies:
        text = _page(policy).read_text("utf-8")
        assert f"\n<!-- gongshi:policy-header {policy.id} -->\n" in text
        assert f"\n<!-- gongshi:clauses {policy.id} -->\n" in text


def test_the_page_of_the_register_shows_its_numbers_and_where_they_come_from(policies: Policies) -> None:
    register = policies["gongshi-register"]
    text = _page(register).read_text("utf-8")
    for each in register.parameters.values():
        assert f"| {each.value} {each.unit} | {each.note} |\n" in text
