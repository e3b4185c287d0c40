"""The network as files for other programs, one file a format; `formats.py` has the table of them."""
