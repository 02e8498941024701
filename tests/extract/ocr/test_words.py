from hypothesis import given
from hypothesis import strategies as st

from extract.ocr.words import Word, joined, tokens
from extract.pixels.raster import PixelBox

LINE = (1, 1, 1, 1)


def word(
    text: str, x0: float, x1: float, line: tuple[int, int, int, int] = LINE, confidence: float = 0.9
) -> Word:
    return Word(text=text, box=PixelBox(x0=x0, y0=0, x1=x1, y1=20), confidence=confidence, line=line)


def texts(*words: Word) -> list[str]:
    return [token.text for token in tokens(words)]


def test_words_are_joined_by_their_gaps() -> None:
    # Chinese, one character a word: no blanks
    assert texts(word("奇", 0, 20), word("台", 24, 44), word("县", 48, 68)) == ["奇台县"]
    # as far apart as columns are
    assert texts(word("奇台县", 0, 60), word("385", 100, 130)) == ["奇台县", "385"]
    # a number and its unit
    assert texts(word("385", 0, 30), word("万元", 42, 80)) == ["385万元"]
    # two numbers that merely stand near each other stay two
    assert texts(word("385", 0, 30), word("12", 42, 60)) == ["385 12"]
    # one number, cut in two
    assert texts(word("385", 0, 30), word(".5", 33, 44)) == ["385.5"]
    # found from right to left
    assert texts(word("县", 24, 44), word("台", 0, 20)) == ["台县"]
    # two lines
    assert texts(word("甲", 0, 20), word("乙", 0, 20, (1, 1, 1, 2))) == ["甲", "乙"]


def test_confidence_counts_by_length() -> None:
    (token,) = tokens([word("一二三", 0, 60, confidence=1.0), word("四", 62, 80, confidence=0.2)])
    assert token.confidence == 0.8
    assert [char.confidence for char in token.chars] == [1, 1, 1, 0.2]


def test_a_cells_lines_follow_each_other_without_its_margin() -> None:
    reading = joined([word("生态", 10, 50), word("效益", 10, 50, (1, 1, 1, 2))], margin=10)
    assert reading.text == "生态效益"
    assert [(char.x0, char.x1) for char in reading.chars] == [(0, 20), (20, 40), (0, 20), (20, 40)]


@given(st.lists(st.tuples(st.text("甲乙5%", min_size=1, max_size=4), st.floats(0, 900)), max_size=12))
def test_no_character_is_lost(found: list[tuple[str, float]]) -> None:
    words = [word(text, x, x + 15) for text, x in found]
    kept = "".join(token.text for token in tokens(words)).replace(" ", "")
    assert sorted(kept) == sorted("".join(text for text, _ in found))
