"""One clean page → one scanned page: the steps in the order in which they happen."""

import cv2
import numpy as np

from benchmarks.scans.wear import fax, geometry, ink, paper
from benchmarks.scans.wear.profiles import Profile
from benchmarks.scans.wear.raster import Chance, Pixels, drawn, likely

_LID = (25, 25, 25)


def scanned(page: Pixels, back: Pixels | None, profile: Profile, chance: Chance, dpi: int) -> Pixels:
    """Ink, sheet, place, machine. `back` is what is printed on the other side."""
    found = _inked(page, profile, chance, dpi)
    found = _on_paper(found, back, profile, chance, dpi)
    found = _placed(found, profile, chance, dpi)
    found = _by_machine(found, profile, chance, dpi)
    quarters = int(chance.choice([1, 2, 3])) if likely(chance, profile.turned) else 0
    return geometry.turned(found, quarters)


def _inked(page: Pixels, profile: Profile, chance: Chance, dpi: int) -> Pixels:
    found = ink.uneven_seal(page, chance)
    weight = drawn(chance, profile.stroke)
    found = ink.strokes(found, weight, dpi)
    if weight < 0:
        found = ink.faded(found, chance, -weight)
    share = drawn(chance, profile.halo)
    return ink.halo(found, share, dpi) if share > 0 else found


def _on_paper(page: Pixels, back: Pixels | None, profile: Profile, chance: Chance, dpi: int) -> Pixels:
    share = drawn(chance, profile.bleed)
    found = paper.bleed_through(page, back, share, dpi) if back is not None and share > 0 else page
    if likely(chance, profile.crease):
        found = paper.crease(found, chance, dpi)
    if likely(chance, profile.holes):
        found = paper.punch_holes(found, chance, dpi)
    return paper.dust(found, chance, int(chance.integers(*profile.dust, endpoint=True)), dpi)


def _placed(page: Pixels, profile: Profile, chance: Chance, dpi: int) -> Pixels:
    degrees = drawn(chance, (-profile.skew, profile.skew))
    if profile.desk:
        return geometry.on_a_desk(page, chance, dpi)
    beyond = _LID if likely(chance, profile.edges / 2) else (255, 255, 255)
    return geometry.skewed(page, degrees, beyond)


def _by_machine(page: Pixels, profile: Profile, chance: Chance, dpi: int) -> Pixels:
    found = paper.uneven_light(page, chance, drawn(chance, profile.light))
    if likely(chance, profile.edges):
        found = paper.dark_edges(found, chance, dpi)
    if likely(chance, profile.streaks):
        found = paper.streaks(found, chance, dpi)
    found = ink.blurred(found, drawn(chance, profile.blur), dpi)
    if likely(chance, profile.half_resolution):
        found = fax.half_resolution(found)
    found = paper.grain(found, chance, drawn(chance, profile.grain))
    if likely(chance, profile.grey):
        found = cv2.cvtColor(cv2.cvtColor(found, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if profile.bilevel:
        found = fax.bilevel(found, chance)
    if likely(chance, profile.lost_lines):
        found = fax.lost_lines(found, chance)
    return np.ascontiguousarray(found)
