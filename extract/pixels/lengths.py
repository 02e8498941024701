"""Lengths on paper in pixels: thresholds scale with the resolution, never with the page's height."""


def px(dpi: float, inches: float) -> int:
    """Whole pixels, at least one."""
    return max(1, round(dpi * inches))


def odd(dpi: float, inches: float) -> int:
    """As `px`, made odd, for filters that have a middle."""
    return px(dpi, inches) | 1
