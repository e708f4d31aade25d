"""ProperDocs, the continuation of MkDocs 1.x, with Material.

It takes the place of every module named ``mkdocs``, which cannot be taken back; so it has a process of
its own, in which :mod:`.mkdocs` then runs as it is.
"""

import json
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from generator.build.engines import child
from generator.build.engines.trouble import EngineError
from generator.settings import SettingsError

_TOLD: dict[str, type[EngineError | SettingsError]] = {
    each.__name__: each for each in (EngineError, SettingsError)
}


def render(root: Path, folder: Path, day: date) -> None:
    """Render the Markdown pages and frames of ``root`` into ``folder``.

    Raises:
        SettingsError: ``mkdocs.yml`` is wrong.
        EngineError: a page cannot be rendered, or, with ``strict``, the engine warned of something.
    """
    done = child.run(__name__, [str(root), str(folder), day.isoformat()], day)
    if done.returncode == 0:
        return
    try:
        kind, message = json.loads(done.stdout.strip().rpartition("\n")[2])
    except ValueError:
        raise RuntimeError(done.stderr) from None
    raise _TOLD[kind](message)


def _main(root: str, folder: str, day: str) -> int:
    """In the process of its own: what is wrong goes to the one who asked, as data."""
    import_module("properdocs.replacement")
    engine = import_module("generator.build.engines.mkdocs")
    try:
        engine.render(Path(root), Path(folder), date.fromisoformat(day))
    except (EngineError, SettingsError) as error:
        print(json.dumps([type(error).__name__, str(error.args[0])]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
