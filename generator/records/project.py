"""The record: one project and its linkage arrangement."""

from decimal import Decimal
from typing import Annotated

from generator.records.agreement import Agreement
from generator.records.assets import Asset
from generator.records.distribution import Distribution
from generator.records.funding import Funding
from generator.records.linkages import Linkage, Period
from generator.records.model import Model, field, part
from generator.records.outcome import BeneficiaryChange, Completion, Disclosure, Expected, Inspection
from generator.records.parties import Implementer, Operator, Supervision
from generator.records.scalars import Line, PlaceCode, ProjectId, Prose, Word, Year


@part
class Project(Model):
    """Everything a county discloses of one project.

    What a record must have to be a record is required here; what the policies demand of it is left
    optional, so that a rule can refuse its absence with the clause and the remedy.
    """

    id: ProjectId = field("项目编号", "Project number", "例如 SL-2023-0042；文件名要和它一样，定了就不改。")
    name: Line = field("项目名称", "Project", "和批复文件一致的全称。")
    year: Year = field("项目年度", "Year", "列入计划的年度。")
    place: PlaceCode = field("实施地点", "Place", "12 位区划代码，要在 places.csv 里；加引号。")
    site: Line | None = field("具体位置", "Site", "村里的哪个位置，例如：村委会东 300 米。", default=None)
    kind: Annotated[str, Word("project_kinds")] = field("项目类型", "Kind", "经营性、公益性或到户类。")
    nature: Annotated[str, Word("natures")] | None = field(
        "建设性质", "Nature of works", "新建、改扩建等。", default=None
    )
    industry: Annotated[str, Word("industries")] = field("产业", "Industry", "从产业词表中选一个。")
    park: Line | None = field("所属园区", "Park", "在产业园区里的，写园区名称。", default=None)
    stage: Annotated[str, Word("stages")] = field(
        "项目阶段", "Stage", "申报、入库、批复、建设、运营、整改或结束。"
    )
    scope: Prose = field("建设任务", "Scope of works", "建什么、建多少，写数量和单位。")
    standard: Prose | None = field("补助标准", "Subsidy standard", "按什么标准补助。", default=None)
    period: Period = field("实施期限", "Period of works", "计划开工到计划完工。")
    implementer: Implementer = field("实施单位", "Implementer", "谁负责实施，责任人是谁。")
    funding: tuple[Funding, ...] = field("资金", "Funding", "每个来源、每个文号写一条。", default=())
    operator: Operator | None = field("经营主体", "Operator", "建成后由谁经营。", default=None)
    assets: tuple[Asset, ...] = field("资产", "Assets", "形成的每一项资产。", default=())
    linkages: tuple[Linkage, ...] = field(
        "联农带农机制", "Linkage mechanisms", "用哪些方式带动农户，至少一种，可以多种。", default=()
    )
    agreements: tuple[Agreement, ...] = field(
        "合作协议", "Agreements", "签订的协议；续签的接着写，旧的留着。", default=()
    )
    expected: Expected | None = field(
        "预期成效", "Expected outcome", "预计带来什么，用数字写。", default=None
    )
    disclosures: tuple[Disclosure, ...] = field("公示公告", "Disclosures", "事前公示和完工公告。", default=())
    completion: Completion | None = field("完工验收", "Completion", "完工后填写。", default=None)
    distributions: tuple[Distribution, ...] = field("收益分配", "Distributions", "每年一条。", default=())
    inspections: tuple[Inspection, ...] = field("监督检查", "Inspections", "每次检查一条。", default=())
    changes: tuple[BeneficiaryChange, ...] = field(
        "对象变动", "Changes of beneficiaries", "带动对象增减的户数，不写姓名和原因。", default=()
    )
    supervision: Supervision = field("监督", "Supervision", "向谁反映，打什么电话。")

    @property
    def investment(self) -> Decimal:
        """The sum of all funding, in yuan."""
        return sum([fund.amount for fund in self.funding], Decimal(0))

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """The codes of the mechanisms, each once, in the order of the record."""
        return tuple(dict.fromkeys([linkage.mechanism for linkage in self.linkages]))

    @property
    def households(self) -> int:
        """Households tied in: the largest of the linkages, as the same household may be in several."""
        return max([linkage.beneficiaries.households for linkage in self.linkages], default=0)

    @property
    def income(self) -> Decimal:
        """The village's income from the project over all years, in yuan."""
        return sum([each.income for each in self.distributions], Decimal(0))
