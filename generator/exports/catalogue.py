"""``catalog.jsonld``: the data set and its files for data portals, as DCAT 3 has it.

The context stands in the file, so that reading it asks nothing of another host.
"""

from typing import Any

from generator.exports.package import description, publisher, title
from generator.exports.published import FOLDER, MEDIA, File, Published
from generator.pages.overview import Overview

CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def catalogue(published: Published, overview: Overview) -> dict[str, Any]:
    """A catalogue with one data set; a distribution for every file of the whole register."""
    site = overview.site
    url = site.settings.site_url
    base = f"{url.rstrip('/')}/{FOLDER}/" if url else ""
    who = {"@type": "foaf:Agent", "foaf:name": _zh(publisher(site))}
    issued = {"@type": "xsd:date", "@value": site.as_of.isoformat()}
    licence = site.settings.licence
    rights: dict[str, Any] = {}
    if licence:
        rights = {"dct:license": {"@id": licence.url} if licence.url else _zh(licence.title)}
    return {
        "@context": CONTEXT | ({"@base": base} if base else {}),
        "@id": "catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _zh(title(site)),
        "dct:publisher": who,
        "dct:modified": issued,
        "dcat:dataset": {
            "@id": "datapackage.json",
            "@type": "dcat:Dataset",
            "dct:identifier": f"gongshi-{'-'.join(place.short for place in site.reference.places.roots())}",
            "dct:title": [_zh(title(site)), {"@value": "Linkage disclosures", "@language": "en"}],
            "dct:description": _zh(description(site)),
            "dct:publisher": who,
            "dct:modified": issued,
            "dct:language": "zh",
            "dcat:keyword": [_zh(word) for word in ("联农带农", "帮扶资金", "收益分配", "公示")],
            "dct:spatial": [
                {"@type": "dct:Location", "dct:identifier": place.code, "dct:title": _zh(place.name)}
                for place in site.reference.places.roots()
            ],
            **rights,
            "dcat:distribution": [
                _distribution(file, rights)
                for file in published.under(FOLDER)
                if file.form in MEDIA and not file.name.startswith(("datapackage", "catalog"))
            ],
        },
    }


def _distribution(file: File, rights: dict[str, Any]) -> dict[str, Any]:
    return {
        "@id": f"{file.name}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": file.name,
        "dcat:downloadURL": {"@id": file.name},
        "dcat:mediaType": {"@id": _MEDIA_TYPES + MEDIA[file.form]},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
        **rights,
    }


def _zh(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}
