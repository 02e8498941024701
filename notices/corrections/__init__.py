"""What a person decided about values of earlier runs (人工更正): read, applied, never written."""

from notices.corrections.apply import Corrected, corrected
from notices.corrections.read import FILE, Corrections, CorrectionsError, read_corrections

__all__ = ["FILE", "Corrected", "Corrections", "CorrectionsError", "corrected", "read_corrections"]
