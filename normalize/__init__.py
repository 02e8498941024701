"""A printed notice becomes a canonical one, with the findings that say what can't be trusted."""
