"""The command line. A command is one module; it imports what it needs when it runs, so that help is quick."""

from notices.cli.app import main

__all__ = ["main"]
