"""A round red seal (公章) as SVG: ring, star, the agency's name along the ring."""

from html import escape
from math import cos, pi, sin

from benchmarks.scans.sheets.looks import Stamp

_RED = "#d8242a"


def seal(agency: str, stamp: Stamp, number: int) -> str:
    """One seal upon its positioned parent; `number` keeps the arcs of a document apart."""
    place = f"left: calc({100 * stamp.across:.1f}% - 21mm); top: calc({100 * stamp.down:.1f}% - 21mm)"
    size = min(15.0, 175 / max(len(agency), 1))
    place += f"; transform: rotate({stamp.turn:.1f}deg)"
    return (
        f'<svg class="seal" viewBox="-50 -50 100 100" style="{place}">'
        f'<path id="arc{number}" d="M -31.7 18.3 A 36.6 36.6 0 1 1 31.7 18.3" fill="none"/>'
        f'<circle r="47" fill="none" stroke="{_RED}" stroke-width="2.6"/>'
        f'<polygon points="{_star(13.5)}" fill="{_RED}"/>'
        f'<text fill="{_RED}" font-size="{size:.1f}" text-anchor="middle">'
        f'<textPath href="#arc{number}" startOffset="50%" textLength="140">{escape(agency)}</textPath></text>'
        "</svg>"
    )


def _star(radius: float) -> str:
    corners = []
    for n in range(10):
        reach = radius if n % 2 == 0 else radius * 0.382
        corners.append(f"{reach * sin(n * pi / 5):.2f},{-reach * cos(n * pi / 5):.2f}")
    return " ".join(corners)
