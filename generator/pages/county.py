"""In a prefecture's site: the way from a record's page to the page of its own county."""

from markupsafe import escape

from generator.pages.address import project_address
from generator.pages.site import Site
from generator.records.project import Project


def county_link(project: Project, site: Site) -> str:
    """A line that leads to the county's own page; empty where its site is not known."""
    address = site.settings.counties.get(project.place[:6])
    if not address:
        return ""
    target = escape(f"{address.rstrip('/')}/{project_address(project.id)}")
    names = [place.name for place in site.line(project.place) if place.level == "county"]
    county = escape(names[0] if names else "本县")
    return (
        f'<p class="gs-county">这条记录由{county}公开，'
        f'<a href="{target}">到{county}的网站看原来的公示页</a>。</p>\n'
    )
