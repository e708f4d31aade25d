"""What keeps the preview from being renewed: findings with their places, or a message."""

from dataclasses import dataclass, replace

from generator.findings.finding import Finding, Grade, order

_WHOLE_REGISTER = "R"
"""Letter of the findings that need more than one record."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Errors in the inputs; none of them where all is well.

    Attributes:
        findings: the errors found, in their order.
        message: what stops the build and has no such place: in ``mkdocs.yml``, Markdown or the theme.
    """

    findings: tuple[Finding, ...] = ()
    message: str = ""

    def __bool__(self) -> bool:
        return bool(self.findings or self.message)

    def renewed(self, file: str, findings: tuple[Finding, ...]) -> "Trouble":
        """The same with what was found in one file now in the place of what was found in it before.

        What needs more than one record stays until a whole build has looked again.
        """
        kept = [
            each for each in self.findings if each.spot.file != file or each.code.startswith(_WHOLE_REGISTER)
        ]
        return replace(self, findings=tuple(sorted([*kept, *errors(findings)], key=order)))


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The errors among some findings: what refuses, and not what merely tells."""
    return tuple(each for each in findings if each.grade is Grade.ERROR)
