"""A clean page → what a scanner, a fax or a telephone makes of it. Pixels are height × width × 3, BGR."""
