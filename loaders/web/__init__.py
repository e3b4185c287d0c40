"""Documents from the web: one page at a person's request, never a crawl, and nothing inside a network unasked."""
