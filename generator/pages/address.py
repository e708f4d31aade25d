"""The address of every page we write: relative to the site's root, ending in ``.html``, for good.

A page that we write stands two folders deep, as its frame does, so the frame's own links hold.
"""

from hashlib import sha256

from generator.records.places import Place
from generator.records.policies import Clause

HOME = "index.html"
LATEST = "lists/latest"
NOTICES = "lists/notices"
RECTIFICATION = "lists/rectification"
OPERATORS = "lists/operators"


def relative(source: str, target: str) -> str:
    """The link from one address to another, good from ``file://`` and under any path."""
    return "../" * source.count("/") + target


def project_address(project: str) -> str:
    """The page of a project. A folder holds the thousand numbers that differ in the last three digits."""
    return f"projects/{project[:-3]}/{project}.html"


def paged(stem: str, page: int = 1) -> str:
    """One page of a list, two folders deep.

    A stem that is one folder deep is a folder of its own; of those two deep there are many, and they
    share folders, because folders are dear to make.
    """
    if stem.count("/") == 1:
        return f"{stem}/index.html" if page == 1 else f"{stem}/{page}.html"
    return f"{stem}.html" if page == 1 else f"{stem}-{page}.html"


def place_folder(place: Place) -> str:
    """The stem of a place's pages; a county's places lie together."""
    return f"places/{place.code[:6]}/{place.short}"


def township_feed(place: Place) -> str:
    """The feed of a township's disclosures."""
    return f"data/places/{place.short}/feed.xml"


def place_address(place: Place) -> str:
    """The first page of a place."""
    return paged(place_folder(place))


def list_folder(group: str, key: object) -> str:
    """The stem of a list, e.g. of the group ``year`` and the key ``2023``."""
    return f"lists/{group}-{key}"


def operator_folder(key: str) -> str:
    """The stem of an operator's list; operators are many, and lie together by the last character."""
    return f"lists/operator-{key[-1]}/{key}"


def list_address(group: str, key: object) -> str:
    """The first page of a list."""
    return paged(list_folder(group, key))


def operator_key(name: str, credit_code: str | None) -> str:
    """What names an operator's list: the credit code, else a digest of the name."""
    return credit_code or sha256(name.encode()).hexdigest()[:12]


def mechanism_address(code: str) -> str:
    """The page that explains a mechanism."""
    return f"mechanisms/{code}.html"


def mechanism_folder(code: str) -> str:
    """The folder of the list of a mechanism's projects."""
    return f"mechanisms/{code}"


def rule_folder(code: str) -> str:
    """The folder of a rule's pages."""
    return f"rules/{code}"


def rule_address(code: str) -> str:
    """The page of a rule."""
    return paged(rule_folder(code))


def policy_address(policy: str) -> str:
    """The page of a document."""
    return f"policies/{policy}.html"


def clause_address(clause: Clause) -> str:
    """A clause's place on the page of its document."""
    return f"{policy_address(clause.policy)}#{clause.anchor}"


def clause_page(clause: Clause) -> str:
    """The page of one clause: what it governs and what was paid under it."""
    return f"clauses/{clause.policy}/{clause.id.split('/')[1]}.html"


def original_page(policy: str) -> str:
    """The page with a document's own text."""
    return f"originals/{policy}/index.html"


def original_address(clause: Clause) -> str:
    """A clause's place in its document's own text."""
    return f"{original_page(clause.policy)}#{clause.anchor}"
