"""What comes of one correction."""

from schemas.model import Frozen
from schemas.notice import Notice


class Changed(Frozen):
    """The notice with the value in it, and the value that it had."""

    notice: Notice
    actual: str


class StaleError(Exception):
    """The correction can't be applied any more: what the page prints now, and why in both languages."""

    def __init__(self, actual: str, why: str = "", why_zh: str = "") -> None:
        super().__init__(why or actual)
        self.actual, self.why, self.why_zh = actual, why, why_zh


class NotThereError(StaleError):
    """The row or column isn't there, or its value can't be what the correction says."""

    def __init__(self, why: str, why_zh: str) -> None:
        super().__init__("—", why, why_zh)


def expect(printed: str, wanted: str) -> None:
    """Raise StaleError where the correction was made for another printed value; a blank one isn't asked."""
    if wanted and "".join(printed.split()) != "".join(wanted.split()):
        raise StaleError(printed or "—")
