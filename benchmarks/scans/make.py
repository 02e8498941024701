"""Write made-up scans and what a right reading of them says.

    python -m benchmarks.scans.make OUT --part development [--count 15] [--profile worn]

OUT/scans/*.pdf and *.tiff, OUT/gold/*.gold.json (their form: `benchmarks/synthetic/gold.py`), OUT/set.json.
The profiles take turns, so that each has as many notices as the next. The same part gives the same notices
and the same wear; pixels can differ by a grey level between versions of Chromium and the typefaces.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import numpy as np
import pypdfium2 as pdfium
from playwright.sync_api import Browser

from benchmarks.scans.parts import SEEDS, PartName
from benchmarks.scans.sheets.as_html import as_html
from benchmarks.scans.sheets.looks import choose_look
from benchmarks.scans.sheets.printing import browser, printed, require_fonts
from benchmarks.scans.wear.files import write_pdf, write_tiff
from benchmarks.scans.wear.profiles import PROFILES, Profile, ProfileName
from benchmarks.scans.wear.raster import Chance, Pixels
from benchmarks.scans.wear.scan import scanned
from benchmarks.synthetic.__main__ import make_draft
from benchmarks.synthetic.compose import compose
from benchmarks.synthetic.draft import Draft
from benchmarks.synthetic.gold import gold
from benchmarks.synthetic.source import chance
from schemas.model import Frozen

_POINTS = 72  # per inch
_MOST_TABLES = 3


class Made(Frozen):
    """One file of a set."""

    file: str
    profile: ProfileName
    dpi: int
    pages: int
    number: int


class MadeSet(Frozen):
    """A whole set, as `set.json` keeps it."""

    part: PartName
    seed: int
    files: tuple[Made, ...]


def make_set(out: Path, part: PartName, count: int, only: ProfileName | None = None) -> MadeSet:
    """Write `count` notices of the part."""
    for folder in (out / "scans", out / "gold"):
        folder.mkdir(parents=True, exist_ok=True)
    seed = SEEDS[part]
    names: list[ProfileName] = [only] if only else list(PROFILES)
    with browser() as started:
        files = tuple(
            make_one(started, out, seed, number, names[(number - 1) % len(names)])
            for number in range(1, count + 1)
        )
    made = MadeSet(part=part, seed=seed, files=files)
    (out / "set.json").write_text(made.model_dump_json(indent=1) + "\n", "utf-8", newline="\n")
    return made


def make_one(started: Browser, out: Path, seed: int, number: int, name: ProfileName) -> Made:
    """Write the seed's n-th notice as this profile's scan, with its gold."""
    draft = short(make_draft(seed, number))
    sheet = print_notice(started, draft, seed, number)
    profile = PROFILES[name]
    machine = chance("machine", seed, number, name)
    dpi, quality = machine.choice(profile.dpi), machine.randint(*profile.jpeg)
    pages = list(scan_pages(sheet, profile, dpi, f"{seed}/{number}/{name}"))
    stem = f"made-{seed}-{number:04d}.{name}-{dpi}"
    as_tiff = profile.bilevel and machine.random() < 0.5
    path = out / "scans" / (stem + (".tiff" if as_tiff else ".pdf"))
    write_tiff(path, pages, dpi) if as_tiff else write_pdf(path, pages, dpi, quality)
    text = gold(draft).model_dump_json(indent=1)
    (out / "gold" / f"{stem}.gold.json").write_text(text + "\n", "utf-8", newline="\n")
    return Made(file=path.name, profile=name, dpi=dpi, pages=len(pages), number=number)


def short(draft: Draft) -> Draft:
    """With a few target tables at the most: the next ones repeat the template, and pages cost time."""
    return draft.model_copy(update={"tables": draft.tables[:_MOST_TABLES]})


def print_notice(started: Browser, draft: Draft, seed: int, number: int) -> bytes:
    """Its PDF with text; raises MissingError where a typeface isn't here."""
    look = choose_look(draft, seed, number)
    require_fonts(look.fonts)
    return printed(started, as_html(compose(draft), look))


def scan_pages(sheet: bytes, profile: Profile, dpi: int, seed: str) -> Iterator[Pixels]:
    """Each page of a PDF as scanned; the next page is printed on its back."""
    clean = list(render(sheet, dpi))
    for number, page in enumerate(clean):
        back = clean[number + 1] if number + 1 < len(clean) else None
        yield scanned(page, back, profile, _generator(seed, number), dpi)


def render(sheet: bytes, dpi: int) -> Iterator[Pixels]:
    """The pages of a PDF in pixels."""
    document = pdfium.PdfDocument(sheet)
    for page in document:
        yield np.ascontiguousarray(page.render(scale=dpi / _POINTS).to_numpy()[:, :, :3])
    document.close()


def _generator(seed: str, page: int) -> Chance:
    return np.random.default_rng(chance("wear", seed, page).getrandbits(64))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", choices=get_args(PartName), default="development")
    parser.add_argument("--count", type=int, default=15)
    parser.add_argument("--profile", choices=get_args(ProfileName))
    asked = parser.parse_args()
    made = make_set(asked.out, asked.part, asked.count, asked.profile)
    print(f"{asked.part} part (seed {made.seed}): {len(made.files)} notices")
    for name in PROFILES:
        own = [one for one in made.files if one.profile == name]
        print(f"{name:8}{len(own):4} notices {sum(one.pages for one in own):5} pages")


if __name__ == "__main__":
    main()
