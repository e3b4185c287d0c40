"""Tables: rows of cells to participations, row by row, each with its row as evidence.

A format gives a `Sheet` of cells; `recognition` says which columns mean what and drops contact data; `rendering` writes
the rest as the document's text; `reading` makes claims of its rows.
"""
