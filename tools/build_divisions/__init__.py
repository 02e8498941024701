"""Rebuilds schemas/data/divisions from the published lists: `python -m tools.build_divisions CACHE_DIR`."""
