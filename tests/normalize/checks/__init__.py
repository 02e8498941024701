"""Each check: where it fires, and where a careful reader would call it wrong."""
