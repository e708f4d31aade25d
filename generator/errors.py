"""The one kind of exception that reaches people as it is."""


class ToldError(Exception):
    """Something that the one who runs the command can mend; its message is Chinese and says how.

    ``exit_code`` is 2 where usage or configuration is wrong, 1 where it is what was written.
    """

    exit_code = 2


class PageRefusedError(ToldError):
    """A page cannot be made, so the site is not replaced."""

    exit_code = 1

    def __str__(self) -> str:
        return f"网页做不出来，网站没有更新：\n{super().__str__()}"
