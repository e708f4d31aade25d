"""No room imports a later one (docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

import generator

ROOMS = (
    "errors",
    "patience",
    "peace",
    "workers",
    "answer",
    "records",
    "findings",
    "reading",
    "checks",
    "settings",
    "outputs",
    "library",
    "pages",
    "search",
    "notices",
    "exports",
    "ledger",
    "build",
    "demo",
    "report",
    "serve",
    "cli",
    "plugin",
)
FOLDER = Path(generator.__file__).parent
FILES = sorted(path for path in FOLDER.rglob("*.py") if path.parent != FOLDER or path.stem in ROOMS)


def _room(path: Path) -> str:
    return path.relative_to(FOLDER).parts[0].removesuffix(".py")


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            found |= {name.name for name in node.names} & set(ROOMS)
        elif isinstance(node, ast.Import):
            found |= {each.name.split(".")[1] for each in node.names if each.name.startswith("generator.")}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_imports_only_earlier_rooms(path: Path) -> None:
    own = ROOMS.index(_room(path))
    later = {room for room in _imported(path) if ROOMS.index(room) > own}
    assert not later


def test_every_room_is_listed() -> None:
    rooms = {each.name.removesuffix(".py") for each in FOLDER.iterdir() if each.name[0] not in "_."}
    assert rooms == set(ROOMS)
