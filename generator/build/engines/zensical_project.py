"""A register's pages as a project that Zensical accepts, in a folder of its own.

Zensical wants pages and result below the folder of its configuration, keeps a cache beside it, knows one
folder of template overrides only, takes no dates in ``extra``, and has its search on by default.
"""

import shutil
from datetime import date
from pathlib import Path

import yaml

from generator.build.engines import yaml_tree
from generator.build.engines.theme import GIVEN, THEME, given

RESULT = "gongshi-result"
_TEMPLATES = "gongshi-templates"
_DEFAULT_DOCS = "docs"


def prepare(root: Path, project: Path, day: date) -> tuple[Path, list[str]]:
    """Make the project; its configuration, and what Zensical does not see to be wrong in ``mkdocs.yml``.

    Raises:
        OSError: a folder that ``mkdocs.yml`` names cannot be read.
        yaml.YAMLError: ``mkdocs.yml`` is no YAML.
    """
    tree = yaml_tree.read((root / "mkdocs.yml").read_text("utf-8-sig"))
    yaml_tree.dates_as_text(tree)
    docs = _text(tree, "docs_dir") or _DEFAULT_DOCS
    # The same name, where it can be: the addresses of a page's source are told with it.
    copied = docs if not Path(docs).is_absolute() and ".." not in Path(docs).parts else _DEFAULT_DOCS
    shutil.copytree(root / docs, project / copied)
    _templates(root, tree, project / _TEMPLATES)
    site_url = _text(tree, "site_url")
    parent = _text(tree, "INHERIT")
    if parent:
        yaml_tree.put(tree, "INHERIT", yaml_tree.node(str((root / parent).resolve())))
    yaml_tree.put(tree, "docs_dir", yaml_tree.node(copied))
    yaml_tree.put(tree, "site_dir", yaml_tree.node(RESULT))
    yaml_tree.put(yaml_tree.under(tree, "extra"), GIVEN, yaml_tree.node(given(site_url, day)))
    _without_search(tree)
    file = project / "mkdocs.yml"
    file.write_text(yaml_tree.write(tree), "utf-8")
    return file, _missing(tree, project / copied) if _text(tree, "strict") == "true" else []


def _text(tree: yaml.Node, key: str) -> str | None:
    found = yaml_tree.get(tree, key)
    return found.value if isinstance(found, yaml.ScalarNode) else None


def _templates(root: Path, tree: yaml.MappingNode, folder: Path) -> None:
    """Put our templates over the county's own, as they stand before them in MkDocs' order."""
    named = yaml_tree.get(tree, "theme")
    if isinstance(named, yaml.ScalarNode):
        yaml_tree.put(tree, "theme", yaml_tree.node({"name": named.value}))
    theme = yaml_tree.under(tree, "theme")
    own = _text(theme, "custom_dir")
    if own:
        shutil.copytree(root / own, folder)
    shutil.copytree(THEME, folder, dirs_exist_ok=True)
    yaml_tree.put(theme, "custom_dir", yaml_tree.node(_TEMPLATES))
    # Our style sheet was drawn on Material; this variant keeps its shapes.
    yaml_tree.put(theme, "variant", yaml_tree.node("classic"))


def _without_search(tree: yaml.MappingNode) -> None:
    """Turn Zensical's search off, as it is off in MkDocs for who does not name it."""
    plugins = yaml_tree.get(tree, "plugins")
    off = yaml_tree.node({"search": {"enabled": False}})
    if isinstance(plugins, yaml.MappingNode):
        if not yaml_tree.get(plugins, "search"):
            yaml_tree.put(plugins, "search", yaml_tree.node({"enabled": False}))
    elif isinstance(plugins, yaml.SequenceNode):
        if not any(_names(each, "search") for each in plugins.value):
            plugins.value.append(off)
    else:
        yaml_tree.put(tree, "plugins", yaml.SequenceNode("tag:yaml.org,2002:seq", [off]))


def _names(plugin: yaml.Node, name: str) -> bool:
    if isinstance(plugin, yaml.ScalarNode):
        return bool(plugin.value == name)
    return isinstance(plugin, yaml.MappingNode) and any(key.value == name for key, _ in plugin.value)


def _missing(tree: yaml.MappingNode, docs: Path) -> list[str]:
    """Pages that the navigation names and that are not there: Zensical links to them all the same."""
    named = [each.value for each in yaml_tree.leaves(yaml_tree.get(tree, "nav"))]
    return [
        f"mkdocs.yml 的 nav 里写了 {name}，{docs.name} 里没有这个文件。"
        for name in named
        if name.endswith(".md") and "://" not in name and not (docs / name).is_file()
    ]
