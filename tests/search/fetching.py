"""What queries fetch: the site's own scripts say which files, without a browser."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from generator.search.writing import ASSETS, FOLDER
from tests.search.provide import node


def fetched(site: Path, queries: Iterable[str], sort: str = "relevance") -> dict[str, int]:
    """The compressed bytes of all that each query, asked first, fetches after the page itself."""
    done = subprocess.run(
        [node(), str(Path(__file__).with_suffix(".js")), str(ASSETS), str(site / FOLDER / "data"), sort],
        input=json.dumps(list(queries)),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found
