"""Words and store: what every room speaks of, and where facts are kept."""
