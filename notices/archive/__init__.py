"""Checks over a whole archive: what two notices say of the same money (档案核对)."""

from notices.archive.stage import Contradictions, contradictions, with_contradictions

__all__ = ["Contradictions", "contradictions", "with_contradictions"]
