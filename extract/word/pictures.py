"""Pictures and embedded objects that are as wide as text: what stands in them isn't read."""

from extract.word.xml import WP, Element, W

# A page holds 14.6 cm of text (GB/T 9704-2012: 156 mm); a seal is 4.5 cm wide, a signature less.
_WIDE, _HIGH = 7.0, 3.0
_EMU_PER_CM = 360_000


def unread_pictures(body: Element) -> int:
    """How many there are; embedded objects (a worksheet shown as a picture) count whatever their size."""
    inline = [e for name in ("inline", "anchor") for e in body.iter(WP + name)]
    wide = sum(_is_wide(e.find(f"{WP}extent")) for e in inline)
    objects = sum(1 for _ in body.iter(f"{W}object"))
    return wide + objects + sum(1 for _ in body.iter(f"{W}altChunk"))


def _is_wide(extent: Element | None) -> bool:
    if extent is None:
        return False
    wide, high = (_centimetres(extent.get(side)) for side in ("cx", "cy"))
    return wide >= _WIDE and high >= _HIGH


def _centimetres(text: str | None) -> float:
    return int(text) / _EMU_PER_CM if text and text.isascii() and text.isdigit() else 0.0
