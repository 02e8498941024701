"""A font for the labels: one with Chinese characters where the system has one."""

from functools import cache

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

# File names as Debian, Windows and macOS ship them, with the face in the file that is simplified Chinese.
_CHINESE = (
    ("NotoSansCJK-Regular.ttc", 2),
    ("NotoSansCJKsc-Regular.otf", 0),
    ("NotoSansSC-Regular.otf", 0),
    ("SourceHanSansSC-Regular.otf", 0),
    ("NotoSerifCJK-Regular.ttc", 2),
    ("msyh.ttc", 0),
    ("simhei.ttf", 0),
    ("simsun.ttc", 0),
    ("PingFang.ttc", 0),
    ("Hiragino Sans GB.ttc", 0),
    ("STHeiti Light.ttc", 0),
    ("wqy-microhei.ttc", 0),
    ("wqy-zenhei.ttc", 0),
    ("DroidSansFallbackFull.ttf", 0),
    ("uming.ttc", 0),
)


@cache
def chinese_font(size: int) -> ImageFont.FreeTypeFont | None:
    """The first known Chinese font in the system's font folders; null where there is none."""
    name = _chinese_name()
    return None if name is None else ImageFont.truetype(name[0], size, index=name[1])


@cache
def _chinese_name() -> tuple[str, int] | None:
    for name, index in _CHINESE:
        try:
            ImageFont.truetype(name, 12, index=index)
        except OSError:  # not on this system
            continue
        return name, index
    return None


@cache
def label_font(size: int) -> Font:
    """The font for labels; Pillow's own, which has Latin letters only, where there is no Chinese one."""
    return chinese_font(size) or ImageFont.load_default(size)


def writable(text: str) -> str:
    """The text as the font can show it: without a Chinese font all but Latin letters become `?`."""
    shown = text.replace("\n", " ")
    if chinese_font(12) is not None:
        return shown
    return shown.translate(_PLAIN).encode("latin-1", errors="replace").decode("latin-1")


_PLAIN = str.maketrans({"→": ">", "≥": ">=", "≤": "<=", "—": "-", "·": "/"})
