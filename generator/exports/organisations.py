"""Who appears in the register: those who carry projects out, own their assets and run them."""

import json
from collections import Counter
from collections.abc import Collection
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import groupby
from json.encoder import encode_basestring as quoted
from operator import itemgetter

from generator.exports import cells
from generator.exports.cells import EMPTY, Cell
from generator.exports.column import Column
from generator.exports.listing import joined
from generator.exports.log import KEY
from generator.records.project import Project
from generator.records.vocabulary import Vocabularies

Named = tuple[str, str, str, str]
"""A name in a record: the organisation, its role, its kind and its credit code, empty where there is none."""

ROLES = {"implementer": "实施单位", "owner": "产权人", "operator": "经营主体", "supervisor": "监督单位"}
_KINDS = {"owner": "owner_kinds", "operator": "operator_kinds"}

COLUMNS = (
    Column(("name",), (), "名称", "Name", "记录里写的名称。", "text", required=True),
    Column(("roles",), (), "身份", "Roles", "在项目里是实施单位、产权人、经营主体还是监督单位。", "lines"),
    Column(("kinds",), (), "类型", "Kinds", "作为产权人或经营主体的类型。", "lines"),
    Column(
        ("credit_code",), (), "统一社会信用代码", "Unified social credit code", "经营主体的代码。", "lines"
    ),
    Column(("projects",), (), "项目数", "Projects", "出现在多少个项目里。", "count", "个"),
)


def named(project: Project) -> list[Named]:
    """Everyone whom a record names."""
    found: list[Named] = [("implementer", project.implementer.name, "", "")]
    found += [("owner", each.owner.name, each.owner.kind, "") for each in project.assets if each.owner]
    if project.operator:
        operator = project.operator
        found.append(("operator", operator.name, operator.kind, operator.credit_code or ""))
    found.append(("supervisor", project.supervision.department, "", ""))
    return [(name, role, kind, code) for role, name, kind, code in dict.fromkeys(found)]


class Organisations:
    """Gathers the names of many records; one row a name.

    With ``later``, names are looked at when the rows are asked for: where these may be known, nobody does.
    """

    def __init__(self, vocabularies: Vocabularies, later: bool = False) -> None:
        self._vocabularies = vocabularies
        self._later = later
        self._told: list[bytes] = []
        self._content = blake2b(digest_size=KEY)
        self._named: set[tuple[str, ...]] = set()
        self._projects: list[str] = []

    def take(self, names: Collection[Named]) -> None:
        """Take in everyone whom one record names."""
        # Many records name the same ones in the same roles: these are looked at once, at the end.
        self._named.update(map(tuple, names))
        self._projects += {each[0] for each in names}

    def take_all(self, told: bytes) -> None:
        """Take in everyone whom some records name, told as JSON, a list for every record."""
        self._content.update(told)
        self._told.append(told)
        if not self._later:
            self._look()

    @property
    def content(self) -> bytes:
        """The digest of what was told of all records."""
        return self._content.digest()

    def _look(self) -> None:
        for told in self._told:
            for names in json.loads(told):
                self.take(names)
        self._told.clear()

    def rows(self) -> list[list[Cell]]:
        """The rows, in the order of the names."""
        self._look()
        known, projects = cache(self._known), Counter(self._projects)
        found = []
        for name, each in groupby(sorted(self._named), itemgetter(0)):
            ties = [named[1:] for named in each]
            roles, kinds = known(tuple([tie[:2] for tie in ties]))
            codes = _several(tuple(sorted({code for _, _, code in ties if code})))
            found.append([cells.text(name), roles, kinds, codes, cells.number(projects[name])])
        return found

    def _known(self, ties: tuple[tuple[str, ...], ...]) -> tuple[Cell, Cell]:
        """The cells of roles and kinds for the roles and kinds that one name has; many have the same."""
        roles = {role for role, _ in ties}
        kinds = sorted({(_KINDS[role], kind) for role, kind in ties if kind})
        return (
            _several(tuple(label for role, label in ROLES.items() if role in roles)),
            _several(tuple(dict.fromkeys(self._vocabularies.label(*each) for each in kinds))),
        )


@lru_cache(maxsize=4096)
def _several(texts: tuple[str, ...]) -> Cell:
    if not texts:
        return EMPTY
    csv, _, xml, _ = cells.text(joined(texts))
    coded = f"[{','.join(map(quoted, texts))}]".encode()
    return csv, coded, xml, coded
