"""Write the sample scans again: `python -m benchmarks.scans.samples [OUT]` (samples/scans unless given).

`samples/sheets/*.html` are pages of the two sample notices, laid out anew from their texts; `{seal}` stands
where a seal was pressed. Needs Chromium and the typefaces of `sheets/looks.py`. After writing the scans anew,
write their golden dataset anew, too.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.machine import ROOT
from benchmarks.scans.make import scan_pages
from benchmarks.scans.sheets.as_html import document
from benchmarks.scans.sheets.looks import Look, Stamp
from benchmarks.scans.sheets.printing import browser, printed, require_fonts
from benchmarks.scans.sheets.seals import seal
from benchmarks.scans.wear.files import as_image, write_pdf, write_tiff
from benchmarks.scans.wear.profiles import PROFILES, Profile
from benchmarks.scans.wear.raster import Pixels
from schemas.model import Frozen

_SHEETS = ROOT / "samples" / "sheets"
_AGENCY = "昌吉回族自治州财政局"
_DENSE = Look(
    body_font="AR PL UMing CN",
    heading_font="Noto Serif CJK SC",
    table_font="AR PL UMing CN",
    digits="Liberation Serif",
    body_size=12.5,
    table_size=8,
    padding=1,
    rules="grid",
    rule_width=0.75,
    wide_table=False,
    wide_targets=False,
    right_aligned=False,
    bold_header=False,
    shaded_header=False,
    red_head=True,
    page_numbers=True,
    signature_stamp=None,
    table_stamp=Stamp(across=0.74, down=0.86, turn=-7),
)


class Sample(Frozen):
    """A scan: which sheet, how it looks, what is done to it, what file it becomes."""

    file: str
    sheet: str
    look: Look
    profile: Profile
    dpi: int
    quality: int = 60


SAMPLES = (
    Sample(
        file="昌州财社2020-50.office.pdf",
        sheet="昌州财社2020-50",
        look=_DENSE,
        profile=PROFILES["office"].model_copy(update={"turned": 0, "grey": 0, "holes": 1, "dust": (5, 15)}),
        dpi=150,
        quality=50,
    ),
    Sample(
        file="伊州财社2022-3.fax.tiff",
        sheet="伊州财社2022-3",
        look=_DENSE.model_copy(update={"body_font": "AR PL UKai CN", "table_size": 12, "padding": 2.5}),
        profile=PROFILES["fax"].model_copy(update={"turned": 0, "dust": (5, 40), "half_resolution": 0}),
        dpi=200,
    ),
    Sample(
        file="昌州财社2020-50-玛纳斯县.turned.jpg",
        sheet="昌州财社2020-50-玛纳斯县",
        look=_DENSE.model_copy(update={"table_font": "Noto Serif CJK SC", "rules": "heavy frame"}),
        profile=PROFILES["worn"].model_copy(update={"turned": 1, "grey": 1, "stroke": (-0.2, 0.3)}),
        dpi=170,
        quality=50,
    ),
)


def write_samples(out: Path) -> None:
    """Write every sample scan."""
    out.mkdir(parents=True, exist_ok=True)
    with browser() as started:
        for sample in SAMPLES:
            pages = list(scan_pages(_sheet(started, sample), sample.profile, sample.dpi, sample.file))
            _write(out / sample.file, pages, sample)


def _sheet(started: Browser, sample: Sample) -> bytes:
    require_fonts(sample.look.fonts)
    stamp = sample.look.table_stamp
    mark = seal(_AGENCY, stamp, 0) if stamp else ""
    sections = (_SHEETS / f"{sample.sheet}.html").read_text("utf-8").replace("{seal}", mark)
    return printed(started, document(sections, sample.look))


def _write(path: Path, pages: Sequence[Pixels], sample: Sample) -> None:
    if path.suffix == ".pdf":
        write_pdf(path, pages, sample.dpi, sample.quality)
    elif path.suffix == ".tiff":
        write_tiff(path, pages, sample.dpi)
    else:
        as_image(pages[0]).save(path, quality=sample.quality, dpi=(sample.dpi, sample.dpi))


if __name__ == "__main__":
    write_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples" / "scans")
