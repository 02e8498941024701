"""A notice's page → HTML → PDF, as an office would print it."""
