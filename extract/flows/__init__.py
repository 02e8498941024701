"""Tables whose grid is lost: a cell a line, cells between pipes or blank lines → a grid again.

Where several cuttings of a flow are possible, the one whose sums close is taken; where none closes, nothing
is: the lines stay and a problem names them.
"""
