"""Rows that travel and wait as bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.process import process
from notices.readings import open_spool, reading_of
from notices.readings.packed import packed, unpacked
from schemas.dataset.codes import Status, TableName
from schemas.dataset.notice_rows import NoticeRow
from tests.normalize.texts import notice_text


def test_rows_come_back_as_they_were() -> None:
    rows = process(notice_text().encode(), path="a.txt", media_type="text/plain").rows
    assert unpacked(packed(rows)) == rows


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a\udcff.txt", r"a\udcff.txt"),
        ("二\ud83d", r"二\ud83d"),
        ("二〇二一\n年\\.txt", "二〇二一\n年\\.txt"),
    ],
)
def test_a_path_comes_back_as_the_tables_write_it(name: str, expected: str) -> None:
    row = NoticeRow(notice_id="n", source=name, status=Status.OK)
    given, wanted = ({TableName.NOTICES: (row.model_copy(update={"source": s}),)} for s in (name, expected))
    assert unpacked(packed(given)) == wanted


@given(st.binary(max_size=60))
def test_other_bytes_are_no_rows(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpacked(data)


def test_the_spool_gives_back_what_it_was_given() -> None:
    texts = [notice_text(number=f"巴财社〔2021〕{n}号") for n in range(3)]
    results = [process(text.encode(), path="a.txt", media_type="text/plain") for text in texts]
    with open_spool() as spool:
        slots = [spool.put(reading_of(result).rows) for result in results]
        assert [spool.get(slot) for slot in slots[::-1]] == [result.rows for result in results[::-1]]


def test_the_head_names_the_notice_and_its_sums() -> None:
    result = process(notice_text().encode(), path="a.txt", media_type="text/plain")
    head = reading_of(result).head
    (notice,) = result.rows[TableName.NOTICES]
    assert isinstance(notice, NoticeRow)
    assert (head.readable, head.notice_id, head.files) == (True, notice.notice_id, 1)
    (facts,) = head.facts
    assert (facts.notice.doc_number, facts.notice.source) == (notice.doc_number, "a.txt")
    assert sum(facts.paid.values()) == notice.total_amount_yuan
