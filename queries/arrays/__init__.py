"""The whole graph as arrays, kept beside it: for questions about all of it; what is shown is read from the graph.

`shape.py` says what they hold, `building.py` fills them from facts, `origins.py` says what they were made of,
`keeping.py` is their file, `opening.py` gives those of a graph as it is now; `matrix.py` and `ways.py` answer on them.

After a write `refreshing.py` brings them up to date: `touching.py` finds what may be another now, `parts.py` reads
that, `merging.py` puts it in (`splicing.py`), and `counting.py` looks whether others wrote, too.
"""
