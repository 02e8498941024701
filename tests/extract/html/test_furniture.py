import pytest

from extract.html.flow import blocks_of
from extract.html.furniture import drop_furniture, main_part
from extract.html.tree import parse
from schemas.document import Line

TITLE = "<h1>某市财政局关于下达2021年补助资金的通知</h1>"
BODY = "<p>现下达你县2021年困难群众救助补助资金100万元，请专款专用。</p>"


def texts(html: str) -> list[str]:
    body = parse(html)
    drop_furniture(body)
    return [block.text for block in blocks_of(main_part(body)) if isinstance(block, Line)]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>网站首页</nav>",
        "<div class='left-nav'>栏目</div>",
        "<div id=footer>地址：某路1号</div>",
        "<div><a>首页</a> | <a>公开</a> | <a>互动</a></div>",  # nothing but links
        "<div><h3>相关新闻</h3><ul><li><a>关于甲的通知</a> 2021-01-01<li><a>关于乙的通知</a>"
        "<li><a>关于丙的公告</a></ul></div>",
        "<p>版权所有：某市财政局 备案号：豫ICP备05000000号</p>",
        "<div>打印 关闭</div>",  # outside everything that only a notice has
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    html = f"<body>{furniture}<div>{TITLE}{BODY}</div>{furniture}</body>"
    assert texts(html) == [parse(TITLE).text_content(), parse(BODY).text_content()]


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("<div class=nav>财社〔2021〕12号</div>", "财社〔2021〕12号"),  # the mark lies: a notice's number
        ("<ul><li><a href=a.xls>附件1<li><a href=b.doc>附件2<li><a href=c.pdf>附件3</ul>", "附件1"),
        ("<div><a>甲县</a><a>乙县</a><a>丙县</a>各县请于年底前将资金分配情况报我局。</div>", "甲县"),
    ],
)
def test_the_notice_is_kept(part: str, kept: str) -> None:
    assert any(kept in text for text in texts(f"<body>{TITLE}{part}{BODY}</body>"))


def test_a_table_of_links_with_figures_is_kept() -> None:
    table = "<table class=related><tr><td><a>甲县</a><td>5<tr><td><a>乙县</a><td>6</table>"
    html = f"<body>{TITLE}{table}{BODY}</body>"
    body = parse(html)
    drop_furniture(body)
    assert "乙县" in body.text_content()
