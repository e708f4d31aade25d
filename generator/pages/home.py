"""What the home page and the index pages say of the whole register."""

from generator.pages import address
from generator.pages.amounts import rough
from generator.pages.cards import Cards
from generator.pages.overview import Groups, Overview
from generator.pages.places import children, told
from generator.pages.site import Site
from generator.pages.tally import from_source, invested
from generator.records.summary import Row

_LATEST = 6
_NOTICES = 6
_SHORT = "D003"
"""Less was paid than was guaranteed: what people look for first."""

_SECTIONS = (
    ("policies/", "政策文件"),
    ("mechanisms/", "联农带农机制"),
    ("cases/", "典型案例"),
    ("help/", "使用帮助"),
    ("", "本站"),
)
"""The parts of the site that people write, in the order of the site map; the last takes the rest."""


def key_figures(overview: Overview, up: str) -> str:
    """The sums over the whole register, and how far it reaches."""
    roots = overview.site.reference.places.roots()
    return overview.site.render(
        "home/figures.html",
        total=overview.total,
        told=[each for place in roots for each in told(place, overview)],
        mending=sum(len(row.rectifications) for row in overview.rows),
        warned=sum(1 for row in overview.rows if row.warnings),
        short=len(overview.warnings.get(_SHORT, ())),
        problem=overview.site.problems[_SHORT],
        up=up,
    )


def places(overview: Overview, up: str) -> str:
    """The units below each root, with their numbers of projects."""
    roots = overview.site.reference.places.roots()
    return overview.site.render(
        "home/places.html", roots=[(root, children(root, overview)) for root in roots], up=up
    )


def place_tree(overview: Overview, up: str) -> str:
    """The whole tree of places, each with its number of projects."""
    return overview.site.render("home/tree.html", overview=overview, up=up)


def mechanisms(overview: Overview, up: str) -> str:
    """The mechanisms by the income that they bring, with their numbers of projects."""
    vocabularies = overview.site.reference.vocabularies
    channels = [
        (channel, [term for term in vocabularies["mechanisms"] if channel.code in term.marks])
        for channel in vocabularies["channels"]
    ]
    return overview.site.render("home/mechanisms.html", channels=channels, overview=overview, up=up)


def latest(overview: Overview, up: str) -> str:
    """The newest disclosures."""
    return _cards(
        overview, overview.latest[:_LATEST], up, address.LATEST, "看全部最新公开", "还没有公开的项目。"
    )


def notices(overview: Overview, up: str) -> str:
    """The notice periods under way, those that end first in front."""
    more = f"看全部 {len(overview.noticed)} 个正在公示的项目"
    shown = overview.noticed[:_NOTICES]
    return _cards(overview, shown, up, address.NOTICES, more, "现在没有正在公示的项目。")


def _cards(overview: Overview, rows: list[Row], up: str, folder: str, more: str, empty: str) -> str:
    cards = Cards(overview.site)
    return overview.site.render(
        "home/cards.html",
        cards=[cards.of(row, up) for row in rows],
        more=more,
        target=up + address.paged(folder),
        empty=empty,
    )


def contact(overview: Overview, up: str) -> str:
    """Who publishes the site and how to reach them."""
    return overview.site.render("home/contact.html", publisher=overview.site.settings.publisher, up=up)


def demonstration(overview: Overview, up: str) -> str:
    """That the county is invented; nothing where it is a real one."""
    settings = overview.site.settings
    if not settings.demonstration:
        return ""
    return overview.site.render("home/demonstration.html", county=settings.county)


def licence(overview: Overview, up: str) -> str:
    """On what terms the data may be used, or that nobody has said so yet."""
    return overview.site.render("home/licence.html", licence=overview.site.settings.licence)


def left_out(overview: Overview, up: str) -> str:
    """The records that were refused and are not published; nothing where there are none."""
    if not overview.left_out:
        return ""
    return overview.site.render("home/left_out.html", files=overview.left_out, up=up)


def lists(overview: Overview, up: str) -> str:
    """Links to all lists, with the number and the money of each."""
    site = overview.site
    return site.render(
        "home/lists.html",
        up=up,
        total=len(overview.rows),
        noticed=len(overview.noticed),
        operators=len(overview.operators),
        mending=sum(len(row.rectifications) for row in overview.rows),
        warned=_warned(overview),
        groups=[
            (
                "按年度看",
                [
                    (f"{year} 年", "year", str(year), _line(rows, site))
                    for year, rows in overview.years.items()
                ],
            ),
            ("按资金来源看", _funds(overview)),
            ("按产业看", _links("industry", "industries", overview.industries, overview)),
            ("按项目阶段看", _links("stage", "stages", overview.stages, overview)),
        ],
    )


def _warned(overview: Overview) -> list[tuple[str, str, int]]:
    """What was found in records that are published, what concerns most projects in front."""
    found = sorted(overview.warnings.items(), key=lambda each: (-len(each[1]), each[0]))
    return [(code, overview.site.problems[code].title.zh, len(rows)) for code, rows in found]


def _links(
    group: str, vocabulary: str, groups: Groups, overview: Overview
) -> list[tuple[str, str, str, str]]:
    return [
        (overview.site.label(code, vocabulary), group, code, _line(rows, overview.site))
        for code, rows in groups.items()
    ]


def _funds(overview: Overview) -> list[tuple[str, str, str, str]]:
    return [
        (
            overview.site.label(code, "fund_sources"),
            "fund",
            code,
            f"{len(rows):,} 个项目，{rough(from_source(rows, code, overview.site))}",
        )
        for code, rows in overview.funds.items()
    ]


def _line(rows: list[Row], site: Site) -> str:
    return f"{len(rows):,} 个项目，总投入 {rough(invested(rows, site))}"


def sitemap(overview: Overview, up: str) -> str:
    """All sections of the site, for people."""
    rest = dict(overview.editorial)
    rest.pop("404.html", None)
    sections = []
    for folder, name in _SECTIONS:
        found = {page: rest.pop(page) for page in sorted(rest) if page.startswith(folder)}
        if found:
            sections.append((name, found))
    return overview.site.render("home/sitemap.html", sections=sections, overview=overview, up=up)
