"""gongshi: publishes how projects paid with public assistance money tie farm households to their income."""

__version__ = "0.1.0"
