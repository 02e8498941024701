import re

import pytest

from schemas.errors import UnreadableError
from schemas.finding_codes import finding_codes, named_fields
from schemas.reasons import ReasonEntry, Wording, reason, reasons
from tests.languages import is_chinese, is_english


@pytest.mark.parametrize("code", reasons().reason)
def test_every_reason_says_what_is_wrong_and_what_to_do_in_both_languages(code: str) -> None:
    entry = reasons().reason[code]
    words: dict[str, object] = dict.fromkeys(named_fields(entry.en), 7)
    if "why" in words:
        words["why"] = reason("page-damaged")
    found = reason(code, **words)
    assert is_english(found.detail)
    assert is_english(found.advice)
    assert is_chinese(found.detail_zh)
    assert is_chinese(found.advice_zh)
    assert found.advice.endswith(".")  # both messages of the finding are whole sentences
    assert found.advice_zh.endswith("。")
    assert not re.search(r"[.。]$", found.detail + found.detail_zh)


@pytest.mark.parametrize("code", finding_codes())
def test_no_message_mixes_the_languages(code: str) -> None:
    entry = finding_codes()[code]
    assert is_english(entry.message)
    assert is_chinese(entry.message_zh)
    assert is_chinese(entry.fires_when_zh)
    assert is_chinese(entry.what_to_do_zh)


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("文件为空", True, False),
        ("请运行 `notices doctor`", True, False),  # a command is no English word
        ("该 PDF 已损坏", True, False),
        ("该 file 已损坏", False, False),
        ("the file is empty", False, True),
        ("the 文件 is empty", False, False),
    ],
)
def test_the_judges_themselves(text: str, *, chinese: bool, english: bool) -> None:
    assert (is_chinese(text), is_english(text)) == (chinese, english)


def test_every_advice_is_given_by_some_reason() -> None:
    given = {entry.advice for entry in reasons().reason.values()}
    assert given - {None} == set(reasons().advice)


def test_a_reason_within_another_brings_its_own_advice() -> None:
    inner = reason("page-damaged")
    outer = reason("no-page", why=inner)
    assert outer.detail.endswith(inner.detail)
    assert outer.detail_zh.endswith(inner.detail_zh)
    assert (outer.advice, outer.advice_zh) == (inner.advice, inner.advice_zh)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("no-such-reason", {}),
        ("empty", {"limit": 3}),  # a word that it doesn't name
        ("too-many-bytes", {}),  # one that is missing
        ("no-page", {"why": "a text"}),  # whose advice should it take?
    ],
)
def test_a_mistake_of_the_reader_is_an_assertion(code: str, words: dict[str, str | int]) -> None:
    with pytest.raises(AssertionError):
        reason(code, **words)


def test_both_languages_name_the_same() -> None:
    with pytest.raises(ValueError, match="different fields"):
        Wording(en="{count} pages", zh="若干页")
    with pytest.raises(ValueError, match="different fields"):
        ReasonEntry(en="{count} pages", zh="若干页", advice="again")


def test_an_error_says_both_parts_and_carries_the_reason() -> None:
    error = UnreadableError("too-many-bytes", limit=3)
    assert str(error) == "the file has more than 3 bytes. Split it and run again."
    assert error.reason == reason("too-many-bytes", limit=3)
    assert UnreadableError(error.reason).reason is error.reason
