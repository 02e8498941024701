from extract.outline import Section, SectionKind, outline
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Box, Document, Line, Page, Place, Table
from tests.extract.made import table

LETTER = (
    "昌吉州财政局文件",
    "昌州财社〔2020〕50号",
    "关于下达2020年困难群众救助补助资金的通知",
    "各县市财政局：",
    "现下达资金1000万元，请专款专用。",
    "一、请严格按照规定用途使用资金，",
    "不得挤占挪用。",
    "二、请加强绩效管理。",
    "附件：1.资金分配表",
    "2020年6月1日",
)
ALLOCATION = table("县区\t金额", "昌吉市\t600", "合计\t600", spans_known=True)
REST = table("阜康市\t300", "奇台县\t100", spans_known=True)
TARGETS = table("项目名称\t救助", "年度金额\t600", "一级指标\t指标值", "产出指标\t≥95%", spans_known=True)
OTHER = table("科目\t名称", "一\t二", spans_known=True)


def _document(*pages: tuple[str | Table, ...]) -> Document:
    """Blocks one below the other, so that each has a place of its own."""
    return Document(
        media_type="image/png",
        text_origin=TextOrigin.OCR,
        pages=tuple(
            Page(number=number, blocks=tuple(_placed(block, number, row) for row, block in enumerate(blocks)))
            for number, blocks in enumerate(pages, start=1)
        ),
    )


def _placed(block: str | Table, page: int, row: int) -> Block:
    place = Place(page=page, box=Box(x0=0.1, y0=row / 20, x1=0.9, y1=(row + 1) / 20))
    if isinstance(block, str):
        return Line(text=block, place=place)
    return block.model_copy(update={"place": place})


def _parts(document: Document) -> dict[tuple[SectionKind, str, int], int]:
    """How many places each section has on each page."""
    found: dict[tuple[SectionKind, str, int], int] = {}
    for section in (one for sections in outline(document) for one in sections):
        for place in section.places:
            key = (section.kind, section.number, place.page or 0)
            found[key] = found.get(key, 0) + 1
    return found


def test_a_letter_is_cut_into_its_parts() -> None:
    assert _parts(_document(LETTER)) == {
        (SectionKind.HEAD, "", 1): 2,
        (SectionKind.TITLE, "", 1): 1,
        (SectionKind.ADDRESSEES, "", 1): 1,
        (SectionKind.CLAUSE, "0", 1): 1,
        (SectionKind.CLAUSE, "1", 1): 2,
        (SectionKind.CLAUSE, "2", 1): 1,
        (SectionKind.ATTACHMENTS, "", 1): 1,
        (SectionKind.IMPRINT, "", 1): 1,
    }


def test_a_table_has_its_caption_and_goes_on_over_pages() -> None:
    parts = _parts(_document(LETTER, ("附件1", "资金分配表", ALLOCATION), (REST,), ("附件2", TARGETS)))
    tables = {key: count for key, count in parts.items() if key[2] > 1}
    assert tables == {
        (SectionKind.ALLOCATION, "1", 2): 3,
        (SectionKind.ALLOCATION, "1", 3): 1,
        (SectionKind.PERFORMANCE, "1", 4): 2,
    }


def test_a_table_that_is_neither_is_unclaimed() -> None:
    assert _parts(_document(("附件3", OTHER))) == {(SectionKind.UNCLAIMED, "", 1): 2}


def test_every_block_lands_in_one_part() -> None:
    document = _document(LETTER, ("附件1", "资金分配表", ALLOCATION, "注：另行下达。"), (REST,), (OTHER,))
    places = [place for sections in outline(document) for one in sections for place in one.places]
    assert sorted(map(str, places)) == sorted(str(block.place) for block in document.blocks())


def test_pages_without_a_letter_have_their_tables_alone() -> None:
    (sections,) = outline(_document(("资金分配表", ALLOCATION)))
    assert [(one.kind, one.number) for one in sections] == [(SectionKind.ALLOCATION, "1")]
    assert isinstance(sections[0], Section)
