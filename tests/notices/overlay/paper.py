"""A notice as a PDF with a text layer: two pages, a table whose total is wrong."""

from notices.process import Examined, examine
from tests.extract.pdf.made import PDF, both, lines, pdf, table

XS, YS = (90, 140, 300, 450), (200, 230, 260, 290, 320)
ROWS = (("序号", "县市", "金额"), ("1", "昌吉市", "600"), ("2", "呼图壁县", "300"), ("", "合计", "1000"))

LETTER = lines(
    "昌吉回族自治州财政局文件",
    "昌州财社〔2020〕50号",
    "关于下达2020年困难群众救助补助资金的通知",
    "各县市财政局：",
    "    现下达你县市2020年困难群众救助补助资金1000万元，详见附件。请专款专用，加强管理，提高效益。",
    "    一、请严格按照规定用途使用资金，不得挤占挪用，确保资金安全有效，切实保障困难群众的生活。",
    "    二、请加强绩效管理，做好绩效监控和评价。",
    "昌吉回族自治州财政局",
    "2020年6月1日",
)


def notice() -> bytes:
    cells = [(r, c, 1, 1, text) for r, row in enumerate(ROWS) for c, text in enumerate(row)]
    titles = lines("附件1", "2020年困难群众救助补助资金分配表", "单位：万元")
    return pdf(LETTER, both(titles, table(cells, XS, YS)))


def examined() -> Examined:
    return examine(notice(), PDF)
