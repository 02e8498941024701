"""The one root of our exceptions; turned into output in one place, `notices.cli`."""

from schemas.reasons import Reason, reason


class NoticesError(Exception):
    """Something the user can act on: the message says what to do next."""

    exit_code = 2


class UnreadableError(NoticesError):
    """A file or page that can't be read, and why; the other files and pages go on."""

    exit_code = 1

    def __init__(self, why: str | Reason, /, **words: str | int | Reason) -> None:
        """`why` is a reason, or the code of one in `data/reasons.toml` with its words."""
        self.reason = why if isinstance(why, Reason) else reason(why, **words)
        super().__init__(str(self.reason))
