"""What can go wrong with an engine."""

from generator.errors import PageRefusedError, ToldError


class EngineError(PageRefusedError):
    """Markdown or theme could not be rendered; the message lists what the engine said."""


class NoEngineError(ToldError):
    """There is no engine of that name, or it is not installed."""
