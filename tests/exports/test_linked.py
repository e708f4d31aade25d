"""The catalogue and the pages' own descriptions, read by an RDF library."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF

from generator.exports.jsonld import element
from generator.pages.address import project_address
from generator.pages.site import Site
from generator.records.project import Project
from generator.records.reference import Reference
from generator.settings import Settings, load
from tests.changing import having

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated"
)  # rdflib's own parser uses it

SCHEMA = rdflib.Namespace("https://schema.org/")


def test_the_catalogue(county: Path, data: Path) -> None:
    base = f"{load(county).site_url.rstrip('/')}/data/"
    graph = rdflib.Graph()
    graph.parse(data / "catalog.jsonld", format="json-ld")
    assert len(list(graph.subjects(RDF.type, DCAT.Catalog))) == 1
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    for term in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.keyword):
        assert list(graph.objects(dataset, term)), term
    addresses = set()
    for distribution in graph.objects(dataset, DCAT.distribution):
        address = str(graph.value(distribution, DCAT.downloadURL)).removeprefix(base)
        assert (data / address).stat().st_size == int(str(graph.value(distribution, DCAT.byteSize)))
        addresses.add(address)
    assert {"projects.csv", "projects.jsonl", "register.xlsx", "feed.xml"} <= addresses


def test_a_page_describes_itself(county: Path, projects: list[Project]) -> None:
    project = projects[0]
    html = (county / "site" / "projects" / project.id[:-3] / f"{project.id}.html").read_text("utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    described = json.loads(text)
    assert described["@context"] == "https://schema.org"
    described["@context"] = {"@vocab": str(SCHEMA)}
    graph = rdflib.Graph().parse(data=json.dumps(described), format="json-ld")
    (report,) = graph.subjects(RDF.type, SCHEMA.Report)
    assert str(graph.value(report, SCHEMA.identifier)) == project.id
    amounts = {float(str(amount)) for amount in graph.objects(None, SCHEMA.value)}
    assert amounts == {float(fund.amount) for fund in project.funding}


def test_no_text_ends_the_element_early(projects: list[Project], reference: Reference) -> None:
    site = Site(Settings(county="示例县"), reference, date(2025, 1, 1), {})
    project = having(projects[0], name="</script><b>", scope="<&>")
    inner = element(project, site, "2025-01-01").removesuffix("</script>").split(">", 1)[1]
    assert not set(inner) & set("<>&")
    assert json.loads(inner)["about"]["name"] == "</script><b>"


def test_a_description_names_the_place_with_all_above_it_and_every_grant(
    county: Path, projects: list[Project], reference: Reference
) -> None:
    settings = load(county)
    site = Site(settings, reference, date(2025, 1, 1), {})
    for project in projects:
        text = element(project, site, "2024-12-31").removesuffix("</script>").split(">", 1)[1]
        described = json.loads(text)
        assert described["dateModified"] == "2024-12-31"
        assert described["url"] == site.permanent(project_address(project.id))
        names, place = [], described["spatialCoverage"]
        while place:
            names.append((place["identifier"], place["name"]))
            place = place.get("containedInPlace")
        assert names == [(each.code, each.name) for each in reversed(reference.places.line(project.place))]
        about = described["about"]
        assert about["description"] == project.scope
        assert about["keywords"] == [site.label(code, "mechanisms") for code in project.mechanisms]
        assert [(fund["amount"]["value"], fund.get("identifier")) for fund in about["funding"]] == [
            (f"{fund.amount:f}", fund.document) for fund in project.funding
        ]
        operator = project.operator
        assert about.get("member", {}).get("name") == (operator.name if operator else None)
