"""What earlier runs into the same folder have read: one that was broken off goes on, a later one skips it."""

from notices.ledger.ledger import Ledger, LedgerError, open_ledger
from notices.ledger.memory import NO_MEMORY, Memory
from notices.ledger.settings import Settings
from notices.ledger.standing import Standing, key_of, stamps

__all__ = [
    "NO_MEMORY",
    "Ledger",
    "LedgerError",
    "Memory",
    "Settings",
    "Standing",
    "key_of",
    "open_ledger",
    "stamps",
]
