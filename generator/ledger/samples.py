"""What the example rows of the template say: one made-up project, told on every sheet.

All of it holds together, so that the rows import and pass the check; only what a second row on a sheet would
tell is lacking. Words of vocabularies stand as their codes; the guide shows their labels.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

PROJECT_ID = "SL-2023-0042"

_START, _END = date(2024, 1, 1), date(2028, 12, 31)
_OPERATOR = "示例县绿源种植专业合作社"
_OWNER = "柳湾村股份经济合作社"
_ANYWHERE: Mapping[str, Any] = MappingProxyType(
    {
        "order": 1,
        "year": 2024,
        "beneficiaries.households": 32,
        "beneficiaries.lifted": 20,
        "beneficiaries.monitored": 3,
        "beneficiaries.at_risk": None,
        "beneficiaries.persons": 96,
        "term.start": _START,
        "term.end": _END,
        "posts": 6,
        "wage.amount": 110,
        "wage.per": "day",
        "product": "鲜食玉米",
        "price.basis": "guaranteed",
        "price.amount": Decimal("2.4"),
        "price.per": "公斤",
        "held_by": "members",
        "note": None,
    }
)
"""By path, what any sheet says that says nothing of its own."""

_BY_SHEET: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "projects": {
            "name": "东河镇柳湾村冷藏保鲜库建设项目",
            "year": 2023,
            "kind": "operating",
            "nature": "new",
            "industry": "storage",
            "park": None,
            "stage": "operating",
            "scope": "新建冷藏保鲜库 1 座 600 立方米，配套制冷设备 1 套",
            "standard": "按批复概算补助，超出部分由村里自己解决",
            "period.start": date(2023, 4, 1),
            "period.end": date(2023, 10, 31),
            "implementer.responsible": "东河镇副镇长（分管农业）",
            "operator.name": _OPERATOR,
            "operator.kind": "cooperative",
            "operator.credit_code": "93990101MA9001QX1X",
            "expected.households": 180,
            "expected.jobs": 6,
            "expected.collective_income": 28800,
            "expected.household_income": 1200,
            "expected.other": "本村玉米损耗减少一成",
            "completion.accepted": date(2023, 11, 20),
            "completion.spent": 500000,
            "completion.result": "冷库和设备都按设计建成",
            "completion.targets": "带动户数和岗位数达到批复要求",
            "supervision.hotlines": "12317；0990-1234567",
            "supervision.address": "县城建设路 1 号",
        },
        "funding": {"source": "central_bridging", "amount": 500000, "granted": date(2023, 3, 1)},
        "assets": {
            "code": "DH-LW-2023-01",
            "class": "operating",
            "value": 480000,
            "owner.kind": "village_collective",
            "life_years": 20,
            "condition": "normal",
            "income_rights.held_by": "members",
            "income_rights.count": 640,
            "follow_up.way": "consolidate",
            "follow_up.plan": "合作社每年检修一次制冷设备",
            "follow_up.due": date(2028, 12, 31),
        },
        "contract_farming": {
            "content": "合作社供种子和技术，农户按约定种植，合作社保底收购",
            "inputs": "种子、农技指导",
        },
        "trusteeship": {"trustee": _OPERATOR, "return_share": 70},
        "training": {
            "sessions": 4,
            "persons": 160,
            "subject": "玉米栽培、采收分级、冷藏保鲜",
            "stages": "before",
        },
        "joint_operation": {
            "chain": f"cooperative：{_OPERATOR}",
            "content": "合作社联系市场、统一收购，农户种植交货",
            "exit": "农户每年 12 月可以书面提出退出",
        },
        "land_transfer": {"area": Decimal("86.5"), "rent.amount": 700},
        "asset_shareholding": {"asset": "冷藏保鲜库 1 座", "valuation": 480000, "share": 30},
        "guaranteed_dividend": {
            "principal": 480000,
            "investment_mode": "lease",
            "guaranteed_rate": 6,
            "profit_share": 15,
            "buyback": None,
        },
        "collective_redistribution": {
            "plan": "先提公积公益金两成，其余分给成员",
            "uses": "member_dividend",
        },
        "agreements": {
            "number": "SL-XY-2023-0042",
            "signed": date(2023, 12, 5),
            "parties": f"{_OWNER}；{_OPERATOR}",
            "witness": "东河镇人民政府",
            "entry": "本村农户自愿报名，脱贫户、监测对象优先",
            "duties": "村集体提供冷库；合作社负责经营和安全，按时付租金，优先用本村人",
            "exit": "合作社要退出，提前 6 个月书面告诉村集体，冷库和设备完好交回",
            "breach": "租金晚付一天，按应付款的万分之五付违约金",
        },
        "disclosures": {
            "moment": "before",
            "from": date(2023, 2, 6),
            "to": date(2023, 2, 20),
            "at": "village",
            "objections": "无异议",
        },
        "distributions": {
            "income": 28800,
            "brought_forward": 0,
            "reserve": 5760,
            "carried_forward": 0,
            "plan_published": date(2024, 11, 12),
            "decided.on": date(2024, 11, 26),
            "paid.on": date(2024, 12, 16),
        },
        "uses": {
            "use": "member_dividend",
            "amount": 23040,
            "households": 180,
            "note": "按成员份额分红",
        },
        "payments": {"mechanism": "employment", "amount": 118800, "households": 6},
        "inspections": {
            "on": date(2025, 9, 16),
            "by": "某某县农业农村局",
            "result": "rectify",
            "finding": "冷库温度记录不全",
            "deadline": date(2025, 10, 16),
            "rectified": date(2025, 10, 10),
            "measure": "每天早晚各记一次，村里每月查看",
        },
        "changes": {"on": date(2024, 6, 1), "added": 2, "removed": 1, "decided_by": "村民代表会议"},
    }
)
"""By the table of a sheet, or the mechanism that it is of, and by path."""


def sample(sheet: str, path: str) -> tuple[bool, Any]:
    """Whether there is a sample of a column, and what it says; None where the cell stays blank."""
    own = _BY_SHEET.get(sheet, {})
    for values in (own, _ANYWHERE):
        if path in values:
            return True, values[path]
    return False, None
