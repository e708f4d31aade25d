"""A build of what has not changed: the site that lies there is the one that would come out.

This is asked before anything is loaded that makes a site, so that who builds twice waits but a moment.
"""

import pickle
from pathlib import Path

from generator.build.alone import alone
from generator.build.examined import Built
from generator.build.files import FOLDER, TOLD, published
from generator.build.inputs import Inputs
from generator.build.options import Options
from generator.outputs.file import read
from generator.outputs.tree import tree


def again(root: Path, site: Path, options: Options, inputs: Inputs) -> Built | None:
    """What was said of the ``site``, if it was made of just these inputs and nobody has touched it since."""
    if not options.cache or not published(root):
        return None
    inputs.read()
    whole = inputs.whole(options, inputs.contents)
    with alone(root):
        data = read(root / FOLDER / TOLD, inputs.shared.base)
        if not data or not whole or not data.startswith(whole):
            return None
        files, said = pickle.loads(memoryview(data)[len(whole) :])
        if files != tree(site):
            return None
    built: Built = pickle.loads(said)
    return built
