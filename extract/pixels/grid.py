"""A table found in pixels: its cells on a rectified crop."""

from dataclasses import dataclass

from pydantic import Field

from extract.pixels.raster import PixelBox, Raster
from schemas.model import Frozen


class GridCell(Frozen):
    """A cell of the grid, 0-based, with its spans; `box` in pixels of the rectified table."""

    row: int = Field(ge=0)
    column: int = Field(ge=0)
    row_span: int = Field(default=1, ge=1)
    column_span: int = Field(default=1, ge=1)
    box: PixelBox


@dataclass(frozen=True, eq=False)
class PixelGrid:
    """A table: `raster` is it alone, upright and rectified (its `to_page` leads back to the page).

    `outline` is where it lies on the raster it was found in. `cells` cover the grid without gaps or overlaps.
    """

    raster: Raster
    outline: PixelBox
    cells: tuple[GridCell, ...]
    row_count: int
    column_count: int
    ruled: bool
