"""What stands on a page → what it means."""
