"""A document's own text, as the publisher has put it in: kept in ``data/originals``, one file each."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from generator.settings import SettingsError

FOLDER = "data/originals"


class Passage(BaseModel):
    """One clause: its id within the document, its number as printed, its heading and paragraphs.

    ``parts`` are items that stand within the last paragraph (``①…②…``) and go on from it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    number: str
    depth: int = 0
    heading: str = ""
    text: tuple[str, ...] = ()
    parts: tuple["Passage", ...] = ()

    @property
    def anchor(self) -> str:
        """Its place on the page of the text; the same as its clause's on the page of the explainer."""
        return f"c{self.id}"

    @property
    def whole(self) -> str:
        """All its words, as they follow each other."""
        return self.heading + "".join(self.text) + "".join(part.number + part.whole for part in self.parts)


class Original(BaseModel):
    """A document: what its head says, its covering letter, what stands around its clauses, and these."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    written: str | None = None
    cover: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    ending: tuple[str, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Passage]:
        return {each.id: each for passage in self.passages for each in (passage, *passage.parts)}

    @property
    def ids(self) -> list[str]:
        """The ids of all clauses, in the order of the document."""
        return list(self._by_id)

    def passage(self, clause: str) -> Passage | None:
        """The clause with an id, with what it says before its own sub-clauses begin."""
        return self._by_id.get(clause)


def read_originals(root: Path) -> dict[str, Original]:
    """All texts of the register in ``root``, by the id of their document.

    Raises:
        SettingsError: a file has been damaged.
    """
    return dict(_all(root))


def _all(root: Path) -> Iterator[tuple[str, Original]]:
    for path in sorted((root / FOLDER).glob("*.yaml")):
        try:
            found = Original.model_validate(yaml.safe_load(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
            raise SettingsError(f"读不了 {path}。请用 gongshi policy import 重新收一次原文。") from error
        yield found.id, found


def write_original(root: Path, original: Original) -> Path:
    """Put a text into the register in ``root``; one of the same document is replaced."""
    target = root / FOLDER / f"{original.id}.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    data = original.model_dump(mode="json", exclude_defaults=True)
    head = "# 文件原文，由 gongshi policy import 收进来。版权和文字以发文机关为准。\n"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    target.write_text(head + text, "utf-8")
    return target
