import re

from extract.cutting import cut_at


def test_cut_at_marks() -> None:
    text = "头1.甲2.乙"
    assert cut_at(text, list(re.finditer(r"\d\.", text))) == ("头", ["甲", "乙"])


def test_without_marks_all_is_head() -> None:
    assert cut_at("头", []) == ("头", [])
