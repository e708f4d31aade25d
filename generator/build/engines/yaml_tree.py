"""``mkdocs.yml`` as a tree that can be changed and written again.

It is never turned into values: Python tags of other plugins and ``!ENV`` stay what they are, and nothing
that a tag names is run.
"""

from collections.abc import Iterator
from io import StringIO

import yaml

_TEXT = "tag:yaml.org,2002:str"
_LIST = "tag:yaml.org,2002:seq"
_MAPPING = "tag:yaml.org,2002:map"
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_NULL = "tag:yaml.org,2002:null"


def read(text: str) -> yaml.MappingNode:
    """The tree of a file.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    tree = yaml.compose(text, yaml.SafeLoader)
    return tree if isinstance(tree, yaml.MappingNode) else yaml.MappingNode(_MAPPING, [])


def write(tree: yaml.Node) -> str:
    """The text of a tree."""
    return yaml.serialize(tree, Dumper=yaml.SafeDumper, allow_unicode=True)


def node(value: object) -> yaml.Node:
    """A tree of plain values."""
    return yaml.SafeDumper(StringIO()).represent_data(value)


def get(mapping: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under a key; None where nothing does."""
    found = {name.value: value for name, value in _pairs(mapping)}.get(key)
    return None if found is None or found.tag == _NULL else found


def put(mapping: yaml.MappingNode, key: str, value: yaml.Node) -> None:
    """Put a value under a key, in the place of what stands there."""
    mapping.value = [pair for pair in mapping.value if pair[0].value != key]
    mapping.value.append((yaml.ScalarNode(_TEXT, key), value))


def under(mapping: yaml.MappingNode, key: str) -> yaml.MappingNode:
    """The mapping under a key, made where there is none."""
    found = get(mapping, key)
    if not isinstance(found, yaml.MappingNode):
        found = yaml.MappingNode(_MAPPING, [])
        put(mapping, key, found)
    return found


def leaves(tree: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """All single values of a tree; keys are none."""
    if isinstance(tree, yaml.ScalarNode):
        yield tree
    elif isinstance(tree, yaml.SequenceNode):
        for each in tree.value:
            yield from leaves(each)
    elif isinstance(tree, yaml.MappingNode):
        for _, each in tree.value:
            yield from leaves(each)


def dates_as_text(tree: yaml.Node) -> None:
    """Write every date as a text."""
    for each in leaves(tree):
        if each.tag == _TIMESTAMP:
            each.tag = _TEXT


def _pairs(mapping: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else []
    return [(name, value) for name, value in pairs if isinstance(name, yaml.ScalarNode)]
