"""The first report: one self-contained page about a whole dataset."""

from notices.report.write import REPORT, write_report

__all__ = ["REPORT", "write_report"]
