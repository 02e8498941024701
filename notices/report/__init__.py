"""The first report: one self-contained page about a whole dataset."""

from notices.report.write import write_report

__all__ = ["write_report"]
