"""Sentences of a stored text, as questions read it: a line that is no prose is one, too. Pure."""

import re

SENTENCE = re.compile(r"\S(?:[^\n.!?]|\n(?=[a-zäöü])|[.!?](?!\s)|(?:(?<=\d)(?<!\d{4})|(?<=\b[A-Za-z]))\.)*[.!?]?")
"""A sentence ends where a full stop does not follow a figure (but a year) or a single letter, or with its line."""
