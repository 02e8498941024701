"""HTML → PDF with the system's Chromium."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


class MissingError(RuntimeError):
    """A program or typeface isn't on this machine; the message says how to get it."""


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium that prints; raises MissingError where there is none."""
    if CHROMIUM is None:
        raise MissingError("no Chromium on the path (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        try:
            yield started
        finally:
            started.close()


def printed(started: Browser, html: str) -> bytes:
    """The document as PDF; page sizes are those of its style sheet."""
    tab = started.new_page()
    try:
        tab.set_content(html)
        return tab.pdf(prefer_css_page_size=True, print_background=True)
    finally:
        tab.close()


def require_fonts(wanted: Iterable[str]) -> None:
    """Raise MissingError where a typeface isn't installed: Chromium would take another without a word."""
    missing = sorted(set(wanted) - installed_fonts())
    if missing:
        packages = "fonts-noto-cjk fonts-arphic-* fonts-wqy-zenhei fonts-wqy-microhei fonts-liberation"
        raise MissingError(f"typefaces not installed: {', '.join(missing)} (Debian: apt install {packages})")


def installed_fonts() -> frozenset[str]:
    """The families that fontconfig knows."""
    if shutil.which("fc-list") is None:
        return frozenset()
    done = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True)
    return frozenset(name.strip() for line in done.stdout.splitlines() for name in line.split(","))
