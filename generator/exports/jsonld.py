"""What a disclosure page says to programs: schema.org in JSON-LD, in the head of the page."""

import json
from typing import Any

from generator.pages.address import project_address
from generator.pages.site import Site
from generator.records.project import Project
from generator.records.summary import latest


def element(project: Project, site: Site) -> str:
    """The element for the head of a record's page; nothing in it can end it early."""
    text = json.dumps(described(project, site), ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{text}</script>'


def described(project: Project, site: Site) -> dict[str, Any]:
    """The page as a report on a project that public money paid for."""
    settings = site.settings
    publisher: dict[str, Any] = {
        "@type": "GovernmentOrganization",
        "name": settings.publisher.name or settings.county,
    }
    if settings.publisher.phone:
        publisher["telephone"] = settings.publisher.phone
    report: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": f"{project.name}联农带农公示",
        "identifier": project.id,
        "inLanguage": "zh-CN",
        "dateModified": latest(project).isoformat(),
        "isAccessibleForFree": True,
        "publisher": publisher,
        "spatialCoverage": _place(project, site),
        "about": _project(project, site),
    }
    if settings.site_url:
        report["url"] = f"{settings.site_url.rstrip('/')}/{project_address(project.id)}"
    if settings.licence and settings.licence.url:
        report["license"] = settings.licence.url
    return report


def _place(project: Project, site: Site) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for place in site.line(project.place):
        above = {"containedInPlace": named} if named else {}
        named = {"@type": "AdministrativeArea", "name": place.name, "identifier": place.code, **above}
    return named or {"@type": "AdministrativeArea", "identifier": project.place}


def _project(project: Project, site: Site) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "Project",
        "name": project.name,
        "identifier": project.id,
        "description": project.scope,
        "foundingDate": project.period.start.isoformat(),
        "keywords": [site.label(code, "mechanisms") for code in project.mechanisms],
        "funding": [
            {
                "@type": "MonetaryGrant",
                "name": site.label(fund.source, "fund_sources"),
                "amount": {"@type": "MonetaryAmount", "currency": "CNY", "value": f"{fund.amount:f}"},
                **({"identifier": fund.document} if fund.document else {}),
            }
            for fund in project.funding
        ],
    }
    if project.operator:
        found["member"] = {"@type": "Organization", "name": project.operator.name}
    return found
