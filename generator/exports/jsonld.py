"""What a disclosure page says to programs: schema.org in JSON-LD, in the head of the page.

It is put together as text: every page bears one, and most of it is the same for all, or for all of a village.
"""

from json.encoder import encode_basestring

from generator.pages.address import project_address
from generator.pages.site import Site
from generator.records.funding import Funding
from generator.records.project import Project


def element(project: Project, site: Site, published: str) -> str:
    """The element for the head of a record's page; nothing in it can end it early.

    The page is described as a report on a project that public money paid for. ``published`` is the day of
    the newest thing that the page discloses.
    """
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Report"'
        f',"name":{_text(f"{project.name}联农带农公示")},"identifier":{_text(project.id)}'
        f',"inLanguage":"zh-CN","dateModified":"{published}","isAccessibleForFree":true'
        f',"publisher":{site.kept(_publisher, "")},"spatialCoverage":{site.kept(_place, project.place)}'
        f',"about":{_project(project, site)}{_address(project, site)}{site.kept(_licence, "")}}}</script>'
    )


def _text(value: str) -> str:
    """A text in quotes, without the characters that HTML gives a meaning."""
    quoted = encode_basestring(value)
    return quoted.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _publisher(site: Site, _: str) -> str:
    publisher = site.settings.publisher
    phone = f',"telephone":{_text(publisher.phone)}' if publisher.phone else ""
    name = _text(publisher.name or site.settings.county)
    return f'{{"@type":"GovernmentOrganization","name":{name}{phone}}}'


def _licence(site: Site, _: str) -> str:
    licence = site.settings.licence
    return f',"license":{_text(licence.url)}' if licence and licence.url else ""


def _address(project: Project, site: Site) -> str:
    address = site.permanent(project_address(project.id))
    return f',"url":{_text(address)}' if address else ""


def _place(site: Site, code: str) -> str:
    named = ""
    for place in site.line(code):
        above = f',"containedInPlace":{named}' if named else ""
        named = (
            f'{{"@type":"AdministrativeArea","name":{_text(place.name)}'
            f',"identifier":{_text(place.code)}{above}}}'
        )
    return named or f'{{"@type":"AdministrativeArea","identifier":{_text(code)}}}'


def _project(project: Project, site: Site) -> str:
    ways = ",".join([site.kept(_way, code) for code in project.mechanisms])
    grants = ",".join([_grant(fund, site) for fund in project.funding])
    operator = project.operator
    member = f',"member":{{"@type":"Organization","name":{_text(operator.name)}}}' if operator else ""
    return (
        f'{{"@type":"Project","name":{_text(project.name)},"identifier":{_text(project.id)}'
        f',"description":{_text(project.scope)},"foundingDate":"{project.period.start.isoformat()}"'
        f',"keywords":[{ways}],"funding":[{grants}]{member}}}'
    )


def _way(site: Site, mechanism: str) -> str:
    return _text(site.label(mechanism, "mechanisms"))


def _source(site: Site, source: str) -> str:
    return _text(site.label(source, "fund_sources"))


def _grant(fund: Funding, site: Site) -> str:
    document = f',"identifier":{_text(fund.document)}' if fund.document else ""
    return (
        f'{{"@type":"MonetaryGrant","name":{site.kept(_source, fund.source)}'
        f',"amount":{{"@type":"MonetaryAmount","currency":"CNY","value":"{fund.amount:f}"}}{document}}}'
    )
