from pathlib import Path

import pytest

from notices.inputs import InputFile
from notices.patterns import chosen

SOURCES = ("2020/a.pdf", "2021/b.pdf", "2021/草稿/b.docx", "c.txt")


@pytest.mark.parametrize(
    ("include", "exclude", "kept"),
    [
        ([], [], ["2020/a.pdf", "2021/b.pdf", "2021/草稿/b.docx", "c.txt"]),
        (["*.pdf"], [], ["2020/a.pdf", "2021/b.pdf"]),  # by name
        (["2021/*"], [], ["2021/b.pdf", "2021/草稿/b.docx"]),  # by path, folders below too
        ([], ["*/草稿/*"], ["2020/a.pdf", "2021/b.pdf", "c.txt"]),
        (["*.pdf", "*.docx"], ["b.*"], ["2020/a.pdf"]),  # what is excluded stays out
        (["*.PDF"], [], []),  # letters count
    ],
)
def test_patterns(include: list[str], exclude: list[str], kept: list[str]) -> None:
    files = [InputFile(path=Path(source), source=source, must_read=False) for source in SOURCES]
    found = chosen(files, include, exclude)
    assert [file.source for file in found.files] == kept
    assert found.excluded == len(SOURCES) - len(kept)


def test_a_file_given_by_name_is_wanted() -> None:
    file = InputFile(path=Path("a.txt"), source="a.txt", must_read=True)
    assert chosen([file], ["*.pdf"], ["a.*"]).files == (file,)
