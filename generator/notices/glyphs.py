"""Which characters no face has: looked for before a sheet is set, and told with record and field."""

from collections.abc import Iterator
from typing import Any

from generator.findings.finding import Finding, Spot
from generator.notices.problems import NO_GLYPH
from generator.notices.sheet import Sheet
from generator.records.model import dumped
from generator.records.project import Project

_SPACES = frozenset(map(ord, "\n\r\t"))


def missing(sheet: Sheet, characters: frozenset[int]) -> list[str]:
    """The characters of a sheet that are in no face, in the order of their code points."""
    points = {ord(each) for _, text in _texts(sheet.as_dict(), "") for each in text}
    return [chr(point) for point in sorted(points - characters - _SPACES)]


def told(sheet: Sheet, character: str, file: str, project: Project | None) -> Finding:
    """What is said of a missing character: where in the record it is, else that it comes from elsewhere."""
    data = dumped(project) if project else {}
    field = next((path for path, text in _texts(data, "") if character in text), "地名、词表、名单或者设置")
    values = {
        "record": project.id if project else "".join(sheet.title),
        "field": field,
        "character": character if character.isprintable() else "",
        "point": f"U+{ord(character):04X}",
    }
    return Finding(
        NO_GLYPH,
        Spot(file),
        NO_GLYPH.message.filled(**values),
        NO_GLYPH.remedy,
        record=project.id if project else None,
    )


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _texts(each, f"{path}[{at}]")
