// Which nodes does each document name?
// Columns: document, rows (each: node; in no order)
MATCH (d:Document)-[:NAMES]->(n:Actor|Group|Initiative)
RETURN d.id AS document, collect([n.id]) AS rows
ORDER BY document
