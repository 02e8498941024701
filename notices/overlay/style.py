"""How marks look. The hues are Okabe and Ito's (2008), which colour-blind people tell apart.

Severities differ in the thickness of their line and by a mark as well, states in the kind of line.
"""

from extract.outline import SectionKind
from schemas.dataset.codes import Severity

Colour = tuple[int, int, int]

INK: Colour = (0, 0, 0)
SOFT: Colour = (80, 80, 80)
PAPER: Colour = (255, 255, 255)
MARGIN: Colour = (246, 246, 244)

SEVERITY: dict[Severity, Colour] = {
    Severity.ERROR: (213, 94, 0),  # vermilion
    Severity.WARNING: (230, 159, 0),  # orange
    Severity.INFO: (86, 180, 233),  # sky blue
}
TINT: dict[Severity, Colour] = {
    Severity.ERROR: (255, 214, 186),
    Severity.WARNING: (255, 238, 190),
    Severity.INFO: (222, 241, 255),
}
THICKNESS: dict[Severity, int] = {Severity.ERROR: 4, Severity.WARNING: 3, Severity.INFO: 2}
"""In hairs; a hair is the thinnest line that is still seen when the sheet is 1,000 pixels wide."""
TEXT_ON: dict[Severity, Colour] = {Severity.ERROR: PAPER, Severity.WARNING: INK, Severity.INFO: INK}

SECTION: dict[SectionKind, Colour] = {
    SectionKind.HEAD: (204, 121, 167),  # reddish purple
    SectionKind.TITLE: (204, 121, 167),
    SectionKind.ADDRESSEES: (204, 121, 167),
    SectionKind.CLAUSE: (0, 158, 115),  # bluish green
    SectionKind.ATTACHMENTS: (204, 121, 167),
    SectionKind.IMPRINT: (204, 121, 167),
    SectionKind.ALLOCATION: (0, 114, 178),  # blue
    SectionKind.PERFORMANCE: (90, 70, 160),  # violet: beside green and blue by lightness
    SectionKind.UNCLAIMED: (120, 120, 120),
}
LINE: Colour = (190, 190, 190)
CELL: Colour = (140, 200, 225)
DOUBT: Colour = (200, 60, 120)
REREAD: Colour = (90, 120, 60)
