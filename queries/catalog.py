"""The one door to `cypher/*.cypher`: a question's text by the name of its file."""

from graph.catalog import load_catalog


def question(name: str) -> str:
    """The Cypher text of a question. Raises KeyError for a name without a file: a mistake of ours."""
    return load_catalog("queries")[name]
