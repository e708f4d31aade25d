"""What all tests share: golden files and the flag that renews them."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

# A shell that starts tests in the background lets them ignore Ctrl-C, and whatever they start inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; read the diff before committing",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with its golden file; with ``--renew-golden`` writes the file."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--renew-golden"):
            file.write_text(text, "utf-8")
        assert file.exists(), f"{file} is missing: run pytest with --renew-golden, and read the diff"
        assert text == file.read_text("utf-8"), f"{file.name} differs: if rightly so, --renew-golden"

    return compare
