"""The pools of texts, and those of them that fit a record."""

from pathlib import Path

import yaml

from generator.demo.industry import DATA, Texts


class Phrases:
    """All pools of texts by name.

    A pool ``exit_a`` may have more of itself for records with a tag, such as ``exit_a_built``.
    """

    def __init__(self) -> None:
        self._pools: dict[str, Texts] = {}
        for file in sorted((DATA / "phrases").glob("*.yaml")):
            self._read(file)
        self._fitting: dict[tuple[str, Texts], Texts] = {}

    def __getitem__(self, pool: str) -> Texts:
        return self._pools[pool]

    def fitting(self, pool: str, tags: Texts) -> Texts:
        """The texts of a pool, and those for records with these tags."""
        key = (pool, tags)
        if key not in self._fitting:
            more = (self._pools.get(f"{pool}_{tag}", ()) for tag in tags)
            self._fitting[key] = tuple(text for texts in (self._pools[pool], *more) for text in texts)
        return self._fitting[key]

    def _read(self, file: Path) -> None:
        for pool, texts in yaml.load(file.read_text("utf-8"), yaml.SafeLoader).items():
            assert pool not in self._pools, pool
            self._pools[pool] = tuple(texts)
