"""Tesseract's words, mostly one Chinese character each, joined again by the gaps between them."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pydantic import Field

from extract.ocr.contract import Char, CropReading, Token
from extract.pixels.raster import PixelBox
from schemas.model import Frozen

_COLUMN_GAP = 1.5
"""In line heights: what is further apart stands in another column or cell."""

_BLANK_GAP = 0.5
"""In line heights: between Latin letters or digits so far apart stands a blank; Chinese has none."""


class Word(Frozen):
    """One word as Tesseract found it; `line` is page, block, paragraph and line."""

    text: str = Field(min_length=1)
    box: PixelBox
    confidence: float = Field(ge=0, le=1)
    line: tuple[int, int, int, int]


def tokens(words: Sequence[Word]) -> tuple[Token, ...]:
    """One token a run of words without a column's gap."""
    return tuple(_token(run) for run in _runs(words))


def joined(words: Sequence[Word], margin: int) -> CropReading:
    """A crop's reading; positions are moved back by the margin laid round it."""
    runs = [_token(run) for run in _runs(words)]
    chars = tuple(
        char.model_copy(update={"x0": char.x0 - margin, "x1": char.x1 - margin})
        for run in runs
        for char in run.chars
    )
    return CropReading(text="".join(run.text for run in runs), confidence=_mean(words), chars=chars)


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    for _, line in groupby(words, key=lambda word: word.line):
        ordered = sorted(line, key=lambda word: word.box.x0)
        height = max(word.box.height for word in ordered)
        run = ordered[:1]
        for word in ordered[1:]:
            if word.box.x0 - run[-1].box.x1 > _COLUMN_GAP * height:
                yield run
                run = []
            run.append(word)
        yield run


def _token(run: Sequence[Word]) -> Token:
    height = max(word.box.height for word in run)
    text = run[0].text
    for left, right in pairwise(run):
        text += _between(left, right, height) + right.text
    box = PixelBox(
        x0=min(word.box.x0 for word in run),
        y0=min(word.box.y0 for word in run),
        x1=max(word.box.x1 for word in run),
        y1=max(word.box.y1 for word in run),
    )
    chars = tuple(char for word in run for char in _chars(word))
    return Token(text=text, box=box, confidence=_mean(run), chars=chars)


def _between(left: Word, right: Word, height: float) -> str:
    latin = left.text[-1].isascii() and right.text[0].isascii()
    return " " if latin and right.box.x0 - left.box.x1 > _BLANK_GAP * height else ""


def _chars(word: Word) -> Iterator[Char]:
    """The word's box in equal parts."""
    step = word.box.width / len(word.text)
    for number, char in enumerate(word.text):
        x0 = word.box.x0 + number * step
        yield Char(text=char, x0=round(x0, 1), x1=round(x0 + step, 1), confidence=word.confidence)


def _mean(words: Sequence[Word]) -> float:
    """By length, so that a long word counts for its characters."""
    total = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / total, 4) if total else 0.0
