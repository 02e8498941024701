import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.view.text import REPLACED, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("财社〔2020〕50号", "财社〔2020〕50号"),
        ("\x1b[31m", f"{REPLACED}[31m"),  # a terminal's command
        ("\x9b31m", f"{REPLACED}31m"),  # the same in one character
        ("12\u202e34", f"12{REPLACED}34"),  # would show 1243
        ("a\udcff", f"a{REPLACED}"),  # a stray byte of a file name
        ("一\n二\t三　四", "一\n二\t三　四"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_unseen_is_left_and_nothing_is_lost(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n", "\t"}
