"""What a line of a table's flow is by itself: a label, a name, a figure, a remark."""

import re

from extract.grid import is_figure
from extract.vocabulary import squeezed
from schemas.document import Piece

_YEAR = re.compile(r"^(?:19|20)\d\d年度?$")
_FILLER = re.compile(r"^[-－—–―/／]{1,2}$")
_SERIAL = re.compile(r"^(?:序号|编号|顺序号?|No\.?|№|行次)$", re.IGNORECASE)
_REMARK = re.compile(r"备注|说明|用途|原因|依据|附注")
_NAME = re.compile(r"[县市区州旗乡镇村校]$|地区|单位|名称|机构|街道")
_TOTAL = re.compile(r"^(?:总计|合计|共计|小计|全[省市区县州]合?计?)$")
_TITLE = re.compile(r"[表单](?:[（(][^（）()]*[)）])?(?:单位[:：].*)?$")
_UNIT = re.compile(r"^[（(]?(?:金额)?(?:计量)?单位[:：]")


def is_value(piece: Piece) -> bool:
    """A figure, or the dash that stands for none; 2019年 is a label."""
    bare = squeezed(piece.text)
    return bool(_FILLER.match(bare)) or (is_figure(bare) and not _YEAR.match(bare))


def is_serial_label(piece: Piece) -> bool:
    """序号."""
    return bool(_SERIAL.match(squeezed(piece.text)))


def is_name_label(piece: Piece) -> bool:
    """县区, 单位名称: what stands over the recipients."""
    return bool(_NAME.search(squeezed(piece.text)))


def is_remark_label(piece: Piece) -> bool:
    """备注, 说明: a column of text behind the figures."""
    return bool(_REMARK.search(squeezed(piece.text)))


def is_total(piece: Piece | None) -> bool:
    """合计, 小计: as the name of a row or as a label of a column."""
    return piece is not None and bool(_TOTAL.match(squeezed(piece.text)))


def ends_caption(piece: Piece) -> bool:
    """A title (…分配表) or a unit line: the grid begins below it."""
    bare = squeezed(piece.text)
    return bool(_UNIT.match(bare)) or (len(bare) > 4 and bool(_TITLE.search(bare)))
