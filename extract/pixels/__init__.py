"""From pixels to lines and table grids."""
