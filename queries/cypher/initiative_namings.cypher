// Where do documents name initiatives, and which parts of the text speak about them?
// Columns: document, node, spans, passages (both flat lists of start, end)
MATCH (d:Document)-[r:NAMES]->(n:Initiative)
RETURN d.id AS document, n.id AS node, r.spans AS spans, r.passages AS passages
ORDER BY document, node
