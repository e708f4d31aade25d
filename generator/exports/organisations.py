"""Who appears in the register: those who carry projects out, own their assets and run them."""

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import groupby
from json.encoder import encode_basestring as quoted
from operator import itemgetter

from generator.exports.cells import Cell, Form, Octets, octets
from generator.exports.column import Column
from generator.exports.log import KEY
from generator.records.project import Project
from generator.records.vocabulary import Vocabularies

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

_NEW = 4
"""Where in a line of :func:`named` it is told whether the name is new in its record."""


def named(project: Project) -> Octets:
    """Everyone whom a record names, each a line of JSON.

    That is name, role, kind, credit code, and 1 where the name is met for the first time in the record.
    """
    found = [(project.implementer.name, "implementer", "", "")]
    found += [(each.owner.name, "owner", each.owner.kind, "") for each in project.assets if each.owner]
    if project.operator:
        operator = project.operator
        found.append((operator.name, "operator", operator.kind, operator.credit_code or ""))
    found.append((project.supervision.department, "supervisor", "", ""))
    lines, met = [], set()
    for each in dict.fromkeys(found):
        lines.append(_line(*each, each[0] not in met))
        met.add(each[0])
    return "".join(lines)


@lru_cache(maxsize=4096)
def _line(name: str, role: str, kind: str, code: str, new: bool) -> Octets:
    return octets(f'[{quoted(name)},"{role}",{quoted(kind)},{quoted(code)},{new:d}]\n')


class Organisations:
    """Gathers the names of many records; one row a name.

    With ``later``, names are looked at when the rows are asked for: where these may be known, nobody does.
    """

    def __init__(self, vocabularies: Vocabularies, later: bool = False) -> None:
        self._vocabularies = vocabularies
        self._later = later
        self._told: list[bytes] = []
        self._content = blake2b(digest_size=KEY)
        self._lines: Counter[bytes] = Counter()

    def take(self, told: bytes) -> None:
        """Take in everyone whom some records name, as :func:`named` tells it."""
        self._content.update(told)
        self._told.append(told)
        if not self._later:
            self._look()

    @property
    def content(self) -> bytes:
        """The digest of what was told of all records."""
        return self._content.digest()

    def _look(self) -> None:
        # Many records name the same ones in the same roles: each line is read once, at the end.
        for told in self._told:
            self._lines.update(told.splitlines())
        self._told.clear()

    def rows(self, forms: Iterable[Form]) -> list[list[Cell]]:
        """The rows, in the order of the names; ``forms`` are those of the columns, with their names."""
        self._look()
        told = json.loads(b"[%b]" % b",".join(self._lines))
        for each, many in zip(told, self._lines.values(), strict=True):
            each[_NEW] *= many
        name_of, roles_of, kinds_of, codes_of, projects_of = forms
        known = cache(self._known)
        found = []
        for name, several in groupby(sorted(told), itemgetter(0)):
            ties = list(several)
            roles, kinds = known(tuple([(role, kind) for _, role, kind, _, _ in ties]))
            codes = tuple(sorted({code for _, _, _, code, _ in ties if code}))
            projects = sum([new for *_, new in ties])
            found.append(
                [name_of(name), roles_of(roles), kinds_of(kinds), codes_of(codes), projects_of(projects)]
            )
        return found

    def _known(self, ties: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What roles and kinds are called that one name has; many have the same."""
        roles = {role for role, _ in ties}
        kinds = sorted({(_KINDS[role], kind) for role, kind in ties if kind})
        return (
            tuple(label for role, label in ROLES.items() if role in roles),
            tuple(dict.fromkeys(self._vocabularies.label(*each) for each in kinds)),
        )
