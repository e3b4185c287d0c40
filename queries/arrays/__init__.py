"""The whole graph as arrays, kept beside it: for questions about all of it; what is shown is read from the graph.

`shape.py` says what they hold, `building.py` fills them from facts, `keeping.py` is their file, `opening.py` gives
those of a graph as it is now; `matrix.py` and `ways.py` answer on them.
"""
