"""Made-up notices as scans with known facts: printed (`sheets`), worn and scanned (`wear`), scored (`score`).

    python -m benchmarks.scans.make OUT --part development
    python -m benchmarks.scans.measure OUT

What a notice says comes from `benchmarks.synthetic`. The seeds are in two parts (`parts.py`): look at what
the development part shows, change the reader, and use the held-out part for figures only.
"""
