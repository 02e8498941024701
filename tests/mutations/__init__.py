"""Mutations of real notices: what each kind changes, and which findings must, may and can't follow."""
