"""A short way to write a labelled fact in a template.

A line ``= 建设任务: {{ project.scope }}`` stands for one entry of a description list. It is written out when
the template is compiled: a macro would cost more than everything else on a page.
"""

import re

from jinja2.ext import Extension

_LINE = re.compile(r"^= ([^:\n]+): (.+)$", re.MULTILINE)


class Facts(Extension):
    """Writes the lines out before a template is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with every such line as HTML."""
        return _LINE.sub(r"<div><dt>\1</dt><dd>\2</dd></div>", source)
