"""The meta tags of articles and columns (国办发〔2017〕47号); those of the whole site are in the theme."""

from datetime import date

from generator.pages.escaping import escaped
from generator.pages.site import Site


def _tag(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escaped(content)}">'


def article(title: str, published: date, site: Site) -> str:
    """The tags of a page that discloses one thing."""
    return "\n".join(
        (
            _tag("ArticleTitle", title),
            f'<meta name="PubDate" content="{published.isoformat()} 00:00">',
            site.kept(_source, ""),
        )
    )


def _source(site: Site, _: str) -> str:
    return _tag("ContentSource", site.settings.publisher.name or site.settings.county)


def column(title: str, description: str, kind: str) -> str:
    """The tags of a page that lists others."""
    name = escaped(title)
    return (
        f'<meta name="ColumnName" content="{name}">\n'
        f'<meta name="ColumnDescription" content="{escaped(description)}">\n'
        f'<meta name="ColumnKeywords" content="联农带农,公示,{name}">\n'
        f'<meta name="ColumnType" content="{escaped(kind)}">'
    )
