"""The one root of our exceptions; turned into output in one place, `notices.cli`."""


class NoticesError(Exception):
    """Something the user can act on: the message says what to do next."""

    exit_code = 2


class UnreadableError(NoticesError):
    """A file or page that can't be read; the other files go on."""

    exit_code = 1
