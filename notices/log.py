"""The program's own log, on stderr."""

import logging
import sys


def log_to_stderr(*, verbose: bool) -> None:
    """Show our own log where it is asked for; of others warnings only."""
    logging.basicConfig(format="%(name)s: %(message)s", stream=sys.stderr, force=True)
    for package in ("extract", "normalize", "notices"):
        logging.getLogger(package).setLevel(logging.DEBUG if verbose else logging.WARNING)
