from pathlib import Path

from schemas.dataset.codes import TableName
from schemas.dataset.markdown import document
from schemas.finding_codes import finding_codes

PAGE = Path(__file__).parents[3] / "docs" / "dataset.md"


def test_the_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == document(), "run: python -m schemas.dataset.markdown docs/dataset.md"


def test_the_page_names_every_table_and_finding() -> None:
    page = document()
    assert all(f"### {name} " in page for name in TableName)
    assert all(f"| `{code}` |" in page for code in finding_codes())
