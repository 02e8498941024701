"""What a run is asked to do."""

from pathlib import Path

from pydantic import Field

from notices.bounds import Bounds
from notices.corrections import Corrections
from notices.output.datapackage import Format
from notices.output.dataset import ALL_FORMATS
from schemas.model import Frozen


class RunOptions(Frozen):
    """What to read and where to write.

    `jobs` processes read at once, each within `bounds`; 0 is this process itself, without bounds, null as
    many as there is work for.
    `include` and `exclude` are patterns as in `notices.patterns`. `force`: what earlier runs into the folder
    have read is read again.
    """

    inputs: tuple[Path, ...]
    output: Path
    formats: tuple[Format, ...] = ALL_FORMATS
    ocr: str = "rapidocr"
    jobs: int | None = Field(default=None, ge=0)
    bounds: Bounds = Bounds()
    corrections: Corrections = Field(default_factory=dict)
    force: bool = False
    workbook: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
