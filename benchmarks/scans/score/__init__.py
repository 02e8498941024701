"""What was read of a made-up notice against what it says; shares no code with the reader it judges."""
