"""The county's businesses and village collectives, with codes that pass their check characters."""

from dataclasses import dataclass

from generator.demo.dice import Dice
from generator.demo.industry import Industry, Texts
from generator.demo.places import COUNTY, Places, Township, Village
from generator.records.credit_code import CHARACTERS, check_character

_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_REGION = "990101"

_KINDS = {
    "cooperative": 40,
    "company": 18,
    "leading_enterprise": 12,
    "family_farm": 12,
    "large_grower": 7,
    "state_company": 6,
}
_PLANT_KINDS = {"cooperative": 34, "company": 30, "leading_enterprise": 22, "state_company": 14}
_SERVICE_KINDS = {"service_organisation": 6, "cooperative": 3, "company": 1}
_PLANTS = ("crafts", "ecommerce", "energy", "processing", "storage", "tourism", "workshop")
_SERVICES = ("machinery", "energy", "storage")
_REGISTERED_AS = {
    "cooperative": "93",
    "family_farm": "92",
    "large_grower": "92",
    "service_organisation": "52",
}


@dataclass(frozen=True, slots=True)
class Operator:
    """A business that runs assets; the same one keeps its name, code and telephone."""

    name: str
    kind: str
    credit_code: str
    phone: str


def collective_name(village: Village) -> str:
    """The village's collective: 柳湾村股份经济合作社."""
    return f"{village.name}股份经济合作社"


class Operators:
    """The operators of one seed, made as they are asked for."""

    def __init__(self, seed: int, places: Places, brands: Texts) -> None:
        self._seed = seed
        self._places = places
        self._brands = brands
        self._known: dict[tuple[int, str, int], Operator] = {}

    def business(self, township: Township, industry: Industry, number: int) -> Operator:
        """One of the township's businesses in an industry; ``number`` says which."""
        key = (township.number, industry.code, number)
        if key not in self._known:
            self._known[key] = self._opened(township, industry, number)
        return self._known[key]

    def collective(self, village: Village) -> Operator:
        """A village's own collective as the operator."""
        dice = Dice(f"{self._seed}:collective:{village.number}")
        return Operator(
            name=collective_name(village),
            kind="village_collective",
            credit_code=_code(f"N2{_REGION}MF", dice),
            phone=village.township.phone,
        )

    def _opened(self, township: Township, industry: Industry, number: int) -> Operator:
        dice = Dice(f"{self._seed}:business:{township.number}:{industry.code}:{number}")
        kinds = _PLANT_KINDS if industry.code in _PLANTS else _KINDS
        service = industry.code in _SERVICES and dice.chance(60)
        kind = dice.weighted(_SERVICE_KINDS if service else kinds)
        home = self._places.village(self._places.first_village(township.number) + dice.whole(0, 3))
        name = _name(kind, home, dice.pick(self._brands), dice.pick(industry.stems), dice)
        return Operator(
            name=name,
            kind=kind,
            credit_code=_code(f"{_REGISTERED_AS.get(kind, '91')}{_REGION}MA", dice),
            phone=f"0990-123{dice.whole(7000, 9999)}",
        )


def _name(kind: str, village: Village, brand: str, stem: str, dice: Dice) -> str:
    match kind:
        case "cooperative":
            return f"{dice.pick((village.root, brand))}{stem}专业合作社"
        case "family_farm":
            return f"{village.name}{brand}家庭农场"
        case "large_grower":
            return f"{village.name}{brand}{dice.pick(('种养场', '农场', '种养大户'))}"
        case "state_company":
            return f"{COUNTY}{brand}{dice.pick(('乡村发展', '农业投资', '乡村振兴产业'))}有限公司"
        case "service_organisation":
            return f"{village.township.name}{brand}{stem}{dice.pick(('队', '站', '中心'))}"
        case "leading_enterprise":
            return f"{COUNTY}{brand}{dice.pick((stem, '农业科技', '农业集团'))}有限公司"
    return f"{COUNTY}{brand}{dice.pick((stem, '农业发展', '农业开发'))}有限公司"


def _code(start: str, dice: Dice) -> str:
    """A credit code: ``start`` ends with the first two of the organisation code's nine characters."""
    body = start + "".join(dice.pick(CHARACTERS) for _ in range(6))
    total = sum(
        _organisation_value(character) * weight
        for character, weight in zip(body[8:], _ORGANISATION_WEIGHTS, strict=True)
    )
    body += "0123456789X0"[11 - total % 11]
    return body + check_character(body)


def _organisation_value(character: str) -> int:
    return int(character) if character.isdigit() else ord(character) - ord("A") + 10
