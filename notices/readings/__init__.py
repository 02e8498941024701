"""What a run keeps of a file that was read: its rows on the disk, what the other stages ask for in memory."""

from notices.readings.reading import Filed, Head, Reading, reading_of
from notices.readings.spool import Spool, open_spool

__all__ = ["Filed", "Head", "Reading", "Spool", "open_spool", "reading_of"]
