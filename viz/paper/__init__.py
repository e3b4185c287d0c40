"""Paper: a picture of the graph as sheets of vector drawing, and these as PDF, SVG, PNG and Word files."""
