"""Slots: comments in a page that people wrote, filled from rows and reference data after the engine has run.

``<!-- gongshi:NAME ARGUMENTS -->`` in Markdown, on a line of its own, stands for what :data:`SLOTS` makes.
A rule's code set as code, such as ``M001``, becomes a link to the rule.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from inspect import signature
from types import MappingProxyType

from generator.pages import address, cases, home, library, sample, worked
from generator.pages.overview import Overview
from generator.pages.page import PageError
from generator.pages.turn import Depends

Slot = Callable[..., str]
"""Called with the overview, the way up to the site's root, and the slot's own arguments.

One that has a parameter ``page`` is given the address of the page that it stands on.
"""

SLOTS: Mapping[str, Slot] = MappingProxyType(
    {
        "case-cards": cases.case_cards,
        "case-flow": cases.case_flow,
        "case-head": cases.case_head,
        "case-paper": cases.case_paper,
        "case-results": cases.case_results,
        "cases": cases.case_list,
        "clauses": library.clauses,
        "contact": home.contact,
        "demonstration": home.demonstration,
        "key-figures": home.key_figures,
        "latest": home.latest,
        "left-out": home.left_out,
        "licence": home.licence,
        "lists": home.lists,
        "mechanism": library.mechanism,
        "mechanisms": home.mechanisms,
        "notices": home.notices,
        "place-tree": home.place_tree,
        "places": home.places,
        "policy-compare": library.policy_compare,
        "policy-header": library.policy_header,
        "rules": library.rules,
        "sample": sample.sample,
        "sitemap": home.sitemap,
        "worked": worked.worked,
    }
)
"""All slots by name."""

_Shown = Callable[[Overview, str], Iterable[Depends]]


def _nothing(overview: Overview, argument: str) -> Iterable[Depends]:
    return ()


def _mechanism(overview: Overview, code: str) -> Iterable[Depends]:
    rows = b"".join([row.digest for row in overview.mechanisms.get(code, ())])
    return rows, repr(cases.cases_of(code, overview))


def _worked(overview: Overview, code: str) -> Iterable[Depends]:
    row = overview.by_number.get(overview.shelf.examples.get(code, ""))
    return (row.digest if row else None,)


def _clauses(overview: Overview, policy: str) -> Iterable[Depends]:
    policies = overview.site.reference.policies
    known = policies[policy].clauses if policy in _known("policy", overview) else ()
    return (repr([overview.clauses.live(each).figures for each in known]),)


_SHOWN: Mapping[str, _Shown] = MappingProxyType(
    {
        "clauses": _clauses,
        "contact": _nothing,
        "demonstration": _nothing,
        "licence": _nothing,
        "mechanism": _mechanism,
        "policy-compare": _nothing,
        "policy-header": _nothing,
        "worked": _worked,
    }
)
"""What a slot with this name and one argument, or none, shows of the register; others may show all of it."""

_SLOT = re.compile(r"<!-- gongshi:([a-z-]+)((?: [^\s>]+)*) -->")
_CODE = re.compile(r"<code>([A-Z][0-9]{3})</code>")


class SlotError(PageError):
    """A page has a slot that does not exist, or that cannot be filled; the message says which and where."""


def depends(html: str, overview: Overview) -> tuple[Depends, ...]:
    """What a rendered page is made from when its slots are filled, as :meth:`Outputs.take` asks it."""
    found: list[Depends] = [html]
    for name, argument in dict.fromkeys(_SLOT.findall(html)):
        if name in _SHOWN:
            found += _SHOWN[name](overview, argument.strip())
        else:
            found += overview.digest, _beside(overview)
    return tuple(found)


def _beside(overview: Overview) -> str:
    """What slots show besides records."""
    shelf = overview.shelf
    return repr(
        (overview.left_out, sorted(overview.editorial.items()), list(shelf.cases.items()), shelf.models)
    )


def fill(html: str, page: str, overview: Overview, added: Mapping[str, Slot] = MappingProxyType({})) -> str:
    """A rendered page with its slots filled; ``page`` is its address, ``added`` are slots of later rooms.

    Raises:
        SlotError: a slot is unknown, or its arguments name nothing that there is.
    """
    up = address.relative(page, "")
    slots = {**SLOTS, **added}
    filled = _SLOT.sub(lambda mark: _filled(mark, page, up, overview, slots), html)
    return _CODE.sub(lambda code: _link(code, up, overview), filled)


def _filled(mark: re.Match[str], page: str, up: str, overview: Overview, slots: Mapping[str, Slot]) -> str:
    name, arguments = mark[1], mark[2].split()
    source = f"{overview.site.settings.docs_dir}/{page.removesuffix('.html')}.md"
    if name not in slots:
        raise SlotError(f"{source} 里的 {mark[0]} 没有这个名字。可以用的有：{'、'.join(slots)}。")
    slot = slots[name]
    names = list(signature(slot).parameters)[2:]
    wanted = [each for each in names if each != "page"]
    if len(arguments) != len(wanted):
        raise SlotError(f"{source} 里的 {mark[0]} 要写 {len(wanted)} 个参数，写了 {len(arguments)} 个。")
    for kind, value in zip(wanted, arguments, strict=True):
        if value not in _known(kind, overview):
            raise SlotError(
                f"{source} 里的 {mark[0]}：没有“{value}”。可以用的有：{'、'.join(_known(kind, overview))}。"
            )
    given = {"page": page} if "page" in names else {}
    return slot(overview, up, *arguments, **given)


def _known(kind: str, overview: Overview) -> list[str]:
    if kind == "policy":
        return [policy.id for policy in overview.site.reference.policies]
    return list(overview.mechanisms)


def _link(code: re.Match[str], up: str, overview: Overview) -> str:
    if code[1] not in overview.site.problems:
        return code[0]
    title = overview.site.problems[code[1]].title.zh
    return f'<a class="gs-code-link" href="{up}{address.rule_address(code[1])}" title="{title}">{code[0]}</a>'
