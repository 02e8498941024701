"""What each profile does to a page: ranges from which every notice, or every page, draws its own.

| profile | is |
| --- | --- |
| clean | a new print, scanned well |
| office | a stamped original on an office scanner, a little askew |
| worn | an old copy: uneven light, dark edges, holes, dust, faded or fat strokes, pages turned |
| fax | black and white, strokes eaten, lines lost |
| photo | a telephone's picture of the sheet on a desk |
"""

from typing import Literal

from schemas.model import Frozen

ProfileName = Literal["clean", "office", "worn", "fax", "photo"]
Range = tuple[float, float]


class Profile(Frozen):
    """Ranges are drawn once a page, `dpi` once a notice; shares are the chance that a page has it.

    `skew` in degrees to either side · `stroke` from thinned (-1) to fat (1) · `halo`, `bleed`, `light`,
    `edges` as shares of full black · `grain` in grey levels · `dust` specks on a page · `blur` in 1/100 inch.
    """

    dpi: tuple[int, ...]
    jpeg: tuple[int, int] = (80, 90)
    skew: float = 0
    turned: float = 0
    grey: float = 0.4
    stroke: Range = (0, 0)
    halo: Range = (0, 0)
    blur: Range = (0, 0.2)
    bleed: Range = (0, 0)
    light: Range = (0, 0)
    grain: Range = (0, 1)
    edges: float = 0
    holes: float = 0
    dust: tuple[int, int] = (0, 0)
    streaks: float = 0
    crease: float = 0
    bilevel: bool = False
    lost_lines: float = 0
    half_resolution: float = 0
    desk: bool = False


PROFILES: dict[ProfileName, Profile] = {
    "clean": Profile(dpi=(200, 300), jpeg=(85, 94), skew=0.3, grain=(0, 1.5)),
    "office": Profile(
        dpi=(150, 200, 200, 300), jpeg=(65, 85), skew=1, turned=0.03, stroke=(-0.2, 0.3), blur=(0.1, 0.5),
        bleed=(0, 0.05), light=(0, 0.08), grain=(1, 4), edges=0.2, holes=0.25, dust=(0, 15), streaks=0.05,
    ),
    "worn": Profile(
        dpi=(120, 150, 200, 200, 300), jpeg=(40, 70), skew=2, turned=0.1, grey=0.7, stroke=(-0.6, 0.7),
        halo=(0, 0.25), blur=(0.3, 0.9), bleed=(0.02, 0.14), light=(0.08, 0.3), grain=(3, 9), edges=0.6,
        holes=0.5, dust=(20, 150), streaks=0.25, crease=0.3,
    ),
    "fax": Profile(
        dpi=(200,), skew=1.5, turned=0.05, grey=1, stroke=(-0.45, 0.6), blur=(0.2, 0.5), light=(0, 0.12),
        grain=(8, 22), edges=0.3, holes=0.1, dust=(10, 120), streaks=0.35, bilevel=True, lost_lines=0.5,
        half_resolution=0.25,
    ),
    "photo": Profile(
        dpi=(150, 200, 250), jpeg=(60, 85), skew=2, turned=0.12, grey=0, stroke=(-0.1, 0.3), halo=(0, 0.1),
        blur=(0.4, 0.9), bleed=(0, 0.06), light=(0.12, 0.35), grain=(2, 6), crease=0.2, desk=True,
    ),
}  # fmt: skip
