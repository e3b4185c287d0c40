"""Documents to facts: text with offsets, mentions, resolved actors, statements with evidence."""
