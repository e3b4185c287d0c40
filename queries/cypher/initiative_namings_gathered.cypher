// Where do documents name initiatives, and which parts of the text speak about them? A document a row.
// Columns: document, rows (each: node, spans, passages, both flat lists of start, end; in no order)
MATCH (d:Document)-[r:NAMES]->(n:Initiative)
RETURN d.id AS document, collect([n.id, r.spans, r.passages]) AS rows
ORDER BY document
