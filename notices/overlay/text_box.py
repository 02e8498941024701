"""Text wrapped to a width, in the label font."""

from collections.abc import Iterator

from PIL import Image, ImageDraw

from notices.overlay.fonts import Font, label_font, writable
from notices.overlay.style import Colour
from notices.view.text import printable

_SPACING = 1.35
"""Line height in heights of the font."""
_HANGING = frozenset("，。、；：！？”’）》〉】〕")
"""No line begins with these (GB/T 15834-2011, 5.1): they hang over the edge."""


class Writer:
    """Writes on one sheet; all in pixels."""

    def __init__(self, sheet: Image.Image, size: int) -> None:
        self.size = size
        self.line_height = round(size * _SPACING)
        self.pen = ImageDraw.Draw(sheet)
        self._font: Font = label_font(size)

    def width(self, text: str) -> int:
        """How wide a text will be."""
        return round(self._font.getlength(writable(text)))

    def wrapped(self, text: str, width: int, most: int) -> list[str]:
        """The text in at most so many lines of this width; what is left out shows as an ellipsis."""
        lines = list(self._lines(printable(" ".join(text.split())), width))
        return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]

    def _lines(self, text: str, width: int) -> Iterator[str]:
        """Chinese breaks anywhere; a word of Latin letters or a figure only where it fills the line."""
        line = ""
        for char in text:
            if line and char not in _HANGING and self.width(line + char) > width:
                cut = _word_start(line, char)
                yield line[:cut].rstrip()
                line = line[cut:]
            line += char
        if line.strip():
            yield line.strip()

    def write(self, x: int, y: int, text: str, colour: Colour) -> None:
        """Write a line whose top left corner is there."""
        self.pen.text((x, y), writable(text), font=self._font, fill=colour)

    def centred(self, x: int, y: int, text: str, colour: Colour) -> None:
        """Write a line around this point."""
        self.pen.text((x, y), writable(text), font=self._font, fill=colour, anchor="mm")


def _word_start(line: str, char: str) -> int:
    """Where to cut the line before the character: before the word that it goes on, if that isn't all."""
    start = len(line)
    while start > 0 and line[start - 1] in _LEADING:
        start -= 1
    if _goes_on(char):
        while start > 0 and _goes_on(line[start - 1]):
            start -= 1
    return start or len(line)


_LEADING = frozenset("“‘（《〈【〔")
"""No line ends with these."""


def _goes_on(char: str) -> bool:
    return char.isascii() and not char.isspace()
