"""What all sheets are written from, besides their own record: the site, and the days of the posting."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.notices.sheet import Closing
from generator.notices.wording import EMPTY_DAY, day, span
from generator.pages.days import inclusive
from generator.pages.site import Site
from generator.records.parties import Supervision
from generator.records.policies import Policy
from generator.records.project import Project


@dataclass(frozen=True, slots=True)
class Posting:
    """From the first day to the last, both included."""

    first: date
    last: date

    @classmethod
    def of(cls, first: date, days: int) -> "Posting":
        """A posting that begins on a day and lasts so many."""
        return cls(first, first + timedelta(days=days - 1))

    @property
    def words(self) -> str:
        """``2024年3月1日至2024年3月10日（10天）``."""
        return f"{span(self.first, self.last)}（{inclusive(self.first, self.last)}天）"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where sheets are written.

    ``posting`` is when they are to hang, if whoever prints them says so; else the record's own days
    are taken, and where it has none the place is left to be filled in by hand.
    """

    site: Site
    posting: Posting | None = None

    def url(self, address: str) -> str:
        """The permanent address of a page; empty where the site's own is not known."""
        return self.site.permanent(address)

    @property
    def demo(self) -> str:
        """The mark on invented data."""
        return "示例数据" if self.site.settings.demonstration else ""

    def foot(self, what: str, address: str) -> tuple[str, ...]:
        """The footer: what the sheet is of, where it stands on the web, and that invented data are."""
        url = self.url(address)
        line = f"{what}　网址：{url}" if url else what
        if not self.demo:
            return (line,)
        return line, f"{self.demo}，{self.site.settings.county}是编出来做演示的，不是真实情况。"

    def place(self, code: str) -> str:
        """A place with its county: 示例县东河镇柳湾村."""
        return self.site.settings.county + self.site.reference.places.full_name(code)

    def basis(self, code: str, year: int, signed: int, more: str = "") -> str:
        """The documents that a notice rests on, as its opening words.

        Args:
            code: the place.
            year: the project's year.
            signed: the year in which the notice is signed; a later document is no basis for it.
            more: the id of one further document.
        """
        policies = self.site.reference.policies
        found = [each for each in policies.of(code, year) if each.kind == "local" and _from(each) <= signed]
        names = [f"《{each.title}》" + (f"（{each.number}）" if each.number else "") for each in found[:1]]
        if more in policies:
            names.insert(0, f"《{policies[more].title}》")
        return f"根据{'和'.join(names)}的要求，" if names else "按照政务公开的要求，"

    def closing(
        self,
        supervision: Supervision,
        issuer: str,
        address: str,
        posting: Posting | None,
        *,
        what: str = "公示期",
        say: str = "",
        caption: str = "扫码查看网上公示",
    ) -> Closing:
        """The end of a sheet."""
        period = f"{day(posting.first)}\n至{day(posting.last)}" if posting else f"{EMPTY_DAY}\n至{EMPTY_DAY}"
        contacts = [
            (what, period),
            ("监督电话", "、".join(supervision.hotlines)),
            ("受理单位", supervision.department),
        ]
        if supervision.address:
            contacts.append(("地址", supervision.address.replace(" ", "")))
        return Closing(
            contacts=tuple(contacts),
            issuer=issuer,
            date=day(posting.first) if posting else EMPTY_DAY,
            url=self.url(address),
            caption=caption,
            say=say,
        )


def _from(policy: Policy) -> int:
    """The year in a document's number; 0 where it has none."""
    found = re.search(r"〔(\d{4})〕", policy.number or "")
    return int(found[1]) if found else 0


def period_words(posting: Posting | None, what: str = "公示期") -> str:
    """The posting period as a part of the opening; empty where it is not known."""
    return f"，{what}为{posting.words}" if posting else ""


def disclosed(project: Project, moment: str) -> Posting | None:
    """The last posting of a kind that a record tells of."""
    found = [Posting(each.from_, each.to) for each in project.disclosures if each.moment == moment]
    return max(found, key=lambda posting: posting.first, default=None)


def objection(supervision: Supervision, project: str) -> str:
    """How to object to a notice."""
    phones = f"，监督电话{'、'.join(supervision.hotlines)}" if supervision.hotlines else ""
    return (
        f"对公示内容有不同意见的，请在公示期内向{supervision.department}反映{phones}。"
        f"反映时请说明项目编号{project}和具体事情。"
    )
