"""The one error of the lexers."""


class NotationError(ValueError):
    """A text isn't the notation it was read as.

    Carries the text as it was given and what would have been right, so that a finding can print both.
    """

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(text, expected)
        self.text = text
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.text!r} is not {self.expected}"
